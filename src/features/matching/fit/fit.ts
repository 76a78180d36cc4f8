import type { PeerProfile } from '../../initiatives/peer-profile.ts'
import { type FitContext, type Hard, hardRule, pairKey } from './hard.ts'
import type { Circumstances, FitPart } from './part.ts'
import { isPartIn, type PartName, partNames, parts, type Weights } from './parts.ts'
import { type Numbering, type Peer, preparePeers } from './peer.ts'
import type { Reason } from './reason.ts'

export interface PartPoints {
  name: PartName
  /** 0 to `of`. */
  points: number
  /** 100 times the weight. */
  of: number
  /** 0 to 100, whatever the weight; null where an answer is missing. */
  level: number | null
}

/** How well people fit, and what keeps them apart whatever the fit. */
export interface Fit {
  /** 0 to 100, rounded down. */
  total: number
  /** The sum of all points: what the matching maximises. */
  worth: number
  parts: PartPoints[]
  hard: Hard | null
  reasons: Reason[]
}

/** People who are held against each other, by their place in the list. */
export interface Cohort {
  peers: Peer[]
  /** Place of each person. */
  placeOf: ReadonlyMap<string, number>
  /** See `mostPoints`. */
  most: number
  /** The points of two people, or -1 where a hard rule keeps them apart. */
  worth(a: number, b: number): number
  /** The points of two people, hard rules aside. */
  points(a: number, b: number): number
  hard(a: number, b: number): Hard | null
  fit(a: number, b: number): Fit
  /** All pairs the hard rules allow, with their points; counted when first asked for. */
  readonly allowed: readonly AllowedPair[]
}

export type AllowedPair = readonly [a: number, b: number, worth: number]

/** @param prepared the same profiles made ready before, where that was done */
export function makeCohort(
  profiles: readonly PeerProfile[],
  weights: Weights,
  context: FitContext,
  { peers, numbering } = preparePeers(profiles, context),
): Cohort {
  const counted = partNames
    .filter((name) => weights[name] > 0 && isPartIn(name, context))
    .map((name) => ({ part: parts[name], weight: weights[name] }))
  const most = mostPoints(weights, context)
  const peer = (place: number): Peer => {
    const found = peers[place]
    if (!found) throw new RangeError(`There is nobody in place ${place}.`)
    return found
  }
  function points(a: number, b: number): number {
    const [one, other] = [peer(a), peer(b)]
    let sum = 0
    for (const { part, weight } of counted) sum += weight * (part.level(one, other) ?? 0)
    return sum
  }
  const worth = (a: number, b: number) => (hardRule(peer(a), peer(b), context) === null ? points(a, b) : -1)
  let allowed: AllowedPair[] | undefined
  return {
    peers,
    placeOf: new Map(profiles.map((profile, place) => [profile.personId, place])),
    most,
    points,
    worth,
    hard: (a, b) => hardRule(peer(a), peer(b), context),
    fit: (a, b) => fitOfPeers(peer(a), peer(b), weights, most, context, numbering),
    get allowed() {
      allowed ??= allowedPairs(peers.length, worth)
      return allowed
    },
  }
}

function allowedPairs(count: number, worth: (a: number, b: number) => number): AllowedPair[] {
  const found: AllowedPair[] = []
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      const points = worth(a, b)
      if (points >= 0) found.push([a, b, points])
    }
  }
  return found
}

/**
 * The fit of two people from their profiles alone.
 * @example fitOf(ana, kofi, usualWeights, context).total // 78
 */
export function fitOf(a: PeerProfile, b: PeerProfile, weights: Weights, context: FitContext): Fit {
  return makeCohort([a, b], weights, context).fit(0, 1)
}

/** The points of a pair that fits in everything; what counts on top is not among them, unless nothing else counts. */
export function mostPoints(weights: Weights, circumstances: Circumstances): number {
  const sum = (names: readonly PartName[]) => names.reduce((all, name) => all + 100 * weights[name], 0)
  const counted = partNames.filter((name) => isPartIn(name, circumstances))
  return sum(counted.filter((name) => !isBonus(name))) || sum(counted)
}

function isBonus(name: PartName): boolean {
  const part: FitPart = parts[name]
  return part.isBonus ?? false
}

/** Points as a percentage of what a pair could have, at most 100. */
export function totalOf(worth: number, most: number): number {
  return most === 0 ? 0 : Math.min(100, Math.floor((100 * worth) / most))
}

function fitOfPeers(a: Peer, b: Peer, weights: Weights, most: number, context: FitContext, numbering: Numbering): Fit {
  const counted = partNames.map((name) => {
    const isIn = isPartIn(name, context)
    const level = isIn ? parts[name].level(a, b) : null
    return { name, points: weights[name] * (level ?? 0), of: isIn ? 100 * weights[name] : 0, level }
  })
  const worth = counted.reduce((sum, part) => sum + part.points, 0)
  return {
    total: totalOf(worth, most),
    worth,
    parts: counted,
    hard: hardRule(a, b, context),
    reasons: reasonsOf(a, b, context, numbering),
  }
}

function reasonsOf(a: Peer, b: Peer, context: FitContext, numbering: Numbering): Reason[] {
  const people = [a.profile.personId, b.profile.personId] as [string, string]
  const again: Reason[] = context.earlier.has(pairKey(...people)) ? [{ kind: 'again', people }] : []
  const counted = partNames.filter((name) => isPartIn(name, context))
  return [...counted.flatMap((name) => parts[name].reasons(a, b, numbering)), ...again]
}
