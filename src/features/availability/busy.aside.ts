import { joined } from './busy.ts'
import { busyTimes } from './busy-times.ts'

const mostTimes = 5000

/** The texts of calendars, and what is asked of them; moments as ISO 8601 has them, for they cross between threads. */
export interface BusyAside {
  texts: readonly string[]
  from: string
  to: string
  zone: string
  ownHost: string
}

/** When somebody is busy by their calendars, from and to in milliseconds, in order. */
export default function busyAside({ texts, from, to, zone, ownHost }: BusyAside): [number, number][] {
  const reading = { from: Temporal.Instant.from(from), to: Temporal.Instant.from(to), zone, ownHost }
  return joined(texts.flatMap((text) => busyTimes(text, reading)))
    .slice(0, mostTimes)
    .map(({ startsAt, endsAt }) => [startsAt.epochMilliseconds, endsAt.epochMilliseconds])
}
