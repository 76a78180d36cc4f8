import type { Tx } from '../platform/work.ts'
import type { Db } from '../platform/database/database.ts'
import type { PeerKey } from './cast.ts'
import type { Stage } from './stage.ts'

/** What a facilitator sees of a connection at a glance. */
export interface Glance {
  id: string
  state: string
  watchState: string
  partnerId: string
}

/** The connection of a peer that goes on, the oldest first where there are several. */
export async function runningConnection(stage: Stage, key: PeerKey): Promise<Glance | undefined> {
  return connectionsOf(stage.db, stage.peer(key).personId)
    .where('connections.state', 'in', ['active', 'quiet', 'paused'])
    .executeTakeFirst()
}

/** The last connection of a peer that came to nothing. */
export async function declinedConnection(stage: Stage, key: PeerKey): Promise<Glance | undefined> {
  return connectionsOf(stage.db, stage.peer(key).personId)
    .where('connections.state', '=', 'declined')
    .executeTakeFirst()
}

function connectionsOf(db: Db | Tx, personId: string) {
  return db
    .selectFrom('connections')
    .innerJoin('connection_members as own', 'own.connection_id', 'connections.id')
    .innerJoin('connection_members as other', 'other.connection_id', 'connections.id')
    .innerJoin('persons', 'persons.id', 'other.person_id')
    .select(['connections.id', 'connections.state', 'connections.watch_state as watchState', 'other.person_id as partnerId'])
    .where('own.person_id', '=', personId)
    .where('other.person_id', '<>', personId)
    .orderBy('connections.proposed_at')
    .orderBy('persons.name')
    .limit(1)
}

/** The next session of a connection that is still to come. */
export function comingSession(stage: Stage, connectionId: string) {
  return stage.db
    .selectFrom('sessions')
    .select(['id', 'starts_at'])
    .where('connection_id', '=', connectionId)
    .where('state', '=', 'planned')
    .where('starts_at', '>', stage.now)
    .orderBy('starts_at')
    .limit(1)
    .executeTakeFirst()
}
