import type { Tx } from '../../platform/work.ts'

export async function saveSnooze(
  db: Tx,
  place: { agencyId: string; initiativeId: string },
  key: string,
  until: Temporal.Instant,
) {
  await db
    .insertInto('desk_snoozes')
    .values({ agency_id: place.agencyId, initiative_id: place.initiativeId, row_key: key, until_at: until })
    .onConflict((conflict) => conflict.columns(['initiative_id', 'row_key']).doUpdateSet({ until_at: until }))
    .execute()
}

/** @returns false when nothing was put aside under this key */
export async function removeSnooze(db: Tx, initiativeId: string, key: string): Promise<boolean> {
  const result = await db
    .deleteFrom('desk_snoozes')
    .where('initiative_id', '=', initiativeId)
    .where('row_key', '=', key)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

/** Keeps what was said in a call, for staff alone. */
export async function saveCall(
  db: Tx,
  call: { agencyId: string; connectionId: string; note: string; notedBy: string | null; at: Temporal.Instant },
): Promise<void> {
  await db
    .insertInto('desk_calls')
    .values({
      agency_id: call.agencyId,
      connection_id: call.connectionId,
      note: call.note,
      noted_by: call.notedBy,
      noted_at: call.at,
    })
    .execute()
}

/** When the members of a connection last got a word from the desk, if they did after a moment. */
export async function lastNudge(
  db: Tx,
  connectionId: string,
  after: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('audit_events')
    .select('at')
    .where('subject_kind', '=', 'connection')
    .where('subject_id', '=', connectionId)
    .where('verb', '=', 'connection.nudge')
    .where('at', '>', after)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.at ?? null
}

/** Where a member of staff can be written to. */
export async function staffAddress(db: Tx, staffId: string): Promise<string | null> {
  const row = await db
    .selectFrom('staff')
    .innerJoin('auth_users', 'auth_users.id', 'staff.user_id')
    .select('auth_users.email')
    .where('staff.id', '=', staffId)
    .executeTakeFirst()
  return row?.email ?? null
}
