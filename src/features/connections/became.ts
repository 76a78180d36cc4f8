import type { RhythmSettings } from '../../engine/rhythm/rhythm-watch.ts'
import { watchRhythm } from '../../engine/rhythm/watch-rhythm.ts'

/** Months after the start at which a connection is asked whether it still keeps its rhythm. */
export const judgedAfterMonths = 3

/** open: too early to say, still asked about, or resting by agreement on the day it would be judged. */
export type Verdict = 'yes' | 'no' | 'open'

/** How far a proposed connection came. */
export interface Became {
  /** All said yes. */
  accepted: Verdict
  /** They talked live or face to face at least once, so far. A message is no meeting. */
  met: Verdict
  /** The rhythm watch, on the day three months after the start, found them in touch as agreed. */
  inRhythm: Verdict
}

/** What is known of a connection, whatever its state. */
export interface Followed {
  state: string
  proposedAt: Temporal.Instant
  startedAt: Temporal.Instant | null
  closedAt: Temporal.Instant | null
  rhythmDays: number
  contacts: { at: Temporal.Instant; kind: string }[]
  /** Pauses that began, and ended, in the order of time. */
  pauses: { at: Temporal.Instant; isEnd: boolean }[]
}

/** How far a connection came, judged at a moment; days are those of `zone`. */
export function becameOf(
  followed: Followed,
  { now, zone, settings }: { now: Temporal.Instant; zone: string; settings: RhythmSettings },
): Became {
  const { state, startedAt, contacts } = followed
  if (!startedAt) {
    const verdict = state === 'proposed' ? 'open' : 'no'
    const isOver = isBefore(judgedAt(followed, zone), now)
    return { accepted: verdict, met: verdict, inRhythm: verdict === 'no' && isOver ? 'no' : 'open' }
  }
  const hasMet = contacts.some(({ at, kind }) => kind !== 'message' && isBefore(at, now))
  return {
    accepted: 'yes',
    met: hasMet ? 'yes' : 'no',
    inRhythm: rhythmOn(followed, startedAt, judgedAt(followed, zone), now, settings),
  }
}

/** The day a connection is judged: three months after it began, or after it was proposed where it never did. */
export function judgedAt({ startedAt, proposedAt }: Followed, zone: string): Temporal.Instant {
  return (startedAt ?? proposedAt).toZonedDateTimeISO(zone).add({ months: judgedAfterMonths }).toInstant()
}

function rhythmOn(
  { closedAt, rhythmDays, contacts, pauses }: Followed,
  startedAt: Temporal.Instant,
  day: Temporal.Instant,
  now: Temporal.Instant,
  settings: RhythmSettings,
): Verdict {
  if (!isBefore(day, now)) return 'open'
  if (closedAt && isBefore(closedAt, day)) return 'no'
  const lastPause = pauses.filter(({ at }) => isBefore(at, day)).at(-1)
  if (lastPause && !lastPause.isEnd) return 'open'
  const seen = contacts.map(({ at }) => at).filter((at) => isBefore(at, day))
  const reading = watchRhythm({
    agreedDays: rhythmDays,
    lastContactAt: seen.toSorted(Temporal.Instant.compare).at(-1) ?? null,
    startedAt: lastPause?.at ?? startedAt,
    now: day,
    settings,
    contactsSoFar: seen.length,
  })
  return reading.state === 'fresh' ? 'yes' : 'no'
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) <= 0
}
