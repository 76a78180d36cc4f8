import type { Db } from '../../platform/database/database.ts'
import { authorityState } from '../authority/report.ts'
import { listAuthorities, listCallsAsked } from '../authority/overview.ts'
import { overviewsById } from '../connections/overview.ts'
import { hasConnections, listToLookAt, listUntouched } from '../connections/standing.ts'
import { type DirectoryCounts, countDirectory } from '../initiatives/directory-counts.ts'
import { connectionRows, mostUntouched, untouchedDays } from './connection-rows.ts'
import { type DeskRow, daysSince, inOrder, isResting, needsHelp } from './row.ts'
import * as store from './store.ts'

export interface Today {
  /** The most urgent ones, with their overviews. */
  rows: DeskRow[]
  /** How many rows there are in all, and how many of them are for today. */
  waiting: number
  needing: number
  resting: number
  counts: DirectoryCounts
  /** There is something to look after. */
  hasBegun: boolean
  sessions: Awaited<ReturnType<typeof store.listComingSessions>>
  weeks: number[]
}

/**
 * Everything the desk shows for an initiative at a moment.
 * @param part how many rows are told in full, and a connection whose row is among them wherever it stands; all when absent
 */
export async function readToday(
  db: Db,
  initiative: { id: string; agencyId: string },
  now: Temporal.Instant,
  today: Temporal.PlainDate,
  part: { most: number; also?: string | undefined } = { most: Infinity },
): Promise<Today> {
  const { id, agencyId } = initiative
  const [noTimeSince, missedAt] = [await store.readNoTimes(db, id), await store.readMissed(db, id)]
  const look = { initiativeId: id, today, ids: [...noTimeSince.keys(), ...missedAt.keys()] }
  const untouched = now.subtract({ hours: 24 * untouchedDays })
  const standings = [...(await listToLookAt(db, look)), ...(await listUntouched(db, look, untouched, mostUntouched))]
  const declined = await store.listDeclined(db, id, now)
  const rows = connectionRows({ standings, declined, noTimeSince, missedAt, now, today })
  rows.push(...(await authorityRows(db, id, now, today)))
  const counts = await countDirectory(db, id, now)
  if (counts.silent > 0) rows.push({ kind: 'unanswered', key: 'unanswered', days: 0, count: counts.silent })
  const failed = await store.countFailedMail(db, agencyId)
  if (failed > 0) rows.push({ kind: 'mailFailed', key: 'mailFailed', days: 0, count: failed })
  const snoozes = await store.readSnoozes(db, id, now)
  const awake = inOrder(rows.filter((row) => !isResting(row, snoozes, now)))
  const shown = awake.filter((row, place) => place < part.most || row.standing?.id === part.also)
  return {
    rows: await withOverviews(db, shown, now),
    waiting: awake.length,
    needing: awake.filter(needsHelp).length,
    resting: rows.length - awake.length,
    counts,
    hasBegun: awake.length > 0 || (await hasConnections(db, id)),
    sessions: await store.listComingSessions(db, id, now),
    weeks: await store.countContactsByWeek(db, id, now),
  }
}

async function withOverviews(db: Db, rows: readonly DeskRow[], now: Temporal.Instant): Promise<DeskRow[]> {
  const ids = (isDeclined: boolean) =>
    rows.flatMap(({ kind, standing }) => (standing && (kind === 'declined') === isDeclined ? [standing.id] : []))
  // Whoever said no has left; their reason is told all the same.
  const declined = await overviewsById(db, ids(true), now, { leftToo: true, briefly: true })
  const others = await overviewsById(db, ids(false), now, { briefly: true })
  return rows.map((row) => {
    const overview = row.standing && (declined.get(row.standing.id) ?? others.get(row.standing.id))
    return overview ? { ...row, overview } : row
  })
}

async function authorityRows(
  db: Db,
  initiativeId: string,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): Promise<DeskRow[]> {
  const calls = (await listCallsAsked(db, initiativeId)).map((call): DeskRow => ({
    kind: 'callAsked',
    key: `callAsked ${call.id}`,
    days: call.answered_at ? daysSince(call.answered_at, now) : 0,
    person: { id: call.authorityId, name: call.person },
    authorityId: call.authorityId,
    reportId: call.id,
    note: [call.authoriser_name, call.answer_note].filter(Boolean).join(': '),
  }))
  const lapsing = (await listAuthorities(db, initiativeId)).flatMap((authority): DeskRow[] => {
    const state = authorityState(authority.ends_on, authority.ended_at, today)
    if (state !== 'lapsing' && state !== 'lapsed') return []
    const days = today.until(authority.ends_on).days
    return [
      {
        kind: state === 'lapsed' ? 'authorityLapsed' : 'authorityLapsing',
        key: `authority ${authority.id} ${authority.ends_on.toString()}`,
        days: -days,
        on: authority.ends_on,
        person: { id: authority.person_id, name: authority.person },
        authorityId: authority.id,
        note: authority.authoriser_name,
      },
    ]
  })
  return [...calls, ...lapsing]
}
