import type { Db } from '../../platform/database/database.ts'
import type { SignedLink } from '../../platform/links/links.ts'
import { meetingsToCome, type OwnMeeting } from '../activities/overview.ts'
import { type ContactRow, readContacts } from '../connections/contact-log.ts'
import { isUnderWay } from '../connections/connection-state.ts'
import { connectionsOf, type Overview } from '../connections/overview.ts'
import { selfOf } from './access.ts'
import {
  type Coming,
  type Part,
  readComing,
  readOpenCheckins,
  readOpenChoices,
  readOpenCounters,
  readOpenPolls,
  readOpenSeries,
  readParts,
} from './store.ts'
import { type Waiting, waitingFor } from './waiting.ts'

/** All that a home page shows. */
export interface Mine {
  personId: string
  parts: Part[]
  /** Group meetings to come. */
  meetings: OwnMeeting[]
  coming: Coming[]
  waiting: Waiting[]
  /** Connections under way, with the last contacts that the person logged. */
  pairs: { overview: Overview; logged: ContactRow[] }[]
  /** Of what ended, only that it ended. */
  ended: { names: Overview['members']; closedAt: Temporal.Instant }[]
  /** Every connection's members, to name what waits and what comes. */
  membersOf: Map<string, Overview['members']>
}

/** How long a home page remembers what ended. */
const rememberDays = 180

export async function readMine(db: Db, link: SignedLink, now: Temporal.Instant): Promise<Mine> {
  const self = selfOf(link)
  const overviews = await connectionsOf(db, self, now)
  const parts = await readParts(db, self)
  const polls = await readOpenPolls(db, self)
  const series = await readOpenSeries(db, self, now)
  const counters = await readOpenCounters(db, self, now)
  const choices = await readOpenChoices(db, self)
  const checkins = await readOpenCheckins(db, self, now)
  const meetings = await meetingsToCome(db, self, now)
  const underWay = overviews.filter(({ connection }) => isUnderWay(connection.state))
  const since = now.subtract({ hours: 24 * rememberDays })
  return {
    personId: self.personId,
    parts,
    meetings,
    coming: await readComing(db, self, now),
    waiting: waitingFor(self.personId, { overviews, polls, series, counters, checkins, choices, meetings, parts }),
    pairs: await Promise.all(
      underWay.map(async (overview) => {
        const contacts = await readContacts(db, overview.connection.id, 20)
        const own = contacts.filter(
          (contact) => contact.reported_by_kind === 'peer' && contact.reported_by_id === self.personId,
        )
        return { overview, logged: own.slice(0, 2) }
      }),
    ),
    ended: overviews.flatMap(({ connection, members }) =>
      connection.state === 'closed' && connection.closed_at && Temporal.Instant.compare(connection.closed_at, since) > 0
        ? [{ names: members, closedAt: connection.closed_at }]
        : [],
    ),
    membersOf: new Map(overviews.map(({ connection, members }) => [connection.id, members])),
  }
}
