import { sql } from 'kysely'
import { daysAfter } from '../../platform/clock.ts'
import { lapseNoticeDays } from '../authority/report.ts'
import type { Moment } from './moment.ts'

/** How many days back somebody still counts as in contact. */
export const contactDays = 30

/** How an initiative stands: what a facilitator is asked about first. */
export interface Headlines {
  /** Who takes part. */
  peers: number
  /** Peers with a contact in the last 30 days, and how many that was a week ago. */
  inContact: { now: number; weekAgo: number }
  /** Connections that run, and those of them that keep their rhythm. */
  connections: { running: number; inRhythm: number }
  /** Peers whose organisation lends them time now, and those whose time ends within the notice. */
  authority: { covered: number; endingSoon: number }
  /** Hours in contact since the beginning, of all who are still members; whole hours. */
  hours: number
}

/** The figures above the desk's rows, as one row of SQL: they are read together with what stands beside the rows. */
export function headlinesSql(initiativeId: string, { now, today }: Moment) {
  const inContactAt = (at: Temporal.Instant) => sql`(
    select count(distinct tie.person_id)::int from tie
    where tie.is_part and exists (
      select from contacts x
      where x.connection_id = tie.id and x.happened_at <= ${at} and x.happened_at > ${daysAfter(at, -contactDays)}))`
  return sql<Headlines>`
    with part as materialized (
      select person_id from participations where initiative_id = ${initiativeId} and state in ('active', 'paused')
    ), tie as materialized (
      select c.id, m.person_id, m.person_id in (select person_id from part) as is_part
      from connections c join connection_members m on m.connection_id = c.id
      where c.initiative_id = ${initiativeId} and m.left_at is null
    ), lent as materialized (
      select a.person_id, max(a.ends_on) as ends_on
      from authorities a join part on part.person_id = a.person_id
      where a.initiative_id = ${initiativeId} and a.ended_at is null and a.starts_on <= ${today} and a.ends_on >= ${today}
      group by a.person_id
    )
    select
      (select count(*)::int from part) as peers,
      json_build_object('now', ${inContactAt(now)}, 'weekAgo', ${inContactAt(daysAfter(now, -7))}) as "inContact",
      (select json_build_object('running', count(*), 'inRhythm', count(*) filter (where watch_state = 'fresh'))
        from connections where initiative_id = ${initiativeId} and state in ('active', 'quiet')) as connections,
      (select json_build_object('covered', count(*),
        'endingSoon', count(*) filter (where ends_on <= ${today.add({ days: lapseNoticeDays })})) from lent) as authority,
      (select coalesce(round(sum(x.minutes * n.members) / 60.0), 0)::int
        from (select id, count(*) as members from tie group by id) n
        join contacts x on x.connection_id = n.id and x.happened_at <= ${now}) as hours`
}
