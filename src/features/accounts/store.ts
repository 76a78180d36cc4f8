import { type ExpressionBuilder, sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { Schema } from '../../platform/database/schema.ts'
import type { Tx, World } from '../../platform/work.ts'

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

/**
 * Whether nobody has made an agency here yet. A demonstration does not count, so that whoever looked around can begin
 * in earnest; under the development command it does, because there the demonstration is all there is.
 */
export async function isEmptyInstallation(world: World, db: Db | Tx = world.db): Promise<boolean> {
  let query = db.selectFrom('agencies').select('id').limit(1)
  if (!world.settings.development) query = query.where('is_demonstration', '=', false)
  return (await query.executeTakeFirst()) === undefined
}

/** Makes every other first run wait until this one's transaction has ended. */
export async function lockAgencies(db: Tx): Promise<void> {
  await sql`lock table agencies in share row exclusive mode`.execute(db)
}

/** Makes changes of one agency's staff happen one after another. */
export async function lockAgency(db: Tx, agencyId: string): Promise<void> {
  await db.selectFrom('agencies').select('id').where('id', '=', agencyId).forUpdate().executeTakeFirstOrThrow()
}

export async function findAgency(db: Db | Tx, agencyId: string) {
  return db.selectFrom('agencies').selectAll().where('id', '=', agencyId).executeTakeFirstOrThrow()
}

export async function insertAgency(
  db: Tx,
  agency: { name: string; locale: string; zone: string; isDemonstration: boolean; now: Temporal.Instant },
) {
  const { id } = await db
    .insertInto('agencies')
    .values({
      name: agency.name,
      locale: agency.locale,
      zone: agency.zone,
      is_demonstration: agency.isDemonstration,
      created_at: agency.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateAgency(
  db: Tx,
  agencyId: string,
  change: { name: string; locale: string; zone: string },
): Promise<void> {
  await db.updateTable('agencies').set(change).where('id', '=', agencyId).execute()
}

const lastSeen = (eb: ExpressionBuilder<Schema, 'staff'>) =>
  eb
    .selectFrom('auth_sessions')
    .select((inner) => inner.fn.max('auth_sessions.updated_at').as('at'))
    .whereRef('auth_sessions.user_id', '=', 'staff.user_id')

function colleagues(db: Db | Tx) {
  return db
    .selectFrom('staff')
    .innerJoin('auth_users', 'auth_users.id', 'staff.user_id')
    .select([
      'staff.id',
      'staff.agency_id',
      'staff.user_id',
      'staff.role',
      'staff.locale',
      'staff.zone',
      'staff.deactivated_at',
      'staff.created_at',
      'auth_users.name',
      'auth_users.email',
    ])
    .select((eb) => lastSeen(eb).as('seen_at'))
}

export type Colleague = Awaited<ReturnType<typeof listColleagues>>[number]

/** Everybody who works or worked for an agency: active first, then by name. */
export function listColleagues(db: Db, agencyId: string) {
  return colleagues(db)
    .where('staff.agency_id', '=', agencyId)
    .orderBy(sql`staff.deactivated_at is not null`)
    .orderBy('auth_users.name')
    .execute()
}

export function findColleague(db: Db | Tx, agencyId: string, staffId: string) {
  return colleagues(db).where('staff.agency_id', '=', agencyId).where('staff.id', '=', staffId).executeTakeFirst()
}

/** The row of a user in an agency, active or not. */
export function findColleagueByUser(db: Db | Tx, agencyId: string, userId: string) {
  return colleagues(db).where('staff.agency_id', '=', agencyId).where('staff.user_id', '=', userId).executeTakeFirst()
}

/** Where somebody with this address works now; an agency of their own before a demonstration. */
export function findPostByEmail(db: Db | Tx, email: string) {
  return posts(db).where('auth_users.email', '=', email.trim().toLowerCase()).executeTakeFirst()
}

export function findPostByUser(db: Db | Tx, userId: string) {
  return posts(db).where('auth_users.id', '=', userId).executeTakeFirst()
}

function posts(db: Db | Tx) {
  return db
    .selectFrom('staff')
    .innerJoin('auth_users', 'auth_users.id', 'staff.user_id')
    .innerJoin('agencies', 'agencies.id', 'staff.agency_id')
    .select(['staff.id', 'staff.user_id', 'staff.agency_id', 'staff.role', 'staff.locale', 'staff.zone'])
    .select([
      'auth_users.name',
      'auth_users.email',
      'agencies.is_demonstration',
      'agencies.created_at as agency_made_at',
    ])
    .where('staff.deactivated_at', 'is', null)
    .orderBy('agencies.is_demonstration')
    .orderBy('staff.created_at')
    .limit(1)
}

/** The one through whose eyes a visitor looks at the demonstration. */
export function findDemonstrator(db: Db) {
  return db
    .selectFrom('staff')
    .innerJoin('agencies', 'agencies.id', 'staff.agency_id')
    .select('staff.user_id')
    .where('agencies.is_demonstration', '=', true)
    .where('staff.role', '=', 'administrator')
    .where('staff.deactivated_at', 'is', null)
    .orderBy('staff.created_at')
    .limit(1)
    .executeTakeFirst()
}

export async function countAdministrators(db: Tx, agencyId: string): Promise<number> {
  const { count } = await db
    .selectFrom('staff')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('agency_id', '=', agencyId)
    .where('role', '=', 'administrator')
    .where('deactivated_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function insertStaff(
  db: Tx,
  staff: { agencyId: string; userId: string; role: string; locale: string; zone: string; now: Temporal.Instant },
): Promise<string> {
  const { id } = await db
    .insertInto('staff')
    .values({
      agency_id: staff.agencyId,
      user_id: staff.userId,
      role: staff.role,
      locale: staff.locale,
      zone: staff.zone,
      created_at: staff.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateStaff(
  db: Tx,
  staffId: string,
  change: { role?: string; locale?: string; zone?: string; deactivated_at?: Temporal.Instant | null },
): Promise<void> {
  await db.updateTable('staff').set(change).where('id', '=', staffId).execute()
}

/** How many codes were mailed to an address since a moment. */
export async function countCodeMails(db: Tx, email: string, since: Temporal.Instant): Promise<number> {
  const { count } = await db
    .selectFrom('mails')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', '=', 'sign-in.code')
    .where('to_address', '=', email)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function wasMailed(db: Tx, effectKey: string): Promise<boolean> {
  return (
    (await db.selectFrom('mails').select('id').where('effect_key', '=', effectKey).executeTakeFirst()) !== undefined
  )
}

/** Whether a form with this key was answered before. */
export async function wasAnswered(db: Db, key: string, path: string): Promise<boolean> {
  const row = await db
    .selectFrom('answered_forms')
    .select('key')
    .where('key', '=', key)
    .where('path', '=', path)
    .executeTakeFirst()
  return row !== undefined
}
