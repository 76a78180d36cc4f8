import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'

/** Contacts of a connection with the name of who logged each, to be narrowed. */
export function contactRows(db: Db | Tx, connectionId: string) {
  return db
    .selectFrom('contacts')
    .leftJoin('staff', (join) =>
      join.onRef('staff.id', '=', 'contacts.reported_by_id').on('contacts.reported_by_kind', '=', 'staff'),
    )
    .leftJoin('auth_users', 'auth_users.id', 'staff.user_id')
    .leftJoin('persons', (join) =>
      join.onRef('persons.id', '=', 'contacts.reported_by_id').on('contacts.reported_by_kind', '=', 'peer'),
    )
    .selectAll('contacts')
    .select((eb) => eb.fn.coalesce('persons.name', 'auth_users.name').as('who'))
    .where('contacts.connection_id', '=', connectionId)
}

/** Contacts of a connection with who logged each, the newest first. */
export function readContacts(db: Db | Tx, connectionId: string, limit = 500) {
  return contactRows(db, connectionId)
    .orderBy('contacts.happened_at', 'desc')
    .orderBy('contacts.id')
    .limit(limit)
    .execute()
}

export type ContactRow = Awaited<ReturnType<typeof readContacts>>[number]
