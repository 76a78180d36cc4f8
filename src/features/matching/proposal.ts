import { type Cohort, type PartPoints, totalOf } from './fit/fit.ts'
import { partNames } from './fit/parts.ts'
import type { Reason } from './fit/reason.ts'

/** A pair or a trio as it is kept with its round. */
export interface Proposal {
  /** In the order of the cohort; whoever joined a pair comes last. */
  personIds: string[]
  /** 0 to 100; of a trio the mean of its three pairs. */
  fit: number
  parts: PartPoints[]
  reasons: Reason[]
}

/** A group of two or three with its parts and reasons. */
export function makeProposal(cohort: Cohort, group: readonly number[]): Proposal {
  const pairs = group.flatMap((a, index) => group.slice(index + 1).map((b) => cohort.fit(a, b)))
  const worth = pairs.reduce((sum, fit) => sum + fit.worth, 0)
  return {
    personIds: group.map((place) => cohort.peers[place]?.profile.personId ?? ''),
    fit: totalOf(worth, cohort.most * pairs.length),
    parts: partNames.map((_name, index) => meanPart(pairs.flatMap((fit) => fit.parts[index] ?? []))),
    reasons: pairs.flatMap((fit) => fit.reasons),
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
