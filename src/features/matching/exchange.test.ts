import { describe, expect, it } from 'vitest'
import { cheapestExchange, type ExchangeWanted } from './exchange.ts'
import type { Cohort } from './fit/fit.ts'
import { makeCohort } from './fit/fit.ts'
import { usualWeights } from './fit/parts.ts'
import { noHistory, sampleCohort } from './sample-peers.ts'

/** Every way to pair some places off, each place with another or with nobody. */
function* everyWay(places: readonly number[]): Generator<[number, number][]> {
  const [first, ...rest] = places
  if (first === undefined) return yield []
  for (const way of everyWay(rest)) yield way
  for (const other of rest) {
    for (const way of everyWay(rest.filter((place) => place !== other))) yield [[first, other], ...way]
  }
}

/** The same by trying everything: fewest broken pairs, then most points; null where somebody would lose a partner. */
function byHand(cohort: Cohort, { person, partner, free, movable }: ExchangeWanted) {
  const isNow = (a: number, b: number) => movable.some((two) => two.includes(a) && two.includes(b))
  const isFree = (place: number) => free.includes(place)
  const points = (a: number, b: number) => (isNow(a, b) ? cohort.points(a, b) : cohort.worth(a, b))
  let best: { broken: number; points: number } | null = null
  for (const way of everyWay([person, ...free, ...movable.flat()])) {
    const covered = new Set(way.flat())
    const isSound =
      covered.has(person) &&
      movable.flat().every((place) => covered.has(place)) &&
      way.every(([a, b]) => points(a, b) >= 0 && !(isFree(a) && isFree(b))) &&
      (partner === undefined || way.some((two) => two.includes(person) && two.includes(partner)))
    if (!isSound) continue
    const sum = way.reduce((all, [a, b]) => all + points(a, b), 0)
    const broken = movable.length - way.filter(([a, b]) => isNow(a, b)).length
    if (!best || broken < best.broken || (broken === best.broken && sum > best.points)) best = { broken, points: sum }
  }
  return best
}

/** Eight who can all talk to each other; some work for one organisation. */
function cohortOf(seed: number): Cohort {
  const english = [{ language: 'en', level: 'fluent' as const }]
  const profiles = sampleCohort(8, seed).map((peer, place) => ({
    ...peer,
    languages: english,
    organisationIds: [place % 3 === 0 ? 'ministry' : peer.personId],
  }))
  return makeCohort(profiles, usualWeights, noHistory)
}

describe('the cheapest exchange', () => {
  it('breaks the fewest pairs and then has the most points, as trying everything shows', () => {
    let possible = 0
    for (let seed = 1; seed <= 40; seed++) {
      const cohort = cohortOf(seed)
      const movable: [number, number][] = [[1, 2], [3, 4], ...(seed % 2 ? [[5, 6] as [number, number]] : [])]
      const free = seed % 2 ? [7] : [5, 6, 7].slice(0, seed % 4)
      for (const partner of [undefined, 1, 3]) {
        const wanted = { person: 0, free, movable, ...(partner === undefined ? {} : { partner }) }
        const [found, best] = [cheapestExchange(cohort, wanted), byHand(cohort, wanted)]
        expect(found === null).toBe(best === null)
        if (!found || !best) continue
        possible += 1
        expect(found.broken.length).toBe(best.broken)
        const kept = movable.filter((two) => !found.broken.includes(two))
        const sum =
          kept.reduce((all, [a, b]) => all + cohort.points(a, b), 0) +
          found.fresh.reduce((all, [a, b]) => all + cohort.worth(a, b), 0)
        expect(sum).toBe(best.points)
      }
    }
    expect(possible).toBeGreaterThan(40)
  })

  it('counts as cost what those who change lose, and takes nobody’s partner away', () => {
    const cohort = cohortOf(3)
    const found = cheapestExchange(cohort, { person: 0, partner: 1, free: [7], movable: [[1, 2]] })
    if (!found) throw new Error('This cohort has a way.')
    expect(found.fresh.flat().toSorted((a, b) => a - b)).toEqual([0, 1, 2, 7])
    expect(found.broken).toEqual([[1, 2]])
    const fit = (a: number, b: number) => cohort.fit(a, b).total
    expect(found.cost).toBe(2 * fit(1, 2) - fit(0, 1) - fit(2, 7))
    expect(cheapestExchange(cohort, { person: 0, partner: 1, free: [], movable: [[1, 2]] })).toBeNull()
  })
})
