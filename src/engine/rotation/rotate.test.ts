import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkRotation } from './check-rotation.ts'
import { rotate } from './rotate.ts'
import type { RotationRequest } from './rotation-request.ts'

const quick = { effort: 20_000 }

test('where a construction has as many rounds nobody meets twice', () => {
  for (const request of [
    { players: 9, size: 3, rounds: 4 },
    { players: 24, groups: 8, rounds: 11 },
    { players: 65, size: 5, rounds: 16 },
  ]) {
    const rotation = rotate(request, quick)
    expect(rotation).toMatchObject({ repeats: 0, burden: 0 })
    expect(checkRotation(rotation.rounds, { players: request.players })).toMatchObject({ sound: true, repeats: 0 })
  }
})

test('twice around a perfect rotation everybody meets everybody twice', () => {
  const rotation = rotate({ players: 15, size: 3, rounds: 14 }, quick)
  expect(rotation).toMatchObject({ repeats: 105, burden: 105, leastBurden: 105 })
})

test('with few groups the bound is reached: two groups of four trade two and two', () => {
  const rotation = rotate({ players: 8, size: 4, rounds: 5 })
  expect(rotation.burden).toBe(rotation.leastBurden)
})

test('who met before stays apart as long as that can be', () => {
  const metBefore = Array.from({ length: 24 }, (_, player) => [player, (player + 1) % 24] as const)
  const rotation = rotate({ players: 24, size: 4, rounds: 4, metBefore }, quick)
  expect(rotation.repeats).toBe(0)
  const verdict = checkRotation(rotation.rounds, { players: 24, leastSize: 4, mostSize: 4, metBefore })
  expect(verdict).toMatchObject({ sound: true, repeats: 0 })
})

test('sizes can be given round by round', () => {
  const rotation = rotate(
    {
      players: 7,
      rounds: 2,
      sizes: [
        [3, 4],
        [2, 2, 3],
      ],
    },
    quick,
  )
  expect(rotation.rounds.map((groups) => groups.map((group) => group.length))).toEqual([
    [4, 3],
    [3, 2, 2],
  ])
})

const requests = fc
  .record({
    players: fc.integer({ min: 2, max: 26 }),
    rounds: fc.integer({ min: 1, max: 6 }),
    size: fc.integer({ min: 2, max: 5 }),
    away: fc.array(fc.array(fc.nat(25), { maxLength: 4 }), { maxLength: 6 }),
    met: fc.array(fc.tuple(fc.nat(25), fc.nat(25), fc.integer({ min: 1, max: 3 })), { maxLength: 20 }),
    seed: fc.integer(),
  })
  .map(({ players, rounds, size, away, met, seed }) => {
    const absent = away.slice(0, rounds).map((round) => [...new Set(round.filter((player) => player < players))])
    const metBefore = met.filter(([a, b]) => a !== b && Math.max(a, b) < players)
    return { request: { players, rounds, size, absent, metBefore } satisfies RotationRequest, seed }
  })

test('whoever is away, everybody else sits once, sizes differ by one at most, and the count holds', () => {
  fc.assert(
    fc.property(requests, ({ request, seed }) => {
      const limits = { seed, effort: 2000 }
      const rotation = rotate(request, limits)
      const verdict = checkRotation(rotation.rounds, request)
      expect(verdict).toMatchObject({ sound: true, repeats: rotation.repeats })
      for (const groups of rotation.rounds) {
        const lengths = groups.map((group) => group.length)
        if (lengths.length > 0) expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1)
      }
      expect(rotation.burden).toBeGreaterThanOrEqual(rotation.leastBurden)
      expect(rotate(request, limits)).toEqual(rotation)
    }),
    { numRuns: 80 },
  )
})

test('trades make it better than the construction alone, and a clock can end them', () => {
  const request = { players: 23, size: 4, rounds: 8 }
  const longer = rotate(request, { effort: 100_000 })
  expect(longer.burden).toBeLessThan(rotate(request, { effort: 0 }).burden)
  let now = 0
  const cut = rotate(request, { effort: 1e9, milliseconds: () => (now += 10), mostMilliseconds: 100 })
  expect(checkRotation(cut.rounds, { players: 23 })).toMatchObject({ sound: true, repeats: cut.repeats })
})

test('a thousand people are seated, and groups of very different sizes too', () => {
  const many = rotate({ players: 1000, size: 7, rounds: 3 }, quick)
  expect(checkRotation(many.rounds, { players: 1000, leastSize: 6, mostSize: 7 })).toMatchObject({ sound: true })
  expect(many.repeats).toBe(0)
  const sizes = [
    [90, 5, 5],
    [60, 39, 1],
  ]
  const uneven = rotate({ players: 100, rounds: 2, sizes }, quick)
  expect(checkRotation(uneven.rounds, { players: 100 })).toMatchObject({ sound: true, repeats: uneven.repeats })
})

test('what cannot be asked is refused in a sentence', () => {
  expect(() => rotate({ players: 7, rounds: 2 })).toThrow('Give either a number of groups, a size, or the sizes')
  expect(() => rotate({ players: 7, rounds: 1, sizes: [[3, 3]] })).toThrow('have 6 seats for 7 players')
  expect(() => rotate({ players: 7, rounds: 1, size: 4, leastSize: 4, mostSize: 4 })).toThrow('groups of 4 to 4')
  expect(() => rotate({ players: 7, rounds: 1, size: 3, absent: [[7]] })).toThrow('There is no player 7')
  expect(() => rotate({ players: 0, rounds: 1, size: 3 })).toThrow('The number of players must be')
})
