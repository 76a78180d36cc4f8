import type { Db } from '../../platform/database/database.ts'
import { authorityState } from '../authority/report.ts'
import { listAuthorities, listCallsAsked } from '../authority/overview.ts'
import { listConnections, type Overview } from '../connections/overview.ts'
import { readMembers } from '../connections/members.ts'
import { type DirectoryCounts, countDirectory } from '../initiatives/directory-counts.ts'
import { connectionRows } from './connection-rows.ts'
import { type DeskRow, daysSince, inOrder, isResting } from './row.ts'
import * as store from './store.ts'

export interface Today {
  rows: DeskRow[]
  resting: number
  counts: DirectoryCounts
  connections: number
  sessions: Awaited<ReturnType<typeof store.listComingSessions>>
  weeks: number[]
}

/** Everything the desk shows for an initiative at a moment. */
export async function readToday(
  db: Db,
  initiative: { id: string; agencyId: string },
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): Promise<Today> {
  const { id, agencyId } = initiative
  const overviews = await listConnections(db, id, now, { offset: 0, limit: 2000 })
  const rows = connectionRows({
    overviews,
    declined: await declinedOverviews(db, id, now),
    noTimeSince: await store.readNoTimes(db, id),
    missedAt: await store.readMissed(db, id),
    now,
    today,
  })
  rows.push(...(await authorityRows(db, id, now, today)))
  const unanswered = await store.countUnanswered(db, id, now)
  if (unanswered > 0) rows.push({ kind: 'unanswered', key: 'unanswered', days: 0, count: unanswered })
  const failed = await store.countFailedMail(db, agencyId)
  if (failed > 0) rows.push({ kind: 'mailFailed', key: 'mailFailed', days: 0, count: failed })
  const snoozes = await store.readSnoozes(db, id, now)
  const awake = rows.filter((row) => !isResting(row, snoozes, now))
  return {
    rows: inOrder(awake),
    resting: rows.length - awake.length,
    counts: await countDirectory(db, id, now),
    connections: overviews.length,
    sessions: await store.listComingSessions(db, id, now),
    weeks: await store.countContactsByWeek(db, id, now),
  }
}

async function declinedOverviews(db: Db, initiativeId: string, now: Temporal.Instant): Promise<Overview[]> {
  const declined = await store.listDeclined(db, initiativeId, now)
  const members = await readMembers(db, declined.map(({ id }) => id), { leftToo: true })
  return declined.map((connection) => ({ connection, members: members.get(connection.id) ?? [], weeks: [] }))
}

async function authorityRows(db: Db, initiativeId: string, now: Temporal.Instant, today: Temporal.PlainDate): Promise<DeskRow[]> {
  const calls = (await listCallsAsked(db, initiativeId)).map(
    (call): DeskRow => ({
      kind: 'callAsked',
      key: `callAsked ${call.id}`,
      days: call.answered_at ? daysSince(call.answered_at, now) : 0,
      person: { id: call.authorityId, name: call.person },
      authorityId: call.authorityId,
      reportId: call.id,
      note: [call.authoriser_name, call.answer_note].filter(Boolean).join(': '),
    }),
  )
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
