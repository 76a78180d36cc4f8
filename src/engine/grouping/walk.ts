import type { Chance } from './chance.ts'
import { Climber } from './climb.ts'
import type { GroupingLimit } from './problem.ts'
import { leap, shake } from './shake.ts'
import type { GroupingState } from './state.ts'

/** Every so many steps a leap over broken rules, where there are rules. */
const LEAP = 4
/** Up to so many atoms some leaps lead anywhere at all. */
const SMALL = 24
/** A swap by chance that costs more than so many deviations of a member's fit tells a rugged landscape. */
const RUGGED = 3
/** In groups of fewer atoms on average a single swap leads too far to take every new maximum. */
const ROOMY = 8

/**
 * Walks from one local maximum to the next: disturb by a swap or a few, climb, and take the new one or go back. Leaves
 * the best grouping in the state.
 *
 * Method: iterated local search with weak disturbance, as the inner phase of X. Lai & J.-K. Hao, 'Iterated maxima
 * search for the maximally diverse grouping problem', European Journal of Operational Research 254(3), 2016, and like
 * the undirected perturbation of X. Yang et al., 'A three-phase search approach with dynamic population size for
 * solving the maximally diverse grouping problem', European Journal of Operational Research 302(3), 2022, which also
 * never turns back. Where fits are unrelated every new maximum is taken: turning back only traps the walk. Where they
 * have structure (distances, shared traits) losses pass by the rule of annealing, S. Kirkpatrick et al., Science 220,
 * 1983, from one deviation of the fits down to a fiftieth. Which of the two it is shows in what a swap by chance costs
 * a local maximum.
 */
export function walk(state: GroupingState, chance: Chance, limit: GroupingLimit): { iterations: number; plan: number } {
  const { atoms } = state
  const climber = new Climber(state)
  let depth = Math.max(1, Math.round((0.17 * atoms.n) / atoms.groups))
  const probe = Math.max(60, Math.round(60_000 / atoms.n)) | 1
  const clock = limit.milliseconds ?? (() => 0)
  const started = clock()
  const until = limit.seconds === undefined ? Infinity : started + limit.seconds * 1000
  const last = limit.iterations ?? Infinity
  let plan = limit.plan ?? limit.iterations ?? Infinity
  let halfway = started
  let [lost, stride, hot] = [0, 0, 0]
  let isRugged = true

  climber.climb()
  let score = climber.score
  let best = score
  const bestOf = state.groupOf.slice()
  let step = 0
  while (step < last && !(step % 4 === 0 && clock() >= until)) {
    step++
    state.mark()
    if (atoms.isBound && step % LEAP === 0) {
      const isSmall = atoms.n <= SMALL && chance.below(8) === 0
      if (!leap(state, isSmall ? atoms.n : depth + 1, chance)) {
        state.undo()
        continue
      }
    } else lost += shake(state, depth, chance)
    climber.climb()
    const now = climber.score
    if (now > best) {
      best = now
      bestOf.set(state.groupOf)
    }
    if (step <= probe) {
      stride += Math.abs(now - score) / probe
      if (step === probe >> 1) halfway = clock()
      if (step === probe) {
        hot = atoms.isWorst ? stride : atoms.scale
        isRugged =
          atoms.n >= ROOMY * atoms.groups &&
          !atoms.isWorst &&
          lost / probe / depth > RUGGED * atoms.scale * Math.sqrt(atoms.n / atoms.groups)
        if (!isRugged) depth = 1
        const each = Math.max(1e-3, (clock() - halfway) / (probe - (probe >> 1)))
        if (limit.seconds !== undefined && limit.plan === undefined) {
          plan = probe + Math.max(1, Math.floor((0.95 * (until - clock())) / each))
        }
      }
    } else if (!isRugged && now < score) {
      const heat = hot * 50 ** -Math.min(1, (step - probe) / Math.max(1, plan - probe))
      if (score - now > heat * chance.patience()) {
        state.undo()
        continue
      }
    }
    score = now
  }
  state.load(bestOf)
  return { iterations: step, plan: Number.isFinite(plan) ? plan : step }
}
