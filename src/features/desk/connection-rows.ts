import { isReviewDue } from '../connections/connection-state.ts'
import type { Standing } from '../connections/standing.ts'
import { type DeskRow, daysSince } from './row.ts'

export interface ConnectionFacts {
  standings: readonly Standing[]
  /** Declined proposals whose members have no other tie yet. */
  declined: readonly Standing[]
  /** When nobody agreed on a time, by connection. */
  noTimeSince: ReadonlyMap<string, Temporal.Instant>
  /** When an arranged session did not happen, with nothing arranged since. */
  missedAt: ReadonlyMap<string, Temporal.Instant>
  now: Temporal.Instant
  today: Temporal.PlainDate
}

/** Days after which an agreement without all signatures is a row, and a connection nobody touched. */
const unsignedDays = 14
export const untouchedDays = 30
export const mostUntouched = 5

/** What there is to help with in the connections of an initiative: at most one row each, the most telling one. */
export function connectionRows(facts: ConnectionFacts): DeskRow[] {
  const rows = facts.standings.flatMap((standing) => rowOf(standing, facts) ?? [])
  const untouched = rows.filter((row) => row.kind === 'untouched').toSorted((a, b) => b.days - a.days)
  const declined = facts.declined.map((standing): DeskRow => {
    const days = daysSince(standing.closed_at ?? standing.proposed_at, facts.now)
    return { kind: 'declined', key: keyOf('declined', standing), days, standing }
  })
  return [...rows.filter((row) => row.kind !== 'untouched'), ...untouched.slice(0, mostUntouched), ...declined]
}

const keyOf = (kind: string, { id }: Standing) => `${kind} ${id}`

function rowOf(standing: Standing, facts: ConnectionFacts): DeskRow | null {
  const { now, today } = facts
  const row = (kind: DeskRow['kind'], days: number): DeskRow => ({ kind, key: keyOf(kind, standing), days, standing })
  if (standing.state === 'proposed') return standing.stuck_at ? row('stuck', daysSince(standing.stuck_at, now)) : null
  if (standing.state !== 'active' && standing.state !== 'quiet') return null
  const startedAt = standing.started_at ?? standing.proposed_at
  const silent = daysSince(standing.last_contact_at ?? startedAt, now)
  const noTime = facts.noTimeSince.get(standing.id)
  if (noTime) return row('noTime', daysSince(noTime, now))
  const watch = standing.watch_state
  if (watch === 'lapsed' || watch === 'red' || watch === 'amber') return row(watch, silent)
  const missed = facts.missedAt.get(standing.id)
  if (missed) return row('missed', daysSince(missed, now))
  if (standing.isUnsigned && daysSince(startedAt, now) >= unsignedDays)
    return row('unsigned', daysSince(startedAt, now))
  if (isReviewDue({ state: standing.state, reviewOn: standing.review_on }, today)) {
    return row('review', standing.review_on ? standing.review_on.until(today).days : 0)
  }
  const untouched = daysSince(standing.last_touch_at ?? startedAt, now)
  return untouched >= untouchedDays ? row('untouched', untouched) : null
}
