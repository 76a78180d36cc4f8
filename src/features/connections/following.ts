import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../../platform/database/database.ts'
import { type Became, becameOf } from './became.ts'
import { exchanged } from './connection-state.ts'
import { readSetting } from './store.ts'

/** A connection that a round proposed, and how far it came. */
export interface FollowedTie {
  id: string
  /** All who were asked, whether they stayed or left; in the order of their ids. */
  personIds: string[]
  /** It was taken back so that somebody else could have a partner: nobody's no. */
  isExchanged: boolean
  became: Became
}

/** What became of everything a round proposed, judged at a moment by the rhythm watch: in four queries. */
export async function followRound(
  db: Db,
  round: { id: string; initiativeId: string },
  now: Temporal.Instant,
): Promise<FollowedTie[]> {
  const setting = await readSetting(db, round.initiativeId)
  const rows = await db
    .selectFrom('connections')
    .selectAll()
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('connection_members')
          .select('person_id')
          .whereRef('connection_id', '=', 'connections.id')
          .orderBy('person_id'),
      ).as('members'),
    ])
    .where('round_id', '=', round.id)
    .where('initiative_id', '=', round.initiativeId)
    .orderBy('proposed_at')
    .orderBy('id')
    .execute()
  const ofRound = sql<string>`any(select id from connections where round_id = ${round.id})`
  const contacts = await db
    .selectFrom('contacts')
    .select(['connection_id', 'happened_at as at', 'kind'])
    .where('connection_id', '=', ofRound)
    .execute()
  const pauses = await db
    .selectFrom('audit_events')
    .select(['subject_id', 'at', 'verb'])
    .where('subject_kind', '=', 'connection')
    .where('subject_id', '=', ofRound)
    .where('verb', 'in', ['connection.pause', 'connection.resume', 'connection.reopen'])
    .orderBy('id')
    .execute()
  const contactsOf = Map.groupBy(contacts, (contact) => contact.connection_id)
  const pausesOf = Map.groupBy(pauses, (event) => event.subject_id ?? '')
  const settings = {
    amberFactor: setting.amber_factor,
    redFactor: setting.red_factor,
    lapsedFactor: setting.lapsed_factor,
  }
  return rows.map((row) => ({
    id: row.id,
    personIds: row.members.map(({ person_id }) => person_id),
    isExchanged: row.close_reason === exchanged,
    became: becameOf(
      {
        state: row.state,
        proposedAt: row.proposed_at,
        startedAt: row.started_at,
        closedAt: row.closed_at,
        rhythmDays: row.rhythm_days,
        contacts: contactsOf.get(row.id) ?? [],
        pauses: (pausesOf.get(row.id) ?? []).map(({ at, verb }) => ({ at, isEnd: verb !== 'connection.pause' })),
      },
      { now, zone: setting.agencyZone, settings },
    ),
  }))
}
