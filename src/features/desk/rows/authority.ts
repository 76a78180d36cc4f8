import { authorityState, lapseNoticeDays } from '../../authority/report.ts'
import { daysSince, type Moment } from '../moment.ts'
import type { DeskRow } from '../row.ts'

/** An authority in force or run out, not ended by hand, with its last report. */
export interface Standing {
  authorityId: string
  person: { id: string; name: string }
  authoriser: string
  endsOn: Temporal.PlainDate
  /** When the last report went out, unless it was answered. */
  waitingSince: Temporal.Instant | null
  /** A call the authoriser asked for and nobody has made. */
  call: { reportId: string; askedAt: Temporal.Instant; note: string } | null
}

/** Authorisers who want to talk, and authorities that lapse within 30 days or have lapsed. */
export function authorityRows(standings: readonly Standing[], { now, today }: Moment): DeskRow[] {
  return standings.flatMap((standing) => {
    const { authorityId, person, authoriser, endsOn, call, waitingSince } = standing
    const row = { about: authorityId, authorityId, person, authoriser }
    const rows: DeskRow[] = []
    if (call) {
      const { reportId, askedAt, note } = call
      const days = daysSince(askedAt, now)
      rows.push({
        ...row,
        kind: 'callAsked',
        key: `callAsked ${reportId}`,
        days,
        since: askedAt,
        helpedAt: null,
        reportId,
        note,
      })
    }
    const state = authorityState(endsOn, null, today)
    if (state === 'lapsed' || state === 'lapsing') {
      const from = state === 'lapsed' ? endsOn.add({ days: 1 }) : endsOn.subtract({ days: lapseNoticeDays })
      rows.push({
        ...row,
        kind: state === 'lapsed' ? 'authorityLapsed' : 'authorityLapsing',
        key: `${state === 'lapsed' ? 'authorityLapsed' : 'authorityLapsing'} ${authorityId}`,
        days: endsOn.until(today).days,
        since: from.toZonedDateTime('UTC').toInstant(),
        helpedAt: waitingSince,
        on: endsOn,
      })
    }
    return rows
  })
}

/** Days a connection may run before its members' authority is asked about. */
export const missingAfterDays = 14

/** Peers whose connection has run for a while and whose organisation's permission is not on record: one row for all. */
export function missingAuthority(people: readonly { personId: string; name: string }[]): DeskRow[] {
  if (people.length === 0) return []
  const kind = 'authorityMissing'
  return [
    { kind, key: kind, about: kind, days: 0, since: null, helpedAt: null, count: people.length, people: [...people] },
  ]
}
