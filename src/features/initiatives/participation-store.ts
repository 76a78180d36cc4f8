import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import { chooseLocale, type Locale } from '../../platform/i18n/catalogue.ts'
import type { Tx } from '../../platform/work.ts'
import type { ParticipationState } from './participation.ts'
import type { InitiativePlace } from './store.ts'

/** Puts persons on the roster in one statement. @returns how many were not on it before */
export async function insertParticipations(
  db: Tx,
  place: InitiativePlace,
  personIds: readonly string[],
  now: Temporal.Instant,
): Promise<number> {
  if (personIds.length === 0) return 0
  const result = await sql`
    insert into participations (agency_id, initiative_id, person_id, created_at, updated_at)
    select ${place.agencyId}::uuid, ${place.initiativeId}::uuid, id, ${now}::timestamptz, ${now}::timestamptz
    from persons where id = any(${[...personIds]}::uuid[]) and agency_id = ${place.agencyId}::uuid
    on conflict (initiative_id, person_id) do nothing`.execute(db)
  return Number(result.numAffectedRows ?? 0)
}

/** The part of a person in an initiative. */
export function participationOf(db: Tx, initiativeId: string, personId: string) {
  return db
    .selectFrom('participations')
    .select('id')
    .where('initiative_id', '=', initiativeId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
}

export interface Invitee {
  participationId: string
  agencyId: string
  agencyName: string
  initiativeId: string
  initiativeTitle: string
  personId: string
  name: string
  email: string
  locale: Locale
  zone: string
  state: ParticipationState
  pausedUntilOn: Temporal.PlainDate | null
  invitedAt: Temporal.Instant | null
  remindedAt: Temporal.Instant | null
  answeredAt: Temporal.Instant | null
}

/** What a mail to these peers needs, their rows locked until the change commits. */
export async function lockInvitees(db: Tx, participationIds: readonly string[]): Promise<Invitee[]> {
  if (participationIds.length === 0) return []
  const rows = await invitees(db)
    .where('part.id', 'in', [...participationIds])
    .orderBy('part.id')
    .forUpdate('part')
    .execute()
  return rows.map(asInvitee)
}

/** Participations whose pause may be over on a day; whether it is depends on the person's zone. */
export async function readPaused(db: Db, untilOn: Temporal.PlainDate): Promise<string[]> {
  const rows = await db
    .selectFrom('participations')
    .select('id')
    .where('state', '=', 'paused')
    .where('paused_until_on', '<=', untilOn)
    .execute()
  return rows.map(({ id }) => id)
}

function invitees(db: Db | Tx) {
  return db
    .selectFrom('participations as part')
    .innerJoin('persons as person', 'person.id', 'part.person_id')
    .innerJoin('initiatives as initiative', 'initiative.id', 'part.initiative_id')
    .innerJoin('agencies as agency', 'agency.id', 'part.agency_id')
    .select([
      'part.id as participationId',
      'part.agency_id as agencyId',
      'agency.name as agencyName',
      'part.initiative_id as initiativeId',
      'initiative.title as initiativeTitle',
      'part.person_id as personId',
      'person.name',
      'person.email',
      'person.locale',
      'person.zone',
      'part.state',
      'part.paused_until_on as pausedUntilOn',
      'part.invited_at as invitedAt',
      'part.reminded_at as remindedAt',
      'part.answered_at as answeredAt',
    ])
    .where('person.merged_into_id', 'is', null)
}

function asInvitee(row: Awaited<ReturnType<ReturnType<typeof invitees>['executeTakeFirstOrThrow']>>): Invitee {
  return { ...row, locale: chooseLocale(row.locale), state: row.state as ParticipationState }
}

/** Notes that these were invited now; who has no state of their own yet becomes 'invited'. */
export async function noteInvited(db: Tx, participationIds: readonly string[], now: Temporal.Instant): Promise<void> {
  if (participationIds.length === 0) return
  await db
    .updateTable('participations')
    .set({
      invited_at: now,
      updated_at: now,
      state: sql`case when state = 'listed' then 'invited' else state end`,
    })
    .where('id', 'in', [...participationIds])
    .execute()
}

export async function noteReminded(db: Tx, participationIds: readonly string[], now: Temporal.Instant): Promise<void> {
  if (participationIds.length === 0) return
  await db
    .updateTable('participations')
    .set({ reminded_at: now, updated_at: now })
    .where('id', 'in', [...participationIds])
    .execute()
}

export async function updateState(
  db: Tx,
  participationId: string,
  change: { state: ParticipationState; pausedUntilOn: Temporal.PlainDate | null },
  now: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('participations')
    .set({ state: change.state, paused_until_on: change.pausedUntilOn, updated_at: now })
    .where('id', '=', participationId)
    .execute()
}

export interface ProfileRow {
  state: ParticipationState
  pausedUntilOn: Temporal.PlainDate | null
  problem: string
  problemTopicId: string | null
  hoursPerMonth: number | null
  capacity?: number
  expectedMonths: number | null
  channels: string[]
  reportConsent: boolean
}

/** Writes the answers of the one-minute form; consent keeps the moment it was first given. */
export async function updateProfile(
  db: Tx,
  participationId: string,
  row: ProfileRow,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('participations')
    .set({
      state: row.state,
      paused_until_on: row.pausedUntilOn,
      problem: row.problem,
      problem_topic_id: sql`(select id from topics where id = ${row.problemTopicId}::uuid and topics.initiative_id = participations.initiative_id)`,
      hours_per_month: row.hoursPerMonth,
      expected_months: row.expectedMonths,
      ...(row.capacity === undefined ? {} : { capacity: row.capacity }),
      channels: row.channels,
      report_consent_at: row.reportConsent ? sql`coalesce(report_consent_at, ${now}::timestamptz)` : null,
      answered_at: now,
      updated_at: now,
    })
    .where('id', '=', participationId)
    .execute()
}

/** Replaces offers and wants, as far as their topics belong to the initiative. */
export async function replaceTopics(
  db: Tx,
  part: { participationId: string; initiativeId: string },
  topics: { offer: readonly string[]; want: readonly string[] },
): Promise<void> {
  await db.deleteFrom('participation_topics').where('participation_id', '=', part.participationId).execute()
  for (const kind of ['offer', 'want'] as const) {
    await sql`
      insert into participation_topics (participation_id, topic_id, kind)
      select ${part.participationId}::uuid, id, ${kind} from topics
      where id = any(${[...topics[kind]]}::uuid[]) and initiative_id = ${part.initiativeId}::uuid`.execute(db)
  }
}

/** Replaces whom the peer would like to go on with, as far as they are on the same roster. */
export async function replaceWishes(
  db: Tx,
  part: { participationId: string; initiativeId: string; personId: string },
  personIds: readonly string[],
): Promise<void> {
  await db.deleteFrom('participation_wishes').where('participation_id', '=', part.participationId).execute()
  await sql`
    insert into participation_wishes (participation_id, person_id)
    select ${part.participationId}::uuid, person_id from participations
    where initiative_id = ${part.initiativeId}::uuid and person_id = any(${[...personIds]}::uuid[])
      and person_id <> ${part.personId}::uuid`.execute(db)
}

/** Replaces whom a peer would rather not be matched with, as far as they are of the initiative. */
export async function replaceRatherNots(
  db: Tx,
  part: { participationId: string; initiativeId: string; personId: string },
  personIds: readonly string[],
): Promise<void> {
  await db.deleteFrom('participation_rather_nots').where('participation_id', '=', part.participationId).execute()
  await sql`
    insert into participation_rather_nots (participation_id, person_id)
    select ${part.participationId}::uuid, person_id from participations
    where initiative_id = ${part.initiativeId}::uuid and person_id = any(${[...personIds]}::uuid[])
      and person_id <> ${part.personId}::uuid`.execute(db)
}

export async function upsertDraft(
  db: Tx,
  participationId: string,
  typed: object,
  now: Temporal.Instant,
): Promise<void> {
  const row = { typed: JSON.stringify(typed), saved_at: now }
  await db
    .insertInto('profile_drafts')
    .values({ participation_id: participationId, ...row })
    .onConflict((conflict) => conflict.column('participation_id').doUpdateSet(row))
    .execute()
}

export async function deleteDraft(db: Tx, participationId: string): Promise<void> {
  await db.deleteFrom('profile_drafts').where('participation_id', '=', participationId).execute()
}
