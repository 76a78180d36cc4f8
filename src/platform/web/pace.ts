import { systemClock } from '../clock.ts'
import { addressOf } from '../sessions/visit-headers.ts'
import { hurriedPage } from './answers.tsx'
import type { Guard } from './visit.ts'

/** Minutes over which requests of one address are counted. */
const minutes = 10
/** A house of several hundred people behind one address must still get through a Monday morning. */
const most = 300
const mostAddresses = 100_000

/**
 * Slows down whoever sends a form that anybody may send, such as asking for a code, again and again: 300 times in ten
 * minutes from one address, counted over all routes that share this guard. Each process counts for itself, in memory.
 * Answers 429 with Retry-After. Where the address is not known (a proxy on this machine that does not say for whom it
 * asks), nothing is counted.
 * @example signIn.post('/sign-in', anyone, paced(), …)
 */
export function paced(): Guard {
  let since = systemClock.now()
  const counts = new Map<string, number>()
  return async (c, next) => {
    const now = systemClock.now()
    if (counts.size > mostAddresses || now.since(since).total('minutes') >= minutes) {
      counts.clear()
      since = now
    }
    const address = networkOf(addressOf(c))
    const count = (counts.get(address) ?? 0) + 1
    if (address !== '') counts.set(address, count)
    if (count > most) return hurriedPage(c, minutes)
    await next()
  }
}

// One who holds an IPv6 address holds the 2^64 beside it too.
function networkOf(address: string | null): string {
  if (address && /^(127\.|::1$)/.test(address)) return ''
  return address?.includes(':') ? address.split(':').slice(0, 4).join(':') : (address ?? '')
}
