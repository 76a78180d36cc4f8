import { impossible } from './problem.ts'
import { leadOf, type SeasonTables } from './season-tables.ts'
import type { SeasonSeries } from './season.ts'
import { monthOf, weekOf } from './zone-clock.ts'

/** A session with a time: planned, pinned or fixed. Minutes are UTC since 1970. */
export interface TimedSession {
  ref: { seriesId: string; index: number } | { fixedId: string }
  series: SeasonSeries | undefined
  from: number
  to: number
  /** Free minutes its people need before and after. */
  lead: number
  minutes: number
  place: string | undefined
  /** Who is booked by it: required members, and optional ones once they attend. */
  booked: string[]
  /** Pinned or fixed. */
  stands: boolean
}

/** Whose time is taken when, and how much of their limits is used. */
export class Diary {
  private readonly tables: SeasonTables
  private readonly sessionsOf = new Map<string, TimedSession[]>()

  constructor(tables: SeasonTables, sessions: readonly TimedSession[]) {
    this.tables = tables
    for (const session of sessions) for (const id of session.booked) this.add(id, session)
  }

  add(id: string, session: TimedSession): void {
    const own = this.sessionsOf.get(id)
    if (own) own.push(session)
    else this.sessionsOf.set(id, [session])
  }

  /** Sessions of a person that leave no room for one with this time and lead. */
  overlaps(id: string, from: number, to: number, lead: number): TimedSession[] {
    const own = this.sessionsOf.get(id) ?? []
    return own.filter((one) => one.from - one.lead < to + lead && from - lead < one.to + one.lead)
  }

  /** The limits of a person that one more session would break, with the first day of the full week or month. */
  fullLimits(id: string, from: number, minutes: number): ('weekly limit' | 'monthly limit')[] {
    const { zone, sessionsPerWeek, minutesPerMonth } = this.tables.person(id)
    if (sessionsPerWeek === undefined && minutesPerMonth === undefined) return []
    const own = this.sessionsOf.get(id) ?? []
    const day = this.tables.dayAt(zone, from)
    const days = own.map((one) => this.tables.dayAt(zone, one.from))
    const week = days.filter((other) => weekOf(other) === weekOf(day)).length
    let month = 0
    for (const [at, one] of own.entries()) if (monthOf(days[at]!) === monthOf(day)) month += one.minutes
    return [
      ...(sessionsPerWeek !== undefined && week + 1 > sessionsPerWeek ? (['weekly limit'] as const) : []),
      ...(minutesPerMonth !== undefined && month + minutes > minutesPerMonth ? (['monthly limit'] as const) : []),
    ]
  }
}

/** Points of a session for a person, or undefined when they have no such hour or are booked or past a limit. */
export function pointsIfFree(
  tables: SeasonTables,
  diary: Diary,
  id: string,
  session: Pick<TimedSession, 'from' | 'to' | 'lead' | 'minutes' | 'series'>,
): number | undefined {
  const step = tables.season.slotMinutes
  const slot = tables.slotAt(session.from)
  if (slot < 0) return undefined
  const lead = session.series ? leadOf(session.series, step) : 0
  const points = tables.startsOf(id, (session.to - session.from) / step, lead)[slot]!
  if (points === impossible) return undefined
  if (diary.overlaps(id, session.from, session.to, session.lead).length > 0) return undefined
  return diary.fullLimits(id, session.from, session.minutes).length > 0 ? undefined : points
}

/**
 * Lets optional members attend what they can, in order of time: hours that are possible for them, beside what they must
 * attend and within their limits. Fills `booked`, and returns who attends each session with points, and who misses it.
 */
export function attend(tables: SeasonTables, sessions: readonly TimedSession[]) {
  const diary = new Diary(tables, sessions)
  const present = new Map(
    sessions.map((session) => [
      session,
      {
        burdens: session.booked.map((personId) => ({ personId, points: pointsOf(tables, personId, session) })),
        missing: [] as string[],
      },
    ]),
  )
  for (const session of [...sessions].sort((one, other) => one.from - other.from)) {
    for (const { personId, required } of session.series?.members ?? []) {
      if (required) continue
      const points = pointsIfFree(tables, diary, personId, session)
      if (points === undefined) present.get(session)!.missing.push(personId)
      else {
        present.get(session)!.burdens.push({ personId, points })
        session.booked.push(personId)
        diary.add(personId, session)
      }
    }
  }
  return present
}

/** What a session asks of somebody who is in it, also where it no longer should be. */
export function pointsOf(tables: SeasonTables, id: string, { series, from, to, lead, stands }: TimedSession): number {
  const step = tables.season.slotMinutes
  const slot = stands ? -1 : tables.slotAt(from)
  const points = slot < 0 ? impossible : tables.startsOf(id, (to - from) / step, series ? lead / step : 0)[slot]!
  return points === impossible ? tables.pointsStanding(id, from, to) : points
}
