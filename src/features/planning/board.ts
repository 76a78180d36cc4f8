import { usualCurve } from '../../engine/planning/usual-curve.ts'
import type { Db } from '../../platform/database/database.ts'
import { dayIn } from '../../platform/clock.ts'
import { type MeetingOfSeason, meetingsBetween } from '../activities/overview.ts'
import { organisers, startOf } from './as-season.ts'
import { firstDay } from './plan-settings.ts'
import { isAnything, type Outgoing, outgoingOf } from './publishing.ts'
import { listRows, type PlanSession } from './rows-store.ts'
import type { Proved } from './running.ts'
import {
  listConnections,
  listMeetings,
  listTaken,
  type PlanConnection,
  type PlanMeeting,
  type PlanSeries,
} from './season-store.ts'
import { readUndoable, type Step } from './steps-store.ts'
import { listWaiting } from './series-store.ts'
import { type PlanRow, readSetting, settingsOf } from './store.ts'

/** How a session of a plan stands; each has its own words and its own shape on the board. */
export type CellState =
  | 'planned'
  | 'moves'
  | 'unplaced'
  | 'answered'
  | 'partly'
  | 'waiting'
  | 'declined'
  | 'held'
  | 'missed'
  | 'cancelled'
  | 'besides'
  | `meeting ${MeetingOfSeason['state']}`

export interface Cell {
  seriesId: string
  number: number
  startsAt: Temporal.Instant
  state: CellState
  isPinned: boolean
  /** It was moved after people had it in their calendars. */
  wasMoved: boolean
  /** Who has said yes, by person id. */
  yes: string[]
  /** Where it is looked after, under the initiative, when it is not of this plan. */
  elsewhere: string | null
}

export interface BoardLine {
  series: NamedSeries
  cells: Cell[]
  unplaced: PlanSession[]
}

/** What of a series a line of the board shows: a group meeting that has its time is on it too. */
export type NamedSeries = PlanSeries | Pick<PlanMeeting, 'of' | 'id' | 'title' | 'members'>

export interface Board {
  mondays: Temporal.PlainDate[]
  /** Connections of this page, and under them the group meetings. */
  lines: BoardLine[]
  /** Connections of all pages. */
  all: number
  figures: {
    sessions: number
    unplaced: number
    answered: number
    toAnswer: number
    /** Points of all, of those who run the group meetings, and of whoever cannot come to one. */
    total: number
    missing: number
    least: number | null
    isProved: boolean
    burdens: { personId: string; name: string; points: number }[]
  }
  outgoing: Outgoing
  hasChanges: boolean
  steps: { undo: Step | null; redo: Step | null }
  waiting: Awaited<ReturnType<typeof listWaiting>>
}

export const linesPerPage = 40

/** Which series the board shows. */
export const boardFilters = ['all', 'unplaced', 'waiting', 'changed'] as const
export type BoardFilter = (typeof boardFilters)[number]

/** The board of a plan: weeks across, connections and group meetings down, and the figures over it. */
export async function readBoard(
  db: Db,
  plan: PlanRow,
  view: { from: number; show: BoardFilter; zone: string },
  now: Temporal.Instant,
): Promise<Board> {
  const setting = await readSetting(db, plan.id)
  const connections = await listConnections(db, plan.initiative_id)
  const meetings = await listMeetings(db, plan)
  const rows = await listRows(db, plan.id)
  const outgoing = outgoingOf(rows, now)
  const bySeries = Map.groupBy(rows, ({ seriesId }) => seriesId)
  const isOn = ({ id }: PlanSeries) => isShown(bySeries.get(id) ?? [], view.show)
  const shown = connections.filter(isOn)
  const onPage = shown.slice(view.from, view.from + linesPerPage)
  const mondays = mondaysOf(setting, plan, view.zone, rows)
  const besides = await readBesides(db, onPage, rows, mondays, view.zone)
  const lineOf = (series: PlanSeries) => lineOfSeries(series, bySeries.get(series.id) ?? [], besides)
  return {
    mondays,
    lines: [
      ...onPage.map(lineOf),
      ...meetings.filter(isOn).map(lineOf),
      ...(view.show === 'all' ? await readTimed(db, plan, mondays, view.zone) : []),
    ],
    all: shown.length,
    figures: figuresOf(plan, rows, [...connections, ...meetings]),
    outgoing,
    hasChanges: isAnything(outgoing),
    steps: await readUndoable(db, plan.id),
    waiting: plan.state === 'published' ? await listWaiting(db, plan.id, now) : [],
  }
}

function isShown(rows: readonly PlanSession[], show: BoardFilter): boolean {
  if (show === 'all') return true
  return rows.some((row) => {
    if (show === 'unplaced') return row.startsAt === null
    if (show === 'changed') return row.isChanged
    return row.session?.state === 'planned' && row.session.replies.some(({ reply }) => reply === null)
  })
}

function mondaysOf(
  season: { starts_on: Temporal.PlainDate; ends_on: Temporal.PlainDate },
  plan: PlanRow,
  zone: string,
  rows: readonly PlanSession[],
): Temporal.PlainDate[] {
  const days = rows.flatMap(({ startsAt }) => (startsAt ? [dayIn(zone, startsAt)] : []))
  const first = [firstDay(season, settingsOf(plan).answerByOn), ...days].reduce(earlier)
  const mondays: Temporal.PlainDate[] = []
  for (
    let monday = mondayOf(first);
    Temporal.PlainDate.compare(monday, season.ends_on) <= 0;
    monday = monday.add({ days: 7 })
  )
    mondays.push(monday)
  return mondays
}

