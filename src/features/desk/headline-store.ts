import { sql } from 'kysely'
import { daysAfter } from '../../platform/clock.ts'
import { lapseNoticeDays } from '../authority/report.ts'
import type { Moment } from './moment.ts'

/** How many days back somebody still counts as in contact. */
export const contactDays = 30
const mostWeeks = 8

/** How an initiative stands: what a facilitator is asked about first. */
export interface Headlines {
  /** Who takes part. */
  peers: number
  /** Peers with a contact in the last 30 days, as it was at the end of each of the last weeks; now last. */
  inContact: number[]
  /** Connections that run, and those of them that keep their rhythm. */
  connections: { running: number; inRhythm: number }
  /** Peers whose organisation lends them time now, and those whose time ends within the notice. */
  authority: { covered: number; endingSoon: number }
  /** Hours of all members in contact since the beginning, in whole hours. */
  hours: number
}

/** The figures above the desk's rows, as one row of SQL: they are read together with what stands beside the rows. */
export function headlinesSql(initiativeId: string, { now, today }: Moment) {
  return sql<Headlines>`
    with part as materialized (
      select person_id from participations where initiative_id = ${initiativeId} and state in ('active', 'paused')
    ), tie as materialized (
      select id, state, watch_state from connections where initiative_id = ${initiativeId}
    ), met as materialized (
      select m.person_id, x.happened_at, x.minutes
      from contacts x join tie on tie.id = x.connection_id join connection_members m on m.connection_id = x.connection_id
      where x.happened_at <= ${now} and (m.left_at is null or m.left_at > x.happened_at)
    ), lent as materialized (
      select a.person_id, max(a.ends_on) as ends_on
      from authorities a join part on part.person_id = a.person_id
      where a.initiative_id = ${initiativeId} and a.ended_at is null and a.starts_on <= ${today} and a.ends_on >= ${today}
      group by a.person_id
    )
    select
      (select count(*)::int from part) as peers,
      (select json_build_object('running', count(*), 'inRhythm', count(*) filter (where watch_state = 'fresh'))
        from tie where state in ('active', 'quiet')) as connections,
      (select json_build_object('covered', count(*),
        'endingSoon', count(*) filter (where ends_on <= ${today.add({ days: lapseNoticeDays })})) from lent) as authority,
      (select coalesce(round(sum(minutes) / 60.0), 0)::int from met) as hours,
      array(
        select count(distinct met.person_id)::int
        from generate_series(${daysAfter(now, -7 * (mostWeeks - 1))}::timestamptz, ${now}, '7 days') at
        left join met on met.happened_at <= at and met.happened_at > at - make_interval(days => ${contactDays})
          and met.person_id in (select person_id from part)
        group by at order by at
      ) as "inContact"`
}
