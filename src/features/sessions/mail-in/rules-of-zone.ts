import ICAL from 'ical.js'

const mostObservances = 20
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/**
 * How far a zone that came along with a mail (RFC 5545, 3.6.5) is from UTC at a time on its clocks, in seconds. Rules of
 * strangers are never let run: understood is what clocks do, that they change on the nth or last weekday of a month.
 * @returns null where the zone says anything else, or nothing of this time
 */
export function offsetByRules(zone: ICAL.Component, wall: Temporal.PlainDateTime): number | null {
  const observances = zone.getAllSubcomponents().filter(({ name }) => name === 'standard' || name === 'daylight')
  if (observances.length > mostObservances) return null
  let latest: { at: Temporal.PlainDateTime; seconds: number } | null = null
  for (const observance of observances) {
    const seconds = offsetOf(observance)
    const onsets = onsetsOf(observance, wall.year)
    if (seconds === null || !onsets) return null
    for (const at of onsets) if (isUntil(at, wall) && (!latest || isUntil(latest.at, at))) latest = { at, seconds }
  }
  return latest?.seconds ?? null
}

function offsetOf(observance: ICAL.Component): number | null {
  const offset = observance.getFirstPropertyValue('tzoffsetto')
  return offset instanceof ICAL.UtcOffset ? offset.toSeconds() : null
}

/** When an observance begins, as far as it matters in a year: at first, and by its rule in that year and the one before. */
function onsetsOf(observance: ICAL.Component, year: number): Temporal.PlainDateTime[] | null {
  const start = observance.getFirstPropertyValue('dtstart')
  if (!(start instanceof ICAL.Time) || observance.hasProperty('rdate')) return null
  const first = wallOf(start)
  const rules = observance.getAllProperties('rrule')
  if (rules.length === 0) return [first]
  const rule = rules[0]?.getFirstValue()
  const day = rules.length === 1 && rule instanceof ICAL.Recur ? yearlyDay(rule) : null
  if (!day || !(rule instanceof ICAL.Recur)) return null
  // UNTIL is in UTC: a day more lets in nothing that comes once a year.
  const until = rule.until ? wallOf(rule.until).add({ days: 1 }) : null
  const repeated = [year - 1, year].map((one) => nthWeekday(one, day).toPlainDateTime(first.toPlainTime()))
  return [first, ...repeated.filter((at) => isUntil(first, at) && (!until || isUntil(at, until)))]
}

interface YearlyDay {
  month: number
  /** 1 to 4, or -1 for the last. */
  nth: number
  /** 1 is Monday. */
  weekday: number
}

function yearlyDay({ freq, interval, count, parts }: ICAL.Recur): YearlyDay | null {
  const { BYMONTH: months = [], BYDAY: days = [], ...others } = parts as Record<string, unknown[]>
  const month = Number(months[0])
  const [, nth, name = ''] = /^\+?(-1|[1-4])([A-Z]{2})$/.exec(String(days[0])) ?? []
  const isPlain = freq === 'YEARLY' && interval === 1 && !count && Object.keys(others).length === 0
  const isOneDay = months.length === 1 && days.length === 1 && month >= 1 && month <= 12 && weekdays.includes(name)
  return isPlain && isOneDay ? { month, nth: Number(nth), weekday: weekdays.indexOf(name) + 1 } : null
}

function nthWeekday(year: number, { month, nth, weekday }: YearlyDay): Temporal.PlainDate {
  const first = new Temporal.PlainDate(year, month, 1)
  if (nth === -1) {
    const last = first.add({ months: 1 }).subtract({ days: 1 })
    return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 })
  }
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (nth - 1) })
}

const isUntil = (one: Temporal.PlainDateTime, other: Temporal.PlainDateTime) =>
  Temporal.PlainDateTime.compare(one, other) <= 0

const wallOf = ({ year, month, day, hour, minute, second }: ICAL.Time) =>
  new Temporal.PlainDateTime(year, month, day, hour, minute, second)
