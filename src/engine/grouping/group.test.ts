import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkGrouping } from './check-grouping.ts'
import { bestOfEveryGrouping } from './every-grouping.ts'
import { group } from './group.ts'
import { sizesBetween, type GroupingProblem } from './problem.ts'
import { distances, ruledProblem, unlikeSizes, unrelated } from './sample-groupings.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 31 })

test('sizes and rules hold in every answer, and its value is that of its groups', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { problem, kept } = ruledProblem(seed)
      expect(checkGrouping(problem, { groups: kept }).holds).toBe(true)
      const found = group(problem, { iterations: 30 }, seed)
      expect(checkGrouping(problem, found)).toMatchObject({ holds: true })
    }),
    { numRuns: 300 },
  )
})

test('small problems are solved as well as by trying every grouping', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { problem } = ruledProblem(seed)
      fc.pre(problem.n <= 9 && problem.objective === 'sum')
      expect(group(problem, { iterations: 300 }, seed).value).toBeCloseTo(bestOfEveryGrouping(problem)!, 6)
    }),
    { numRuns: 40, seed: 1 },
  )
})

test('the same seed, iterations and plan give the same answer', () => {
  const problem: GroupingProblem = { n: 40, fit: distances(40, 3), sizes: unlikeSizes(40, 6, 3) }
  const once = group(problem, { iterations: 400 }, 11)
  expect(group(problem, { iterations: 400 }, 11)).toEqual(once)
  expect(group(problem, { iterations: 400 }, 12).groups).not.toEqual(once.groups)
})

test('an answer found by time is found again by its iterations and plan', () => {
  const problem: GroupingProblem = { n: 60, fit: distances(60, 5), sizes: sizesBetween(60) }
  let now = 0
  const timed = group(problem, { seconds: 2, milliseconds: () => (now += 3) }, 4)
  const { iterations, plan } = timed
  expect(iterations).toBeGreaterThan(1000)
  expect(group(problem, { iterations, plan }, 4)).toEqual(timed)
})

test('more iterations never find less, where nothing has to cool', () => {
  const problem: GroupingProblem = { n: 60, fit: unrelated(60, 1), sizes: sizesBetween(60, 6, 6) }
  const values = [1, 50, 1000, 3000].map((iterations) => group(problem, { iterations }, 2).value)
  expect(values).toEqual(values.toSorted((a, b) => a - b))
  expect(values.at(-1)).toBeGreaterThan(values[0]!)
})

test('groups of two are the best pairing', () => {
  const problem: GroupingProblem = { n: 8, fit: unrelated(8, 4), sizes: sizesBetween(8, 2, 2), apart: [[0, 1]] }
  expect(group(problem, { iterations: 1 }, 1).value).toBeCloseTo(bestOfEveryGrouping(problem)!, 6)
})

test('the worst group is lifted first when that is asked for', () => {
  const problem: GroupingProblem = { n: 36, fit: unrelated(36, 8), sizes: sizesBetween(36, 5, 7) }
  const [plain, fair] = (['sum', 'worst'] as const).map((objective) =>
    group({ ...problem, objective }, { iterations: 2000 }, 1),
  )
  expect(fair!.worst).toBeGreaterThan(plain!.worst)
  expect(fair!.value).toBeLessThan(plain!.value)
})

test('a trait is spread as evenly as it can be when nothing else counts', () => {
  const values = Array.from({ length: 24 }, (_, person) => (person < 8 ? 1 : 0))
  const spread = [{ values, weight: 1 }]
  const found = group(
    { n: 24, fit: new Float64Array(24 * 24), sizes: sizesBetween(24, 6, 6), spread },
    { iterations: 200 },
    1,
  )
  expect(found.groups.map((all) => all.filter((person) => values[person]).length)).toEqual([2, 2, 2, 2])
  expect(found.value).toBeCloseTo(0, 9)
})

test('two hundred people with a tenth of all pairs kept apart find groups of four', () => {
  const n = 200
  const draws = unrelated(n, 6)
  const apart: [number, number][] = []
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) if (draws[i * n + j]! < 10) apart.push([i, j])
  const problem = { n, fit: unrelated(n, 7), sizes: sizesBetween(n, 4, 4), apart }
  expect(checkGrouping(problem, group(problem, { iterations: 20 }, 1))).toMatchObject({ holds: true })
})

const three: GroupingProblem = { n: 6, fit: unrelated(6, 1), sizes: sizesBetween(6, 2, 2) }
test.each<[string, Partial<GroupingProblem>]>([
  [
    '0, 1 and 2 must stay together, and no group holds 3 people.',
    {
      together: [
        [0, 1],
        [1, 2],
      ],
    },
  ],
  ['1 and 0 must stay together and must stay apart.', { together: [[0, 1]], apart: [[1, 0]] }],
  [
    '0, 1, 2 and 3 must all stay apart, and there are only 3 groups.',
    {
      apart: [
        [0, 1],
        [0, 2],
        [0, 3],
        [1, 2],
        [1, 3],
        [2, 3],
      ],
    },
  ],
  [
    '0 and 1 must stay apart, and both belong in group 2.',
    {
      apart: [[0, 1]],
      fixed: [
        [0, 2],
        [1, 2],
      ],
    },
  ],
  [
    '0, 1 and 2 belong in group 1, which holds at most 2 people.',
    {
      fixed: [
        [0, 1],
        [1, 1],
        [2, 1],
      ],
    },
  ],
  [
    "The share 'interpreter' needs 1 in each of 3 groups, 3 in all, and there are 2.",
    { shares: [{ name: 'interpreter', members: [3, 4], least: 1 }] },
  ],
  ['The groups hold at most 4 people, and there are 6.', { sizes: sizesBetween(4, 2, 2) }],
])('a clash is named: %s', (sentence, rules) => {
  expect(() => group({ ...three, ...rules }, { iterations: 1 }, 1)).toThrow(sentence)
})

test('people are divided into groups near the middle of the bounds', () => {
  expect(sizesBetween(23)).toEqual(Array.from({ length: 4 }, () => [5, 7]))
  expect(() => sizesBetween(8)).toThrow('8 people do not divide into groups of 5 to 7.')
})
