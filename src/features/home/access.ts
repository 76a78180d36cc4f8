import type { Db } from '../../platform/database/database.ts'
import type { LinkPurpose, SignedLink } from '../../platform/links/links.ts'
import { NotHere, orNotHere } from '../../platform/web/mistakes.ts'
import type { Tx } from '../../platform/work.ts'
import { meetingsToCome } from '../activities/overview.ts'
import { memberConnection } from '../connections/access.ts'
import { isUnderWay } from '../connections/connection-state.ts'
import {
  ownPart,
  readOpenCheckins,
  readOpenChoices,
  readOpenCounters,
  readOpenPolls,
  readOpenSeries,
  type Self,
} from './store.ts'

/** What a home page can lead to. */
export const ways = [
  'proposal',
  'agreement',
  'times',
  'series',
  'reply',
  'checkin',
  'choice',
  'meeting',
  'profile',
  'availability',
] as const satisfies LinkPurpose[]
export type Way = (typeof ways)[number]

/** Whose page it is. */
export function selfOf(link: SignedLink): Self {
  return { personId: orNotHere(link.personId), agencyId: link.agencyId }
}

/** Lets through what is the person's own and can be answered now; everything else is 'not here'. */
export async function accessOwn(
  db: Db | Tx,
  link: SignedLink,
  way: Way,
  subjectId: string,
  now: Temporal.Instant,
): Promise<void> {
  const self = selfOf(link)
  switch (way) {
    case 'proposal':
    case 'agreement': {
      const { connection } = await memberConnection(db, link, subjectId)
      const open = way === 'proposal' ? connection.state === 'proposed' : isUnderWay(connection.state)
      if (!open) throw new NotHere()
      return
    }
    case 'times':
      orNotHere((await readOpenPolls(db, self)).find((poll) => poll.id === subjectId))
      return
    case 'series':
      orNotHere((await readOpenSeries(db, self, now)).find((series) => series.id === subjectId))
      return
    case 'reply':
      orNotHere((await readOpenCounters(db, self, now)).find((counter) => counter.sessionId === subjectId))
      return
    case 'checkin':
      orNotHere((await readOpenCheckins(db, self, now)).find((session) => session.id === subjectId))
      return
    case 'choice':
      orNotHere((await readOpenChoices(db, self)).find((choice) => choice.id === subjectId))
      return
    case 'meeting':
      orNotHere((await meetingsToCome(db, self, now)).find((meeting) => meeting.id === subjectId))
      return
    case 'profile':
      await ownPart(db, self, subjectId)
      return
    case 'availability':
      if (subjectId !== self.personId) throw new NotHere()
  }
}
