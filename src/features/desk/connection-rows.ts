import { isReviewDue } from '../connections/connection-state.ts'
import type { Overview } from '../connections/overview.ts'
import { type DeskRow, daysSince } from './row.ts'

export interface ConnectionFacts {
  overviews: readonly Overview[]
  /** Declined proposals whose members have no other tie yet. */
  declined: readonly Overview[]
  /** When nobody agreed on a time, by connection. */
  noTimeSince: ReadonlyMap<string, Temporal.Instant>
  /** When an arranged session did not happen, with nothing arranged since. */
  missedAt: ReadonlyMap<string, Temporal.Instant>
  now: Temporal.Instant
  today: Temporal.PlainDate
}

/** Days after which an agreement without all signatures is a row, and a connection nobody touched. */
const unsignedDays = 14
const untouchedDays = 30
const mostUntouched = 5

/** What there is to help with in the connections of an initiative: at most one row each, the most telling one. */
export function connectionRows(facts: ConnectionFacts): DeskRow[] {
  const rows = facts.overviews.flatMap((overview) => rowOf(overview, facts) ?? [])
  const untouched = rows.filter((row) => row.kind === 'untouched').toSorted((a, b) => b.days - a.days)
  const declined = facts.declined.map((overview): DeskRow => {
    const days = daysSince(overview.connection.closed_at ?? overview.connection.proposed_at, facts.now)
    return { kind: 'declined', key: keyOf('declined', overview), days, overview }
  })
  return [...rows.filter((row) => row.kind !== 'untouched'), ...untouched.slice(0, mostUntouched), ...declined]
}

const keyOf = (kind: string, { connection }: Overview) => `${kind} ${connection.id}`

function rowOf(overview: Overview, facts: ConnectionFacts): DeskRow | null {
  const { connection, members } = overview
  const { now, today } = facts
  const row = (kind: DeskRow['kind'], days: number): DeskRow => ({ kind, key: keyOf(kind, overview), days, overview })
  if (connection.state === 'proposed') return connection.stuck_at ? row('stuck', daysSince(connection.stuck_at, now)) : null
  if (connection.state !== 'active' && connection.state !== 'quiet') return null
  const startedAt = connection.started_at ?? connection.proposed_at
  const silent = daysSince(connection.last_contact_at ?? startedAt, now)
  const noTime = facts.noTimeSince.get(connection.id)
  if (noTime) return row('noTime', daysSince(noTime, now))
  const watch = connection.watch_state
  if (watch === 'lapsed' || watch === 'red' || watch === 'amber') return row(watch, silent)
  const missed = facts.missedAt.get(connection.id)
  if (missed) return row('missed', daysSince(missed, now))
  const unsigned = members.some((member) => member.agreedVersion !== connection.agreement_version)
  if (unsigned && daysSince(startedAt, now) >= unsignedDays) return row('unsigned', daysSince(startedAt, now))
  if (isReviewDue({ state: connection.state, reviewOn: connection.review_on }, today)) {
    return row('review', connection.review_on ? connection.review_on.until(today).days : 0)
  }
  const untouched = daysSince(connection.last_touch_at ?? startedAt, now)
  return untouched >= untouchedDays ? row('untouched', untouched) : null
}
