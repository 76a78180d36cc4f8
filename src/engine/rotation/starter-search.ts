import { seededRandom, type Random } from '../random.ts'
import { pairOrbits, symmetryOf, type Starter, type StarterPlan, type Symmetry } from './starter-plan.ts'

interface Kept {
  members: Int32Array
  /** How many different groups the multiplier makes of this one. */
  images: number
}

/**
 * Looks for a starter by simulated annealing: the base rounds are partitions from the first moment on, two players
 * trade places, and what is paid for is every pair of players who would meet more than once. Undefined where none was
 * found within `steps` tried trades, or where the plan cannot be.
 *
 * Method: starters and mixed differences as in R. C. Bose, 'On the construction of balanced incomplete block designs',
 * Annals of Eugenics 9, 1939, with the multipliers of R. M. Wilson, 'Cyclotomy and difference families in elementary
 * abelian groups', Journal of Number Theory 4, 1972; the search is S. Kirkpatrick, C. D. Gelatt & M. P. Vecchi,
 * 'Optimization by simulated annealing', Science 220, 1983.
 */
export function findStarter(plan: StarterPlan, seed: number, steps: number): Starter | undefined {
  const symmetry = symmetryOf(plan)
  if (!symmetry || symmetry.players % plan.size !== 0) return undefined
  if (plan.still > 0 && (plan.fixed > 0 || symmetry.across.length > 1 || plan.classes % plan.size !== 0))
    return undefined
  const random = seededRandom(seed)
  const meetings = countMeetings(plan, symmetry)
  let tried = 0
  for (let length = 20 * symmetry.players; tried < steps; length *= 1.5) {
    const budget = Math.min(Math.ceil(length), steps - tried)
    const layout = layOut(plan, symmetry, random, meetings)
    if (!layout) return undefined
    if (anneal(plan, symmetry, random, meetings, layout, budget)) {
      const groups = (all: Kept[]) => all.map(({ members }) => [...members])
      return { plan, base: layout.base.map(groups), still: layout.still.map(groups) }
    }
    tried += budget
  }
  return undefined
}

type Meetings = ReturnType<typeof countMeetings>

/** How often every orbit of pairs meets, in shares of `order`, so that a group with few images counts less. */
function countMeetings(plan: StarterPlan, symmetry: Symmetry) {
  const { players, within, across } = symmetry
  const order = within.length * across.length
  const { orbit, length } = pairOrbits(symmetry)
  const share = Int32Array.from(length, (pairs) => (plan.modulus * order * across.length) / pairs)
  const met = new Int32Array(length.length)
  let excess = 0
  /** A player joins (sign 1) or leaves (sign -1) the others of a group. */
  function change(player: number, members: Int32Array, place: number, images: number, sign: number) {
    for (let other = 0; other < members.length; other++) {
      if (other === place) continue
      const at = orbit[player * players + members[other]!]!
      const before = met[at]!
      const after = before + sign * images * share[at]!
      met[at] = after
      excess += Math.max(0, after - order) - Math.max(0, before - order)
    }
  }
  function count({ members, images }: Kept, sign: number) {
    for (let place = 1; place < members.length; place++) {
      change(members[place]!, members.subarray(0, place + 1), place, images, sign)
    }
  }
  function clear() {
    met.fill(0)
    excess = 0
  }
  return { change, count, clear, excess: () => excess }
}

interface Layout {
  base: Kept[][]
  still: Kept[][]
}

function layOut(plan: StarterPlan, symmetry: Symmetry, random: Random, meetings: Meetings): Layout | undefined {
  const order = symmetry.within.length
  for (let attempt = 0; attempt < 50; attempt++) {
    meetings.clear()
    const base: Kept[][] = []
    while (base.length < plan.moving) {
      const round = randomRound(plan, symmetry, random)
      if (!round) break
      base.push(round)
    }
    if (base.length < plan.moving) continue
    const still = stillRounds(plan, symmetry, random)
    if (!still) return undefined
    for (const kept of [...base, ...still].flat()) if (kept.images === 1) meetings.count(kept, 1)
    if (order > 1 && meetings.excess() > 0) continue
    meetings.clear()
    for (const kept of [...base, ...still].flat()) meetings.count(kept, 1)
    return { base, still }
  }
  return undefined
}

/** A round that the multiplier takes to itself: groups it keeps whole, and for the rest one of each `order`. */
function randomRound(plan: StarterPlan, symmetry: Symmetry, random: Random): Kept[] | undefined {
  const { size } = plan
  const { players, within } = symmetry
  const order = within.length
  const orbits: number[][] = []
  const seen = new Set<number>()
  for (let player = 0; player < players; player++) {
    if (seen.has(player)) continue
    const orbit = new Set<number>()
    for (const image of within) orbit.add(image[player]!)
    for (const each of orbit) seen.add(each)
    orbits.push([...orbit])
  }
  const short = random.shuffle(orbits.filter((orbit) => orbit.length < order))
  const full = random.shuffle(orbits.filter((orbit) => orbit.length === order))
  const round: Kept[] = []
  while (short.length > 0 || (players / size - round.length) % order !== 0) {
    const members = short.pop()?.slice() ?? []
    while (members.length < size) {
      const room = size - members.length
      const from = random.next() < 0.5 || full.length === 0 ? short : full
      const at = from.findIndex((orbit) => orbit.length <= room)
      if (at >= 0) members.push(...from.splice(at, 1)[0]!)
      else if (!short.concat(full).some((orbit) => orbit.length <= room)) return undefined
    }
    round.push({ members: Int32Array.from(members), images: 1 })
  }
  const loose = random.shuffle(full)
  while (loose.length > 0) {
    const members = loose.splice(0, size).map((orbit) => random.pick(orbit))
    if (members.length < size) return undefined
    round.push({ members: Int32Array.from(members), images: order })
  }
  return round
}

