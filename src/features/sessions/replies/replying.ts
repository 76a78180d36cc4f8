import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { FormMistake, orNotHere } from '../../../platform/web/mistakes.ts'
import type { Work } from '../../../platform/work.ts'
import { cancelSession, tellMember } from '../actions.ts'
import { tryProposingTimes } from '../times/asking.ts'
import { sessionReplied } from '../announcements.ts'
import { lockMeetingOf } from '../group-meetings/store.ts'
import * as polls from '../times/store.ts'
import { asReply, isAhead, type Reply, type ReplyWay, stillComing } from './reply.ts'
import { saveReply } from './store.ts'
import { replyWords } from './words.ts'
import { noteSession } from '../session-trail.ts'
import * as store from '../store.ts'
import { words } from '../words.ts'

/**
 * Notes whether a member comes. A no frees their time, a changed mind takes it again. When fewer than two are left in a
 * connection, the session is off: the others hear so once, and another time is looked for.
 * @param options.saidAt when it was said, for mail that took its time; an answer older than the one known changes nothing
 * @param options.isAutomatic a machine said so by itself
 * @param options.locale the language refusals are told in; the member's own without it
 */
export async function replyToSession(
  work: Work,
  sessionId: string,
  personId: string,
  reply: Reply,
  by: ReplyWay,
  options: { saidAt?: Temporal.Instant; locale?: Locale; isAutomatic?: boolean } = {},
): Promise<void> {
  // A no may give a place up: whoever settles places locks the meeting before its session, so does this.
  await lockMeetingOf(work.db, sessionId)
  await store.lockSession(work.db, sessionId)
  const session = orNotHere(await store.readSession(work.db, sessionId))
  const member = orNotHere(session.members.find(({ person_id }) => person_id === personId))
  const locale = options.locale ?? member.locale
  if (!isAhead(session, work.now)) throw new FormMistake(words(locale).alreadyOver)
  const before = asReply(member.reply)
  const at = options.saidAt ?? work.now
  if (member.replied_at && Temporal.Instant.compare(at, member.replied_at) < 0) return
  // The same again is news only of when: an older word that arrives later must not undo it.
  if (before === reply)
    return saveReply(work.db, sessionId, personId, { reply, by: (member.reply_by ?? by) as ReplyWay, at })
  const time = { startsAt: session.starts_at, minutes: session.minutes }
  const isBack = before === 'no'
  if (isBack && (await store.findBooked(work.db, [personId], time, sessionId)).length > 0)
    throw new FormMistake(replyWords(locale).youAreBooked)
  await saveReply(work.db, sessionId, personId, { reply, by, at })
  await store.takeTime(work.db, sessionId)
  await noteSession(work, session, 'session.reply', { personId, reply, by })
  const isOff = reply === 'no' && stillComing(session.members).filter((one) => one !== member).length < 2
  let isTakenOver = false
  const takeOver = () => void (isTakenOver = true)
  await sessionReplied.tell(work, {
    sessionId,
    activityId: session.activity_id,
    personId,
    reply,
    isAutomatic: options.isAutomatic ?? false,
    isOff,
    takeOver,
  })
  // Whoever saw to what follows has told everybody of it, once; of a group meeting only the meeting itself tells.
  if (isTakenOver || !session.connection_id) return
  if (isOff) return callOff(work, session.connection_id, sessionId, personId)
  if (isBack) await tellMember(work, 'back', sessionId, personId)
  else if (reply === 'no' && by !== 'mail') await tellMember(work, 'out', sessionId, personId)
}

/** The session cannot take place: it leaves the calendars with the reason, and three new times are asked about. */
async function callOff(work: Work, connectionId: string, sessionId: string, declinedBy: string): Promise<void> {
  await cancelSession(work, sessionId, words('en'), { declinedBy })
  if ((await polls.listOpenPolls(work.db, [connectionId])).length === 0) await tryProposingTimes(work, connectionId)
}
