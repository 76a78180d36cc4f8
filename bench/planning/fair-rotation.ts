import { impossible, type PlanningProblem } from '../../src/engine/planning/problem.ts'
import { solve } from '../../src/engine/planning/solve.ts'
import { timed } from '../pairing-rivals.ts'
import { loadHighs } from './highs.ts'
import { loadGenerator, rotationProblem } from './instances.ts'
import { sharingModel } from './models.ts'
import { judge, row } from './table.ts'

const weeks = 12
const groups = 12

/** Groups that meet weekly: the worst member's burden beside the LP value of sharing, and the best fixed hour. */
export async function fairRotation(seeds: readonly number[]): Promise<void> {
  const [generate, highs] = [await loadGenerator(), await loadHighs()]
  if (!generate) return judge('the shared generator of weeks is absent: no rotation measured', false)
  if (!highs) console.log('The npm package highs is absent: our own bound stands for the LP value.')
  console.log(
    `Groups over ${weeks} weeks. LP value: the least worst burden by shares of hours; slot: the dearest hour used.`,
  )
  console.log(
    row('seed/group of', [
      'LP value',
      'worst',
      'our bound',
      'slot',
      'fixed',
      'total',
      'least',
      'fewer %',
      'dearer %',
      'ms',
    ]),
  )
  let [isNear, isBelowFixed, tried] = [true, true, 0]
  for (const seed of seeds) {
    const week = generate(60, groups, 4, 5, seed)
    for (let group = 0; group < groups; group++) {
      const shared = rotationProblem(week, group, weeks, 'worst first')
      const fixed = bestFixed(shared)
      if (fixed === undefined || fixed === 0) continue
      tried++
      const { result: ours, seconds } = timed(() => solve(shared, { seed: 1 }))
      const cheapest = solve({ ...shared, sharing: 'total first' }, { seed: 1 })
      const value = highs ? weeks * highs(sharingModel(shared), 20).objective : ours.leastWorst
      const slot = dearest(shared, ours.starts[0]!)
      isNear &&= ours.unplaced === 0 && ours.worst <= value + slot + 1e-6
      isBelowFixed &&= ours.worst <= fixed
      console.log(
        row(`${seed}/${group} of ${shared.people}`, [
          value,
          ours.worst,
          ours.leastWorst,
          slot,
          fixed,
          ours.total,
          cheapest.total,
          100 * (1 - ours.worst / Math.max(1, cheapest.worst)),
          100 * (ours.total / Math.max(1, cheapest.total) - 1),
          1000 * seconds,
        ]),
      )
    }
  }
  console.log("'fewer' and 'dearer' beside the plan of least total: the worst member's burden, and everybody's.\n")
  judge(`${tried} rotations: worst burden at most the LP value and one slot`, isNear)
  judge(`${tried} rotations: never above the best fixed hour`, isBelowFixed)
}

/** The worst burden of meeting at the same hour every week, at the hour where that is least. */
function bestFixed({ series, slots }: PlanningProblem): number | undefined {
  const { rows, sessions } = series[0]!
  const worsts = Array.from({ length: slots / weeks }, (_, slot) => Math.max(...rows.map((row) => row[slot]!)))
  const possible = worsts.filter((points) => points < impossible)
  return possible.length === 0 ? undefined : sessions * Math.min(...possible)
}

function dearest({ series }: PlanningProblem, starts: ArrayLike<number>): number {
  const { rows } = series[0]!
  return Math.max(0, ...Array.from(starts, (slot) => (slot < 0 ? 0 : Math.max(...rows.map((row) => row[slot]!)))))
}
