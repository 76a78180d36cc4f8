/** A day by somebody's own clock, '2027-03-08'. */
export type Day = string

/** A moment, '2027-03-08T14:00:00Z', or any ISO string that `Temporal.Instant` reads. */
export type Moment = string

/** How good an hour is for a person: 2 good, 1 if need be, 0 no. */
export type Level = '0' | '1' | '2'

/** Everything the season planner is told. Days count by each member's own clock, from the first to the last. */
export interface Season {
  startsOn: Day
  endsOn: Day
  /** Sessions start on this grid of UTC, in minutes: 15 or 30; a session takes whole slots. */
  slotMinutes: number
  curve: BurdenCurve
  people: readonly SeasonPerson[]
  series: readonly SeasonSeries[]
  /** Sessions that stand and are not planned: who is in them is taken; they count for limits, gaps and burden. */
  fixed: readonly FixedSession[]
  /** Least total, then the worst person's burden; or the worst person first, so that the bad hour rotates. */
  sharing: Sharing
}

export type Sharing = 'total first' | 'worst first'

/** Whole points from 0 to 50. A session costs what its worst half-hour costs. */
export interface BurdenCurve {
  /** Points of each half-hour of a local day from 00:00, 48 of them; null is impossible. */
  halfHours: readonly (number | null)[]
  /** Added where the person said 'if need be'. */
  ifNeedBe: number
  /** Added on the person's weekend days. */
  weekend: number
  /** What a session costs without an optional member; at least the greatest cost of any possible hour. */
  missing: number
}

export interface SeasonPerson {
  id: string
  /** IANA name, 'America/Guayaquil'. */
  zone: string
  /** 336 marks, a half-hour each, from Monday 00:00 by the person's own clock. Absent: every hour is good. */
  week?: string
  /** Days on which one level holds all day, whatever the week says. A later one wins. */
  exceptions?: readonly { from: Day; to: Day; level: Level }[]
  /** Times taken by something else. */
  busy?: readonly { startsAt: Moment; endsAt: Moment }[]
  /** Most sessions in a week from Monday to Sunday. */
  sessionsPerWeek?: number
  /** Most minutes of sessions in a calendar month. */
  minutesPerMonth?: number
  /** ISO weekday numbers, 1 Monday to 7 Sunday; Saturday and Sunday unless said otherwise. */
  weekendDays?: readonly number[]
  /** Points carried over from earlier seasons; they count when the worst burden is compared. */
  borne?: number
}

export interface SeasonSeries {
  id: string
  /** The first member's clock counts the days of gaps. An optional member attends whenever they can. */
  members: readonly { personId: string; required: boolean }[]
  sessions: number
  minutes: number
  /** Calendar days from a session to the next, at least 1. After a session without a place, the greatest gap doubles. */
  leastGapDays: number
  greatestGapDays: number
  notBefore?: Day
  notAfter?: Day
  /** 'remote', or the name of a place, which holds one session at a time. */
  medium: string
  /** Free minutes a member needs before and after a session in a place; between two places both count. */
  travelMinutes?: number
  /** Sessions (numbered from 0) that stay where they are, whatever the hour. */
  pinned?: readonly { index: number; startsAt: Moment }[]
}

export interface FixedSession {
  id: string
  startsAt: Moment
  minutes: number
  personIds: readonly string[]
  /** A session of this series before those to plan: they keep the gaps from it. */
  seriesId?: string
  place?: string
}
