import type { Db } from '../../platform/database/database.ts'
import { type Figures, readFigures } from './beside-store.ts'
import { connectionRows } from './connection-rows.ts'
import { type Next, readNext } from './next-store.ts'
import { readLending, readOutOfReach } from './people-store.ts'
import { sortOut, type Sorted } from './resting.ts'
import { authorityRows, missingAuthority } from './rows/authority.ts'
import { failedMail } from './rows/failed-mail.ts'
import { unanswered } from './rows/unanswered.ts'
import { groupMeeting } from './rows/group-meeting.ts'
import { readTies } from './tie-store.ts'
import { needsHelp } from './urgency.ts'

export interface Today extends Sorted {
  figures: Figures
  /** What the system does next by itself; only asked for when nobody needs help. */
  next: Next[]
}

/**
 * Everything the desk shows for an initiative at a moment. Each kind of row reads once for the whole initiative.
 * @param today the day it is for whoever looks
 */
export async function readToday(
  db: Db,
  initiative: { id: string; agencyId: string },
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): Promise<Today> {
  const { id } = initiative
  const moment = { now, today }
  const ties = await readTies(db, id, moment)
  const lending = await readLending(db, id, moment)
  const outOfReach = await readOutOfReach(db, initiative, now)
  const all = [
    ...connectionRows(ties, moment),
    ...authorityRows(lending.standings, moment),
    ...missingAuthority(lending.missing),
    ...unanswered(outOfReach.unanswered),
    ...failedMail(outOfReach.failed),
    ...outOfReach.meetings.flatMap((need) => groupMeeting(need, now) ?? []),
  ]
  const figures = await readFigures(db, initiative, moment)
  const sorted = sortOut(all, figures.putAside, now)
  return {
    ...sorted,
    figures,
    next: sorted.rows.some(needsHelp) ? [] : await readNext(db, id, now),
  }
}
