import type { IncomingMail } from '../../../platform/mail/in/read-mail.ts'
import { readReplyAddress } from '../../../platform/mail/reply-address.ts'
import { FormMistake } from '../../../platform/web/mistakes.ts'
import type { Work } from '../../../platform/work.ts'
import { type CalendarReply, readCalendarReply, readIdentity } from './calendar-reply.ts'
import { counterTime } from '../replies/countering.ts'
import { type LinkReason, mailLink } from './mails.tsx'
import type { Reply } from '../replies/reply.ts'
import { findAnswered, findMemberByNumber, findMembersByAddress } from '../replies/store.ts'
import { replyToSession } from '../replies/replying.ts'
import * as store from '../store.ts'

/** A session, and the member of it whom a mail is about. */
interface Own {
  session: store.SessionRow
  member: store.SessionRow['members'][number]
}

interface Received {
  mail: IncomingMail
  settle(outcome: string, agencyId?: string): void
}

/**
 * Takes the answer that came by mail. It counts as somebody's only when it came to the address that was made for them
 * and for this session, and says that it is from them; whoever else writes changes nothing, and the person whose address
 * it says it is from gets the page for answering, once.
 */
export async function hearMail(work: Work, { mail, settle }: Received): Promise<void> {
  const number = signedNumber(work, mail)
  const own = number === null ? null : await readOwn(work, await findMemberByNumber(work.db, number))
  if (!own) return settle(await answerUnsigned(work, mail))
  const reply = calendarReplyIn(mail, own.member.zone)
  settle(await hearReply(work, mail, own, reply), own.session.agency_id)
}

async function readOwn(work: Work, found: { sessionId: string; personId: string } | null): Promise<Own | null> {
  const session = found && (await store.readSession(work.db, found.sessionId))
  const member = session?.members.find((one) => one.person_id === found?.personId)
  return session && member ? { session, member } : null
}

function signedNumber({ world }: Work, mail: IncomingMail): number | null {
  const inCalendars = mail.calendars.flatMap(({ text }) => readIdentity(text).organisers)
  for (const address of [...mail.recipients, ...inCalendars]) {
    const number = readReplyAddress(world.settings, address)
    if (number !== null) return number
  }
  return null
}

function calendarReplyIn(mail: IncomingMail, zone: string): CalendarReply | null {
  for (const { method, text } of mail.calendars) {
    const reply = readCalendarReply(text, method, zone)
    if (reply) return reply
  }
  return null
}

async function hearReply(work: Work, mail: IncomingMail, own: Own, reply: CalendarReply | null): Promise<string> {
  const { session, member } = own
  const address = member.email.toLowerCase()
  const attendee = reply?.attendees.find(({ email }) => email === address) ?? reply?.attendees[0]
  const isTheirs = mail.from === address || attendee?.email === address
  if (!isTheirs) return answerStranger(work, mail, own)
  const tell = (reason: LinkReason) => answer(work, mail, own, reason)
  if (!reply) return tell('no calendar')
  if (reply.uid !== session.uid) return 'another session'
  // Answers to a time that was given up since are obsolete (RFC 5546, 2.1.5); a higher number is no more than a retold one.
  if (reply.sequence < session.moved_sequence) return tell('superseded')
  return heard(work, mail, own, reply, attendee?.partstat ?? '', tell)
}

const partstats: Record<string, Reply> = { ACCEPTED: 'yes', TENTATIVE: 'maybe', DECLINED: 'no' }

async function heard(
  work: Work,
  { isAutomatic }: IncomingMail,
  { session, member }: Own,
  { method, startsAt, stampAt }: CalendarReply,
  partstat: string,
  tell: (reason: LinkReason) => Promise<string>,
): Promise<string> {
  const peer: Work = {
    ...work,
    actor: { kind: 'peer', id: member.person_id, name: member.name, agencyId: session.agency_id },
  }
  const said = partstats[partstat]
  const isLater = !stampAt || Temporal.Instant.compare(stampAt, work.now) > 0
  const saidAt = isLater ? work.now : stampAt
  // The time of a group meeting is not for one of many to change: what else they say counts.
  const isCounter =
    method === 'COUNTER' && !session.activity_id && startsAt !== null && !startsAt.equals(session.starts_at)
  try {
    if (isCounter) {
      const declinesOtherwise = said === 'no'
      await counterTime(peer, session.id, member.person_id, startsAt, 'mail', { declinesOtherwise })
      if (said && said !== 'no')
        await replyToSession(peer, session.id, member.person_id, said, 'mail', { saidAt, isAutomatic })
      return 'another time'
    }
    if (partstat === 'DELEGATED') return await tell('delegated')
    if (!said || (method !== 'REPLY' && method !== 'COUNTER')) return 'nothing said'
    await replyToSession(peer, session.id, member.person_id, said, 'mail', { saidAt, isAutomatic })
    return `said ${said}`
  } catch (mistake) {
    if (mistake instanceof FormMistake) return tell({ refusal: Object.values(mistake.errors).join(' ') })
    throw mistake
  }
}

/** The address was made for another: of those who share the session, the sender gets a page of their own. */
function answerStranger(work: Work, mail: IncomingMail, { session, member }: Own): Promise<string> {
  const other = session.members.find((one) => one !== member && one.email.toLowerCase() === mail.from)
  return answer(work, mail, { session, member: other ?? member }, 'not signed')
}

/** Without a signed address nobody knows who writes: the page goes to the address on record, never to the sender's. */
async function answerUnsigned(work: Work, mail: IncomingMail): Promise<string> {
  const uids = mail.calendars.flatMap(({ text }) => readIdentity(text).uid ?? [])
  for (const found of await findMembersByAddress(work.db, mail.from, uids)) {
    const own = await readOwn(work, found)
    if (own) return answer(work, mail, own, 'not signed')
  }
  const own = await readOwn(work, await findAnswered(work.db, mail.from, mail.answers))
  return own ? answer(work, mail, own, 'no calendar') : 'not for us'
}

/** One mail for one reason and one time of a session; none to a machine, which would answer it. */
async function answer(work: Work, mail: IncomingMail, own: Own, reason: LinkReason): Promise<string> {
  const word = typeof reason === 'string' ? reason : 'refused'
  if (mail.isAutomatic) return `${word}, by a machine`
  await mailLink(work, own.session, own.member, reason)
  return word
}
