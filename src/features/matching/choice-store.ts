import { anyOf } from '../../platform/database/any-of.ts'
import { inParts } from '../../platform/database/in-parts.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'

/** What a peer says of somebody they were suggested. 'not' is a rule of this round; 'fine' changes nothing. */
export const answers = ['glad', 'fine', 'not'] as const
export type ChoiceAnswer = (typeof answers)[number]

/** Whom those asked for who have answered in a round, by person. */
export async function readAskedFor(db: Db | Tx, roundId: string): Promise<Map<string, Set<string>>> {
  const rows = await db
    .selectFrom('matching_asked as asked')
    .leftJoin('matching_choices as choice', (join) =>
      join
        .onRef('choice.round_id', '=', 'asked.round_id')
        .onRef('choice.person_id', '=', 'asked.person_id')
        .on('choice.answer', '=', 'glad'),
    )
    .select(['asked.person_id', 'choice.other_person_id'])
    .where('asked.round_id', '=', roundId)
    .where('asked.answered_at', 'is not', null)
    .execute()
  const askedFor = new Map<string, Set<string>>()
  for (const { person_id: personId, other_person_id: otherId } of rows) {
    const wanted = askedFor.get(personId) ?? new Set()
    askedFor.set(personId, wanted)
    if (otherId) wanted.add(otherId)
  }
  return askedFor
}

/** One of a peer's list, in the order of the list. */
export interface Suggestion {
  otherId: string
  why: string
}

/** Puts down who was asked about whom. */
export async function insertAsked(
  db: Tx,
  roundId: string,
  asked: readonly { personId: string; suggestions: readonly Suggestion[] }[],
  at: { askedAt: Temporal.Instant; remindAt: Temporal.Instant | null },
): Promise<void> {
  const people = asked.map(({ personId }) => ({
    round_id: roundId,
    person_id: personId,
    asked_at: at.askedAt,
    remind_at: at.remindAt,
  }))
  for (const part of inParts(people)) await db.insertInto('matching_asked').values(part).execute()
  const choices = asked.flatMap(({ personId, suggestions }) =>
    suggestions.map(({ otherId, why }, place) => ({
      round_id: roundId,
      person_id: personId,
      other_person_id: otherId,
      place,
      why,
    })),
  )
  for (const part of inParts(choices)) await db.insertInto('matching_choices').values(part).execute()
}

/** A new deadline, and with it a new time for the reminder of everybody who has neither answered nor been reminded. */
export async function setDeadline(
  db: Tx,
  roundId: string,
  answerByOn: Temporal.PlainDate,
  remindAt: Temporal.Instant | null,
): Promise<void> {
  await db.updateTable('matching_rounds').set({ answer_by_on: answerByOn }).where('id', '=', roundId).execute()
  await db
    .updateTable('matching_asked')
    .set({ remind_at: remindAt })
    .where('round_id', '=', roundId)
    .where('answered_at', 'is', null)
    .where('reminded_at', 'is', null)
    .execute()
}

/** Everybody a round asked. */
export function listAsked(db: Db | Tx, roundId: string) {
  return db
    .selectFrom('matching_asked as asked')
    .select('asked.person_id')
    .where('asked.round_id', '=', roundId)
    .execute()
}

/** How often each was said, all peers together: of this nobody is told more. */
export async function countAnswers(db: Db, roundId: string): Promise<Record<ChoiceAnswer, number>> {
  const rows = await db
    .selectFrom('matching_choices')
    .select((eb) => ['answer', eb.fn.countAll<number>().as('count')])
    .where('round_id', '=', roundId)
    .where('place', 'is not', null)
    .groupBy('answer')
    .execute()
  const count = (answer: ChoiceAnswer) => Number(rows.find((row) => row.answer === answer)?.count ?? 0)
  return { glad: count('glad'), fine: count('fine'), not: count('not') }
}

/** What peers were suggested and why, each one's in the order of their list. */
export function listSuggestions(db: Db | Tx, roundId: string, personIds: readonly string[]) {
  return db
    .selectFrom('matching_choices')
    .select(['person_id', 'other_person_id', 'why'])
    .where('round_id', '=', roundId)
    .where('person_id', '=', anyOf(personIds))
    .where('place', 'is not', null)
    .orderBy('person_id')
    .orderBy('place')
    .execute()
}

/** One peer's own list and names, with who those people are. Nobody else's answers are near it. */
export function listChoices(db: Db | Tx, roundId: string, personId: string) {
  return db
    .selectFrom('matching_choices as choice')
    .innerJoin('persons as other', 'other.id', 'choice.other_person_id')
    .select(['choice.other_person_id', 'choice.place', 'choice.why', 'choice.answer', 'other.name'])
    .where('choice.round_id', '=', roundId)
    .where('choice.person_id', '=', personId)
    .orderBy('choice.place')
    .orderBy('other.name')
    .execute()
}

export type OwnChoice = Awaited<ReturnType<typeof listChoices>>[number]

/** Puts a peer's answers in the place of their earlier ones. */
export async function keepAnswers(
  db: Tx,
  which: { roundId: string; personId: string },
  said: { answers: ReadonlyMap<string, ChoiceAnswer>; named: readonly string[] },
  now: Temporal.Instant,
): Promise<void> {
  const own = { round_id: which.roundId, person_id: which.personId }
  await db
    .deleteFrom('matching_choices')
    .where('round_id', '=', which.roundId)
    .where('person_id', '=', which.personId)
    .where('place', 'is', null)
    .execute()
  await db
    .updateTable('matching_choices')
    .set({ answer: null })
    .where('round_id', '=', which.roundId)
    .where('person_id', '=', which.personId)
    .execute()
  for (const [otherId, answer] of said.answers) {
    await db
      .updateTable('matching_choices')
      .set({ answer })
      .where('round_id', '=', which.roundId)
      .where('person_id', '=', which.personId)
      .where('other_person_id', '=', otherId)
      .execute()
  }
  const named = said.named.map((otherId) => ({ ...own, other_person_id: otherId, answer: 'glad' }))
  if (named.length > 0) await db.insertInto('matching_choices').values(named).execute()
  await db
    .updateTable('matching_asked')
    .set({ answered_at: now, remind_at: null })
    .where('round_id', '=', which.roundId)
    .where('person_id', '=', which.personId)
    .execute()
}

/** Whose reminder has come due. */
export function dueReminders(db: Db, now: Temporal.Instant) {
  return db
    .selectFrom('matching_asked')
    .select(['round_id as roundId', 'person_id as personId'])
    .where('remind_at', '<=', now)
    .orderBy('remind_at')
    .limit(500)
    .execute()
}

/** Takes a due reminder; false when somebody else has, or it is no longer due. */
export async function claimReminder(
  db: Tx,
  which: { roundId: string; personId: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('matching_asked')
    .set({ remind_at: null })
    .where('round_id', '=', which.roundId)
    .where('person_id', '=', which.personId)
    .where('remind_at', '<=', now)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function noteReminded(db: Tx, roundId: string, personIds: readonly string[], now: Temporal.Instant) {
  await db
    .updateTable('matching_asked')
    .set({ reminded_at: now, remind_at: null })
    .where('round_id', '=', roundId)
    .where('person_id', '=', anyOf(personIds))
    .execute()
}
