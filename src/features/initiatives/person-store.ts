import type { Db } from '../../platform/database/database.ts'
import type { PeerProfile } from './peer-profile.ts'
import { readPeer, readTopics, type Topic } from './profiles.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'

export interface PersonSheet {
  peer: PeerProfile
  topics: Topic[]
  wishes: { id: string; name: string }[]
  invitedAt: Temporal.Instant | null
  remindedAt: Temporal.Instant | null
  answeredAt: Temporal.Instant | null
  reportConsentAt: Temporal.Instant | null
}

interface Part {
  id: string
  initiative_id: string
  invited_at: Temporal.Instant | null
  reminded_at: Temporal.Instant | null
  answered_at: Temporal.Instant | null
  report_consent_at: Temporal.Instant | null
}

/** What staff see of a peer's part, which its door has let in. */
export async function readPersonSheet(db: Db, part: Part): Promise<PersonSheet> {
  const peer = orNotHere(await readPeer(db, part.id))
  return {
    peer,
    topics: await readTopics(db, part.initiative_id),
    wishes:
      peer.wishes.length > 0
        ? await db.selectFrom('persons').select(['id', 'name']).where('id', 'in', peer.wishes).orderBy('name').execute()
        : [],
    invitedAt: part.invited_at,
    remindedAt: part.reminded_at,
    answeredAt: part.answered_at,
    reportConsentAt: part.report_consent_at,
  }
}
