/** People 0 .. n-1 and what each possible pair of them is worth. */
export interface PairingProblem {
  /** How many people (vertices) there are. */
  n: number
  /** Possible pairs with their worth, a whole number. Of pairs named twice the heaviest counts. */
  edges: readonly (readonly [u: number, v: number, weight: number])[]
  /** First as many pairs as possible, then the heaviest such set (default: the heaviest set, whatever its size). */
  maximumCardinality?: boolean
  /** Pairs that must be in the answer; each must be among the edges. */
  pins?: readonly (readonly [number, number])[]
  /** Pairs that must not be in the answer; naming a pair that is no edge is harmless. */
  forbidden?: readonly (readonly [number, number])[]
}

/** The same where each person may take several partners, but no pair is taken twice. */
export interface CapacityProblem extends PairingProblem {
  /** For each person how many pairs they may be in, a whole number from 0. */
  capacities: readonly number[]
}

export interface Pairing {
  /** Sum of the weights of all pairs, pins included. */
  weight: number
  /** For each vertex its partner, or -1. */
  mate: Int32Array
  /** Every pair once, smaller number first, in rising order. */
  readonly pairs: [number, number][]
  /** Spelled out when first read, which may take longer than the search where blossoms are deeply nested. */
  readonly certificate: PairingCertificate
}

/** As `Pairing`, but a person may be in several pairs. The certificate is that of their seats (see `seatProblem`). */
export type CapacityPairing = Omit<Pairing, 'mate'>

/**
 * A solution of the dual linear programme, which proves the pairing optimal (see `checkPairing`). All values are
 * doubled, so that they are whole numbers. Pinned vertices carry 0.
 */
export interface PairingCertificate {
  vertexDuals: number[]
  blossoms: { vertices: number[]; dual: number }[]
}

/** What the search does not see and what is put back into its answer. */
export interface SetAside {
  /** How many people there are. */
  n: number
  /** Added to each weight so that one more pair always outweighs everything else; 0 unless asked for. */
  shift: number
  pins: readonly (readonly [number, number])[]
  pinnedWeight: number
}

/** A problem that passed every check: pins set aside, banned and pinned edges left out. */
export interface SoundProblem extends SetAside {
  u: Int32Array
  v: Int32Array
  /** Weight plus `shift`. */
  weight: Float64Array
}

/** No sum inside the search exceeds 16 times the largest weight. */
const LARGEST_WEIGHT = 2 ** 49

/**
 * Checks a problem and sets the pins aside.
 *
 * @throws RangeError with one sentence that names the first fault
 */
export function soundProblem(problem: PairingProblem): SoundProblem {
  const { n, edges } = problem
  if (!Number.isInteger(n) || n < 0 || n > 2 ** 28) {
    throw new RangeError(`The number of vertices must be a whole number from 0 to 2^28, not ${n}.`)
  }
  const banned = new Set<number>()
  for (const [u, v] of problem.forbidden ?? []) {
    checkEnds(n, u, v, 'The forbidden pair')
    banned.add(pairKey(n, u, v))
  }
  const pinned = pinnedPartners(problem, banned)

  const us = new Int32Array(edges.length)
  const vs = new Int32Array(edges.length)
  const weights = new Float64Array(edges.length)
  const pinWeights = new Map<number, number>()
  let kept = 0
  let least = Infinity
  let most = -Infinity
  // Plain indices: unpacking by iterators takes half the time of a first, not yet compiled run.
  for (let index = 0; index < edges.length; index++) {
    const edge = edges[index]!
    const u = edge[0]
    const v = edge[1]
    const weight = edge[2]
    if ((u | 0) !== u || (v | 0) !== v || u < 0 || v < 0 || u >= n || v >= n || u === v) {
      checkEnds(n, u, v, 'The edge')
    }
    if (!Number.isSafeInteger(weight)) {
      throw new RangeError(`The edge ${u}-${v} weighs ${weight}, which is not a whole number of safe size.`)
    }
    if (pinned !== undefined && (pinned[u] !== -1 || pinned[v] !== -1)) {
      const key = pairKey(n, u, v)
      if (pinned[u] === v) pinWeights.set(key, Math.max(weight, pinWeights.get(key) ?? -Infinity))
      continue
    }
    if (banned.size > 0 && banned.has(pairKey(n, u, v))) continue
    us[kept] = u
    vs[kept] = v
    weights[kept++] = weight
    if (weight < least) least = weight
    if (weight > most) most = weight
  }

  const shift = problem.maximumCardinality === true && kept > 0 ? cardinalityShift(n, least, most) : 0
  const largest = kept > 0 ? Math.max(Math.abs(least), Math.abs(most)) : 0
  const { pins, pinnedWeight } = weighPins(problem, pinWeights)
  checkSizes(n, largest, shift, pinnedWeight)
  const weight = weights.subarray(0, kept)
  if (shift > 0) for (let edge = 0; edge < kept; edge++) weight[edge]! += shift
  return { n, u: us.subarray(0, kept), v: vs.subarray(0, kept), weight, shift, pins, pinnedWeight }
}

