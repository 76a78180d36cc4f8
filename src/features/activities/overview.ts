import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'
import type { PlaceState } from './place-store.ts'

/** A peer's group meetings to come in which they have a part: asked, offered a place, waiting or coming. */
export async function meetingsToCome(db: Db | Tx, self: { personId: string; agencyId: string }, now: Temporal.Instant) {
  return db
    .selectFrom('activity_places as place')
    .innerJoin('activities as meeting', 'meeting.id', 'place.activity_id')
    .select(['meeting.id', 'meeting.title', 'meeting.starts_at', 'meeting.minutes', 'place.state', 'place.how'])
    .where('place.person_id', '=', self.personId)
    .where('place.agency_id', '=', self.agencyId)
    .where('place.state', 'in', ['asked', 'offered', 'waiting', 'coming'])
    .where((eb) =>
      eb.or([
        eb('meeting.state', '=', 'open'),
        eb.and([eb('meeting.state', '=', 'closed'), eb('place.state', '<>', 'asked')]),
      ]),
    )
    .where('meeting.starts_at', '>', now.subtract({ hours: 8 }))
    .where((eb) => eb.or([eb('place.state', '=', 'coming'), eb('meeting.starts_at', '>', now)]))
    .where((eb) =>
      eb.or([eb('place.state', '<>', 'asked'), eb('meeting.answer_by', 'is', null), eb('meeting.answer_by', '>', now)]),
    )
    .orderBy('meeting.starts_at')
    .orderBy('meeting.id')
    .$narrowType<{ starts_at: Temporal.Instant; state: PlaceState }>()
    .execute()
}

export type OwnMeeting = Awaited<ReturnType<typeof meetingsToCome>>[number]

/** Everything held about a person's places at group meetings, for themselves. */
export function ownPlaces(db: Db | Tx, self: { personId: string; agencyId: string }) {
  return db
    .selectFrom('activity_places as place')
    .innerJoin('activities as meeting', 'meeting.id', 'place.activity_id')
    .select(['meeting.title', 'meeting.starts_at', 'place.state', 'place.how', 'place.party_size', 'place.companions'])
    .select(['place.attended', 'place.invited_at', 'place.answered_at'])
    .where('place.person_id', '=', self.personId)
    .where('place.agency_id', '=', self.agencyId)
    .orderBy('meeting.starts_at')
    .execute()
}

/** The drafts that are left to a season, the first made in front, with who must be there. */
export function meetingsLeftTo(db: Db | Tx, seasonId: string) {
  return db
    .selectFrom('activities as meeting')
    .select(['meeting.id', 'meeting.title', 'meeting.tool', 'meeting.minutes', 'meeting.mode', 'meeting.place'])
    .select(['meeting.not_before_on', 'meeting.not_after_on'])
    .select(
      sql<string[]>`array(select must.person_id from activity_required must where must.activity_id = meeting.id)`.as(
        'required',
      ),
    )
    .where('meeting.season_id', '=', seasonId)
    .where('meeting.state', '=', 'draft')
    .orderBy('meeting.created_at')
    .orderBy('meeting.id')
    .execute()
}

/** The season a meeting is left to, or null. */
export async function seasonLeftTo(db: Db | Tx, activityId: string): Promise<string | null> {
  const row = await db
    .selectFrom('activities')
    .select('season_id')
    .where('id', '=', activityId)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return row?.season_id ?? null
}

/** The group meetings of an initiative that begin between two moments, drafts too, in their order. */
export async function meetingsBetween(db: Db | Tx, initiativeId: string, from: Temporal.Instant, to: Temporal.Instant) {
  return db
    .selectFrom('activities as meeting')
    .select(['meeting.id', 'meeting.title', 'meeting.starts_at', 'meeting.minutes', 'meeting.state'])
    .where('meeting.initiative_id', '=', initiativeId)
    .where('meeting.state', '<>', 'cancelled')
    .where('meeting.starts_at', '>=', from)
    .where('meeting.starts_at', '<', to)
    .orderBy('meeting.starts_at')
    .orderBy('meeting.id')
    .$narrowType<{ starts_at: Temporal.Instant; state: 'draft' | 'open' | 'closed' | 'held' }>()
    .execute()
}

export type MeetingOfSeason = Awaited<ReturnType<typeof meetingsBetween>>[number]

/** Everybody who takes part in the initiative now, by name. */
export function listPeers(db: Db | Tx, initiativeId: string) {
  return db
    .selectFrom('participations as part')
    .innerJoin('persons as person', 'person.id', 'part.person_id')
    .select(['person.id', 'person.name', 'person.zone', 'person.city'])
    .where('part.initiative_id', '=', initiativeId)
    .where('part.state', 'in', ['listed', 'invited', 'active'])
    .where('person.merged_into_id', 'is', null)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
}
