import { getConnInfo } from '@hono/node-server/conninfo'
import type { VisitContext } from '../web/visit.ts'
import { addressHeader } from './auth-options.ts'

const passedOn = ['cookie', 'user-agent', 'origin', 'content-type'] as const

/** What better-auth may see of a request: four headers, and where it came from as far as we can trust that. */
export function visitHeaders(c: VisitContext): Headers {
  const headers = new Headers()
  for (const name of passedOn) {
    const value = c.req.header(name)
    if (value !== undefined) headers.set(name, value)
  }
  const address = addressOf(c)
  if (address !== null) headers.set(addressHeader, address)
  return headers
}

/** Where a request comes from as far as we can trust that, or null. */
export function addressOf(c: VisitContext): string | null {
  return visitorAddress(socketAddress(c), c.req.header('x-forwarded-for'))
}

function socketAddress(c: VisitContext): string | null {
  try {
    return getConnInfo(c).remote.address ?? null
  } catch {
    return null
  }
}

/**
 * The address of a visitor. X-Forwarded-For counts only when the connection itself comes from this machine or a private
 * network, where a proxy stands; and of it only the last entry, which that proxy wrote.
 */
export function visitorAddress(socket: string | null, forwarded: string | undefined): string | null {
  const near = socket?.replace(/^::ffff:/, '') ?? null
  const isProxy =
    near !== null && /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd][0-9a-f]{2}:)/i.test(near)
  const last = forwarded?.split(',').at(-1)?.trim()
  return isProxy && last ? last : near
}
