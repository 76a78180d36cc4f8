import { CheckHours, minuteOf, spanOf, type CheckedSession } from './check-hours.ts'
import { checkReason } from './check-reasons.ts'
import type { Plan, PlannedSession } from './plan.ts'
import type { Season } from './season.ts'

/**
 * What is wrong with a plan, a sentence each; nothing when it is right. Everything is worked out again by separate code:
 * who is where when, gaps, limits, places, dates, burdens, sums, why sessions have no place, and that the certificate
 * agrees with itself (whether its bounds are true is shown by trying everything on small seasons).
 *
 * @example checkPlan(season, planSeason(season, { seed: 7 })) // []
 */
export function checkPlan(season: Season, plan: Plan): string[] {
  const hours = new CheckHours(season)
  const faults: string[] = []
  const sessions = readSessions(season, plan, faults)
  if (faults.length > 0) return faults
  for (const session of sessions) checkHours(hours, session, plan, faults)
  checkOverlaps(sessions, faults)
  checkGaps(hours, sessions, faults)
  checkLimits(hours, sessions, faults)
  checkSums(hours, sessions, plan, faults)
  for (const session of plan.sessions) {
    if (session.startsAt !== null && session.reason) faults.push(`${nameOf(session)} has a place and a reason.`)
    if (session.startsAt === null) faults.push(...checkReason(hours, session, sessions))
  }
  return faults
}

function nameOf({ seriesId, index }: { seriesId: string; index: number }): string {
  return `Session ${index} of ${seriesId}`
}

/** Reads the plan beside the season: every session there once, pinned ones where they are pinned. */
function readSessions(season: Season, plan: Plan, faults: string[]): CheckedSession[] {
  const takes = (minutes: number) => Math.ceil(minutes / season.slotMinutes) * season.slotMinutes
  const sessions = season.fixed.map((one): CheckedSession => {
    const from = minuteOf(one.startsAt)
    return {
      name: `The fixed session ${one.id}`,
      ref: { fixedId: one.id },
      series: season.series.find(({ id }) => id === one.seriesId),
      from,
      to: from + takes(one.minutes),
      minutes: one.minutes,
      way: 0,
      place: one.place,
      required: one.personIds,
      attending: one.personIds,
      stands: true,
    }
  })
  const planned = new Map<string, PlannedSession>()
  for (const session of plan.sessions) {
    if (planned.has(nameOf(session))) faults.push(`${nameOf(session)} is there twice.`)
    planned.set(nameOf(session), session)
  }
  for (const series of season.series) {
    for (let index = 0; index < series.sessions; index++) {
      const name = nameOf({ seriesId: series.id, index })
      const session = planned.get(name)
      planned.delete(name)
      if (!session) {
        faults.push(`${name} is not there.`)
        continue
      }
      const pin = series.pinned?.find((one) => one.index === index)
      if (pin && (session.startsAt === null || minuteOf(session.startsAt) !== minuteOf(pin.startsAt))) {
        faults.push(`${name} is not where it is pinned.`)
      }
      if (session.startsAt === null) continue
      const from = minuteOf(session.startsAt)
      const isPlace = series.medium !== 'remote'
      sessions.push({
        name,
        ref: { seriesId: series.id, index },
        series,
        from,
        to: from + takes(series.minutes),
        minutes: series.minutes,
        way: isPlace ? takes(series.travelMinutes ?? 0) : 0,
        place: isPlace ? series.medium : undefined,
        required: series.members.filter(({ required }) => required).map(({ personId }) => personId),
        attending: session.burdens.map(({ personId }) => personId),
        stands: pin !== undefined,
      })
    }
  }
  for (const name of planned.keys()) faults.push(`${name} is not in the season.`)
  return sessions
}

/** Who attends, whether they can, and what it asks of them. */
function checkHours(hours: CheckHours, session: CheckedSession, plan: Plan, faults: string[]): void {
  const { name, ref, series, from, to, way, stands, required, attending } = session
  if ('fixedId' in ref || !series) return
  const planned = plan.sessions.find((one) => one.seriesId === ref.seriesId && one.index === ref.index)!
  const there = [...attending, ...planned.missing].sort()
  const members = series.members.map(({ personId }) => personId).sort()
  if (there.join() !== members.join()) faults.push(`${name} does not name each member once.`)
  for (const id of required) if (!attending.includes(id)) faults.push(`${name} misses ${id}, who must attend.`)
  if (!stands && from % hours.season.slotMinutes !== 0) faults.push(`${name} does not begin with a slot.`)
  for (const { personId, points } of planned.burdens) {
    const isFree = stands && required.includes(personId)
    const truth = isFree ? hours.pointsStanding(personId, from, to) : hours.possible(personId, from, to, way)
    if (truth === null) faults.push(`${name} is at an impossible time for ${personId}.`)
    else if (truth !== points) faults.push(`${name} asks ${truth} points of ${personId}, not ${points}.`)
    if (!stands && required.includes(personId) && !hours.inDates(series, personId, from, to)) {
      faults.push(`${name} is outside of its dates for ${personId}.`)
    }
  }
}

