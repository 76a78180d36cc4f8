import type { Db } from '../../platform/database/database.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { isUuid } from '../../platform/web/uuid.ts'
import type { Tx } from '../../platform/work.ts'

function contacts(db: Db | Tx, connectionId: string) {
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
  return contacts(db, connectionId)
    .orderBy('contacts.happened_at', 'desc')
    .orderBy('contacts.id')
    .limit(limit)
    .execute()
}

export type ContactRow = Awaited<ReturnType<typeof readContacts>>[number]

/** One contact of a connection, if this one logged it; anything else is 'not here'. */
export async function ownContact(
  db: Db | Tx,
  which: { connectionId: string; contactId: string },
  by: { kind: 'staff' | 'peer'; id: string },
): Promise<ContactRow> {
  if (!isUuid(which.contactId)) return orNotHere<never>(null)
  const row = await contacts(db, which.connectionId)
    .where('contacts.id', '=', which.contactId)
    .where('contacts.reported_by_kind', '=', by.kind)
    .where('contacts.reported_by_id', '=', by.id)
    .executeTakeFirst()
  return orNotHere(row)
}
