import type { Season, SeasonPerson, SeasonSeries } from './season.ts'

/** A session as the check sees it; times are minutes of UTC since 1970. */
export interface CheckedSession {
  name: string
  ref: { seriesId: string; index: number } | { fixedId: string }
  series: SeasonSeries | undefined
  from: number
  to: number
  minutes: number
  /** Free minutes its people need before and after. */
  way: number
  place: string | undefined
  required: readonly string[]
  attending: readonly string[]
  /** Pinned or fixed: it stays whatever the hour. */
  stands: boolean
}

interface Local {
  date: string
  weekday: number
  half: number
}

/** Hours of people, read from `Temporal` quarter by quarter: slow, plain, and apart from the planner's tables. */
export class CheckHours {
  readonly season: Season
  private readonly people: ReadonlyMap<string, SeasonPerson>
  private readonly known = new Map<string, Map<number, Local>>()

  constructor(season: Season) {
    this.season = season
    this.people = new Map(season.people.map((person) => [person.id, person]))
  }

  person(id: string): SeasonPerson {
    return this.people.get(id)!
  }

  /** What the clock of a person shows. */
  local(id: string, minute: number): Local {
    const { zone } = this.person(id)
    let zoneKnown = this.known.get(zone)
    if (!zoneKnown) this.known.set(zone, (zoneKnown = new Map()))
    let local = zoneKnown.get(minute)
    if (!local) {
      const at = Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(zone)
      const half = (at.dayOfWeek - 1) * 48 + at.hour * 2 + (at.minute >= 30 ? 1 : 0)
      zoneKnown.set(minute, (local = { date: at.toPlainDate().toString(), weekday: at.dayOfWeek, half }))
    }
    return local
  }

  /** Points of a span for a person by curve and levels; null where it is impossible. */
  points(id: string, from: number, to: number): number | null {
    let worst = 0
    for (let minute = from; minute < to; minute = Math.floor(minute / 15 + 1) * 15) {
      const points = this.pointsAt(id, minute)
      if (points === null) return null
      worst = Math.max(worst, points)
    }
    return worst
  }

  /** The same for a session that stands: an impossible hour counts as a missing member does. */
  pointsStanding(id: string, from: number, to: number): number {
    let worst = 0
    for (let minute = from; minute < to; minute = Math.floor(minute / 15 + 1) * 15) {
      worst = Math.max(worst, this.pointsAt(id, minute) ?? this.season.curve.missing)
    }
    return worst
  }

  /** Points of a new session for a person, null where their dates, hours or other business do not allow it. */
  possible(id: string, from: number, to: number, way: number): number | null {
    const { startsOn, endsOn } = this.season
    if (this.local(id, from).date < startsOn || this.local(id, to - 1).date > endsOn) return null
    const step = this.season.slotMinutes
    const [begin, end] = [from - Math.ceil(way / step) * step, to + Math.ceil(way / step) * step]
    for (const { startsAt, endsAt } of this.person(id).busy ?? []) {
      const [busyFrom, busyTo] = [minuteOf(startsAt), minuteOf(endsAt)]
      // A slot that is touched is taken whole.
      const [first, last] = [Math.floor(busyFrom / step) * step, Math.ceil(busyTo / step) * step]
      if (first < end && begin < last) return null
    }
    return this.points(id, from, to)
  }

  /** Whether a span lies in the dates of a series by the clock of one of its required members. */
  inDates(series: SeasonSeries, id: string, from: number, to: number): boolean {
    if (series.notBefore !== undefined && this.local(id, from).date < series.notBefore) return false
    return series.notAfter === undefined || this.local(id, to - 1).date <= series.notAfter
  }

  /** Days since 1970 at a minute by the clock that counts the days of a series. */
  dayOf(series: SeasonSeries, minute: number): number {
    const { date } = this.local(series.members[0]!.personId, minute)
    return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000)
  }

  private pointsAt(id: string, minute: number): number | null {
    const { curve } = this.season
    const person = this.person(id)
    const { date, weekday, half } = this.local(id, minute)
    const exception = (person.exceptions ?? []).findLast(({ from, to }) => from <= date && date <= to)
    const level = exception?.level ?? person.week?.[half] ?? '2'
    const points = curve.halfHours[half % 48] ?? null
    if (points === null || level === '0') return null
    const isWeekend = (person.weekendDays ?? [6, 7]).includes(weekday)
    return points + (level === '1' ? curve.ifNeedBe : 0) + (isWeekend ? curve.weekend : 0)
  }
}

/** Minutes of UTC since 1970. */
export function minuteOf(moment: string): number {
  return Temporal.Instant.from(moment).epochMilliseconds / 60_000
}

/** Monday of the week, or the first of the month, that a date lies in. */
export function spanOf(kind: 'weekly limit' | 'monthly limit', date: string): string {
  const day = Temporal.PlainDate.from(date)
  return (kind === 'weekly limit' ? day.subtract({ days: day.dayOfWeek - 1 }) : day.with({ day: 1 })).toString()
}
