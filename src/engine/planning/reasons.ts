import type { Diary, TimedSession } from './attendance.ts'
import { shutStarts, zoneOf } from './compile-season.ts'
import { gapWindow } from './gap-window.ts'
import type { Bar, UnplacedReason } from './plan.ts'
import { impossible } from './problem.ts'
import type { SeasonTables } from './season-tables.ts'
import type { SeasonSeries } from './season.ts'
import { dateOf, monthOf, weekOf } from './zone-clock.ts'
import { timedSession } from './timed-sessions.ts'

/**
 * Why a session has no place beside the others: the smallest set of people without a common hour, or the sessions whose
 * gaps leave none, or, for every start that is left, something that bars it (few such things, the greatest first).
 */
export function reasonFor(
  tables: SeasonTables,
  series: SeasonSeries,
  index: number,
  sessions: readonly TimedSession[],
  diary: Diary,
): UnplacedReason {
  const required = series.members.filter((member) => member.required).map(({ personId }) => personId)
  const open = new Map(required.map((id) => [id, openStarts(tables, series, id)]))
  const common = intersection([...open.values()])
  if (!common.includes(1)) {
    return { kind: 'nobody free together', people: clashing(required, open), sessions: [], bars: [] }
  }
  const { from, to, neighbours } = gapWindow(tables, series, index, sessions)
  const days = tables.local(zoneOf(tables, series)).firstDay
  const left: number[] = []
  for (let start = 0; start < common.length; start++) {
    if (common[start] === 1 && days[start]! >= from && days[start]! <= to) left.push(start)
  }
  if (left.length === 0) return { kind: 'gap', people: [], sessions: neighbours.map(({ ref }) => ref), bars: [] }
  const bars = fewestBars(left.map((start) => barsOf(tables, series, index, start, sessions, diary)))
  return {
    kind: bars[0]!.kind,
    people: [...new Set(bars.flatMap(({ personId }) => personId ?? []))],
    sessions: bars.flatMap(({ by }) => by ?? []),
    ...(bars.find(({ place }) => place !== undefined) && {
      place: bars.find(({ place }) => place !== undefined)!.place!,
    }),
    bars,
  }
}

/** 1 for each start that is possible for a person whoever is booked, within the dates of the series. */
export function openStarts(tables: SeasonTables, series: SeasonSeries, id: string): Uint8Array {
  const lead = timedSession(tables, series, 0, 0).lead / tables.season.slotMinutes
  const row = tables.startsOf(id, tables.slotsFor(series.minutes), lead)
  const member = { personId: id, required: true }
  const shut = shutStarts(tables, { ...series, members: [member] }, false)
  return row.map((points, start) => (points === impossible || shut?.[start] === impossible ? 0 : 1))
}

/** 1 where all rows have 1. */
export function intersection(rows: readonly Uint8Array[]): Uint8Array {
  const common = rows[0]!.slice()
  for (const row of rows) for (let start = 0; start < row.length; start++) common[start]! &= row[start]!
  return common
}

/** Few people without a common hour: one or two where that is enough, else none of them can be left out. */
function clashing(required: readonly string[], open: ReadonlyMap<string, Uint8Array>): string[] {
  const meet = (ids: readonly string[]) => intersection(ids.map((id) => open.get(id)!)).includes(1)
  for (const id of required) if (!meet([id])) return [id]
  for (const [at, one] of required.entries()) {
    for (const other of required.slice(at + 1)) if (!meet([one, other])) return [one, other]
  }
  let people = [...required]
  for (const id of required) {
    const without = people.filter((one) => one !== id)
    if (!meet(without)) people = without
  }
  return people
}

/** Everything that bars one start. */
export function barsOf(
  tables: SeasonTables,
  series: SeasonSeries,
  index: number,
  start: number,
  sessions: readonly TimedSession[],
  diary: Diary,
): Omit<Bar, 'starts'>[] {
  const { from, to, lead, minutes, place, booked } = timedSession(tables, series, index, tables.minuteOf(start))
  const bars: Omit<Bar, 'starts'>[] = []
  for (const personId of booked) {
    for (const { ref } of diary.overlaps(personId, from, to, lead)) {
      bars.push({ kind: 'already booked', personId, by: ref })
    }
    for (const kind of diary.fullLimits(personId, from, minutes)) {
      bars.push({ kind, personId, from: spanStart(kind, tables.dayAt(tables.person(personId).zone, from)) })
    }
  }
  for (const one of sessions) {
    if (place !== undefined && one.place === place && one.from < to && from < one.to) {
      bars.push({ kind: 'place taken', place, by: one.ref })
    }
  }
  return bars
}

function spanStart(kind: 'weekly limit' | 'monthly limit', day: number): string {
  if (kind === 'weekly limit') return dateOf(weekOf(day) * 7 - 3)
  const month = monthOf(day)
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
}

/** Bars that cover every start, the one with most starts first. */
function fewestBars(barred: readonly (readonly Omit<Bar, 'starts'>[])[]): Bar[] {
  let open = barred.map((bars) => new Map(bars.map((bar) => [JSON.stringify(bar), bar])))
  const chosen: Bar[] = []
  while (open.length > 0) {
    const counts = new Map<string, number>()
    for (const bars of open) for (const key of bars.keys()) counts.set(key, (counts.get(key) ?? 0) + 1)
    let [best, most]: [string | undefined, number] = [undefined, 0]
    for (const [key, count] of counts) if (count > most) [best, most] = [key, count]
    if (best === undefined) throw new Error('A session without a place has a start that nothing bars.')
    const bar = open.find((bars) => bars.has(best))!.get(best)!
    chosen.push({ ...bar, starts: most })
    open = open.filter((bars) => !bars.has(best))
  }
  return chosen
}
