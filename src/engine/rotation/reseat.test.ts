import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reseat, type ReseatRequest } from './reseat.ts'

test('a newcomer takes the seat of who did not come, and nobody moves', () => {
  const seating = reseat({
    players: 7,
    groups: [
      [0, 1, 2],
      [3, 4, 5],
    ],
    didNotCome: [0],
    arrived: [6],
    leastSize: 3,
    mostSize: 3,
  })
  expect(seating).toEqual({
    groups: [
      [1, 2, 6],
      [3, 4, 5],
    ],
    moved: [],
    repeats: 0,
  })
})

test('a group that became too small takes in the one who met its members least', () => {
  const { groups, moved, repeats } = reseat({
    players: 9,
    groups: [
      [0, 1, 2, 3],
      [4, 5, 6, 7],
    ],
    didNotCome: [4, 5],
    leastSize: 3,
    mostSize: 4,
    metBefore: [
      [0, 6],
      [1, 7],
      [2, 6],
    ],
  })
  expect(moved).toEqual([3])
  expect(groups).toEqual([
    [0, 1, 2],
    [3, 6, 7],
  ])
  expect(repeats).toBe(0)
})

test('newcomers without room open a group, and a group of one is dissolved', () => {
  const full = { players: 8, leastSize: 2, mostSize: 3 }
  const opened = reseat({ ...full, groups: [[0, 1, 2]], arrived: [3] })
  const filled = reseat({
    ...full,
    groups: [
      [0, 1, 2],
      [3, 4],
    ],
    didNotCome: [4],
  })
  for (const { groups, moved } of [opened, filled]) {
    expect(moved).toEqual([2])
    expect(groups).toEqual([
      [0, 1],
      [2, 3],
    ])
  }
  const merged = reseat({
    ...full,
    groups: [
      [0, 1],
      [3, 4],
    ],
    didNotCome: [4],
  })
  expect(merged).toMatchObject({ moved: [3], groups: [[0, 1, 3], []] })
})

test('what cannot be seated is refused in a sentence', () => {
  const two = { players: 3, groups: [[0, 1]], leastSize: 3, mostSize: 3 }
  expect(() => reseat(two)).toThrow('2 people cannot sit in groups of 3 to 3.')
  expect(() => reseat({ ...two, arrived: [1] })).toThrow('Player 1 is seated or arrived twice.')
  expect(() => reseat({ ...two, arrived: [9] })).toThrow('There is no player 9: they are numbered from 0 to 2.')
})

const requests = fc
  .record({
    lengths: fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: 3 }),
    leastSize: fc.integer({ min: 1, max: 3 }),
    late: fc.integer({ min: 0, max: 2 }),
    seed: fc.infiniteStream(fc.boolean()),
  })
  .map(({ lengths, leastSize, late, seed }): ReseatRequest => {
    let next = 0
    const groups = lengths.map((length) => Array.from({ length }, () => next++))
    const arrived = Array.from({ length: late }, () => next++)
    const didNotCome = groups.flat().filter(() => seed.next().value && seed.next().value)
    const pairs = groups.flat().flatMap((a) => arrived.map((b): [number, number] => [a, b]))
    const metBefore = pairs.filter(() => seed.next().value)
    return { players: next, groups, didNotCome, arrived, leastSize, mostSize: 4, metBefore }
  })

test('as few move as in any seating at all', () => {
  fc.assert(
    fc.property(requests, (request) => {
      const fewest = fewestOfAll(request)
      if (fewest === undefined) {
        expect(() => reseat(request)).toThrow(/cannot sit/)
        return
      }
      const { groups, moved } = reseat(request)
      expect(moved).toHaveLength(fewest)
      const here = [...request.groups.flat(), ...request.arrived!].filter((one) => !request.didNotCome!.includes(one))
      expect(groups.flat().toSorted((a, b) => a - b)).toEqual(here.toSorted((a, b) => a - b))
      for (const { length } of groups) expect(length === 0 || (length >= request.leastSize && length <= 4)).toBe(true)
    }),
    { numRuns: 150 },
  )
})

/** Every way to give each person a group, counted by sizes: how few leave their own. */
function fewestOfAll({ groups, didNotCome, arrived, leastSize, mostSize }: ReseatRequest): number | undefined {
  const left = groups.map((group) => group.filter((player) => !didNotCome!.includes(player)).length)
  const people = left.reduce((sum, length) => sum + length, arrived!.length)
  let fewest: number | undefined
  const sizes: number[] = []
  choose(people)
  return fewest

  function choose(seats: number): void {
    if (sizes.length >= left.length && seats === 0) {
      const moves = left.reduce((sum, length, at) => sum + Math.max(0, length - sizes[at]!), 0)
      fewest = Math.min(fewest ?? Infinity, moves)
    }
    if (sizes.length === left.length + people) return
    for (let size = 0; size <= Math.min(seats, mostSize); size++) {
      if ((size > 0 && size < leastSize) || (size === 0 && sizes.length >= left.length)) continue
      sizes.push(size)
      choose(seats - size)
      sizes.pop()
    }
  }
}
