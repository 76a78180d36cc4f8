import { linkPaths, findLink, type SignedLink } from '../platform/links/links.ts'
import { type PeerKey, peers } from './cast.ts'
import type { Stage } from './stage.ts'

/** What a facilitator sees of a connection at a glance. */
export interface Glance {
  id: string
  state: string
  /** In the order of the members' names. */
  keys: PeerKey[]
  contacts: number
  hasStarted: boolean
  /** A session is still to come. */
  isMeeting: boolean
  /** The last contact, or what came instead of one. */
  since: Temporal.Instant
}

/** All connections of the initiative, the longest silent first; the order is the same in every play. */
export async function glanceAround(stage: Stage): Promise<Glance[]> {
  const rows = await stage.db
    .selectFrom('connections')
    .select(['connections.id', 'state', 'proposed_at', 'started_at', 'last_contact_at'])
    .select((eb) => [
      eb
        .selectFrom('contacts')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('connection_id', '=', 'connections.id')
        .$asScalar()
        .as('contacts'),
      eb
        .exists(
          eb
            .selectFrom('sessions')
            .select('sessions.id')
            .whereRef('sessions.connection_id', '=', 'connections.id')
            .where('sessions.state', '=', 'planned')
            .where('sessions.starts_at', '>', stage.now),
        )
        .as('meeting'),
    ])
    .where('initiative_id', '=', stage.initiativeId)
    .execute()
  const members = await stage.db
    .selectFrom('connection_members')
    .innerJoin('connections', 'connections.id', 'connection_members.connection_id')
    .select(['connection_id', 'person_id'])
    .where('initiative_id', '=', stage.initiativeId)
    .where('left_at', 'is', null)
    .execute()
  const keyOf = new Map([...stage.peers.values()].map(({ key, personId }) => [personId, key]))
  const keysOf = Map.groupBy(members, ({ connection_id }) => connection_id)
  const glances = rows.map(({ id, state, contacts, meeting, last_contact_at, started_at, proposed_at }) => ({
    id,
    state,
    keys: (keysOf.get(id) ?? []).flatMap(({ person_id }) => keyOf.get(person_id) ?? []).toSorted(),
    contacts: Number(contacts),
    isMeeting: Boolean(meeting),
    hasStarted: started_at !== null,
    since: last_contact_at ?? started_at ?? proposed_at,
  }))
  return glances.toSorted(
    (a, b) => Temporal.Instant.compare(a.since, b.since) || a.keys.join().localeCompare(b.keys.join()),
  )
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

/** The link to a peer's own page, from the foot of the last mail that reached them. */
export async function wayHome(stage: Stage, key: PeerKey): Promise<SignedLink | null> {
  const mail = await stage.db
    .selectFrom('mails')
    .select('body_text')
    .where('agency_id', '=', stage.agencyId)
    .where('to_address', '=', peers[key].email)
    .where('body_text', 'like', `%${linkPaths.home}/%`)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const token = mail && new RegExp(`${linkPaths.home}/([\\w-]{43})`).exec(mail.body_text)?.[1]
  return token ? findLink(stage.db, 'home', token, stage.now) : null
}
