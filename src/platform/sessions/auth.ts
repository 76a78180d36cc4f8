import pg from 'pg'
import { systemClock } from '../clock.ts'
import type { World } from '../work.ts'
import { openLibrary } from './auth-options.ts'
import { cookieNames, tokenIn } from './cookie.ts'
import { idleDays, passkeyCalls, type SignIn } from './sign-in.ts'

/** Minutes a session may be used before 'last used' is written again. */
const noteEveryMinutes = 5

/**
 * Opens sign-in over the tables auth_*. Sessions and codes live on the machine's clock even where the demonstration
 * moves its own: moving a demonstration forward signs nobody out.
 * @param connection better-auth gets a small pool of its own, because ours parses timestamps to Temporal
 */
export function openSignIn(world: World, connection: pg.PoolConfig): SignIn {
  const { baseUrl, secret } = world.settings
  const pool = authPool(connection)
  let opened: ReturnType<typeof openLibrary> | undefined
  const library = () => (opened ??= openLibrary(world, pool))
  const names = cookieNames(baseUrl)
  return {
    async whoIs(headers) {
      const token = tokenIn(headers.get('cookie'), names.session, secret)
      return token === null ? null : findSession(world, token)
    },
    async startSession(userId, headers) {
      const auth = await library()
      const answer = await auth.api.startSession({ body: { userId }, headers, returnHeaders: true })
      return answer.headers.getSetCookie()
    },
    async makeCode(email) {
      const auth = await library()
      // The library tells the newest code by its millisecond: two of one moment would leave the older one good.
      const { internalAdapter } = await auth.$context
      await internalAdapter.deleteVerificationByIdentifier(`sign-in-otp-${email.toLowerCase()}`)
      return auth.api.createVerificationOTP({ body: { email, type: 'sign-in' } })
    },
    async enterWithCode(email, code, headers) {
      const auth = await library()
      try {
        const { response, headers: answered } = await auth.api.signInEmailOTP({
          body: { email, otp: code },
          headers,
          returnHeaders: true,
        })
        return { userId: response.user.id, cookies: answered.getSetCookie() }
      } catch (error) {
        const { isAPIError } = await import('better-auth/api')
        if (isAPIError(error) && error.statusCode < 500) return null
        throw error
      }
    },
    async passkeyCall(call, { headers, body }) {
      const auth = await library()
      const request = new Request(`${baseUrl}/api/auth/passkey/${call}`, {
        method: passkeyCalls[call],
        headers,
        ...(body === undefined ? {} : { body }),
      })
      return auth.handler(request)
    },
    takesPasskeys: names.secure || new URL(baseUrl).hostname === 'localhost',
    forgetCookies: () =>
      [names.session, names.challenge].map(
        (name) => `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${names.secure ? '; Secure' : ''}`,
      ),
    close: () => pool.end(),
  }
}

/**
 * The session of a verified token, in one query. better-auth's own look-up does the same with four times the work
 * (docs/decisions/003-sign-in.md has the figures), and this runs on every page for staff.
 */
async function findSession(world: World, token: string) {
  const now = systemClock.now()
  const row = await world.db
    .selectFrom('auth_sessions')
    .select(['id', 'user_id', 'updated_at'])
    .where('token', '=', token)
    .where('expires_at', '>', now)
    .where('updated_at', '>', now.subtract({ hours: idleDays * 24 }))
    .executeTakeFirst()
  if (!row) return null
  if (Temporal.Instant.compare(row.updated_at, now.subtract({ minutes: noteEveryMinutes })) < 0) {
    await world.db.updateTable('auth_sessions').set({ updated_at: now }).where('id', '=', row.id).execute()
  }
  return { userId: row.user_id, sessionId: row.id }
}

const int8: number = pg.types.builtins.INT8

/** pg's own parsers, but for the counters of passkeys, which the library wants as numbers. */
function parserOf(oid: number, format?: 'text' | 'binary') {
  return oid === int8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format ?? 'text')
}

function authPool(connection: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max: 3,
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    query_timeout: 35_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    application_name: 'perennial-sign-in',
  })
  // A connection that breaks between two queries is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
