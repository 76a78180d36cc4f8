import type { OwnMeeting } from '../activities/overview.ts'
import type { Overview } from '../connections/overview.ts'
import { isUnderWay } from '../connections/connection-state.ts'
import type { Way } from './access.ts'
import type { Part } from './store.ts'

/** Something that waits for a person's answer. */
export interface Waiting {
  way: Exclude<Way, 'availability'>
  subjectId: string
  /** The connection it is about, or null where it is about none. */
  connectionId: string | null
  /** When it was, or would be, for a meeting. */
  at?: Temporal.Instant
  /** The initiative or group meeting, where it is about no connection. */
  title?: string
  /** How many meetings of a season. */
  count?: number
}

/** Everything that waits for a person, the quickest to answer first. */
export function waitingFor(
  personId: string,
  known: {
    overviews: Overview[]
    polls: { id: string; connection_id: string }[]
    series: { id: string; title: string; meetings: number }[]
    counters: { sessionId: string; connectionId: string | null; startsAt: Temporal.Instant }[]
    checkins: { id: string; connection_id: string; starts_at: Temporal.Instant }[]
    choices: { id: string; title: string }[]
    meetings: OwnMeeting[]
    parts: Part[]
  },
): Waiting[] {
  const own = ({ members }: Overview) => members.find((member) => member.personId === personId)
  const proposals = known.overviews.filter((one) => one.connection.state === 'proposed' && own(one)?.answer !== 'yes')
  const agreements = known.overviews.filter(
    (one) => isUnderWay(one.connection.state) && own(one)?.agreedVersion !== one.connection.agreement_version,
  )
  const unfilled = known.parts.filter(
    (part) => part.answered_at === null && (part.state === 'invited' || part.state === 'listed'),
  )
  const meetings = known.meetings.filter(({ state }) => state === 'offered' || state === 'asked')
  return [
    ...meetings.map(({ id, title, starts_at: at }) => ({
      way: 'meeting' as const,
      subjectId: id,
      connectionId: null,
      at,
      title,
    })),
    ...known.checkins.map((session) => ({
      way: 'checkin' as const,
      subjectId: session.id,
      connectionId: session.connection_id,
      at: session.starts_at,
    })),
    ...known.counters.map(({ sessionId, connectionId, startsAt }) => ({
      way: 'reply' as const,
      subjectId: sessionId,
      connectionId,
      at: startsAt,
    })),
    ...known.series.map(({ id, title, meetings }) => ({
      way: 'series' as const,
      subjectId: id,
      connectionId: null,
      title,
      count: meetings,
    })),
    ...known.polls.map((poll) => ({ way: 'times' as const, subjectId: poll.id, connectionId: poll.connection_id })),
    ...proposals.map(({ connection: { id } }) => ({ way: 'proposal' as const, subjectId: id, connectionId: id })),
    ...agreements.map(({ connection: { id } }) => ({ way: 'agreement' as const, subjectId: id, connectionId: id })),
    ...known.choices.map(({ id, title }) => ({ way: 'choice' as const, subjectId: id, connectionId: null, title })),
    ...unfilled.map((part) => ({ way: 'profile' as const, subjectId: part.id, connectionId: null, title: part.title })),
  ]
}
