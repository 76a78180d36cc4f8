import type { Db } from '../../platform/database/database.ts'
import type { Locale } from '../../platform/i18n/catalogue.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import type { Tx, Work } from '../../platform/work.ts'
import { proposeConnection } from '../connections/proposing.ts'
import type { PeerProfile } from '../initiatives/peer-profile.ts'
import { readPeers, readTopics } from '../initiatives/profiles.ts'
import { readAfterRound } from './after-round.ts'
import { callName } from './fit/call-name.ts'
import { type Cohort, makeCohort } from './fit/fit.ts'
import { tellReasons } from './fit/tell.ts'
import { writeLetters } from './letters.ts'
import { refuse } from './refusing.ts'
import { lockInitiative } from './store.ts'

export interface NextBest {
  personId: string
  name: string
  /** 0 to 100. */
  fit: number
  /** Whole sentences, for staff. */
  reasons: string[]
}

export interface NextBestWishes {
  now: Temporal.Instant
  /** The language of the reasons. */
  locale: Locale
  /** Persons who are not wanted. */
  exclude?: readonly string[]
  /** 3 unless said. */
  limit?: number
}

/**
 * The best partners for somebody among the active peers without an open connection, by the weights of the last published
 * round and what its peers answered before. Nobody they were together with.
 */
export async function nextBest(
  db: Db | Tx,
  initiativeId: string,
  personId: string,
  wishes: NextBestWishes,
): Promise<NextBest[]> {
  return (await nextBestOfEach(db, initiativeId, [personId], wishes)).get(personId) ?? []
}

/** The same for several people at once; the map has an entry, perhaps empty, for each. */
export async function nextBestOfEach(
  db: Db | Tx,
  initiativeId: string,
  personIds: readonly string[],
  wishes: NextBestWishes,
): Promise<Map<string, NextBest[]>> {
  if (personIds.length === 0) return new Map()
  const free = await readFreePeers(db, initiativeId, personIds, wishes.now)
  const topics = new Map((await readTopics(db, initiativeId)).map(({ id, name }) => [id, name]))
  return new Map(personIds.map((personId) => [personId, bestOf(free, personId, topics, wishes)]))
}

function bestOf(
  { cohort, connected }: FreePeers,
  personId: string,
  topics: ReadonlyMap<string, string>,
  wishes: NextBestWishes,
): NextBest[] {
  const place = cohort.placeOf.get(personId)
  if (place === undefined) return []
  const unwanted = new Set(wishes.exclude)
  const best = cohort.peers
    .map((peer, other) => ({ other, peer: peer.profile, worth: other === place ? -1 : cohort.worth(place, other) }))
    .filter(
      ({ peer, worth }) =>
        worth >= 0 && peer.state === 'active' && !connected.has(peer.personId) && !unwanted.has(peer.personId),
    )
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, wishes.limit ?? 3)
  const own = cohort.peers[place]?.profile.name ?? ''
  return best.map(({ other, peer }) => {
    const fit = cohort.fit(place, other)
    const names = [own, peer.name]
    const told = tellReasons(fit.reasons, {
      locale: wishes.locale,
      reader: null,
      isTrio: false,
      nameOf: (id) => callName(id === personId ? own : peer.name, names),
      topicOf: (id) => topics.get(id) ?? '',
    })
    return { personId: peer.personId, name: peer.name, fit: fit.total, reasons: told }
  })
}

/**
 * Proposes a new connection by hand. The partner must be active and free; a hard rule that parts the two is refused.
 * @returns the connection's id
 */
export async function rematchPerson(
  work: Work,
  initiativeId: string,
  personId: string,
  withPersonId: string,
): Promise<string> {
  const agencyId = await lockInitiative(work.db, initiativeId)
  const { cohort, connected } = await readFreePeers(work.db, initiativeId, [personId, withPersonId], work.now)
  const [one, other] = [orNotHere(cohort.placeOf.get(personId)), orNotHere(cohort.placeOf.get(withPersonId))]
  if (one === other) orNotHere(null)
  const members = [memberAt(cohort, one), memberAt(cohort, other)]
  for (const { state, name, personId: id } of members) {
    const isFree = state === 'active' && !(id === withPersonId && connected.has(id))
    if (!isFree) await refuse(work, (t) => t.notFree({ name }))
  }
  const rule = cohort.hard(one, other)
  if (rule !== null)
    await refuse(work, (t) => t[`hard ${rule}`]({ one: members[0]?.name ?? '', other: members[1]?.name ?? '' }))
  const fit = cohort.fit(one, other)
  const topics = new Map((await readTopics(work.db, initiativeId)).map(({ id, name }) => [id, name]))
  return proposeConnection(work, {
    agencyId,
    initiativeId,
    roundId: null,
    personIds: [personId, withPersonId],
    fit: fit.total,
    members: writeLetters(members, fit.reasons, (id) => topics.get(id) ?? '').map(
      ({ locale: _locale, ...member }) => member,
    ),
  })
}

function memberAt(cohort: Cohort, place: number): PeerProfile {
  return orNotHere(cohort.peers[place]).profile
}

type FreePeers = Awaited<ReturnType<typeof readFreePeers>>

/** The active peers without an open connection and, whatever their state, the persons it is about. */
async function readFreePeers(db: Db | Tx, initiativeId: string, about: readonly string[], now: Temporal.Instant) {
  const { weights, context, connected } = await readAfterRound(db, initiativeId, now)
  const peers = await readPeers(db, initiativeId, { activeBut: [...connected], and: about })
  return { cohort: makeCohort(peers, weights, context), connected }
}
