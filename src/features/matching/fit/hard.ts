import { haveCommonLanguage } from './language.ts'
import type { Peer } from './peer.ts'

/** Why two people may not be paired, whatever their fit. */
export type Hard = 'forbidden' | 'declined' | 'together' | 'same organisation' | 'earlier' | 'no language'

/** What two people's profiles do not tell. Pairs are named by `pairKey`. */
export interface FitContext {
  /** First day of the week whose hours are compared. */
  weekStart: Temporal.PlainDate
  allowSameOrganisation: boolean
  /** People who were in a connection that ended may be brought together again. */
  allowAgain: boolean
  /** Were in a connection, whatever became of it. */
  earlier: ReadonlySet<string>
  /** Are in an open connection now. */
  together: ReadonlySet<string>
  forbidden: ReadonlySet<string>
  /** One of the two would rather not, this time; which one is told to nobody. */
  declined?: ReadonlySet<string>
  /** Whom those asked for who answered before publication, by person. */
  askedFor?: ReadonlyMap<string, ReadonlySet<string>>
}

/** One name for two people, whichever comes first. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

/** The hard rule that keeps two people apart, or null. */
export function hardRule(a: Peer, b: Peer, context: FitContext): Hard | null {
  const key = pairKey(a.profile.personId, b.profile.personId)
  if (context.forbidden.has(key)) return 'forbidden'
  if (context.declined?.has(key)) return 'declined'
  if (context.together.has(key)) return 'together'
  if (!context.allowSameOrganisation && haveSameOrganisation(a, b)) return 'same organisation'
  if (!context.allowAgain && context.earlier.has(key)) return 'earlier'
  if (!haveCommonLanguage(a, b)) return 'no language'
  return null
}

function haveSameOrganisation(a: Peer, b: Peer): boolean {
  for (const id of a.profile.organisationIds) if (b.profile.organisationIds.includes(id)) return true
  return false
}
