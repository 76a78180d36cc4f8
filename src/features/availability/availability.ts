import { dayIn } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'
import { joined } from './busy.ts'
import type { Availability, Exception } from './free-time.ts'
import { asExceptions, holidaysOf } from './holidays.ts'
import { readCalendars } from './calendar-store.ts'
import { type KeptException, readBusy, readExceptions, readSaid, type Said } from './store.ts'
import { weekendOf } from './weekend.ts'

/**
 * The one door to persons' time: what they drew, exceptions, public holidays, days of rest, limits, and what their own
 * calendars say between two moments. Persons who are not known are left out.
 */
export async function readAvailability(
  db: Db | Tx,
  personIds: readonly string[],
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<Map<string, Availability>> {
  const ids = [...new Set(personIds)]
  // Some day somewhere: a day begins up to fourteen hours before and ends up to twelve hours after that of UTC.
  const days = { from: dayIn('UTC', from).subtract({ days: 1 }), to: dayIn('UTC', to).add({ days: 1 }) }
  const said = await readSaid(db, ids)
  const exceptions = Map.groupBy(await readExceptions(db, ids, days.from, days.to), ({ personId }) => personId)
  const busy = Map.groupBy(await readBusy(db, ids, from, to), ({ personId }) => personId)
  const found = new Map<string, Availability>()
  for (const one of said) {
    const own = exceptions.get(one.personId) ?? []
    found.set(one.personId, {
      zone: one.zone,
      week: one.week,
      exceptions: [...(await holidayExceptions(one, own, days)), ...own.flatMap(asException)],
      busy: joined(busy.get(one.personId) ?? []),
      sessionsPerWeek: one.sessionsPerWeek,
      minutesPerMonth: one.minutesPerMonth,
      weekendDays: one.weekendDays ?? weekendOf(one.country),
    })
  }
  return found
}

async function holidayExceptions(
  { takesHolidays, country }: Said,
  own: readonly KeptException[],
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<Exception[]> {
  if (takesHolidays === false) return []
  const years = Array.from({ length: to.year - from.year + 1 }, (_, index) => from.year + index)
  const days = (await holidaysOf(country, years)).filter((day) => isWithin(day, from, to))
  return asExceptions(days, (day) => own.some((one) => one.level === 2 && isWithin(day, one.from, one.to)))
}

function asException({ from, to, level }: KeptException): Exception[] {
  return level === 0 || level === 1 ? [{ from, to, level }] : []
}

function isWithin(day: Temporal.PlainDate, from: Temporal.PlainDate, to: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0
}

/** Everything kept of a person's time, for that person alone. Their calendars' addresses are secrets and stay sealed. */
export async function ownAvailability(db: Db | Tx, personId: string) {
  const [said] = await readSaid(db, [personId])
  const exceptions = await readExceptions(db, [personId], Temporal.PlainDate.from('1900-01-01'))
  const [first, last] = [Temporal.Instant.from('1900-01-01T00:00Z'), Temporal.Instant.from('2900-01-01T00:00Z')]
  const busy = await readBusy(db, [personId], first, last)
  return {
    halfHoursFromMonday: said?.week ?? null,
    mostSessionsAWeek: said?.sessionsPerWeek ?? null,
    mostMinutesAMonth: said?.minutesPerMonth ?? null,
    publicHolidaysCountAsNo: said?.takesHolidays ?? true,
    daysOfRest: said?.weekendDays ?? null,
    saidAt: said?.saidAt ?? null,
    exceptions: exceptions.map(({ from, to, level }) => ({ from, to, level })),
    calendars: await readCalendars(db, personId),
    busyByMyCalendars: busy.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
  }
}
