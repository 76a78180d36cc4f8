import type { Db } from '../../platform/database/database.ts'

/** Whether the agency has mail that waits to be sent. */
export async function hasWaitingMail(db: Db, agencyId: string): Promise<boolean> {
  const row = await db
    .selectFrom('mails')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('state', '=', 'queued')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
