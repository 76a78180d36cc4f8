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
const beatMilliseconds = 20_000

export async function readProgress(db: Db): Promise<Progress> {
  const row = await db.selectFrom('installation').select('value').where('name', '=', name).executeTakeFirst()
  return (row?.value as Progress | undefined) ?? { state: 'none' }
}

/** Whether somebody, in this process or another, is playing it at this moment. */
export function isBeingPlayed(progress: Progress): boolean {
  return progress.state === 'playing' && machineNow() - progress.beatAt < beatMilliseconds
}

/** Takes the play for this process, unless it is complete or in somebody's hands. Of two at once one gets it. */
export async function claimPlay(db: Db): Promise<boolean> {
  const now = machineNow()
  const { rows } = await sql`
    insert into installation (name, value) values (${name}, ${JSON.stringify(playing(0, 1))}::jsonb)
    on conflict (name) do update set value = excluded.value
    where installation.value->>'state' = 'playing' and (installation.value->>'beatAt')::float8 <= ${now - beatMilliseconds}
    returning name`.execute(db)
  return rows.length === 1
}

export async function keepProgress(db: Db, progress: { day: number; days: number } | 'complete'): Promise<void> {
  const value: Progress = progress === 'complete' ? { state: 'complete' } : playing(progress.day, progress.days)
  await db
    .updateTable('installation')
    .set({ value: JSON.stringify(value) })
    .where('name', '=', name)
    .execute()
}

/** Gives a play back that failed, so that the next try need not wait. */
export async function releasePlay(db: Db): Promise<void> {
  await sql`
    update installation set value = jsonb_set(value, '{beatAt}', '0')
    where name = ${name} and value->>'state' = 'playing'`.execute(db)
}

function playing(day: number, days: number): Progress {
  return { state: 'playing', day, days, beatAt: machineNow() }
}

function machineNow(): number {
  return systemClock.now().epochMilliseconds
}
