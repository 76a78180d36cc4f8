import { createHmac, timingSafeEqual } from 'node:crypto'

/** The names of our cookies: locked to this host and to https where BASE_URL is https. */
export function cookieNames(baseUrl: string): { session: string; challenge: string; secure: boolean } {
  const secure = baseUrl.startsWith('https:')
  const prefix = secure ? '__Host-' : ''
  return { session: `${prefix}perennial`, challenge: `${prefix}perennial-passkey`, secure }
}

/**
 * The session token of a Cookie header, if its signature is ours. The form is better-auth's (better-call):
 * `token.base64(HMAC-SHA-256(secret, token))`, percent-encoded.
 */
export function tokenIn(cookieHeader: string | null, name: string, secret: string): string | null {
  const start = `${name}=`
  const part = cookieHeader?.split(';').find((candidate) => candidate.trimStart().startsWith(start))
  if (part === undefined) return null
  const value = decoded(part.trim().slice(start.length))
  const dot = value.lastIndexOf('.')
  if (dot < 1) return null
  const token = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  const ours = createHmac('sha256', secret).update(token).digest()
  return given.length === ours.length && timingSafeEqual(given, ours) ? token : null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
