import { pair } from '../pairing/pair.ts'
import { pairWorth } from './atoms.ts'
import { GroupingClash, type GroupingProblem } from './problem.ts'

/**
 * The best grouping by exact matching where every group has two people and no rule is about a group; undefined
 * elsewhere. Fits count to the sixth decimal, fewer where they are large.
 *
 * @throws GroupingClash when there are not enough pairs that may meet
 */
export function pairUp(problem: GroupingProblem): Int32Array | undefined {
  const { n, sizes, fixed = [], shares = [], together = [], apart = [] } = problem
  if (sizes.some(([least, most]) => least !== 2 || most !== 2) || sizes.length * 2 !== n) return undefined
  if (problem.objective === 'worst' || fixed.length > 0 || shares.length > 0) return undefined
  if (together.some((all) => new Set(all).size > 2)) return undefined
  const worth = pairWorth(problem)
  let largest = 1
  for (const each of worth) largest = Math.max(largest, Math.abs(each))
  let unit = 1e6
  while (unit > 1e-3 && largest * unit * n * 4 > 2 ** 46) unit /= 10
  const edges: [number, number, number][] = []
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) edges.push([i, j, Math.round(worth[i * n + j]! * unit)])
  const pins = together.map((all) => [...new Set(all)]).filter((all) => all.length === 2) as [number, number][]
  const { pairs } = pair({ n, edges, maximumCardinality: true, pins, forbidden: apart })
  if (pairs.length < sizes.length) {
    throw new GroupingClash(
      `Only ${pairs.length} pairs can be made of people who may meet, and ${sizes.length} are asked for.`,
    )
  }
  const groupOf = new Int32Array(n)
  for (const [at, [one, other]] of pairs.entries()) groupOf[one] = groupOf[other] = at
  return groupOf
}
