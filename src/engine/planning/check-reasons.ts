import { minuteOf, spanOf, type CheckedSession, type CheckHours } from './check-hours.ts'
import type { Bar, PlannedSession, SessionRef } from './plan.ts'
import type { SeasonSeries } from './season.ts'

/** What is not true about the reason of a session without a place. */
export function checkReason(hours: CheckHours, session: PlannedSession, sessions: readonly CheckedSession[]): string[] {
  const { seriesId, index, reason } = session
  const name = `Session ${index} of ${seriesId}`
  if (!reason) return [`${name} has no place and no reason.`]
  const series = hours.season.series.find(({ id }) => id === seriesId)!
  const required = series.members.filter((one) => one.required).map(({ personId }) => personId)
  if (reason.kind === 'nobody free together') {
    if (reason.people.length === 0 || !reason.people.every((id) => required.includes(id))) {
      return [`The reason of ${name} names people who need not attend.`]
    }
    return commonStarts(hours, series, reason.people).length === 0
      ? []
      : [`The people in the way of ${name} have a common hour.`]
  }
  const common = commonStarts(hours, series, required)
  if (common.length === 0) return [`${name} has no common hour, and another reason is given.`]
  const named = (ref: SessionRef) => sessions.find((one) => isSame(one.ref, ref))
  if (reason.kind === 'gap') {
    const near = reason.sessions.map(named)
    if (near.some((one) => one === undefined)) return [`The reason of ${name} names a session without a place.`]
    const isFar = (minute: number) => near.some((one) => !keepsGap(hours, series, index, minute, one!))
    return common.every(isFar) ? [] : [`A common hour of ${name} keeps the gaps from the sessions named.`]
  }
  const beside = neighbours(series, index, sessions)
  const left = common.filter((minute) => beside.every((one) => keepsGap(hours, series, index, minute, one)))
  const faults: string[] = []
  const barred = new Set<number>()
  for (const bar of reason.bars) {
    const by = left.filter((minute) => bars(hours, series, minute, bar, sessions))
    if (by.length === 0) faults.push(`The reason of ${name} names something that bars nothing.`)
    for (const minute of by) barred.add(minute)
  }
  if (barred.size < left.length) faults.push(`${name} has an hour that nothing named bars.`)
  if (reason.kind !== reason.bars[0]?.kind) faults.push(`The reason of ${name} is not what bars it most.`)
  return faults
}

/** Minutes at which a session could start for all these people by their own hours and dates, whoever is booked. */
function commonStarts(hours: CheckHours, series: SeasonSeries, ids: readonly string[]): number[] {
  const { startsOn, endsOn, slotMinutes } = hours.season
  const length = Math.ceil(series.minutes / slotMinutes) * slotMinutes
  const way = series.medium === 'remote' ? 0 : (series.travelMinutes ?? 0)
  const starts: number[] = []
  const last = minuteOf(`${endsOn}T00:00:00Z`) + 2 * 1440
  for (let minute = minuteOf(`${startsOn}T00:00:00Z`) - 1440; minute < last; minute += slotMinutes) {
    const isOpen = ids.every(
      (id) =>
        hours.possible(id, minute, minute + length, way) !== null && hours.inDates(series, id, minute, minute + length),
    )
    if (isOpen) starts.push(minute)
  }
  return starts
}

/** The nearest sessions with a time before and after one of its series. */
function neighbours(series: SeasonSeries, index: number, sessions: readonly CheckedSession[]): CheckedSession[] {
  const own = sessions.filter((one) => one.series === series && 'seriesId' in one.ref)
  const held = sessions.filter((one) => one.series === series && 'fixedId' in one.ref)
  const before = own
    .filter(({ ref }) => numberOf(ref) < index)
    .sort((one, other) => numberOf(other.ref) - numberOf(one.ref))
  const after = own
    .filter(({ ref }) => numberOf(ref) > index)
    .sort((one, other) => numberOf(one.ref) - numberOf(other.ref))
  const earlier = before[0] ?? held.sort((one, other) => other.from - one.from)[0]
  return [...(earlier ? [earlier] : []), ...(after[0] ? [after[0]] : [])]
}

function numberOf(ref: SessionRef): number {
  return 'index' in ref ? ref.index : -1
}

function keepsGap(
  hours: CheckHours,
  series: SeasonSeries,
  index: number,
  minute: number,
  other: CheckedSession,
): boolean {
  const steps = index - numberOf(other.ref)
  const gap = (hours.dayOf(series, minute) - hours.dayOf(series, other.from)) * Math.sign(steps)
  return gap >= series.leastGapDays && gap <= series.greatestGapDays * Math.abs(steps)
}

/** Whether one thing keeps a session from starting at a minute. */
function bars(
  hours: CheckHours,
  series: SeasonSeries,
  minute: number,
  bar: Bar,
  sessions: readonly CheckedSession[],
): boolean {
  const { slotMinutes } = hours.season
  const round = (minutes: number) => Math.ceil(minutes / slotMinutes) * slotMinutes
  const to = minute + round(series.minutes)
  const way = series.medium === 'remote' ? 0 : round(series.travelMinutes ?? 0)
  const must = series.members.some(({ personId, required }) => required && personId === bar.personId)
  const by = bar.by && sessions.find((one) => isSame(one.ref, bar.by!))
  if (bar.kind === 'place taken') {
    return bar.place === series.medium && by?.place === series.medium && by.from < to && minute < by.to
  }
  if (!must) return false
  const id = bar.personId!
  if (bar.kind === 'already booked') {
    if (!by || !by.required.includes(id)) return false
    return by.from - by.way < to + way && minute - way < by.to + by.way
  }
  const span = spanOf(bar.kind, hours.local(id, minute).date)
  if (bar.from !== span) return false
  const most = bar.kind === 'weekly limit' ? hours.person(id).sessionsPerWeek : hours.person(id).minutesPerMonth
  if (most === undefined) return false
  let used = bar.kind === 'weekly limit' ? 1 : series.minutes
  for (const one of sessions) {
    if (!one.required.includes(id) || spanOf(bar.kind, hours.local(id, one.from).date) !== span) continue
    used += bar.kind === 'weekly limit' ? 1 : one.minutes
  }
  return used > most
}

function isSame(one: SessionRef, other: SessionRef): boolean {
  if ('fixedId' in one || 'fixedId' in other) {
    return 'fixedId' in one && 'fixedId' in other && one.fixedId === other.fixedId
  }
  return one.seriesId === other.seriesId && one.index === other.index
}