const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) <= 0 ? a : b)

export function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 })
}

/** Sessions of these connections that are not of the plan: they stand on the board too. */
async function readBesides(
  db: Db,
  connections: readonly PlanConnection[],
  rows: readonly PlanSession[],
  mondays: readonly Temporal.PlainDate[],
  zone: string,
) {
  const own = new Set(rows.flatMap(({ session }) => session?.id ?? []))
  const ids = new Set(connections.map(({ id }) => id))
  const personIds = [...new Set(connections.flatMap(({ members }) => members.map(({ personId }) => personId)))]
  const [first, last] = [mondays[0], mondays.at(-1)]
  if (!first || !last || personIds.length === 0) return []
  const taken = await listTaken(db, personIds, startOf(first, zone), startOf(last.add({ days: 7 }), zone))
  return taken.filter(({ id, connectionId }) => connectionId && ids.has(connectionId) && !own.has(id))
}

/** The group meetings of these weeks that have their time: each is looked after on its own page. */
async function readTimed(
  db: Db,
  { initiative_id: initiativeId }: PlanRow,
  mondays: readonly Temporal.PlainDate[],
  zone: string,
): Promise<BoardLine[]> {
  const [first, last] = [mondays[0], mondays.at(-1)]
  if (!first || !last) return []
  const timed = await meetingsBetween(db, initiativeId, startOf(first, zone), startOf(last.add({ days: 7 }), zone))
  return timed.map(({ id, title, state, starts_at: startsAt }) => ({
    series: { of: 'meeting', id, title, members: [] },
    cells: [{ ...elsewhere(id, `meetings/${id}`), startsAt, state: `meeting ${state}` }],
    unplaced: [],
  }))
}

const elsewhere = (seriesId: string, path: string) => ({
  seriesId,
  number: -1,
  isPinned: false,
  wasMoved: false,
  yes: [],
  elsewhere: path,
})

function lineOfSeries(
  series: PlanSeries,
  rows: readonly PlanSession[],
  besides: Awaited<ReturnType<typeof readBesides>>,
): BoardLine {
  const cells = rows.flatMap((row) => (row.startsAt ? [cellOf(row, row.startsAt)] : []))
  const others = besides
    .filter(({ connectionId }) => connectionId === series.id)
    .map(({ id, startsAt }): Cell => ({ ...elsewhere(series.id, `sessions/${id}`), startsAt, state: 'besides' }))
  const all = [...cells, ...others].toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
  return { series, cells: all, unplaced: rows.filter(({ startsAt }) => startsAt === null) }
}

function cellOf(row: PlanSession, startsAt: Temporal.Instant): Cell {
  const { seriesId, number, isPinned, session } = row
  return {
    seriesId,
    number,
    startsAt,
    state: stateOf(row),
    isPinned,
    wasMoved: session !== null && session.sequence > 0 && session.state === 'planned',
    yes: (session?.replies ?? []).filter(({ reply }) => reply === 'yes').map(({ personId }) => personId),
    elsewhere: null,
  }
}

/** How one session of a plan stands. */
export function stateOf({ session, isChanged, startsAt }: PlanSession): CellState {
  if (startsAt === null) return 'unplaced'
  if (!session) return 'planned'
  if (session.state === 'held' || session.state === 'missed' || session.state === 'cancelled') return session.state
  if (isChanged) return 'moves'
  const { replies } = session
  if (replies.some(({ reply }) => reply === 'no')) return 'declined'
  if (replies.every(({ reply }) => reply !== null)) return 'answered'
  return replies.some(({ reply }) => reply !== null) ? 'partly' : 'waiting'
}

function figuresOf(plan: PlanRow, rows: readonly PlanSession[], series: readonly PlanSeries[]) {
  const names = new Map(series.flatMap(({ members }) => members).map(({ personId, name }) => [personId, name]))
  let missing = 0
  const points = new Map<string, number>([...names.keys()].map((personId) => [personId, 0]))
  for (const row of rows) {
    if (!row.startsAt || row.session?.state === 'cancelled') continue
    missing += row.missing.length
    for (const [personId, more] of Object.entries(row.burdens)) points.set(personId, (points.get(personId) ?? 0) + more)
  }
  const total = [...points.values()].reduce((sum, own) => sum + own, missing * usualCurve.missing)
  const burdens = [...points]
    .filter(([personId]) => personId !== organisers)
    .map(([personId, own]) => ({ personId, name: names.get(personId) ?? '', points: own }))
    .toSorted((a, b) => b.points - a.points || a.name.localeCompare(b.name))
  const replies = rows
    .filter(({ session }) => session?.state === 'planned')
    .flatMap(({ session }) => session?.replies ?? [])
  const proved = plan.certificate as Proved | null
  return {
    sessions: rows.length,
    unplaced: rows.filter(({ startsAt }) => startsAt === null).length,
    answered: replies.filter(({ reply }) => reply !== null).length,
    toAnswer: replies.length,
    total,
    missing,
    least: proved?.least ?? null,
    isProved: proved?.isProved ?? false,
    burdens,
  }
}
