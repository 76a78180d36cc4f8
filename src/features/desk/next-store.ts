import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'

export const nextSteps = ['ask held', 'remind', 'times', 'look', 'resume'] as const
export type NextStep = (typeof nextSteps)[number]

/** Something the system does by itself: what, when, and for whom. */
export interface Next {
  step: NextStep
  at: Temporal.Instant
  names: string[]
}

/** What the system will do next by itself, one of each kind at most, the soonest first. */
export async function readNext(db: Db, initiativeId: string, now: Temporal.Instant): Promise<Next[]> {
  const { rows } = await sql<Next>`
    select due.step, due.at, (
      select array_agg(p.name order by p.name)
      from connection_members m join persons p on p.id = m.person_id
      where m.connection_id = due.connection_id and m.left_at is null and (due.person_id is null or m.person_id = due.person_id)
    ) as names
    from (
      select distinct on (step) * from (
        select 'ask held' as step, s.ask_at as at, s.connection_id, null::uuid as person_id
        from sessions s where s.state = 'planned' and s.asked_at is null and s.ask_at > ${now}
        union all
        select 'remind', m.next_ask_at, m.connection_id, m.person_id
        from connection_members m where m.left_at is null and m.next_ask_at > ${now}
        union all
        select 'times', q.answer_by, q.connection_id, null from time_polls q where q.state = 'open' and q.answer_by > ${now}
        union all
        select 'look', c.next_watch_at, c.id, null
        from connections c where c.state in ('active', 'quiet') and c.next_watch_at > ${now}
        union all
        select 'resume', c.paused_until_on::timestamp at time zone 'UTC', c.id, null
        from connections c where c.state = 'paused' and c.paused_until_on::timestamp at time zone 'UTC' > ${now}
      ) every_step
      where connection_id in (select id from connections where initiative_id = ${initiativeId})
      order by step, at
    ) due
    order by due.at, due.step`.execute(db)
  return rows
}
