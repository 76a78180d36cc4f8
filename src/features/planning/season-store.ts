import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import { anyOf } from '../../platform/database/any-of.ts'
import { listPeers, meetingsLeftTo } from '../activities/overview.ts'
import type { Tx } from '../../platform/work.ts'

export interface PlanMember {
  personId: string
  name: string
  zone: string
  city: string
}

export interface PlanConnection {
  of: 'connection'
  id: string
  state: string
  rhythmDays: number
  medium: string
  pausedUntilOn: string | null
  members: PlanMember[]
}

/** A group meeting that is left to a season: once, for everybody who takes part. */
export interface PlanMeeting {
  of: 'meeting'
  id: string
  title: string
  tool: string
  minutes: number
  /** 'remote', or the room it is in. */
  medium: string
  notBeforeOn: string | null
  notAfterOn: string | null
  members: PlanMember[]
  /** Of its members, those without whom there is none. */
  required: ReadonlySet<string>
}

/** Whose sessions a plan finds times for. */
export type PlanSeries = PlanConnection | PlanMeeting

/**
 * The connections of an initiative that can meet in a season: those that run, and those that pause, or of which somebody
 * pauses, until a day. One of which somebody takes no more part in the initiative cannot.
 */
export async function listConnections(
  db: Db | Tx,
  initiativeId: string,
  connectionIds?: readonly string[],
): Promise<PlanConnection[]> {
  let query = db
    .selectFrom('connections as c')
    .select(['c.id', 'c.state', 'c.rhythm_days', 'c.medium'])
    .select(
      sql<Temporal.PlainDate | null>`greatest(c.paused_until_on, (
        select max(part.paused_until_on) from connection_members m
        join participations part on part.person_id = m.person_id and part.initiative_id = c.initiative_id
        where m.connection_id = c.id and m.left_at is null and part.state = 'paused'))`.as('paused_until_on'),
    )
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('connection_members as member')
          .innerJoin('persons', 'persons.id', 'member.person_id')
          .select(['persons.id as personId', 'persons.name', 'persons.zone', 'persons.city'])
          .whereRef('member.connection_id', '=', 'c.id')
          .where('member.left_at', 'is', null)
          .orderBy('persons.name')
          .orderBy('persons.id'),
      ).as('members'),
    )
    .where('c.initiative_id', '=', initiativeId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('connection_members as member')
            .innerJoin('participations as part', 'part.person_id', 'member.person_id')
            .select('part.id')
            .whereRef('member.connection_id', '=', 'c.id')
            .whereRef('part.initiative_id', '=', 'c.initiative_id')
            .where('member.left_at', 'is', null)
            .where('part.state', '=', 'left'),
        ),
      ),
    )
    .where((eb) =>
      eb.or([
        eb('c.state', 'in', ['active', 'quiet']),
        eb.and([eb('c.state', '=', 'paused'), eb('c.paused_until_on', 'is not', null)]),
      ]),
    )
  if (connectionIds) query = query.where('c.id', '=', anyOf(connectionIds))
  const rows = await query.execute()
  return rows
    .filter(({ members }) => members.length > 1)
    .map((row): PlanConnection => ({
      of: 'connection',
      id: row.id,
      state: row.state,
      rhythmDays: row.rhythm_days,
      medium: row.medium,
      pausedUntilOn: row.paused_until_on?.toString() ?? null,
      members: row.members,
    }))
    .toSorted((a, b) => naming(a).localeCompare(naming(b)) || (a.id < b.id ? -1 : 1))
}

const naming = ({ members }: PlanConnection) => members.map(({ name }) => name).join(' ')

/** The group meetings that are left to a season. Who comes is whoever takes part in the initiative. */
export async function listMeetings(
  db: Db | Tx,
  { season_id: seasonId, initiative_id: initiativeId }: { season_id: string; initiative_id: string },
): Promise<PlanMeeting[]> {
  const meetings = await meetingsLeftTo(db, seasonId)
  if (meetings.length === 0) return []
  const peers = await listPeers(db, initiativeId)
  const members = peers.map(({ id, ...peer }): PlanMember => ({ personId: id, ...peer }))
  return meetings.map(({ required, not_before_on, not_after_on, mode, place, ...rest }) => ({
    ...rest,
    of: 'meeting',
    medium: mode === 'online' ? 'remote' : place,
    notBeforeOn: not_before_on?.toString() ?? null,
    notAfterOn: not_after_on?.toString() ?? null,
    members,
    required: new Set(required.filter((id) => members.some(({ personId }) => personId === id))),
  }))
}

/** All series of a plan: the connections that can meet, and the group meetings left to its season. */
export async function listPlanSeries(
  db: Db | Tx,
  plan: { season_id: string; initiative_id: string },
): Promise<PlanSeries[]> {
  return [...(await listConnections(db, plan.initiative_id)), ...(await listMeetings(db, plan))]
}

/** The connections of a plan that have one of these people among their members. */
export async function connectionsSharing(db: Db | Tx, planId: string, personIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('planned_sessions as row')
    .innerJoin('connection_members as member', 'member.connection_id', 'row.connection_id')
    .select('row.connection_id')
    .distinct()
    .where('row.plan_id', '=', planId)
    .where('member.left_at', 'is', null)
    .where('member.person_id', '=', anyOf(personIds))
    .execute()
  return rows.flatMap((row) => row.connection_id ?? [])
}

export interface TakenSession {
  id: string
  connectionId: string | null
  startsAt: Temporal.Instant
  minutes: number
  personIds: string[]
}

/** The sessions, of whatever initiative, that take time of these people between two moments. */
export async function listTaken(
  db: Db | Tx,
  personIds: readonly string[],
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<TakenSession[]> {
  const { rows } = await sql<{
    id: string
    connection_id: string | null
    starts_at: Temporal.Instant
    minutes: number
    person_ids: string[]
  }>`
    select s.id, s.connection_id, s.starts_at, s.minutes, array_agg(m.person_id order by m.person_id) as person_ids
    from sessions s join session_members m on m.session_id = s.id
    where s.state <> 'cancelled' and s.starts_at >= ${from} and s.starts_at < ${to}
      and m.during is not null and m.person_id = ${anyOf(personIds)}
    group by s.id order by s.starts_at, s.id`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    connectionId: row.connection_id,
    startsAt: row.starts_at,
    minutes: row.minutes,
    personIds: row.person_ids,
  }))
}
