import { type Cohort, type PartPoints, totalOf } from './fit/fit.ts'
import { partNames } from './fit/parts.ts'
import type { Reason } from './fit/reason.ts'
import { groupReasons } from './group-reasons.ts'

/** More people than this are a group, of whom as a whole is told. */
const largestTrio = 3

/** A pair, a trio or a group as it is kept with its round. */
export interface Proposal {
  /** In the order of the cohort; whoever joined a pair, or fits a group least, comes last. */
  personIds: string[]
  /** 0 to 100; of more than two the mean of all pairs in it. */
  fit: number
  parts: PartPoints[]
  reasons: Reason[]
}

/** A group with its parts and reasons. */
export function makeProposal(cohort: Cohort, group: readonly number[]): Proposal {
  const pairs = group.flatMap((a, index) => group.slice(index + 1).map((b) => cohort.fit(a, b)))
  const members = group.flatMap((place) => cohort.peers[place]?.profile ?? [])
  const reasons = pairs.flatMap((fit) => fit.reasons)
  const worth = pairs.reduce((sum, fit) => sum + fit.worth, 0)
  return {
    personIds: members.map(({ personId }) => personId),
    fit: totalOf(worth, cohort.most * pairs.length),
    parts: partNames.map((_name, index) => meanPart(pairs.flatMap((fit) => fit.parts[index] ?? []))),
    reasons: group.length > largestTrio ? groupReasons(members, reasons) : reasons,
  }
}

function meanPart(parts: readonly PartPoints[]): PartPoints {
  const [first] = parts
  if (!first) throw new RangeError('A proposal has at least one pair.')
  const mean = (values: readonly number[]) => Math.floor(values.reduce((sum, value) => sum + value, 0) / values.length)
  const levels = parts.flatMap(({ level }) => level ?? [])
  return {
    name: first.name,
    of: first.of,
    points: mean(parts.map(({ points }) => points)),
    level: levels.length === 0 ? null : mean(levels),
  }
}

/** The same people have the same key, in whatever order they are named. */
export function groupKey(personIds: readonly string[]): string {
  return personIds.toSorted().join(' ')
}
