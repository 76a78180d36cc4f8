import { sql } from 'kysely'
import type { Tx } from '../work.ts'

/** The one channel of PostgreSQL on which all topics are told. */
export const newsChannel = 'perennial_news'

/**
 * Tells everybody who follows a topic, in whatever process, that it changed: as soon as the change commits, and never when
 * it does not. What changed is not said; whoever hears reads it, with the rights they then have.
 * @param topic 'round 0198…'
 */
export async function tellNews(db: Tx, topic: string): Promise<void> {
  await sql`select pg_notify(${newsChannel}, ${topic})`.execute(db)
}
