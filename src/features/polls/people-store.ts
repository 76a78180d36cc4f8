import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'
import { isLevel, type Level } from './ranking.ts'

/** More people are a mailing, not a poll. */
export const mostPeople = 200

const personColumns = [
  'id',
  'agency_id',
  'poll_id',
  'name',
  'email',
  'zone',
  'locale',
  'invited_at',
  'answered_at',
  'told_uid',
] as const

/** Everybody who was invited to a poll or answered it, with their answers by time, in the order in which they came. */
export async function readPeople(db: Db | Tx, pollId: string) {
  const people = await db
    .selectFrom('poll_people')
    .select(personColumns)
    .where('poll_id', '=', pollId)
    .orderBy('created_at')
    .orderBy('name')
    .orderBy('id')
    .execute()
  const given = await db
    .selectFrom('poll_answers')
    .innerJoin('poll_people', 'poll_people.id', 'poll_answers.poll_person_id')
    .select(['poll_person_id', 'poll_time_id', 'answer'])
    .where('poll_id', '=', pollId)
    .execute()
  const answersOf = Map.groupBy(given, (row) => row.poll_person_id)
  return people.map((person) => ({
    ...person,
    answers: new Map(
      (answersOf.get(person.id) ?? []).flatMap(({ poll_time_id, answer }): [string, Level][] =>
        isLevel(answer) ? [[poll_time_id, answer]] : [],
      ),
    ),
  }))
}

export type PollPerson = Awaited<ReturnType<typeof readPeople>>[number]

/** One of them, whatever poll it is. */
export async function findPerson(db: Db | Tx, id: string) {
  const row = await db.selectFrom('poll_people').select(personColumns).where('id', '=', id).executeTakeFirst()
  return row ?? null
}

export async function findByFormKey(db: Tx, pollId: string, hash: Buffer): Promise<string | null> {
  const row = await db
    .selectFrom('poll_people')
    .select('id')
    .where('poll_id', '=', pollId)
    .where('form_key_hash', '=', hash)
    .executeTakeFirst()
  return row?.id ?? null
}

export async function insertPerson(
  db: Tx,
  person: {
    agencyId: string
    pollId: string
    name: string
    email: string
    zone: string
    locale: string
    invitedAt?: Temporal.Instant
    formKeyHash?: Buffer
  },
  now: Temporal.Instant,
): Promise<string> {
  const row = await db
    .insertInto('poll_people')
    .values({
      agency_id: person.agencyId,
      poll_id: person.pollId,
      name: person.name,
      email: person.email,
      zone: person.zone,
      locale: person.locale,
      invited_at: person.invitedAt ?? null,
      form_key_hash: person.formKeyHash ?? null,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export interface GivenAnswer {
  name: string
  email: string
  zone: string
  locale: string
  /** By time. */
  levels: ReadonlyMap<string, Level>
}

/** Keeps what somebody said, in place of what they said before. */
export async function saveAnswer(
  db: Tx,
  person: { id: string; agencyId: string },
  given: GivenAnswer,
  now: Temporal.Instant,
): Promise<void> {
  const { name, email, zone, locale } = given
  await db
    .updateTable('poll_people')
    .set({ name, email, zone, locale, answered_at: now })
    .where('id', '=', person.id)
    .execute()
  await db.deleteFrom('poll_answers').where('poll_person_id', '=', person.id).execute()
  const rows = [...given.levels].map(([poll_time_id, answer]) => ({
    agency_id: person.agencyId,
    poll_person_id: person.id,
    poll_time_id,
    answer,
  }))
  if (rows.length > 0) await db.insertInto('poll_answers').values(rows).execute()
}

export async function removePerson(db: Tx, id: string): Promise<void> {
  await db.deleteFrom('poll_people').where('id', '=', id).execute()
}

export async function noteTold(db: Tx, ids: readonly string[], uid: string | null): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('poll_people').set({ told_uid: uid }).where('id', 'in', ids).execute()
}

/** Hands the calendar entry that one person was told of to another of the poll with the same address. @returns whether there is one */
export async function passEntryOn(db: Tx, pollId: string, personId: string): Promise<boolean> {
  const { rows } = await sql`
    update poll_people heir set told_uid = coalesce(gone.told_uid, heir.told_uid)
    from poll_people gone
    where gone.id = ${personId} and gone.poll_id = ${pollId} and gone.email <> ''
      and heir.id = (
        select other.id from poll_people other
        where other.poll_id = gone.poll_id and other.email = gone.email and other.id <> gone.id
        order by other.created_at, other.name, other.id limit 1)
    returning heir.id`.execute(db)
  return rows.length > 0
}

/** Claims the reminder of those who have an address and have not answered; each is reminded once a day at most. */
export async function claimReminders(db: Tx, pollId: string, now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .updateTable('poll_people')
    .set({ reminded_at: now })
    .where('poll_id', '=', pollId)
    .where('answered_at', 'is', null)
    .where('email', '<>', '')
    .where(sql<boolean>`coalesce(reminded_at, invited_at) <= ${now.subtract({ hours: 20 })}`)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** How often the way back to an answer was mailed to an address since a moment, whatever poll it was about. */
export async function countOwnMails(db: Tx, email: string, since: Temporal.Instant): Promise<number> {
  const row = await db
    .selectFrom('mails')
    .select((eb) => sql<number>`${eb.fn.countAll()}::int`.as('count'))
    .where('kind', '=', 'poll.own')
    .where('to_address', '=', email)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  return row.count
}
