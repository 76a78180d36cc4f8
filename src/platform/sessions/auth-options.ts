import type { BetterAuthOptions } from 'better-auth'
import type pg from 'pg'
import { z } from 'zod'
import type { World } from '../work.ts'
import { cookieNames } from './cookie.ts'
import { codeDigits, codeMinutes, freshHours, sessionDays } from './sign-in.ts'

/** The header in which we tell better-auth where a request comes from; `visitHeaders` alone writes it. */
export const addressHeader = 'x-perennial-address'

const notStaff = 'Only active staff can have a session.'

/**
 * The library's parts, when somebody first signs in: it is a third of the memory and of the time that a start takes, and
 * pages look sessions up without it.
 */
async function load() {
  const [{ betterAuth }, { APIError, createAuthEndpoint }, { setSessionCookie }, { emailOTP }, { passkey }] =
    await Promise.all([
      import('better-auth'),
      import('better-auth/api'),
      import('better-auth/cookies'),
      import('better-auth/plugins/email-otp'),
      import('@better-auth/passkey'),
    ])
  return { betterAuth, APIError, createAuthEndpoint, setSessionCookie, emailOTP, passkey }
}

type Library = Awaited<ReturnType<typeof load>>

/** better-auth, set up over the tables auth_*. */
export async function openLibrary(world: World, pool: pg.Pool) {
  const library = await load()
  return library.betterAuth(authOptions(library, world, pool))
}

/** A session for a user whose identity the caller has established; reachable from this process only. */
function directSession({ APIError, createAuthEndpoint, setSessionCookie }: Library) {
  return {
    id: 'direct',
    endpoints: {
      startSession: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ userId: z.uuid() }) },
        async (ctx) => {
          const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId)
          const session = user ? await ctx.context.internalAdapter.createSession(user.id) : null
          if (!user || !session) throw new APIError('FORBIDDEN', { message: notStaff })
          await setSessionCookie(ctx, { session, user })
          return ctx.json({})
        },
      ),
    },
  }
}

/** How better-auth is set up here. Everything comes from our settings; its own environment variables have no say. */
function authOptions(library: Library, world: World, pool: pg.Pool) {
  const { APIError, emailOTP, passkey } = library
  const { settings, log } = world
  const names = cookieNames(settings.baseUrl)
  const cookie = { httpOnly: true, sameSite: 'lax', secure: names.secure, path: '/' } as const
  const camel = { userId: 'user_id', createdAt: 'created_at', updatedAt: 'updated_at', expiresAt: 'expires_at' }
  return {
    appName: 'Perennial',
    baseURL: settings.baseUrl,
    trustedOrigins: [new URL(settings.baseUrl).origin],
    secrets: [{ version: 1, value: settings.secret }],
    database: pool,
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => log.error({ message }, 'sign-in library') },
    rateLimit: {
      enabled: true,
      storage: 'memory',
      window: 60,
      max: 60,
      customRules: { '/passkey/*': { window: 60, max: 20 } },
    },
    emailAndPassword: { enabled: false },
    user: {
      modelName: 'auth_users',
      fields: { emailVerified: 'email_verified', createdAt: camel.createdAt, updatedAt: camel.updatedAt },
    },
    session: {
      modelName: 'auth_sessions',
      fields: { ...camel, ipAddress: 'ip_address', userAgent: 'user_agent' },
      expiresIn: sessionDays * 86_400,
      // The end of a session is fixed at sign-in; use is noted by us.
      disableSessionRefresh: true,
      freshAge: freshHours * 3600,
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'auth_accounts',
      fields: {
        userId: camel.userId,
        createdAt: camel.createdAt,
        updatedAt: camel.updatedAt,
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    verification: {
      modelName: 'auth_verifications',
      fields: { expiresAt: camel.expiresAt, createdAt: camel.createdAt, updatedAt: camel.updatedAt },
    },
    advanced: {
      database: { generateId: 'uuid' },
      // Our names carry __Host- where they may; better-auth would only know __Secure-.
      useSecureCookies: false,
      cookiePrefix: 'perennial',
      cookies: {
        session_token: { name: names.session, attributes: cookie },
        passkey: { name: names.challenge, attributes: cookie },
      },
      defaultCookieAttributes: cookie,
      ipAddress: { ipAddressHeaders: [addressHeader], ipv6Subnet: 128 },
    },
    databaseHooks: {
      session: {
        // The one gate of every door (code, passkey, first run): no session for anybody who is not active staff.
        create: {
          before: async (session) => {
            if (!(await isActiveStaff(world, session.userId))) throw new APIError('FORBIDDEN', { message: notStaff })
          },
        },
      },
    },
    plugins: [
      emailOTP({
        otpLength: codeDigits,
        expiresIn: codeMinutes * 60,
        allowedAttempts: 3,
        storeOTP: 'hashed',
        disableSignUp: true,
        sendVerificationOTP: async () => {},
      }),
      passkey({
        rpID: new URL(settings.baseUrl).hostname,
        rpName: 'Perennial',
        origin: new URL(settings.baseUrl).origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
        advanced: { webAuthnChallengeCookie: 'passkey' },
        schema: {
          passkey: {
            modelName: 'auth_passkeys',
            fields: {
              userId: 'user_id',
              publicKey: 'public_key',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
      directSession(library),
    ],
  } satisfies BetterAuthOptions
}

async function isActiveStaff(world: World, userId: string): Promise<boolean> {
  const row = await world.db
    .selectFrom('staff')
    .select('id')
    .where('user_id', '=', userId)
    .where('deactivated_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
