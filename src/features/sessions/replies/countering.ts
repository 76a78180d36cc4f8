import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { FormMistake, orNotHere } from '../../../platform/web/mistakes.ts'
import type { Work } from '../../../platform/work.ts'
import { moveSession } from '../actions.ts'
import { mailCounter, mailCounterRefused } from './mails.tsx'
import { isAhead, type ReplyWay, stillComing } from './reply.ts'
import * as counters from './store.ts'
import { replyWords } from './words.ts'
import { replyToSession } from './replying.ts'
import { noteSession } from '../session-trail.ts'
import * as store from '../store.ts'
import { words } from '../words.ts'

/** Days ahead that a time may be proposed for. */
const furthestDays = 366

/**
 * A member proposes another time for a session. The others who have not declined are asked by mail, one tap each; when
 * all of them can, the session moves. A second proposal takes the place of the first.
 * @param options.declinesOtherwise the member cannot come at the present time, whatever the others say
 */
export async function counterTime(
  work: Work,
  sessionId: string,
  personId: string,
  startsAt: Temporal.Instant,
  by: ReplyWay,
  options: { declinesOtherwise?: boolean; locale?: Locale } = {},
): Promise<void> {
  await store.lockSession(work.db, sessionId)
  const session = orNotHere(await store.readSession(work.db, sessionId))
  orNotHere(session.connection_id)
  const member = orNotHere(session.members.find(({ person_id }) => person_id === personId))
  const locale = options.locale ?? member.locale
  const t = replyWords(locale)
  if (!isAhead(session, work.now)) throw new FormMistake(words(locale).alreadyOver)
  const latest = work.now.add({ hours: furthestDays * 24 })
  const isInRange = Temporal.Instant.compare(startsAt, work.now) > 0 && Temporal.Instant.compare(startsAt, latest) <= 0
  if (!isInRange) throw new FormMistake({ day: t.counterRange })
  if (startsAt.equals(session.starts_at)) throw new FormMistake({ day: t.counterSame })
  const open = await counters.readOpenCounter(work.db, sessionId)
  if (open?.person_id === personId && open.starts_at.equals(startsAt)) return
  const others = stillComing(session.members).filter((one) => one !== member)
  const ids = [personId, ...others.map((one) => one.person_id)]
  const time = { startsAt, minutes: session.minutes }
  if ((await store.findBooked(work.db, ids, time, sessionId)).length > 0) throw new FormMistake({ day: t.counterTaken })
  await counters.endCounters(work.db, sessionId, 'replaced')
  const declinesOtherwise = options.declinesOtherwise ?? false
  const asked = { agencyId: session.agency_id, sessionId, personId, startsAt, declinesOtherwise }
  const id = await counters.insertCounter(work.db, asked, work.now)
  await noteSession(work, { ...session, starts_at: startsAt }, 'session.counter', { personId, by })
  if (others.length === 0) return moveSession(work, sessionId, startsAt, words(locale), [personId])
  await mailCounter(work, session, { id, startsAt, personId }, others)
}

/** What came of an answer to a proposed time. */
export type CounterAnswered = 'over' | 'noted' | 'moved' | 'refused'

/** One of the others says whether a proposed time works. The first no ends the proposal; the last yes moves the session. */
export async function answerCounter(
  work: Work,
  sessionId: string,
  counterId: string,
  personId: string,
  works: boolean,
  locale?: Locale,
): Promise<CounterAnswered> {
  await store.lockSession(work.db, sessionId)
  const session = orNotHere(await store.readSession(work.db, sessionId))
  const member = orNotHere(session.members.find(({ person_id }) => person_id === personId))
  const counter = await counters.readOpenCounter(work.db, sessionId)
  const isOpen = counter?.id === counterId && Temporal.Instant.compare(counter.starts_at, work.now) > 0
  if (!counter || !isOpen || counter.person_id === personId || !isAhead(session, work.now)) return 'over'
  await counters.saveCounterAnswer(work.db, counterId, personId, works, work.now)
  if (!works) {
    await refuse(work, session, counter)
    return 'refused'
  }
  const agreed = new Set(counter.answers.filter((answer) => answer.works).map((answer) => answer.person_id))
  agreed.add(personId).add(counter.person_id)
  if (stillComing(session.members).some((one) => !agreed.has(one.person_id))) return 'noted'
  await counters.endCounters(work.db, sessionId, 'taken')
  await moveSession(work, sessionId, counter.starts_at, words(locale ?? member.locale), [...agreed])
  return 'moved'
}

async function refuse(work: Work, session: store.SessionRow, counter: counters.Counter): Promise<void> {
  await counters.endCounters(work.db, session.id, 'refused')
  if (counter.declines_otherwise) await replyToSession(work, session.id, counter.person_id, 'no', 'mail')
  else await mailCounterRefused(work, session, counter)
}
