import { impossible } from './problem.ts'
import type { FixedSession, Season, SeasonPerson, SeasonSeries } from './season.ts'
import {
  dayMinutes,
  dayNumber,
  halfOfWeek,
  localMinutes,
  localSlots,
  zoneClock,
  type LocalSlots,
  type ZoneClock,
} from './zone-clock.ts'

/** Hours a clock may be ahead of or behind UTC, with room. */
const [ahead, behind] = [15 * 60, 13 * 60]

/** A session that stands: fixed, or pinned. Minutes are UTC since 1970. */
export interface StandingSession {
  from: number
  to: number
  personIds: readonly string[]
  minutes: number
  place: string | undefined
  /** Free minutes its people need before and after. */
  lead: number
  ref: { seriesId: string; index: number } | { fixedId: string }
}

/** A season's hours by slots, worked out when somebody asks: nobody pays for people who are not in question. */
export class SeasonTables {
  readonly season: Season
  /** UTC minute of slot 0. */
  readonly origin: number
  readonly slots: number
  readonly people: ReadonlyMap<string, SeasonPerson>
  readonly standing: readonly StandingSession[]
  private readonly clocks = new Map<string, ZoneClock>()
  private readonly zones = new Map<string, LocalSlots>()
  private readonly hours = new Map<string, Uint8Array>()
  private readonly away = new Map<string, Uint8Array>()
  private readonly rows = new Map<string, Uint8Array>()
  private readonly rules = new Map<string, (half: number, level: number) => number>()
  private readonly range: [number, number]

  constructor(season: Season) {
    this.season = season
    const step = season.slotMinutes
    this.origin = Math.floor((dayNumber(season.startsOn) * dayMinutes - ahead) / step) * step
    const end = (dayNumber(season.endsOn) + 1) * dayMinutes + behind
    this.slots = Math.ceil((end - this.origin) / step)
    this.people = new Map(season.people.map((person) => [person.id, person]))
    this.standing = [
      ...season.fixed.map((one) => this.asStanding(one)),
      ...season.series.flatMap((series) => (series.pinned ?? []).map((pin) => this.pinned(series, pin))),
    ]
    this.range = [
      Math.min(this.origin, ...this.standing.map(({ from }) => from)) - dayMinutes,
      Math.max(end, ...this.standing.map(({ to }) => to)) + dayMinutes,
    ]
  }

  /** Slots a number of minutes takes. */
  slotsFor(minutes: number): number {
    return Math.ceil(minutes / this.season.slotMinutes)
  }

  /** UTC minute at which a slot begins. */
  minuteOf(slot: number): number {
    return this.origin + slot * this.season.slotMinutes
  }

  /** The slot that begins at a UTC minute, or -1 when none does. */
  slotAt(minute: number): number {
    const slot = (minute - this.origin) / this.season.slotMinutes
    return Number.isInteger(slot) && slot >= 0 && slot < this.slots ? slot : -1
  }

  clock(zone: string): ZoneClock {
    return kept(this.clocks, zone, () => zoneClock(zone, ...this.range))
  }

  local(zone: string): LocalSlots {
    return kept(this.zones, zone, () => localSlots(this.clock(zone), this.origin, this.season.slotMinutes, this.slots))
  }

  /** Day number at a UTC minute by a zone's clock. */
  dayAt(zone: string, minute: number): number {
    return Math.floor(localMinutes(this.clock(zone), minute) / dayMinutes)
  }

  /** Points of each slot for a person by their week, exceptions and the curve, whoever else books them. */
  hoursOf(id: string): Uint8Array {
    return kept(this.hours, id, () => {
      const person = this.person(id)
      const local = this.local(person.zone)
      const [first, last] = [dayNumber(this.season.startsOn), dayNumber(this.season.endsOn)]
      const levels = exceptionLevels(person, first, last)
      const rule = this.ruleOf(person)
      const points = new Uint8Array(this.slots).fill(impossible)
      for (let slot = 0; slot < this.slots; slot++) {
        const [from, to] = [local.firstDay[slot]!, local.lastDay[slot]!]
        if (from < first || to > last) continue
        const one = rule(local.firstHalf[slot]!, levels[from - first]!)
        const isSame = local.firstHalf[slot] === local.lastHalf[slot]
        points[slot] = isSame ? one : Math.max(one, rule(local.lastHalf[slot]!, levels[to - first]!))
      }
      return points
    })
  }

  /** 1 where the person is busy with something else. */
  busyOf(id: string): Uint8Array {
    return kept(this.away, id, () => {
      const taken = new Uint8Array(this.slots)
      for (const { startsAt, endsAt } of this.person(id).busy ?? []) {
        this.mark(taken, minuteOfMoment(startsAt), minuteOfMoment(endsAt))
      }
      return taken
    })
  }

