import { closeConnection } from '../features/connections/closing.ts'
import { reviewConnection } from '../features/connections/reviewing.ts'
import { nudge, noteCall, snooze } from '../features/desk/actions.ts'
import type { DeskRow } from '../features/desk/row.ts'
import { readToday } from '../features/desk/today.ts'
import { nextBest, rematchPerson } from '../features/matching/rematching.ts'
import { proposeTimes } from '../features/sessions/times/asking.ts'
import type { Actor, Work } from '../platform/work.ts'
import { dayIn } from '../platform/clock.ts'
import type { PeerKey } from './cast.ts'
import type { Company } from './opening.ts'
import { glanceAround } from './find.ts'
import { callNotes, nudges } from './sayings.ts'
import type { Stage } from './stage.ts'

/** Youssef is away from this day on: what comes up afterwards waits for whoever looks at the desk. */
const awayFrom = 176

/** Twice a week Youssef works through the desk's page, as far as an hour goes. */
export function planDeskRounds(stage: Stage, { youssef }: Company): void {
  const helped = new Map<string, number>()
  for (let monday = 28; monday < awayFrom; monday += 7) {
    for (const day of [monday, monday + 3]) {
      if (day < awayFrom)
        stage.agenda.add(stage.day(day, 9, 30), `desk ${day}`, () => workThroughDesk(stage, youssef.actor, helped))
    }
  }
}

async function workThroughDesk(stage: Stage, actor: Actor, helped: Map<string, number>): Promise<void> {
  const { agencyId, initiativeId } = stage
  const today = dayIn('Europe/Lisbon', stage.now)
  const { rows } = await readToday(stage.db, { id: initiativeId, agencyId }, stage.now, today)
  // Rows of equal rank and age come in the order of their keys, which are new in every play.
  const named = rows.toSorted((a, b) => b.days - a.days || nameOf(stage, a).localeCompare(nameOf(stage, b)))
  let done = 0
  for (const row of named) {
    const times = helped.get(row.key) ?? 0
    if (!(await help(stage, actor, row, times))) continue
    helped.set(row.key, times + 1)
    done += 1
    if (done === 6) return
  }
}

function nameOf(stage: Stage, row: DeskRow): string {
  return `${row.kind} ${keysOf(stage, row).join(' ')} ${row.person?.name ?? ''}`
}

function keysOf(stage: Stage, { overview }: DeskRow): PeerKey[] {
  const ids = new Set(overview?.members.map(({ personId }) => personId))
  return [...stage.peers.values()].filter(({ personId }) => ids.has(personId)).map(({ key }) => key)
}

/** One act on one row. What was of no use before is not done again. */
async function help(stage: Stage, actor: Actor, row: DeskRow, times: number): Promise<boolean> {
  const connectionId = row.overview?.connection.id ?? ''
  const change = (act: (work: Work) => Promise<unknown>) => stage.attempt(actor, act)
  const chance = stage.chance('desk', nameOf(stage, row), stage.dayNumber)
  switch (row.kind) {
    case 'lapsed':
    case 'red':
    case 'amber':
    case 'missed':
    case 'noTime':
    case 'unsigned':
      if (times === 0)
        return change((work) => nudge(work, connectionId, chance.next() < 0.5 ? chance.pick(nudges) : {}))
      if (times === 1) return change((work) => proposeTimes(work, connectionId))
      return times === 2 && noteTalk(stage, actor, row, 'worried')
    case 'untouched':
      if (stage.dayNumber > 173) return false
      return chance.next() < 0.6
        ? noteTalk(stage, actor, row, 'content')
        : change((work) => nudge(work, connectionId, chance.pick(nudges)))
    case 'stuck':
      if (row.days < 21 || stage.dayNumber > 150) return false
      return change((work) => closeConnection(work, connectionId, { reason: 'other' }))
    case 'declined':
      return rematch(stage, actor, row)
    case 'review':
      return stage.dayNumber < 170 && change((work) => reviewConnection(work, connectionId))
    case 'unanswered':
      return stage.dayNumber < 140 && change((work) => snooze(work, stage, row.key, stage.now.add({ hours: 24 * 28 })))
    default:
      return false
  }
}

async function noteTalk(stage: Stage, actor: Actor, row: DeskRow, mood: keyof typeof callNotes): Promise<boolean> {
  const [key = 'ana'] = keysOf(stage, row)
  const said = stage.chance('call', nameOf(stage, row), stage.dayNumber).pick(callNotes[mood])
  const note = stage.settings.confide('callNote', key, said)
  return stage.attempt(actor, (work) => noteCall(work, row.overview?.connection.id ?? '', note))
}

/** Whoever was turned down and has nobody gets the next best partner. */
async function rematch(stage: Stage, actor: Actor, row: DeskRow): Promise<boolean> {
  for (const key of keysOf(stage, row).toSorted()) if (await proposeNextBest(stage, actor, key)) return true
  return false
}

/** Proposes the next best partner to somebody who has nobody. Two proposals that came to nothing are enough. */
export async function proposeNextBest(stage: Stage, actor: Actor, key: PeerKey, most = 2): Promise<boolean> {
  const ties = (await glanceAround(stage)).filter(({ keys }) => keys.includes(key))
  const isTied = ties.some(({ state }) => state !== 'declined' && state !== 'closed')
  if (isTied || ties.filter(({ hasStarted }) => !hasStarted).length >= most) return false
  const { personId } = stage.peer(key)
  const [best] = await nextBest(stage.db, stage.initiativeId, personId, { now: stage.now, locale: 'en' })
  return (
    best !== undefined &&
    stage.attempt(actor, (work) => rematchPerson(work, stage.initiativeId, personId, best.personId))
  )
}
