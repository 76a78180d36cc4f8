import { anyOf } from '../../platform/database/any-of.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'
import type { Window } from './free-time.ts'

/** What persons said of their time, and what it is read by: one row a person, whether or not they said anything. */
export function readSaid(db: Db | Tx, personIds: readonly string[]) {
  return db
    .selectFrom('persons')
    .leftJoin('availabilities as said', 'said.person_id', 'persons.id')
    .select([
      'persons.id as personId',
      'persons.agency_id as agencyId',
      'persons.name',
      'persons.zone',
      'persons.country',
      'said.week',
      'said.sessions_per_week as sessionsPerWeek',
      'said.minutes_per_month as minutesPerMonth',
      'said.takes_holidays as takesHolidays',
      'said.weekend_days as weekendDays',
      'said.said_at as saidAt',
    ])
    .select((eb) => eb.ref('said.before').$castTo<SaidValues | null>().as('before'))
    .where('persons.id', '=', anyOf(personIds))
    .execute()
}
export type Said = Awaited<ReturnType<typeof readSaid>>[number]

/** Takes a person's row for this change alone: two forms sent at once are settled one after the other. */
export async function lockPerson(db: Tx, personId: string): Promise<void> {
  await db.selectFrom('persons').select('id').where('id', '=', personId).forUpdate().execute()
}

export interface SaidValues {
  week: string | null
  sessionsPerWeek: number | null
  minutesPerMonth: number | null
  takesHolidays: boolean
  weekendDays: number[] | null
}

/** Writes what somebody said; `before` is what an undo brings back. */
export async function upsertSaid(
  db: Tx,
  person: { personId: string; agencyId: string },
  values: SaidValues,
  before: SaidValues,
  now: Temporal.Instant,
): Promise<void> {
  const row = {
    week: values.week,
    sessions_per_week: values.sessionsPerWeek,
    minutes_per_month: values.minutesPerMonth,
    takes_holidays: values.takesHolidays,
    weekend_days: values.weekendDays,
    before: JSON.stringify(before),
    said_at: now,
  }
  await db
    .insertInto('availabilities')
    .values({ person_id: person.personId, agency_id: person.agencyId, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute()
}

/** Exceptions of persons that touch some days, in the order they begin. */
export function readExceptions(
  db: Db | Tx,
  personIds: readonly string[],
  from: Temporal.PlainDate,
  to?: Temporal.PlainDate,
) {
  return db
    .selectFrom('availability_exceptions')
    .select(['id', 'person_id as personId', 'starts_on as from', 'ends_on as to', 'level'])
    .where('person_id', '=', anyOf(personIds))
    .where('ends_on', '>=', from)
    .$if(to !== undefined, (query) => query.where('starts_on', '<=', to ?? from))
    .orderBy('starts_on')
    .orderBy('ends_on')
    .orderBy('id')
    .execute()
}
export type KeptException = Awaited<ReturnType<typeof readExceptions>>[number]

export async function insertException(
  db: Tx,
  person: { personId: string; agencyId: string },
  exception: { from: Temporal.PlainDate; to: Temporal.PlainDate; level: number },
  now: Temporal.Instant,
): Promise<void> {
  await db
    .insertInto('availability_exceptions')
    .values({
      agency_id: person.agencyId,
      person_id: person.personId,
      starts_on: exception.from,
      ends_on: exception.to,
      level: exception.level,
      created_at: now,
    })
    .execute()
}

/** @returns the days it was about; undefined where it was not there, or is somebody else's */
export function deleteException(db: Tx, personId: string, id: string) {
  return db
    .deleteFrom('availability_exceptions')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .returning(['starts_on as from', 'ends_on as to'])
    .executeTakeFirst()
}

/** What is busy in persons' own calendars between two moments, in order. */
export async function readBusy(
  db: Db | Tx,
  personIds: readonly string[],
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<(Window & { personId: string })[]> {
  return db
    .selectFrom('busy_times')
    .innerJoin('calendar_sources', 'calendar_sources.id', 'busy_times.source_id')
    .select([
      'calendar_sources.person_id as personId',
      'busy_times.starts_at as startsAt',
      'busy_times.ends_at as endsAt',
    ])
    .where('calendar_sources.person_id', '=', anyOf(personIds))
    .where('busy_times.starts_at', '<', to)
    .where('busy_times.ends_at', '>', from)
    .orderBy('busy_times.starts_at')
    .execute()
}

export async function readAgencyName(db: Db | Tx, agencyId: string): Promise<string> {
  const { name } = await db.selectFrom('agencies').select('name').where('id', '=', agencyId).executeTakeFirstOrThrow()
  return name
}
