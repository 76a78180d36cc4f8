import { joinAtoms, type Atoms } from './atoms.ts'
import { seededChance, type Chance } from './chance.ts'
import { explainClash } from './clash.ts'
import { describe } from './describe.ts'
import { mend } from './mend.ts'
import { pairUp } from './pair-up.ts'
import { checkProblem, GroupingClash, type Grouping, type GroupingLimit, type GroupingProblem } from './problem.ts'
import { placeByChance, promisingSizes } from './start.ts'
import { GroupingState } from './state.ts'
import { walk } from './walk.ts'

/**
 * Puts people into groups so that the fit within groups is as great as can be found before the limit, or the worst
 * group is as good as can be; sizes and rules always hold. Groups of two are solved exactly, by matching.
 *
 * The same problem, seed, number of iterations and plan give the same answer on every machine; an answer found by time
 * says with which numbers to repeat it. Method: see `walk`.
 *
 * @throws GroupingClash when the rules leave no grouping; RangeError when the problem is malformed
 * @example group({ n: 4, fit, sizes: [[2, 2], [2, 2]] }, { iterations: 100 }, 7).groups // [[0, 3], [1, 2]]
 */
export function group(problem: GroupingProblem, limit: GroupingLimit, seed: number): Grouping {
  checkProblem(problem)
  if (limit.iterations === undefined && (limit.seconds === undefined || limit.milliseconds === undefined)) {
    throw new RangeError('The search needs a number of iterations, or seconds and a clock.')
  }
  explainClash(problem)
  const atoms = joinAtoms(problem)
  const paired = pairUp(problem)
  if (paired) return describe(problem, paired, { iterations: 0, plan: 0 })
  const chance = seededChance(seed)
  const state = startState(atoms, chance)
  const done = atoms.groups > 1 ? walk(state, chance, limit) : { iterations: 0, plan: 0 }
  return describe(
    problem,
    atoms.atomOf.map((atom) => state.groupOf[atom]!),
    done,
  )
}

/** A grouping that keeps every rule, from a few starts by chance. */
function startState(atoms: Atoms, chance: Chance): GroupingState {
  const state = new GroupingState(atoms)
  for (let start = 0; start < 20; start++) {
    const sizes = promisingSizes(atoms, chance)
    const placed = sizes && placeByChance(atoms, start < 10 ? sizes : atoms.most, chance)
    if (!placed) continue
    state.load(placed)
    if (mend(state, chance, 300 + 2 * atoms.n)) return state
  }
  throw new GroupingClash('No grouping that keeps all the rules was found: together they may ask too much.')
}
