import { describe, expect, it } from 'vitest'
import { makeCohort } from './fit/fit.ts'
import { usualWeights } from './fit/parts.ts'
import { pinnedGroups } from './pins.ts'
import { noHistory, sampleCohort, samplePeer } from './sample-peers.ts'
import { solve } from './solve.ts'

const cohortOf = (...capacities: number[]) =>
  makeCohort(
    capacities.map((capacity, place) => samplePeer(`peer ${place}`, { capacity })),
    usualWeights,
    noHistory,
  )

describe('people who take several pairs', () => {
  it('take who would be alone, instead of a trio', () => {
    expect(solve(cohortOf(1, 1, 1), []).groups.map((group) => group.toSorted((a, b) => a - b))).toEqual([[0, 1, 2]])
    const { groups, leftOut } = solve(cohortOf(2, 1, 1), [])
    expect(groups.map((group) => group.length)).toEqual([2, 2])
    expect(groups.every((group) => group.includes(0))).toBe(true)
    expect(leftOut).toEqual([])
  })

  it('meet each other once, and nobody twice', () => {
    const { groups } = solve(cohortOf(3, 3, 1, 1), [])
    const keys = groups.map((group) => group.toSorted((a, b) => a - b).join())
    expect(new Set(keys).size).toBe(keys.length)
    expect(groups).toHaveLength(3)
  })

  it('keep as many pins as they take pairs', () => {
    const cohort = cohortOf(2, 1, 1, 1)
    const two = pinnedGroups(
      [
        ['peer 0', 'peer 1'],
        ['peer 0', 'peer 2'],
        ['peer 0', 'peer 3'],
      ],
      cohort,
    )
    expect(two).toEqual([
      [0, 1],
      [0, 2],
    ])
    expect(solve(cohort, two).groups).toEqual(expect.arrayContaining([expect.arrayContaining([0, 2])]))
    expect(
      pinnedGroups(
        [
          ['peer 1', 'peer 0'],
          ['peer 1', 'peer 2'],
        ],
        cohort,
      ),
    ).toEqual([[0, 1]])
  })

  it('are never in more pairs than they take, break no rule, and leave nobody alone whom they could take', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const profiles = sampleCohort(21, seed).map((peer, place) => ({ ...peer, capacity: 1 + ((place + seed) % 3) }))
      const cohort = makeCohort(profiles, usualWeights, noHistory)
      const { groups, leftOut } = solve(cohort, [])
      const count = (place: number) => groups.filter((group) => group.includes(place)).length
      for (const [place, { capacity }] of profiles.entries()) expect(count(place)).toBeLessThanOrEqual(capacity)
      for (const [a = 0, b = 0] of groups) expect(cohort.worth(a, b)).toBeGreaterThanOrEqual(0)
      for (const place of leftOut) {
        const couldTake = profiles.filter(
          ({ capacity }, other) => other !== place && cohort.worth(place, other) >= 0 && count(other) < capacity,
        )
        expect(
          couldTake.map(({ personId }) => personId),
          `seed ${seed}`,
        ).toEqual([])
      }
    }
  })
})