/** Nobody in two sessions at once, with the ways between; no place held twice. Two standing ones may clash. */
function checkOverlaps(sessions: readonly CheckedSession[], faults: string[]): void {
  const sorted = [...sessions].sort((one, other) => one.from - other.from)
  for (const [at, one] of sorted.entries()) {
    for (const other of sorted.slice(at + 1)) {
      if (other.from >= one.to + 2 * 720) break
      if (one.stands && other.stands) continue
      if (one.from - one.way < other.to + other.way && other.from - other.way < one.to + one.way) {
        const both = one.attending.find((id) => other.attending.includes(id))
        if (both !== undefined) faults.push(`${both} is in two at once: ${one.name} and ${other.name}.`)
      }
      if (one.place !== undefined && one.place === other.place && other.from < one.to) {
        faults.push(`${one.place} holds two at once: ${one.name} and ${other.name}.`)
      }
    }
  }
}

function checkGaps(hours: CheckHours, sessions: readonly CheckedSession[], faults: string[]): void {
  for (const series of hours.season.series) {
    const own = sessions.filter((one) => one.series === series && 'seriesId' in one.ref)
    const held = sessions.filter((one) => one.series === series && 'fixedId' in one.ref)
    const last = held.sort((one, other) => other.from - one.from)[0]
    const numbered = [...(last ? [last] : []), ...own].map((one) => ({
      ...one,
      index: 'index' in one.ref ? one.ref.index : -1,
      day: hours.dayOf(series, one.from),
    }))
    for (const [at, one] of numbered.sort((one, other) => one.index - other.index).entries()) {
      const next = numbered[at + 1]
      if (!next || (one.stands && next.stands)) continue
      const gap = next.day - one.day
      if (gap < series.leastGapDays || gap > series.greatestGapDays * (next.index - one.index)) {
        faults.push(`${next.name} comes ${gap} days after ${one.name}.`)
      }
    }
  }
}

function checkLimits(hours: CheckHours, sessions: readonly CheckedSession[], faults: string[]): void {
  for (const { id, sessionsPerWeek, minutesPerMonth } of hours.season.people) {
    for (const [kind, most] of [
      ['weekly limit', sessionsPerWeek],
      ['monthly limit', minutesPerMonth],
    ] as const) {
      if (most === undefined) continue
      const spans = new Map<string, { used: number; planned: boolean }>()
      for (const { attending, from, minutes, stands } of sessions) {
        if (!attending.includes(id)) continue
        const span = spanOf(kind, hours.local(id, from).date)
        const known = spans.get(span) ?? { used: 0, planned: false }
        known.used += kind === 'weekly limit' ? 1 : minutes
        known.planned ||= !stands
        spans.set(span, known)
      }
      for (const [span, { used, planned }] of spans) {
        if (used > most && planned) faults.push(`The ${kind} of ${id} is ${most}, and from ${span} on it is ${used}.`)
      }
    }
  }
}

/** Burdens of everybody, total, worst, and whether the certificate agrees with them. */
function checkSums(hours: CheckHours, sessions: readonly CheckedSession[], plan: Plan, faults: string[]): void {
  const points = new Map(hours.season.people.map(({ id, borne }) => [id, borne ?? 0]))
  let total = 0
  const bear = (id: string, more: number) => {
    points.set(id, points.get(id)! + more)
    total += more
  }
  for (const { ref, attending, from, to } of sessions) {
    if ('fixedId' in ref) for (const id of attending) bear(id, hours.pointsStanding(id, from, to))
  }
  for (const { burdens, missing } of plan.sessions) {
    for (const { personId, points } of burdens) bear(personId, points)
    total += missing.length * hours.season.curve.missing
  }
  const { leastTotal, isTotalProved, leastWorst, isWorstProved } = plan.certificate
  if (plan.total !== total) faults.push(`The total is ${total}, not ${plan.total}.`)
  const said = new Map(plan.burdens.map(({ personId, points }) => [personId, points]))
  for (const [id, more] of points) if (said.get(id) !== more) faults.push(`${id} bears ${more}, not ${said.get(id)}.`)
  const worst = Math.max(0, ...points.values())
  if (plan.worst !== worst) faults.push(`The worst burden is ${worst}, not ${plan.worst}.`)
  if (leastTotal > total || isTotalProved !== (leastTotal === total)) faults.push('The bound of the total is not true.')
  if (leastWorst > worst || isWorstProved !== (leastWorst === worst)) faults.push('The bound of the worst is not true.')
}
