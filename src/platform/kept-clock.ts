import { sql } from 'kysely'
import type { Db } from './database/database.ts'
import { OffsetClock } from './clock.ts'

const name = 'clock offset'

/** The development clock: the machine's, moved by what the database remembers, so that a restart stays in its time. */
export async function openKeptClock(db: Db): Promise<OffsetClock> {
  const row = await db.selectFrom('installation').select('value').where('name', '=', name).executeTakeFirst()
  return new OffsetClock(typeof row?.value === 'number' ? row.value : 0)
}

/** Moves the development clock to a moment and remembers it. */
export async function moveKeptClock(db: Db, clock: OffsetClock, to: Temporal.Instant): Promise<void> {
  clock.offsetMilliseconds = to.epochMilliseconds - Temporal.Now.instant().epochMilliseconds
  await db
    .insertInto('installation')
    .values({ name, value: JSON.stringify(clock.offsetMilliseconds) })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: sql`excluded.value` }))
    .execute()
}
