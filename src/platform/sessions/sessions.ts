import type { Db } from '../database/database.ts'
import { systemClock } from '../clock.ts'
import type { Work } from '../work.ts'
import { idleDays } from './sign-in.ts'

/**
 * The user with an address, made when there is none. Whoever makes one vouches for the address: the library takes an
 * unproven user's sessions away at the first code, which would sign out the person who has just set the system up.
 */
export async function ensureUser(work: Work, user: { name: string; email: string }): Promise<string> {
  const email = user.email.trim().toLowerCase()
  await work.db
    .insertInto('auth_users')
    .values({ name: user.name, email, email_verified: true })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute()
  const { id } = await work.db
    .selectFrom('auth_users')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  return id
}

/** Changes the name of a user, in every agency they work for. */
export async function renameUser(work: Work, userId: string, name: string): Promise<void> {
  await work.db.updateTable('auth_users').set({ name }).where('id', '=', userId).execute()
}

/** Whether a session still holds. Looking does not count as using it. */
export async function isSessionOpen(db: Db, sessionId: string): Promise<boolean> {
  const now = systemClock.now()
  const row = await db
    .selectFrom('auth_sessions')
    .select('id')
    .where('id', '=', sessionId)
    .where('expires_at', '>', now)
    .where('updated_at', '>', now.subtract({ hours: idleDays * 24 }))
    .executeTakeFirst()
  return row !== undefined
}

/** The sessions of a user that still hold, last used first. */
export function listSessions(db: Db, userId: string) {
  const now = systemClock.now()
  return db
    .selectFrom('auth_sessions')
    .select(['id', 'user_agent', 'ip_address', 'created_at', 'updated_at'])
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .where('updated_at', '>', now.subtract({ hours: idleDays * 24 }))
    .orderBy('updated_at', 'desc')
    .execute()
}

/**
 * Ends sessions of a user as soon as the change commits: one, all, or all but one.
 * @returns how many there were
 */
export async function endSessions(
  work: Work,
  which: { userId: string; only?: string; except?: string },
): Promise<number> {
  let query = work.db.deleteFrom('auth_sessions').where('user_id', '=', which.userId)
  if (which.only !== undefined) query = query.where('id', '=', which.only)
  if (which.except !== undefined) query = query.where('id', '!=', which.except)
  const { numDeletedRows } = await query.executeTakeFirst()
  return Number(numDeletedRows)
}

/** The passkeys of a user, the oldest first. */
export function listPasskeys(db: Db, userId: string) {
  return db
    .selectFrom('auth_passkeys')
    .select(['id', 'name', 'created_at'])
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .execute()
}

/** @returns false when the user has no such passkey */
export async function removePasskey(work: Work, userId: string, passkeyId: string): Promise<boolean> {
  const { numDeletedRows } = await work.db
    .deleteFrom('auth_passkeys')
    .where('id', '=', passkeyId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Sweep: forgets sessions that ended by themselves. */
export async function forgetEndedSessions(world: { db: Db }): Promise<void> {
  const now = systemClock.now()
  await world.db
    .deleteFrom('auth_sessions')
    .where((eb) => eb.or([eb('expires_at', '<=', now), eb('updated_at', '<=', now.subtract({ hours: idleDays * 24 }))]))
    .execute()
}
