import { pair } from '../../engine/pairing/pair.ts'
import { liftsOf } from './coming-first.ts'
import type { Cohort } from './fit/fit.ts'

/**
 * Gives people who are left out a pair to join, as many as can be and with the most points in all; each pair takes one.
 * @returns who joins, by the pair
 */
export function joinTrios(
  cohort: Cohort,
  pairs: readonly (readonly [number, number])[],
  alone: readonly number[],
): Map<readonly [number, number], number> {
  const edges: [number, number, number][] = []
  const lift = liftsOf(cohort)
  for (const [one, place] of alone.entries()) {
    const possible: [number, number, number][] = []
    for (const [other, [first, second]] of pairs.entries()) {
      const [withFirst, withSecond] = [cohort.worth(place, first), cohort.worth(place, second)]
      if (withFirst >= 0 && withSecond >= 0)
        possible.push([one, alone.length + other, withFirst + withSecond + 2 * lift(place)])
    }
    // Of as many pairs as there are people to join, one is always left: worse ones are never needed.
    possible.sort(([, a, worth], [, b, other]) => other - worth || a - b)
    edges.push(...possible.slice(0, alone.length))
  }
  const { mate } = pair({ n: alone.length + pairs.length, edges, maximumCardinality: true })
  const joined = new Map<readonly [number, number], number>()
  for (const [one, place] of alone.entries()) {
    const joins = pairs[(mate[one] ?? -1) - alone.length]
    if (joins) joined.set(joins, place)
  }
  return joined
}
