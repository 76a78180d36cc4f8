import type { Db } from '../platform/database/database.ts'
import type { Tx } from '../platform/work.ts'

export function listMails(db: Db, find: string) {
  let query = db
    .selectFrom('mails')
    .select(['id', 'to_name', 'to_address', 'subject', 'kind', 'state', 'created_at'])
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(200)
  if (find) {
    const like = `%${find.replace(/[%_\\]/g, '\\$&')}%`
    query = query.where((eb) => eb.or([eb('to_address', 'ilike', like), eb('subject', 'ilike', like)]))
  }
  return query.execute()
}

export async function countMails(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('mails')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export function findMail(db: Db, id: string) {
  return db.selectFrom('mails').selectAll().where('id', '=', id).executeTakeFirst()
}

export function listStaff(db: Db) {
  return db
    .selectFrom('staff')
    .innerJoin('auth_users', 'auth_users.id', 'staff.user_id')
    .innerJoin('agencies', 'agencies.id', 'staff.agency_id')
    .select(['staff.user_id', 'auth_users.name', 'staff.role', 'agencies.name as agency'])
    .where('staff.deactivated_at', 'is', null)
    .orderBy('auth_users.name')
    .execute()
}

export function listPeers(db: Db) {
  return db
    .selectFrom('persons')
    .select(['id', 'name', 'city', 'agency_id'])
    .where('merged_into_id', 'is', null)
    .orderBy('name')
    .limit(500)
    .execute()
}

export function findPeer(db: Db | Tx, personId: string) {
  return db.selectFrom('persons').select('agency_id').where('id', '=', personId).executeTakeFirst()
}
