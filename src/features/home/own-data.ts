import type { Db } from '../../platform/database/database.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { ownAvailability } from '../availability/availability.ts'
import { ownPlaces } from '../activities/overview.ts'
import { connectionsOf } from '../connections/overview.ts'
import { readParts, type Self } from './store.ts'

/**
 * Everything held about a person, for that person alone: what they said, where they take part, whom they are or were
 * connected with. Of others nothing but their names; of connections that ended nothing but the end and one's own words.
 */
export async function readOwnData(db: Db, self: Self, now: Temporal.Instant) {
  const person = await db
    .selectFrom('persons')
    .innerJoin('agencies', 'agencies.id', 'persons.agency_id')
    .select([
      'persons.name',
      'email',
      'phone',
      'persons.locale',
      'persons.zone',
      'country',
      'city',
      'agencies.name as agency',
    ])
    .where('persons.id', '=', self.personId)
    .where('persons.agency_id', '=', self.agencyId)
    .executeTakeFirst()
  return {
    exportedAt: now,
    person: orNotHere(person),
    languages: await db
      .selectFrom('person_languages')
      .select(['language', 'level'])
      .where('person_id', '=', self.personId)
      .execute(),
    posts: await db
      .selectFrom('posts')
      .innerJoin('organisations', 'organisations.id', 'posts.organisation_id')
      .select(['organisations.name as organisation', 'posts.title', 'posts.starts_on', 'posts.ends_on'])
      .where('posts.person_id', '=', self.personId)
      .execute(),
    availability: await ownAvailability(db, self.personId),
    engagements: await db
      .selectFrom('attendances')
      .innerJoin('engagements', 'engagements.id', 'attendances.engagement_id')
      .select(['engagements.title', 'engagements.starts_on', 'engagements.ends_on', 'attendances.attended'])
      .where('attendances.person_id', '=', self.personId)
      .execute(),
    groupMeetings: await ownPlaces(db, self),
    groupMeetingsThatNeedMe: await readNeeding(db, self),
    parts: await Promise.all((await readParts(db, self)).map((part) => readPart(db, part.id))),
    choices: await readChoices(db, self),
    connections: await readConnections(db, self, now),
    timesIProposed: await readProposed(db, self),
    timesIWasAskedAbout: await readAskedAbout(db, self),
    seasons: await readSeasons(db, self),
    authorities: await db
      .selectFrom('authorities')
      .select(['authoriser_name', 'hours_per_month', 'starts_on', 'ends_on'])
      .where('person_id', '=', self.personId)
      .where('agency_id', '=', self.agencyId)
      .execute(),
  }
}

/** The group meetings that are not held without a person. */
function readNeeding(db: Db, self: Self) {
  return db
    .selectFrom('activity_required as must')
    .innerJoin('activities', 'activities.id', 'must.activity_id')
    .select(['activities.title', 'activities.starts_at as startsAt'])
    .where('must.person_id', '=', self.personId)
    .where('must.agency_id', '=', self.agencyId)
    .orderBy('activities.title')
    .orderBy('activities.id')
    .execute()
}

/** The other times a person proposed for sessions. */
function readProposed(db: Db, self: Self) {
  return db
    .selectFrom('session_counters as counter')
    .innerJoin('sessions', 'sessions.id', 'counter.session_id')
    .select(['sessions.starts_at as meetingAt', 'counter.starts_at as proposed', 'counter.state'])
    .select('counter.asked_at as proposedAt')
    .where('counter.person_id', '=', self.personId)
    .where('counter.agency_id', '=', self.agencyId)
    .orderBy('counter.asked_at')
    .execute()
}

/** What a person said of the times that others proposed. */
function readAskedAbout(db: Db, self: Self) {
  return db
    .selectFrom('session_counter_answers as said')
    .innerJoin('session_counters as counter', 'counter.id', 'said.counter_id')
    .select(['counter.starts_at as proposed', 'said.works', 'said.answered_at as answeredAt'])
    .where('said.person_id', '=', self.personId)
    .where('counter.agency_id', '=', self.agencyId)
    .orderBy('said.answered_at')
    .execute()
}

