import { finiteField, integersModulo, type Ring } from './field.ts'

/**
 * A permutation of players that goes well with adding: elements are multiplied by `multiplier`; the first classes turn
 * in cycles of the lengths in `turn`, the first fixed players in those of `fixedTurn`, and the others stay.
 */
export interface Turning {
  multiplier: number
  turn: number[]
  fixedTurn: number[]
}

/**
 * The symmetry that a rotation is looked for with. The players are `classes` copies of a ring with `modulus` elements
 * (player class * modulus + element) and then `fixed` more. Adding 1 to every element (a fixed player stays) takes one
 * round of the rotation to another: each of `moving` base rounds gives `modulus` rounds, `still` rounds are taken to
 * themselves. Besides, `within` takes every base round to itself, and `across` makes more base rounds of each.
 */
export interface StarterPlan {
  size: number
  modulus: number
  field?: boolean
  classes: number
  fixed: number
  moving: number
  still: number
  within?: Turning
  across?: Turning
}

/** What a plan needs besides itself to give a whole rotation. */
export interface Starter {
  plan: StarterPlan
  /** For each moving round: groups of which the multiplier makes the base round. */
  base: number[][][]
  /** For each still round, or for one of each that the multiplier makes: one group of each kind. */
  still: number[][][]
}

/** A plan worked out: the ring, the players, and what its permutations do to them. */
export interface Symmetry {
  ring: Ring
  players: number
  /** The powers of `within`, the identity first; each gives the player in the place of every player. */
  within: Int32Array[]
  /** The powers of `across`, the identity first. */
  across: Int32Array[]
  /** The player after an element of the ring was added. */
  shift(player: number, element: number): number
}

/**
 * Works out the symmetry of a plan; undefined where the field does not exist, or a permutation is none or does not
 * commute with the other.
 *
 * @example symmetryOf(plan)?.shift(3, 1)
 */
export function symmetryOf(plan: StarterPlan): Symmetry | undefined {
  const { modulus, classes, fixed } = plan
  const ring = plan.field ? finiteField(modulus) : integersModulo(modulus)
  if (!ring) return undefined
  const players = classes * modulus + fixed
  const within = powers(permutation(plan, ring, plan.within))
  const across = powers(permutation(plan, ring, plan.across))
  const [one, other] = [within[1], across[1]]
  if (one && other && one.some((image, player) => other[image] !== one[other[player]!])) return undefined
  if (within.length === 0 || across.length === 0) return undefined
  const shift = (player: number, element: number) =>
    player >= classes * modulus ? player : player - (player % modulus) + ring.add(player % modulus, element)
  return { ring, players, within, across, shift }
}

function permutation({ modulus, classes, fixed }: StarterPlan, ring: Ring, turning?: Turning): Int32Array<ArrayBuffer> {
  const all = Int32Array.from({ length: classes * modulus + fixed }, (_, player) => player)
  if (!turning) return all
  const classAfter = afterTurn(classes, turning.turn)
  const fixedAfter = afterTurn(fixed, turning.fixedTurn)
  return all.map((player) => {
    const infinite = player - classes * modulus
    if (infinite >= 0) return classes * modulus + fixedAfter[infinite]!
    return classAfter[Math.floor(player / modulus)]! * modulus + ring.multiply(turning.multiplier, player % modulus)
  })
}

function afterTurn(length: number, cycles: number[]): number[] {
  const after = Array.from({ length }, (_, place) => place)
  let first = 0
  for (const cycle of cycles) {
    for (let step = 0; step < cycle; step++) after[first + step] = first + ((step + 1) % cycle)
    first += cycle
  }
  return after
}

/** The identity, the permutation, its square and so on until the identity would come again; nothing if it is none. */
function powers(step: Int32Array): Int32Array[] {
  if (new Set(step).size < step.length) return []
  const all: Int32Array[] = [step.map((_, player) => player)]
  let next = step
  while (next.some((image, player) => image !== player)) {
    all.push(next)
    next = next.map((image) => step[image]!)
  }
  return all
}

/** Which pairs of players the symmetry takes to one another. */
export interface PairOrbits {
  /** orbit[a * players + b], the same for b and a. */
  orbit: Int32Array
  /** How many pairs each orbit has. */
  length: number[]
}

/**
 * Sorts all pairs of players into the orbits of a symmetry: what is true of one pair of an orbit is true of all.
 *
 * @example pairOrbits(symmetry).length.length // the number of different pairs
 */
export function pairOrbits(symmetry: Symmetry): PairOrbits {
  const { players, ring, within, across } = symmetry
  const orbit = new Int32Array(players * players).fill(-1)
  const length: number[] = []
  const moves: Int32Array[] = ring.generators.map((element) =>
    Int32Array.from({ length: players }, (_, player) => symmetry.shift(player, element)),
  )
  moves.push(...within.slice(1, 2), ...across.slice(1, 2))
  for (let a = 0; a < players; a++) {
    for (let b = a + 1; b < players; b++) {
      if (orbit[a * players + b] !== -1) continue
      const waiting = [a * players + b]
      orbit[a * players + b] = orbit[b * players + a] = length.length
      let count = 0
      for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
        count++
        for (const move of moves) {
          const u = move[Math.floor(pair / players)]!
          const w = move[pair % players]!
          if (orbit[u * players + w] !== -1) continue
          orbit[u * players + w] = orbit[w * players + u] = length.length
          waiting.push(u * players + w)
        }
      }
      length.push(count)
    }
  }
  return { orbit, length }
}
