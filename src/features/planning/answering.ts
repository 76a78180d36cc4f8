import { FormMistake } from '../../platform/web/mistakes.ts'
import { timeKeys } from '../../platform/web/time-key.ts'
import type { Work } from '../../platform/work.ts'
import { counterTime } from '../sessions/replies/countering.ts'
import type { Reply } from '../sessions/replies/reply.ts'
import { replyToSession } from '../sessions/replies/replying.ts'
import { inviteMember } from '../sessions/series.ts'
import { listSeries } from './series-store.ts'
import { seriesWords } from './series-words.ts'

/** What came of a peer's answers: all have one now, some wait, or something was declined. */
export type SeriesAnswered = 'thanksAll' | 'thanksSome' | 'thanksNo'

/**
 * Notes what a peer says to the sessions of a season. Who comes gets the invitation, once; the same answer again changes
 * nothing. What is declined finds another time, or goes the way of every declined session. Nobody says yes to a time they
 * have not seen: where `shown`, the starts of the page, are others than now, nothing is noted.
 */
export async function answerSeries(
  work: Work,
  planId: string,
  personId: string,
  answers: ReadonlyMap<string, Reply>,
  { locale, shown }: { locale: string; shown?: string | undefined },
): Promise<SeriesAnswered> {
  const listed = await listSeries(work.db, planId, [personId], work.now)
  if (shown !== undefined && shown !== startsOf(listed)) throw new FormMistake(seriesWords(locale).taken)
  const sessions = new Map(listed.map((one) => [one.session_id, one]))
  let hasDeclined = false
  for (const [sessionId, reply] of answers) {
    const session = sessions.get(sessionId)
    if (!session) throw new FormMistake(seriesWords(locale).taken)
    if (session.reply === reply) continue
    await replyToSession(work, sessionId, personId, reply, 'link')
    // Who comes back after a no has the invitation from that already.
    if (reply !== 'no' && session.reply === null) await inviteMember(work, sessionId, personId)
    hasDeclined ||= reply === 'no'
  }
  if (hasDeclined) return 'thanksNo'
  return [...sessions.values()].every(({ session_id, reply }) => reply !== null || answers.has(session_id))
    ? 'thanksAll'
    : 'thanksSome'
}

/** The starts of some sessions, as a page sends back what it showed. */
export function startsOf(sessions: readonly { starts_at: Temporal.Instant }[]): string {
  return timeKeys(sessions.map(({ starts_at: startsAt }) => ({ startsAt })))
}

/** Proposes another time for one session of a season; the others are asked. */
export async function proposeOther(
  work: Work,
  planId: string,
  personId: string,
  sessionId: string,
  startsAt: Temporal.Instant,
  locale: string,
): Promise<void> {
  const sessions = await listSeries(work.db, planId, [personId], work.now)
  if (!sessions.some(({ session_id }) => session_id === sessionId)) throw new FormMistake(seriesWords(locale).taken)
  await counterTime(work, sessionId, personId, startsAt, 'link')
}
