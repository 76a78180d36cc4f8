import type { Availability } from '../../availability/free-time.ts'
import { haveCommonLanguage } from './language.ts'
import { meetsNeed, type Need } from './need.ts'
import type { Peer } from './peer.ts'

/**
 * Why two people may not be paired, whatever their fit. 'kept apart' is one word for several rules on purpose: one of them
 * is a peer's own 'rather not', which nobody must be able to read off.
 */
export type Hard = 'forbidden' | 'together' | 'unmet need' | 'no language' | 'kept apart'

/** Whether people who were matched before are kept apart, brought together again, or neither. */
export type Contact = 'freeze' | 'continuity' | 'any'

/** What two people's profiles do not tell. Pairs are named by `pairKey`. */
export interface FitContext {
  /** First day of the weeks whose hours are compared. */
  weekStart: Temporal.PlainDate
  /** What is known of their time besides the week of their profile. */
  times: ReadonlyMap<string, Availability>
  allowSameOrganisation: boolean
  allowReportingLine: boolean
  /** People with an open connection take part too. */
  allowConnected: boolean
  contact: Contact
  /** Were in a connection, whatever became of it. */
  earlier: ReadonlySet<string>
  /** Are in an open connection now. */
  together: ReadonlySet<string>
  forbidden: ReadonlySet<string>
  /** Whom those asked for who answered before publication, by person. */
  askedFor?: ReadonlyMap<string, ReadonlySet<string>>
  /** One works under the other, or decides on the other's time. */
  lines: ReadonlySet<string>
  /** One of them would rather not, ever or in this round; which one is not told. */
  ratherNot: ReadonlySet<string>
  needs: ReadonlyMap<string, readonly Need[]>
  /** How many open connections somebody has; who has none is not in it. */
  loads: ReadonlyMap<string, number>
  /** Who was left out or let down last time. */
  leftOutLast: ReadonlySet<string>
}

/** One name for two people, whichever comes first. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

/** The hard rule that keeps two people apart, or null. What anybody can see comes first, so that it hides the rest. */
export function hardRule(a: Peer, b: Peer, context: FitContext): Hard | null {
  const key = pairKey(a.profile.personId, b.profile.personId)
  if (context.forbidden.has(key)) return 'forbidden'
  if (context.together.has(key)) return 'together'
  if (context.needs.size > 0 && hasUnmetNeed(a, b, context)) return 'unmet need'
  if (!haveCommonLanguage(a, b)) return 'no language'
  return areKeptApart(a, b, key, context) ? 'kept apart' : null
}

function areKeptApart(a: Peer, b: Peer, key: string, context: FitContext): boolean {
  if (!context.allowSameOrganisation && haveSameOrganisation(a, b)) return true
  if (!context.allowReportingLine && context.lines.has(key)) return true
  if (context.contact === 'freeze' && context.earlier.has(key)) return true
  return context.ratherNot.has(key)
}

function hasUnmetNeed(a: Peer, b: Peer, { needs }: FitContext): boolean {
  const isUnmet = (one: Peer, other: Peer) =>
    needs.get(one.profile.personId)?.some((need) => !meetsNeed(need, other.profile)) ?? false
  return isUnmet(a, b) || isUnmet(b, a)
}

function haveSameOrganisation(a: Peer, b: Peer): boolean {
  for (const id of a.profile.organisationIds) if (b.profile.organisationIds.includes(id)) return true
  return false
}