/** The seasons whose times a person was sent. */
function readSeasons(db: Db, self: Self) {
  return db
    .selectFrom('series_asked as asked')
    .innerJoin('season_plans as plan', 'plan.id', 'asked.plan_id')
    .innerJoin('seasons', 'seasons.id', 'plan.season_id')
    .select(['seasons.title as season', 'asked.asked_at as askedAt', 'asked.reminded_at as remindedAt'])
    .where('asked.person_id', '=', self.personId)
    .where('asked.agency_id', '=', self.agencyId)
    .orderBy('asked.asked_at')
    .execute()
}

async function readPart(db: Db, id: string) {
  const part = await db
    .selectFrom('participations')
    .innerJoin('initiatives', 'initiatives.id', 'participations.initiative_id')
    .select([
      'initiatives.title as initiative',
      'state',
      'paused_until_on',
      'problem',
      'hours_per_month',
      'expected_months',
    ])
    .select(['channels', 'report_consent_at', 'answered_at'])
    .where('participations.id', '=', id)
    .executeTakeFirst()
  const topics = await db
    .selectFrom('participation_topics')
    .innerJoin('topics', 'topics.id', 'participation_topics.topic_id')
    .select(['topics.name', 'participation_topics.kind'])
    .where('participation_id', '=', id)
    .execute()
  const wishes = await db
    .selectFrom('participation_wishes')
    .innerJoin('persons', 'persons.id', 'participation_wishes.person_id')
    .select('persons.name')
    .where('participation_id', '=', id)
    .execute()
  const named = (kind: string) => topics.filter((topic) => topic.kind === kind).map(({ name }) => name)
  return { ...part, offers: named('offer'), wants: named('want'), wouldLikeToGoOnWith: wishes.map(({ name }) => name) }
}

/** What a person said of those they were suggested, and whom they named themselves. */
function readChoices(db: Db, self: Self) {
  return db
    .selectFrom('matching_choices as choice')
    .innerJoin('matching_rounds as round', 'round.id', 'choice.round_id')
    .innerJoin('persons as other', 'other.id', 'choice.other_person_id')
    .select(['other.name', 'choice.why', 'choice.answer', 'round.answer_by_on as answerBy'])
    .where('choice.person_id', '=', self.personId)
    .where('round.agency_id', '=', self.agencyId)
    .orderBy('round.created_at')
    .orderBy('choice.place')
    .orderBy('other.name')
    .execute()
}

async function readConnections(db: Db, self: Self, now: Temporal.Instant) {
  const overviews = await connectionsOf(db, self, now)
  const logged = await db
    .selectFrom('contacts')
    .select(['connection_id', 'happened_at', 'kind', 'minutes', 'note'])
    .where('reported_by_kind', '=', 'peer')
    .where('reported_by_id', '=', self.personId)
    .orderBy('happened_at')
    .execute()
  const sessions = await db
    .selectFrom('session_members')
    .innerJoin('sessions', 'sessions.id', 'session_members.session_id')
    .select([
      'sessions.connection_id',
      'sessions.starts_at',
      'sessions.minutes',
      'sessions.state',
      'reply',
      'replied_at',
      'held',
      'held_minutes',
    ])
    .where('session_members.person_id', '=', self.personId)
    .orderBy('sessions.starts_at')
    .execute()
  return overviews.map(({ connection, members }) => {
    const own = members.find((member) => member.personId === self.personId)
    const ofThis = ({ connection_id: id }: { connection_id: string | null }) => id === connection.id
    return {
      with: members.filter((member) => member !== own).map(({ name }) => name),
      state: connection.state,
      proposedAt: connection.proposed_at,
      startedAt: connection.started_at,
      closedAt: connection.closed_at,
      myAnswer: own?.answer,
      myReason: own?.answerReason,
      iGive: own?.gives,
      iWant: own?.wants,
      iAgreedAt: own?.agreedAt,
      contactsILogged: logged.filter(ofThis).map(({ connection_id: _id, ...contact }) => contact),
      meetings: sessions.filter(ofThis).map(({ connection_id: _id, ...session }) => session),
    }
  })
}
