import { sql } from 'kysely'
import type { World } from '../work.ts'

/**
 * Forgets mails of some kinds, with the addresses on them, that were written before a moment.
 * @param kinds what their kinds begin with
 * @example await forgetMails(world, 'poll.', now.subtract({ hours: 24 * 90 }))
 */
export async function forgetMails(world: World, kinds: string, before: Temporal.Instant): Promise<void> {
  await world.db
    .deleteFrom('mails')
    .where(sql<boolean>`starts_with(kind, ${kinds})`)
    .where('created_at', '<', before)
    .execute()
}