  /** Points of a session for a person by its start, `impossible` where there is none; bookings do not count. */
  startsOf(id: string, length: number, lead: number): Uint8Array {
    return kept(this.rows, `${length} ${lead} ${id}`, () => {
      const [hours, busy] = [this.hoursOf(id), this.busyOf(id)]
      const row = new Uint8Array(this.slots).fill(impossible)
      for (let start = 0; start + length <= this.slots; start++) {
        let worst = 0
        for (let slot = start; slot < start + length; slot++) worst = Math.max(worst, hours[slot]!)
        const end = Math.min(this.slots, start + length + lead)
        for (let slot = Math.max(0, start - lead); slot < end; slot++) if (busy[slot] === 1) worst = impossible
        row[start] = worst
      }
      return row
    })
  }

  /** What a session that stands asks of a person; an impossible hour as much as a member who is missing. */
  pointsStanding(id: string, from: number, to: number): number {
    const person = this.person(id)
    const clock = this.clock(person.zone)
    const rule = this.ruleOf(person)
    let worst = 0
    // Half-hours of the local day begin on multiples of a quarter of an hour.
    for (let minute = from; minute < to; minute = Math.floor(minute / 15 + 1) * 15) {
      const local = localMinutes(clock, minute)
      const day = Math.floor(local / dayMinutes)
      const points = rule(halfOfWeek(local), exceptionLevels(person, day, day)[0]!)
      worst = Math.max(worst, points === impossible ? this.season.curve.missing : points)
    }
    return worst
  }

  /** Marks the slots that a span of UTC minutes touches. */
  mark(taken: Uint8Array, from: number, to: number): void {
    const step = this.season.slotMinutes
    const first = Math.max(0, Math.floor((from - this.origin) / step))
    taken.fill(1, first, Math.max(first, Math.min(this.slots, Math.ceil((to - this.origin) / step))))
  }

  person(id: string): SeasonPerson {
    return this.people.get(id)!
  }

  /** Points of a half-hour of the week, given the level of an exception or -1. */
  private ruleOf(person: SeasonPerson): (half: number, level: number) => number {
    return kept(this.rules, person.id, () => this.makeRule(person))
  }

  private makeRule(person: SeasonPerson): (half: number, level: number) => number {
    const { halfHours, ifNeedBe, weekend } = this.season.curve
    const weekendDays = person.weekendDays ?? [6, 7]
    const asks = Uint8Array.from({ length: 3 * 336 }, (_, at) => {
      const half = at % 336
      const points = halfHours[half % 48]
      if (points === null || points === undefined || at < 336) return impossible
      const extra = weekendDays.includes(Math.floor(half / 48) + 1) ? weekend : 0
      return points + extra + (at < 672 ? ifNeedBe : 0)
    })
    const week = Int32Array.from({ length: 336 }, (_, half) => (person.week ? Number(person.week[half]) : 2))
    return (half, level) => asks[(level < 0 ? week[half]! : level) * 336 + half]!
  }

  private asStanding(fixed: FixedSession): StandingSession {
    const from = minuteOfMoment(fixed.startsAt)
    const to = from + this.slotsFor(fixed.minutes) * this.season.slotMinutes
    const { personIds, minutes, place } = fixed
    return { from, to, personIds, minutes, place, lead: 0, ref: { fixedId: fixed.id } }
  }

  private pinned(series: SeasonSeries, pin: { index: number; startsAt: string }): StandingSession {
    const from = minuteOfMoment(pin.startsAt)
    return {
      from,
      to: from + this.slotsFor(series.minutes) * this.season.slotMinutes,
      personIds: series.members.filter(({ required }) => required).map(({ personId }) => personId),
      minutes: series.minutes,
      place: placeOf(series),
      lead: leadOf(series, this.season.slotMinutes) * this.season.slotMinutes,
      ref: { seriesId: series.id, index: pin.index },
    }
  }
}

/** UTC minutes since 1970 of a moment. */
export function minuteOfMoment(moment: string): number {
  return Temporal.Instant.from(moment).epochMilliseconds / 60_000
}

/** The place of a series, if it has one. */
export function placeOf(series: SeasonSeries): string | undefined {
  return series.medium === 'remote' ? undefined : series.medium
}

/** Slots the members of a series need before and after a session. */
export function leadOf(series: SeasonSeries, slotMinutes: number): number {
  return placeOf(series) === undefined ? 0 : Math.ceil((series.travelMinutes ?? 0) / slotMinutes)
}

/** For each day the level of the last exception that holds on it, or -1. */
function exceptionLevels(person: SeasonPerson, first: number, last: number): Int8Array {
  const levels = new Int8Array(last - first + 1).fill(-1)
  for (const { from, to, level } of person.exceptions ?? []) {
    const begin = Math.max(first, dayNumber(from))
    levels.fill(Number(level), begin - first, Math.max(begin, Math.min(last, dayNumber(to)) + 1) - first)
  }
  return levels
}

function kept<T>(map: Map<string, T>, key: string, make: () => T): T {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = make()))
  return value
}
