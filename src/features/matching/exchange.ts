import { pair } from '../../engine/pairing/pair.ts'
import type { Cohort } from './fit/fit.ts'

type Two = readonly [number, number]

/** Who may move so that one person has a partner; all by their places in the cohort. */
export interface ExchangeWanted {
  person: number
  /** Whom the person shall have; anybody without it. */
  partner?: number
  /** People who have nobody. They need not get anybody. */
  free: readonly number[]
  /** Pairs that are proposed and that nobody has said yes to. Every one of their members keeps a partner. */
  movable: readonly Two[]
}

export interface Exchange {
  /** Pairs that come, the person's first. */
  fresh: Two[]
  /** Movable pairs that go. */
  broken: Two[]
  /** Points of fit that the members of broken pairs lose together; below 0 where they gain. */
  cost: number
}

/**
 * Gives a person a partner so that everybody in a movable pair keeps one: of all such ways one that breaks the fewest
 * pairs, and of these one with the most points in all. Exact: one maximum-weight pairing whose weights are, in this order,
 * members covered, the person covered, pairs kept, points; each outweighs all that follow it together.
 * @returns null where there is no such way
 */
export function cheapestExchange(cohort: Cohort, wanted: ExchangeWanted): Exchange | null {
  const { person, partner, free, movable } = wanted
  const places = [person, ...free, ...movable.flat()]
  const vertexOf = new Map(places.map((place, vertex) => [place, vertex]))
  const isFree = new Set(free)
  const mateNow = new Map(movable.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]))
  const candidates: [a: number, b: number, points: number][] = []
  for (const [index, a] of places.entries()) {
    for (const b of places.slice(index + 1)) {
      if (isFree.has(a) && isFree.has(b)) continue
      if (partner !== undefined && a === person && b !== partner) continue
      // They are proposed to each other now, so the rules of today would keep them apart.
      const points = mateNow.get(a) === b ? cohort.points(a, b) : cohort.worth(a, b)
      if (points >= 0) candidates.push([a, b, points])
    }
  }
  const most = candidates.reduce((sum, [, , points]) => Math.max(sum, points), 0)
  const kept = 1 + most * places.length
  const forPerson = kept * (movable.length + 1)
  const forMember = forPerson + kept * (movable.length + 1)
  const cover = (place: number) => (place === person ? forPerson : isFree.has(place) ? 0 : forMember)
  const edges = candidates.map(([a, b, points]): [number, number, number] => [
    vertexOf.get(a) ?? 0,
    vertexOf.get(b) ?? 0,
    cover(a) + cover(b) + (mateNow.get(a) === b ? kept : 0) + points,
  ])
  const found = pair({ n: places.length, edges })
  if (found.mate[0] === -1) return null
  const pairs = found.pairs.map(([u, v]): Two => [places[u] ?? 0, places[v] ?? 0])
  const fresh = pairs.filter(([a, b]) => mateNow.get(a) !== b)
  const stays = new Set(pairs.filter(([a, b]) => mateNow.get(a) === b).flat())
  const broken = movable.filter(([a]) => !stays.has(a))
  return { fresh, broken, cost: costOf(cohort, fresh, broken) }
}

function costOf(cohort: Cohort, fresh: readonly Two[], broken: readonly Two[]): number {
  const fitIn = (pairs: readonly Two[], place: number) => {
    const own = pairs.find((two) => two.includes(place))
    return own ? cohort.fit(own[0], own[1]).total : 0
  }
  return broken.flat().reduce((sum, place) => sum + fitIn(broken, place) - fitIn(fresh, place), 0)
}
