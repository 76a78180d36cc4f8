import { type Availability, freeTime, type FreeWindow } from './free-time.ts'

/** Free time as [from, to) in minutes after a moment: in order and apart. */
export type Spans = readonly (readonly [from: number, to: number])[]

/** Somebody's free time as plain numbers: made once a person, compared often. */
export interface FreeSpans {
  /** All that suits, if need be included. */
  usable: Spans
  good: Spans
}

/** Weeks over which free time is compared, so that one of holidays alone says little. */
export const comparedWeeks = 4
const comparedMinutes = comparedWeeks * 7 * 24 * 60

/** Nobody said when they are free: nothing can be compared. */
export const noSpans: FreeSpans = { usable: [], good: [] }

/**
 * Free time in the four weeks of UTC days from `weekStart`. Who drew no week has none that could be compared.
 * @example sharedMinutes(freeSpans(ana, monday), freeSpans(kofi, monday))
 */
export function freeSpans(known: Availability, weekStart: Temporal.PlainDate): FreeSpans {
  if (known.week === null) return noSpans
  const zero = weekStart.toZonedDateTime('UTC').epochMilliseconds
  const windows = freeTime(known, weekStart.subtract({ days: 1 }), comparedWeeks * 7 + 2)
  return {
    usable: spansOf(windows, zero),
    good: spansOf(
      windows.filter(({ level }) => level === 2),
      zero,
    ),
  }
}

function spansOf(windows: readonly FreeWindow[], zero: number): Spans {
  const spans: [number, number][] = []
  for (const { startsAt, endsAt } of windows) {
    const from = Math.max(0, (startsAt.epochMilliseconds - zero) / 60_000)
    const to = Math.min(comparedMinutes, (endsAt.epochMilliseconds - zero) / 60_000)
    const last = spans.at(-1)
    if (last?.[1] === from) last[1] = to
    else if (from < to) spans.push([from, to])
  }
  return spans
}

/** Minutes a week in which both can meet: those good for both count whole, those that ask something of one count half. */
export function sharedMinutes(a: FreeSpans, b: FreeSpans): number {
  return Math.round((overlap(a.usable, b.usable) + overlap(a.good, b.good)) / 2 / comparedWeeks)
}

function overlap(a: Spans, b: Spans): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [one, other] = [a[i], b[j]]
    if (!one || !other) break
    shared += Math.max(0, Math.min(one[1], other[1]) - Math.max(one[0], other[0]))
    if (one[1] < other[1]) i += 1
    else j += 1
  }
  return shared
}

/** The Monday of the week a day falls in. */
export function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 })
}
