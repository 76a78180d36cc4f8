import { sql } from 'kysely'
import type { Db } from '../platform/database/database.ts'
import { systemClock } from '../platform/clock.ts'

const name = 'demonstration'

/** How far the demonstration is. It is kept in the database, so that every process and every restart knows. */
export type Progress =
  | { state: 'none' }
  | { state: 'playing'; day: number; days: number; beatAt: number }
  | { state: 'complete' }

/** A play that has not been heard of for so long was cut off. */
const beatSeconds = 60

export async function readProgress(db: Db): Promise<Progress> {
  const row = await db.selectFrom('installation').select('value').where('name', '=', name).executeTakeFirst()
  return (row?.value as Progress | undefined) ?? { state: 'none' }
}

export async function keepProgress(db: Db, progress: { day: number; days: number } | 'complete'): Promise<void> {
  const value: Progress =
    progress === 'complete' ? { state: 'complete' } : { state: 'playing', ...progress, beatAt: systemClock.now().epochMilliseconds }
  await db
    .insertInto('installation')
    .values({ name, value: JSON.stringify(value) })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: sql`excluded.value` }))
    .execute()
}

/** Whether somebody, in this process or another, is playing it at this moment. */
export function isBeingPlayed(progress: Progress): boolean {
  if (progress.state !== 'playing') return false
  return systemClock.now().epochMilliseconds - progress.beatAt < beatSeconds * 1000
}
