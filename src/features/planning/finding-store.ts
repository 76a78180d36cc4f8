import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'

/** Whether a session has moved by itself before, as the audit trail tells. */
export async function wasFound(db: Db | Tx, agencyId: string, sessionId: string): Promise<boolean> {
  const row = await db
    .selectFrom('audit_events')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('verb', '=', 'season.find')
    .where(sql<boolean>`details ->> 'sessionId' = ${sessionId}`)
    .executeTakeFirst()
  return row !== undefined
}

/** The times that members of a connection have said no to, whichever of its sessions stood there. */
export async function listDeclined(db: Db | Tx, connectionId: string): Promise<Temporal.Instant[]> {
  const { rows } = await sql<{ starts_at: string }>`
    select distinct details ->> 'startsAt' as starts_at from audit_events
    where subject_kind = 'connection' and subject_id = ${connectionId}
      and verb = 'session.reply' and details ->> 'reply' = 'no'`.execute(db)
  return rows.map((row) => Temporal.Instant.from(row.starts_at))
}
