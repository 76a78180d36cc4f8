/*
 * A whole round of matching: from 500 profiles to reasoned proposals, and the price of a swap, in CPU milliseconds.
 * Usage: tsx bench/matching.ts [peers]
 */
import { makeCohort } from '../src/features/matching/fit/fit.ts'
import { usualWeights } from '../src/features/matching/fit/parts.ts'
import { priceCandidates } from '../src/features/matching/price.ts'
import { makeProposal } from '../src/features/matching/proposal.ts'
import { noHistory, sampleCohort } from '../src/features/matching/sample-peers.ts'
import { solve } from '../src/features/matching/solve.ts'

const count = Number(process.argv[2] ?? 500)
const pairs = (count * (count - 1)) / 2

for (let seed = 1; seed <= 5; seed++) {
  const profiles = sampleCohort(count, seed)
  const [cohort, preparing] = timed(() => makeCohort(profiles, usualWeights, noHistory))
  const [solution, solving] = timed(() => solve(cohort, []))
  const [, telling] = timed(() => solution.groups.map((group) => makeProposal(cohort, group)))
  const [, pricing] = timed(() => priceCandidates(cohort, [], 0, 8))
  const whole = preparing + solving + telling
  console.log(
    `${count} peers, ${pairs} pairs: ${whole.toFixed(0)} ms (prepare ${preparing.toFixed(0)}, score and solve ${solving.toFixed(0)}, ` +
      `explain ${telling.toFixed(0)}); ${solution.groups.length} groups, ${solution.leftOut.length} left out; a swap priced in ${pricing.toFixed(0)} ms`,
  )
}

function timed<T>(run: () => T): [T, number] {
  const before = process.cpuUsage()
  const value = run()
  const { user, system } = process.cpuUsage(before)
  return [value, (user + system) / 1000]
}
