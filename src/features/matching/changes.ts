import { groupKey } from './proposal.ts'

/** What an act changed in a round, kept with the round so that the page can say it. */
export interface Changes {
  kept: number
  /** Groups that were not there before, and groups that are gone, by the people in them. */
  fresh: string[][]
  lost: string[][]
  /** How many points all pairs together gained; null where they cannot be compared: nothing before, or other weights. */
  gained: number | null
}

/** The outcome of one solving: who is with whom, and the points of all pairs together (see `Solution`). */
interface Outcome {
  groups: readonly (readonly string[])[]
  pairsWorth: number
}

/** @param comparable whether points before and after are counted by the same weights */
export function changesBetween(before: Outcome | null, after: Outcome, comparable: boolean): Changes {
  const groupsBefore = before?.groups ?? []
  const old = new Set(groupsBefore.map(groupKey))
  const now = new Set(after.groups.map(groupKey))
  return {
    kept: after.groups.filter((group) => old.has(groupKey(group))).length,
    fresh: after.groups.filter((group) => !old.has(groupKey(group))).map((group) => [...group]),
    lost: groupsBefore.filter((group) => !now.has(groupKey(group))).map((group) => [...group]),
    gained: before && comparable ? after.pairsWorth - before.pairsWorth : null,
  }
}
