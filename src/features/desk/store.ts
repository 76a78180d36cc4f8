import { sql } from 'kysely'
import { anyOf } from '../../platform/database/any-of.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'
import { type Standing, standings } from '../connections/standing.ts'

const mostDeclined = 50

/** What was put aside, by the key of its row. */
export async function readSnoozes(db: Db, initiativeId: string, now: Temporal.Instant) {
  const rows = await db
    .selectFrom('desk_snoozes')
    .select(['row_key', 'until_at'])
    .where('initiative_id', '=', initiativeId)
    .where('until_at', '>', now)
    .execute()
  return new Map(rows.map((row) => [row.row_key, row.until_at]))
}

export async function saveSnooze(
  db: Tx,
  place: { agencyId: string; initiativeId: string },
  key: string,
  until: Temporal.Instant,
) {
  await db
    .insertInto('desk_snoozes')
    .values({ agency_id: place.agencyId, initiative_id: place.initiativeId, row_key: key, until_at: until })
    .onConflict((conflict) => conflict.columns(['initiative_id', 'row_key']).doUpdateSet({ until_at: until }))
    .execute()
}

export async function removeSnooze(db: Tx, initiativeId: string, key: string): Promise<void> {
  await db.deleteFrom('desk_snoozes').where('initiative_id', '=', initiativeId).where('row_key', '=', key).execute()
}

/** Declined proposals of the last two months in which somebody has no other tie that runs or is being asked about. */
export async function listDeclined(db: Db, initiativeId: string, now: Temporal.Instant): Promise<Standing[]> {
  const declined = await standings(db, initiativeId)
    .where('state', '=', 'declined')
    .where('closed_at', '>', now.subtract({ hours: 24 * 60 }))
    .orderBy('closed_at', 'desc')
    .execute()
  if (declined.length === 0) return []
  const { rows } = await sql<{ connection_id: string }>`
    select distinct member.connection_id from connection_members as member
    where member.connection_id = ${anyOf(declined.map(({ id }) => id))} and not exists (
      select from connection_members as other join connections as tie on tie.id = other.connection_id
      where other.person_id = member.person_id and other.left_at is null and tie.initiative_id = ${initiativeId}
        and tie.state in ('proposed', 'active', 'quiet', 'paused'))`.execute(db)
  const alone = new Set(rows.map((row) => row.connection_id))
  return declined.filter(({ id }) => alone.has(id)).slice(0, mostDeclined)
}

/** Connections in which nobody agreed on a time, with nothing arranged and no contact since: when they were last asked. */
export async function readNoTimes(db: Db, initiativeId: string) {
  const { rows } = await sql<{ connection_id: string; since: Temporal.Instant }>`
    select p.connection_id, max(p.asked_at) as since
    from time_polls p join connections c on c.id = p.connection_id
    where c.initiative_id = ${initiativeId} and p.state = 'unanswered' and c.state in ('active', 'quiet')
      and p.asked_at > coalesce(c.last_contact_at, c.started_at)
      and not exists (select 1 from time_polls q where q.connection_id = c.id and q.state = 'open')
      and not exists (select 1 from sessions s where s.connection_id = c.id and s.created_at > p.asked_at)
    group by p.connection_id`.execute(db)
  return new Map(rows.map((row) => [row.connection_id, row.since]))
}

/** Arranged sessions that did not happen, with nothing arranged or asked about since: when they were to be. */
export async function readMissed(db: Db, initiativeId: string) {
  const { rows } = await sql<{ connection_id: string; at: Temporal.Instant }>`
    select s.connection_id, max(s.starts_at) as at
    from sessions s join connections c on c.id = s.connection_id
    where c.initiative_id = ${initiativeId} and s.state = 'missed' and c.state in ('active', 'quiet')
      and s.starts_at > coalesce(c.last_contact_at, c.started_at)
      and not exists (select 1 from sessions n where n.connection_id = c.id and n.state = 'planned')
      and not exists (select 1 from time_polls q where q.connection_id = c.id and q.state = 'open')
    group by s.connection_id`.execute(db)
  return new Map(rows.map((row) => [row.connection_id, row.at]))
}

/** Sessions of the coming seven days, with their members' names. */
export async function listComingSessions(db: Db, initiativeId: string, now: Temporal.Instant) {
  const { rows } = await sql<{ id: string; starts_at: Temporal.Instant; minutes: number; names: string[] }>`
    select s.id, s.starts_at, s.minutes, array_agg(p.name order by p.name) as names
    from sessions s
    join connections c on c.id = s.connection_id
    join session_members m on m.session_id = s.id
    join persons p on p.id = m.person_id
    where c.initiative_id = ${initiativeId} and s.state = 'planned'
      and s.starts_at >= ${now.subtract({ hours: 1 })} and s.starts_at < ${now.add({ hours: 24 * 7 })}
    group by s.id order by s.starts_at limit 12`.execute(db)
  return rows
}

/** How many contacts there were in each of the last twelve weeks, the newest last. */
export async function countContactsByWeek(db: Db, initiativeId: string, now: Temporal.Instant): Promise<number[]> {
  const { rows } = await sql<{ week: number; count: number }>`
    select floor(extract(epoch from ${now}::timestamptz - x.happened_at) / 604800)::int as week, count(*)::int as count
    from contacts x join connections c on c.id = x.connection_id
    where c.initiative_id = ${initiativeId} and x.happened_at > ${now.subtract({ hours: 24 * 84 })} and x.happened_at <= ${now}
    group by 1`.execute(db)
  const weeks = new Map(rows.map((row) => [row.week, row.count]))
  return Array.from({ length: 12 }, (_, index) => weeks.get(11 - index) ?? 0)
}

export async function countFailedMail(db: Db, agencyId: string): Promise<number> {
  const row = await db
    .selectFrom('mails')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('agency_id', '=', agencyId)
    .where('state', '=', 'failed')
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
