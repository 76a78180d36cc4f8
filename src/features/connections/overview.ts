import { sql } from 'kysely'
import { anyOf } from '../../platform/database/any-of.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'
import { stripOf, stripWeeks } from './rhythm-strip.ts'
import { type Member, readMembers } from './members.ts'
import type { Connection } from './store.ts'

/** A connection with its members and the last weeks of contact. Answers and their reasons are for facilitators alone. */
export interface Overview {
  connection: Connection
  members: Member[]
  /** See `stripOf`. */
  weeks: number[]
}

export type Filter = 'drifting' | 'waiting' | 'in touch' | 'paused' | 'ended'

const statesOf: Record<Filter, string[]> = {
  drifting: ['quiet'],
  waiting: ['proposed'],
  'in touch': ['active'],
  paused: ['paused'],
  ended: ['closed', 'declined'],
}

/** How many connections of an initiative there are in each group of states. */
export async function countConnections(db: Db, initiativeId: string): Promise<Record<Filter, number>> {
  const rows = await db
    .selectFrom('connections')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .where('initiative_id', '=', initiativeId)
    .groupBy('state')
    .execute()
  const count = (states: string[]) =>
    rows.filter((row) => states.includes(row.state)).reduce((sum, row) => sum + Number(row.count), 0)
  return {
    drifting: count(statesOf.drifting),
    waiting: count(statesOf.waiting),
    'in touch': count(statesOf['in touch']),
    paused: count(statesOf.paused),
    ended: count(statesOf.ended),
  }
}

/** A page of an initiative's connections: the longest silent first, what has ended last. */
export async function listConnections(
  db: Db,
  initiativeId: string,
  now: Temporal.Instant,
  options: { filter?: Filter | undefined; offset: number; limit: number },
): Promise<Overview[]> {
  let query = db.selectFrom('connections').selectAll().where('initiative_id', '=', initiativeId)
  query = options.filter
    ? query.where('state', 'in', statesOf[options.filter])
    : query.where('state', 'not in', statesOf.ended)
  const rows = await query
    .orderBy(sql`array_position(array['quiet', 'proposed', 'active', 'paused', 'closed', 'declined'], state)`)
    .orderBy(sql`coalesce(last_contact_at, started_at, proposed_at)`)
    .orderBy('id')
    .offset(options.offset)
    .limit(options.limit)
    .execute()
  return overviews(db, rows, now)
}

/** A person's connections, in one initiative or all of their agency's; the newest first. */
export async function connectionsOf(
  db: Db | Tx,
  who: { personId: string; agencyId: string; initiativeId?: string },
  now: Temporal.Instant,
): Promise<Overview[]> {
  let query = db
    .selectFrom('connections')
    .innerJoin('connection_members as own', 'own.connection_id', 'connections.id')
    .selectAll('connections')
    .where('own.person_id', '=', who.personId)
    .where('own.left_at', 'is', null)
    .where('connections.agency_id', '=', who.agencyId)
  if (who.initiativeId) query = query.where('connections.initiative_id', '=', who.initiativeId)
  return overviews(db, await query.orderBy('connections.proposed_at', 'desc').orderBy('connections.id').execute(), now)
}

/** One connection's overview. */
export async function overviewOf(db: Db | Tx, connection: Connection, now: Temporal.Instant): Promise<Overview> {
  const [overview] = await overviews(db, [connection], now)
  return overview ?? { connection, members: [], weeks: [] }
}

async function overviews(db: Db | Tx, connections: Connection[], now: Temporal.Instant): Promise<Overview[]> {
  const ids = connections.map(({ id }) => id)
  if (ids.length === 0) return []
  const members = await readMembers(db, ids)
  const contacts = await db
    .selectFrom('contacts')
    .select(['connection_id', 'happened_at', 'kind'])
    .where('connection_id', '=', anyOf(ids))
    .where('happened_at', '>', now.subtract({ hours: 24 * 7 * stripWeeks }))
    .execute()
  const byConnection = Map.groupBy(contacts, (contact) => contact.connection_id)
  return connections.map((connection) => {
    const own = (byConnection.get(connection.id) ?? []).map(({ happened_at: happenedAt, kind }) => ({
      happenedAt,
      kind,
    }))
    return { connection, members: members.get(connection.id) ?? [], weeks: stripOf(own, now) }
  })
}