function stillRounds(plan: StarterPlan, symmetry: Symmetry, random: Random): Kept[][] | undefined {
  const order = symmetry.within.length
  const alone = plan.still % order
  const rounds: Kept[][] = []
  const kinds = Array.from({ length: plan.classes }, (_, kind) => kind)
  for (let round = 0; round < (plan.still - alone) / order; round++) {
    const shuffled = random.shuffle(kinds)
    const groups: Kept[] = []
    for (let first = 0; first < kinds.length; first += plan.size) {
      const members = shuffled
        .slice(first, first + plan.size)
        .map((kind) => kind * plan.modulus + random.int(plan.modulus))
      groups.push({ members: Int32Array.from(members), images: order })
    }
    rounds.push(groups)
  }
  for (let round = 0; order > 1 && round < alone; round++) {
    const groups = keptTransversals(plan, symmetry, random)
    if (!groups) return undefined
    rounds.push(groups)
  }
  return rounds
}

/** Groups with a member of every class that `within` takes to themselves. */
function keptTransversals(plan: StarterPlan, { within }: Symmetry, random: Random): Kept[] | undefined {
  const kindOf = (player: number) => Math.floor(player / plan.modulus)
  const seen = new Set<number>()
  const groups: Kept[] = []
  let members: number[] = []
  for (let kind = 0; kind < plan.classes; kind++) {
    if (seen.has(kind)) continue
    const start = kind * plan.modulus
    const orbitOf = (player: number) => [...new Set(within.map((image) => image[player]!))]
    const [zero, any] = [orbitOf(start), orbitOf(start + random.int(plan.modulus))]
    for (const member of zero) seen.add(kindOf(member))
    members.push(...(any.length === zero.length ? any : zero))
    if (members.length > plan.size) return undefined
    if (members.length < plan.size) continue
    groups.push({ members: Int32Array.from(members), images: 1 })
    members = []
  }
  return members.length === 0 ? groups : undefined
}

/** Trades places until nobody meets twice; true when that is reached. The layout is changed in place. */
function anneal(
  plan: StarterPlan,
  symmetry: Symmetry,
  random: Random,
  meetings: Meetings,
  layout: Layout,
  steps: number,
): boolean {
  const { within } = symmetry
  const order = within.length
  const unit = order * symmetry.across.length
  const { next } = random
  const below = (n: number) => Math.floor(next() * n)
  const loose = layout.base.map((round) => round.filter((kept) => order === 1 || kept.images > 1))
  const still = layout.still.filter((round) => order === 1 || round[0]!.images > 1)
  const movingShare = still.length === 0 ? 1 : loose.flat().length / (loose.flat().length + still.flat().length)
  const [hot, cold] = [0.9 * unit, 0.18 * unit]
  const cooling = Math.log(cold / hot)
  for (let step = 0; step < steps; step++) {
    const before = meetings.excess()
    if (before === 0) return true
    const heat = hot * Math.exp((cooling * step) / steps)
    const isMoving = next() < movingShare
    const round = isMoving ? loose[below(loose.length)]! : still[below(still.length)]!
    const first = round[below(round.length)]!
    const place = below(plan.size)
    const leaving = first.members[place]!
    let second = first
    let otherPlace = place
    let arriving = leaving
    if (isMoving ? round.length > 1 && (order === 1 || next() < 0.8) : round.length > 1 && next() < 0.3) {
      do second = round[below(round.length)]!
      while (second === first)
      otherPlace = below(plan.size)
      arriving = second.members[otherPlace]!
    }
    const turned = isMoving
      ? within[below(order)]![arriving]!
      : arriving - (arriving % plan.modulus) + below(plan.modulus)
    meetings.change(leaving, first.members, place, first.images, -1)
    first.members[place] = turned
    if (second !== first) meetings.change(arriving, second.members, otherPlace, second.images, -1)
    const back = second === first ? 0 : isMoving ? within[below(order)]![leaving]! : leaving
    if (second !== first) second.members[otherPlace] = back
    meetings.change(turned, first.members, place, first.images, 1)
    if (second !== first) meetings.change(back, second.members, otherPlace, second.images, 1)
    const worse = meetings.excess() - before
    if (worse <= 0 || next() < Math.exp(-worse / heat)) continue
    meetings.change(turned, first.members, place, first.images, -1)
    first.members[place] = leaving
    if (second !== first) {
      meetings.change(back, second.members, otherPlace, second.images, -1)
      second.members[otherPlace] = arriving
      meetings.change(arriving, second.members, otherPlace, second.images, 1)
    }
    meetings.change(leaving, first.members, place, first.images, 1)
  }
  return meetings.excess() === 0
}
