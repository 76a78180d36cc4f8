import { sql } from 'kysely'
import { daysAfter } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { type DirectoryCounts, directoryCounts } from '../initiatives/directory-counts.ts'
import { type Headlines, headlinesSql } from './headline-store.ts'
import type { Moment } from './moment.ts'

const mostWeeks = 52
const mostSessions = 12
const weekMilliseconds = 7 * 86_400_000

export interface ComingSession {
  id: string
  startsAt: Temporal.Instant
  /** Of its members. */
  names: string[]
}

export interface Figures {
  /** Whether anything was ever proposed: before that, the page is a guide. */
  hasBegun: boolean
  headlines: Headlines
  counts: DirectoryCounts
  /** When the first connection started. */
  startedAt: Temporal.Instant | null
  /** Contacts in each week since then, at most a year back; the seven days that end now last. */
  weeks: number[]
  /** Members who were asked 'did you meet?' and have not answered, and in how many sessions. */
  checkins: { people: number; sessions: number }
  /** Mails of the agency that have not left yet. */
  mailsWaiting: number
  /** Sessions of the coming seven days. */
  sessions: ComingSession[]
  /** Rows that are put aside at present, by their keys. */
  putAside: ReadonlySet<string>
}

/** What stands above and beside the rows, and which rows are put aside. One query. */
export async function readFigures(db: Db, place: { id: string; agencyId: string }, moment: Moment): Promise<Figures> {
  const { now } = moment
  const { rows } = await sql<{
    has_begun: boolean
    headlines: Headlines
    counts: DirectoryCounts
    started_at: Temporal.Instant | null
    contacts: { week: number; count: number }[] | null
    people: number
    sessions: number
    coming: { id: string; at: number; names: string[] }[] | null
    mails_waiting: number
    put_aside: string[] | null
  }>`
    select begun.has_begun, begun.started_at, weeks.list as contacts, asked.people, asked.sessions, coming.list as coming,
      mails.waiting as mails_waiting,
      (select row_to_json(h) from (${headlinesSql(place.id, moment)}) h) as headlines,
      (select row_to_json(d) from (${directoryCounts(db, place.id, now)}) d) as counts,
      array(select row_key from desk_snoozes where initiative_id = ${place.id} and until_at > ${now}) as put_aside
    from (select count(*) > 0 as has_begun, min(started_at) as started_at from connections where initiative_id = ${place.id}) begun
    cross join (
      select json_agg(json_build_object('week', w.week, 'count', w.count)) as list from (
        select floor(extract(epoch from ${now}::timestamptz - x.happened_at) / 604800)::int as week, count(*)::int as count
        from contacts x join connections c on c.id = x.connection_id
        where c.initiative_id = ${place.id} and x.happened_at <= ${now} and x.happened_at > ${daysAfter(now, -7 * mostWeeks)}
        group by 1) w
    ) weeks
    cross join (
      select count(*)::int as people, count(distinct s.id)::int as sessions
      from sessions s
      join connections c on c.id = s.connection_id
      join session_members m on m.session_id = s.id
      where c.initiative_id = ${place.id} and s.state = 'planned' and m.held is null and s.asked_at > ${daysAfter(now, -14)}
    ) asked
    cross join (
      select json_agg(json_build_object('id', n.id, 'at', extract(epoch from n.starts_at) * 1000, 'names', n.names) order by n.starts_at, n.id) as list
      from (
        select s.id, s.starts_at, array_agg(p.name order by p.name) as names
        from sessions s
        join connections c on c.id = s.connection_id
        join session_members m on m.session_id = s.id
        join persons p on p.id = m.person_id
        where c.initiative_id = ${place.id} and s.state = 'planned'
          and s.starts_at >= ${now.subtract({ hours: 1 })} and s.starts_at < ${daysAfter(now, 7)}
        group by s.id order by s.starts_at, s.id limit ${mostSessions}) n
    ) coming
    cross join (
      select count(*)::int as waiting from mails where agency_id = ${place.agencyId} and state in ('queued', 'sending')
    ) mails`.execute(db)
  const [row] = rows
  if (!row) throw new Error('A count without an answer.')
  const counts = new Map(row.contacts?.map(({ week, count }) => [week, count]))
  const span = row.started_at ? weeksSince(row.started_at, now) : 0
  return {
    hasBegun: row.has_begun,
    headlines: row.headlines,
    counts: row.counts,
    startedAt: row.started_at,
    weeks: Array.from({ length: span }, (_, index) => counts.get(span - 1 - index) ?? 0),
    checkins: { people: row.people, sessions: row.sessions },
    mailsWaiting: row.mails_waiting,
    putAside: new Set(row.put_aside),
    sessions: (row.coming ?? []).map(({ id, at, names }) => {
      return { id, startsAt: Temporal.Instant.fromEpochMilliseconds(Math.floor(at)), names }
    }),
  }
}

function weeksSince(at: Temporal.Instant, now: Temporal.Instant): number {
  const weeks = Math.ceil((now.epochMilliseconds - at.epochMilliseconds) / weekMilliseconds)
  return Math.min(mostWeeks, Math.max(1, weeks))
}
