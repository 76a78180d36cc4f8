/*
 * A whole round of matching: from 500 profiles to reasoned proposals, the price of a swap, pairs where a third takes two, and
 * groups of 5 to 7, in CPU milliseconds.
 * Usage: tsx bench/matching.ts [peers]
 */
import { type Cohort, makeCohort } from '../src/features/matching/fit/fit.ts'
import { usualWeights } from '../src/features/matching/fit/parts.ts'
import { priceCandidates } from '../src/features/matching/price.ts'
import { makeProposal } from '../src/features/matching/proposal.ts'
import { noHistory, sampleCohort } from '../src/features/matching/sample-peers.ts'
import { solve } from '../src/features/matching/solve.ts'
import { solveGroups } from '../src/features/matching/solve-groups.ts'

const count = Number(process.argv[2] ?? 500)
const pairs = (count * (count - 1)) / 2

for (let seed = 1; seed <= 5; seed++) {
  const profiles = sampleCohort(count, seed).map((peer, place) => ({ ...peer, problem: problemOf(place * 7 + seed) }))
  const [cohort, preparing] = timed(() => makeCohort(profiles, usualWeights, noHistory))
  const [solution, solving] = timed(() => solve(cohort, []))
  const [, telling] = timed(() => solution.groups.map((group) => makeProposal(cohort, group)))
  const [, pricing] = timed(() => priceCandidates(cohort, [], 0, 8))
  const several = makeCohort(
    profiles.map((peer, place) => ({ ...peer, capacity: place % 3 === 0 ? 2 : 1 })),
    usualWeights,
    noHistory,
  )
  const [, pairingSeveral] = timed(() => solve(several, []))
  const [circles, grouping] = timed(() => solveGroups(cohort, [], new Map(), { groupLeast: 5, groupMost: 7 }))
  const whole = preparing + solving + telling
  console.log(
    `${count} peers, ${pairs} pairs: ${whole.toFixed(0)} ms (prepare ${preparing.toFixed(0)}, score and solve ${solving.toFixed(0)}, ` +
      `explain ${telling.toFixed(0)}); ${solution.groups.length} groups, ${solution.leftOut.length} left out; a swap priced in ${pricing.toFixed(0)} ms; ` +
      `a third with two pairs ${pairingSeveral.toFixed(0)} ms; ${circles.groups.length} groups in ${grouping.toFixed(0)} ms, ` +
      `${circles.leftOut.length} left out, mean fit ${meanFit(cohort, circles.groups)} of a pair inside`,
  )
}

/** A problem of a dozen words, of which some are in many others'. */
function problemOf(place: number): string {
  const words =
    `budget ward audit radio harbour school water street market youth women council paper picture map number debt
    contract office region district people report hearing forum`.split(/\s+/)
  return Array.from({ length: 6 }, (_, at) => `the ${words[(place * (at + 3) + at * at) % words.length]}`).join(' and ')
}

function meanFit(cohort: Cohort, groups: readonly (readonly number[])[]): number {
  const pairs = groups.flatMap((all) => all.flatMap((a, at) => all.slice(at + 1).map((b) => cohort.points(a, b))))
  return Math.round((1000 * pairs.reduce((sum, one) => sum + one, 0)) / pairs.length / cohort.most) / 10
}

function timed<T>(run: () => T): [T, number] {
  const before = process.cpuUsage()
  const value = run()
  const { user, system } = process.cpuUsage(before)
  return [value, (user + system) / 1000]
}
