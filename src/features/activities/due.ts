import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import { daysAfter } from '../../platform/clock.ts'
import type { Tx } from '../../platform/work.ts'

/** Hours before the start at which a reminder goes out, and after which it would come too late. */
const remindHours = { from: 26, to: 2 }
/** Days before answers end at which those who have not answered are asked again. */
const nudgeDays = 2
/** Hours after the end at which who was there is asked. */
const attendanceHours = 20
const attendanceWithinDays = 14

/** What a meeting's columns say was done already. */
export type Done = 'nudged_at' | 'reminded_at' | 'attendance_asked_at'

const standing = ['open', 'closed']

export async function offersToEnd(db: Db, now: Temporal.Instant) {
  return db
    .selectFrom('activity_places')
    .select(['activity_id', 'person_id'])
    .where('state', '=', 'offered')
    .where('keep_until', '<=', now)
    .orderBy('keep_until')
    .execute()
}

/** Meetings whose invitations wait for an answer that is due soon; not those that were opened a moment ago. */
export async function meetingsToNudge(db: Db, now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('activities')
    .select('id')
    .where('state', '=', 'open')
    .where('nudged_at', 'is', null)
    .where('opened_at', '<=', daysAfter(now, -1))
    .where((eb) => eb(eb.fn.coalesce('answer_by', 'starts_at'), '<=', daysAfter(now, nudgeDays)))
    .where((eb) => eb(eb.fn.coalesce('answer_by', 'starts_at'), '>', now))
    .execute()
  return rows.map(({ id }) => id)
}

export async function meetingsToRemind(db: Db, now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('activities')
    .select('id')
    .where('state', 'in', standing)
    .where('reminded_at', 'is', null)
    .where('starts_at', '<=', now.add({ hours: remindHours.from }))
    .where('starts_at', '>', now.add({ hours: remindHours.to }))
    .execute()
  return rows.map(({ id }) => id)
}

export async function meetingsOver(db: Db, now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('activities')
    .select('id')
    .where('state', 'in', standing)
    .where(sql<boolean>`starts_at + make_interval(mins => minutes) <= ${now}::timestamptz`)
    .execute()
  return rows.map(({ id }) => id)
}

export async function meetingsToAskWhoCame(db: Db, now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('activities')
    .select('id')
    .where('state', '=', 'held')
    .where('attendance_asked_at', 'is', null)
    .where(sql<boolean>`starts_at + make_interval(mins => minutes) <= ${now.subtract({ hours: attendanceHours })}`)
    .where('starts_at', '>', daysAfter(now, -attendanceWithinDays))
    .execute()
  return rows.map(({ id }) => id)
}

/** Claims one of the things that are done once a meeting. @returns false when somebody else has */
export async function claim(db: Tx, id: string, done: Done, now: Temporal.Instant): Promise<boolean> {
  const result = await db
    .updateTable('activities')
    .set({ [done]: now })
    .where('id', '=', id)
    .where(done, 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