/**
 * Makes sure that every sum of weights stays exact.
 *
 * @throws RangeError with one sentence
 */
export function checkSizes(n: number, largest: number, shift: number, pinnedWeight: number): void {
  if (largest + shift > LARGEST_WEIGHT || largest * n + Math.abs(pinnedWeight) > Number.MAX_SAFE_INTEGER) {
    throw new RangeError(`Weights up to ${largest} are too large to add up exactly for ${n} vertices.`)
  }
}

/**
 * What to add to every weight so that a larger pairing always beats a smaller one. An augmenting path gives up at
 * most n/2 - 1 edges of weight `most` for one edge more, all of weight `least`.
 */
export function cardinalityShift(n: number, least: number, most: number): number {
  return Math.floor(n / 2) * (most - least) + Math.max(0, -least) + 1
}

/** One number for two vertices, whichever comes first. */
export function pairKey(n: number, u: number, v: number): number {
  return u < v ? u * n + v : v * n + u
}

/**
 * Makes sure that two numbers name two vertices.
 *
 * @param what how the sentence begins: 'The pin'
 * @throws RangeError with one sentence
 */
export function checkEnds(n: number, u: number, v: number, what: string): void {
  if (!(Number.isInteger(u) && u >= 0 && u < n && Number.isInteger(v) && v >= 0 && v < n)) {
    throw new RangeError(`${what} ${u}-${v} names a vertex outside 0 to ${n - 1}.`)
  }
  if (u === v) throw new RangeError(`${what} ${u}-${v} joins a vertex with itself.`)
}

function pinnedPartners(problem: PairingProblem, banned: ReadonlySet<number>): Int32Array | undefined {
  const { n, pins } = problem
  if (pins === undefined || pins.length === 0) return undefined
  const partner = new Int32Array(n).fill(-1)
  for (const [u, v] of pins) {
    checkEnds(n, u, v, 'The pin')
    if (banned.has(pairKey(n, u, v))) throw new RangeError(`The pair ${u}-${v} is both pinned and forbidden.`)
    const taken = partner[u] !== -1 && partner[u] !== v ? u : partner[v] !== -1 && partner[v] !== u ? v : -1
    if (taken !== -1) throw new RangeError(`Vertex ${taken} is pinned to two partners.`)
    partner[u] = v
    partner[v] = u
  }
  return partner
}

function weighPins(problem: PairingProblem, weights: ReadonlyMap<number, number>) {
  const pins = new Map<number, [number, number]>()
  let pinnedWeight = 0
  for (const [u, v] of problem.pins ?? []) {
    const key = pairKey(problem.n, u, v)
    if (pins.has(key)) continue
    const weight = weights.get(key)
    if (weight === undefined) throw new RangeError(`The pin ${u}-${v} is not among the edges.`)
    pins.set(key, [u, v])
    pinnedWeight += weight
  }
  if (!Number.isSafeInteger(pinnedWeight)) throw new RangeError('The pins weigh more than can be added up exactly.')
  return { pins: [...pins.values()], pinnedWeight }
}
