import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import type { Tx } from '../../platform/work.ts'
import type { PeerProfile } from './peer-profile.ts'
import { readPeer, readTopics, type Topic } from './profiles.ts'

export interface RosterPerson {
  id: string
  name: string
  city: string
}

/** All that the one-minute form shows. */
export interface ProfileSheet {
  peer: PeerProfile
  agencyId: string
  agencyName: string
  initiativeId: string
  initiativeTitle: string
  initiativeLanguages: string[]
  reportConsent: boolean
  /** Whom this peer would rather not be matched with: for their own form alone. */
  ratherNots: string[]
  answeredAt: Temporal.Instant | null
  draft: { typed: unknown; savedAt: Temporal.Instant } | null
  topics: Topic[]
  /** The other people of the roster, those who were at a founding event first. */
  roster: RosterPerson[]
}

/** The form of a part that its door has let in. */
export async function readSheet(db: Db | Tx, participationId: string): Promise<ProfileSheet> {
  const { report_consent_at, typed, saved_at, ...part } = await db
    .selectFrom('participations as part')
    .innerJoin('initiatives as initiative', 'initiative.id', 'part.initiative_id')
    .innerJoin('agencies as agency', 'agency.id', 'part.agency_id')
    .leftJoin('profile_drafts as draft', 'draft.participation_id', 'part.id')
    .select([
      'part.agency_id as agencyId',
      'agency.name as agencyName',
      'initiative.id as initiativeId',
      'initiative.title as initiativeTitle',
      'initiative.languages as initiativeLanguages',
      'part.report_consent_at',
      'part.answered_at as answeredAt',
      'draft.typed',
      'draft.saved_at',
    ])
    .where('part.id', '=', participationId)
    .executeTakeFirstOrThrow()
  const peer = orNotHere(await readPeer(db, participationId))
  return {
    ...part,
    peer,
    reportConsent: report_consent_at !== null,
    ratherNots: await readOwnRatherNots(db, participationId),
    draft: saved_at ? { typed, savedAt: saved_at } : null,
    topics: await readTopics(db, part.initiativeId),
    roster: await readOthers(db, part.initiativeId, peer.personId),
  }
}

async function readOwnRatherNots(db: Db | Tx, participationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('participation_rather_nots')
    .select('person_id')
    .where('participation_id', '=', participationId)
    .execute()
  return rows.map(({ person_id }) => person_id)
}

async function readOthers(db: Db | Tx, initiativeId: string, personId: string): Promise<RosterPerson[]> {
  const attended = sql<boolean>`exists (
    select 1 from attendances join engagements on engagements.id = attendances.engagement_id
    where attendances.person_id = person.id and attendances.attended and engagements.initiative_id = ${initiativeId}::uuid)`
  return db
    .selectFrom('participations as part')
    .innerJoin('persons as person', 'person.id', 'part.person_id')
    .select(['person.id', 'person.name', 'person.city'])
    .where('part.initiative_id', '=', initiativeId)
    .where('part.state', '<>', 'left')
    .where('person.merged_into_id', 'is', null)
    .where('person.id', '<>', personId)
    .orderBy(attended, 'desc')
    .orderBy(sql`lower(person.name)`)
    .execute()
}
