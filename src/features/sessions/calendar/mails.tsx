import { formatMoment, formatTime, zoneLabel } from '../../../platform/clock.ts'
import { chooseLocale, type Locale, number } from '../../../platform/i18n/catalogue.ts'
import { makeLink } from '../../../platform/links/links.ts'
import { replyAddress } from '../../../platform/mail/reply-address.ts'
import { writeMail } from '../../../platform/mail/write.ts'
import type { Work } from '../../../platform/work.ts'
import { isolate } from '../../../ui/isolate.tsx'
import { button, facts, heading, type MailBlock, paragraph } from '../../../ui/mail/blocks.ts'
import { invitation } from './calendar.ts'
import { asCalendarSession, organiserOf } from './calendar-session.ts'
import { addressee, namesOf } from '../members.ts'
import { replyWords } from '../replies/words.ts'
import type { SessionRow } from '../store.ts'
import { mediumName, words } from '../words.ts'

type SessionMember = SessionRow['members'][number]
type What = 'plan' | 'move' | 'cancel' | 'out' | 'back'

/** Why a session is cancelled, where its members are told: one of them cannot come. */
export interface CancelReason {
  declinedBy?: string
}

/** The invitation, its move or its end, with the calendar part, to every member whom it concerns. */
export async function mailSession(
  work: Work,
  what: 'plan' | 'move' | 'cancel',
  session: SessionRow,
  why: CancelReason = {},
): Promise<void> {
  for (const member of session.members)
    if (isConcerned(what, member, why)) await mailOne(work, what, session, member, why)
}

/** Takes a session that goes on without them out of one member's calendar, or puts it in for one who comes after all. */
export async function mailMember(
  work: Work,
  what: 'out' | 'back',
  session: SessionRow,
  personId: string,
): Promise<void> {
  const member = session.members.find(({ person_id }) => person_id === personId)
  if (member) await mailOne(work, what, session, member)
}

/** Who said no has it out of their calendar already, unless the calendar itself said so and shows it struck through. */
function isConcerned(what: What, member: SessionMember, why: CancelReason): boolean {
  if (member.reply !== 'no') return true
  return what === 'cancel' && (member.reply_by === 'mail' || why.declinedBy === member.person_id)
}

async function mailOne(
  work: Work,
  what: What,
  session: SessionRow,
  person: SessionMember,
  why: CancelReason = {},
): Promise<void> {
  const locale = chooseLocale(person.locale)
  const t = words(locale)
  const partner = namesOf(
    locale,
    session.members.filter((member) => member !== person),
  )
  const when = formatMoment(locale, person.zone, session.starts_at)
  const takesOut = what === 'cancel' || what === 'out'
  const method = takesOut ? 'CANCEL' : 'REQUEST'
  const subjects = { plan: t.planSubject, back: t.planSubject, move: t.moveSubject, cancel: t.cancelSubject }
  const subject = what === 'out' ? replyWords(locale).outSubject({ partner, when }) : subjects[what]({ partner, when })
  const text = endText(locale, what, session, person, why)
  const event = asCalendarSession(session, locale, person.person_id)
  const organiser = organiserOf(work.world.settings)
  const answersTo = replyAddress(work.world.settings, person.number)
  await writeMail(work, {
    agencyId: session.agency_id,
    kind: `session.${what}`,
    to: addressee(person),
    subject,
    preheader: takesOut ? text : t.planPreheader,
    effectKey: `session.${what} ${session.id} ${session.sequence} ${person.person_id}`,
    calendar: {
      method,
      text: invitation(method, event, { name: organiser.name, email: answersTo ?? organiser.email }),
    },
    ...(answersTo ? { replyTo: answersTo } : {}),
    blocks: [
      heading(headingOf(locale, what)),
      facts(factsOf(locale, session, person)),
      paragraph(text),
      ...(takesOut ? [] : await answerButtons(work, session, person)),
    ],
  })
}

function headingOf(locale: Locale, what: What): string {
  const t = words(locale)
  if (what === 'out') return replyWords(locale).outHeading
  return { plan: t.planHeading, back: t.planHeading, move: t.moveHeading, cancel: t.cancelHeading }[what]
}

function endText(locale: Locale, what: What, session: SessionRow, person: SessionMember, why: CancelReason): string {
  const t = words(locale)
  const replying = replyWords(locale)
  if (what === 'out') return replying.outText
  if (what !== 'cancel') return t.planText
  if (!why.declinedBy) return t.cancelText
  if (why.declinedBy === person.person_id) return replying.offByYou
  const name = session.members.find((member) => member.person_id === why.declinedBy)?.name ?? ''
  return replying.offBy({ name: isolate(name) })
}

/** When for the reader and, in a connection, for each of the others; how long, and how. */
export function factsOf(locale: Locale, session: SessionRow, person: SessionMember): [string, string][] {
  const t = words(locale)
  const others = session.activity_id ? [] : session.members.filter((member) => member.person_id !== person.person_id)
  return [
    [t.factWhen, formatMoment(locale, person.zone, session.starts_at)],
    ...others.map((one): [string, string] => [
      t.factThere({ partner: isolate(one.name) }),
      `${formatTime(locale, one.zone, session.starts_at)}, ${zoneLabel(locale, one.zone)}`,
    ]),
    [t.factLong, t.minutes({ count: number(locale, session.minutes) })],
    [t.factHow, session.place || mediumName(t, session.medium)],
  ]
}

/**
 * One tap each; the page behind has the button that writes. A place in a group meeting is kept or given up on the page of
 * the meeting.
 */
export async function answerButtons(work: Work, session: SessionRow, person: SessionMember): Promise<MailBlock[]> {
  const t = replyWords(person.locale)
  const link = await makeReplyLink(work, session, person.person_id)
  if (session.activity_id) return [button(link, t.sayOnPage)]
  return [
    button(`${link}?pick=yes`, t.sayYes),
    button(`${link}?pick=maybe`, t.sayMaybe, { quiet: true }),
    button(`${link}?pick=no`, t.sayNo, { quiet: true }),
    button(`${link}/time`, t.anotherTime, { quiet: true }),
  ]
}

/** An address for one member's answer to one session or group meeting, good until it is over. */
export function makeReplyLink(work: Work, session: SessionRow, personId: string): Promise<string> {
  const ahead = Math.max(0, (session.starts_at.epochMilliseconds - work.now.epochMilliseconds) / 86_400_000)
  return makeLink(work, {
    agencyId: session.agency_id,
    ...(session.activity_id
      ? { purpose: 'meeting', subjectId: session.activity_id }
      : { purpose: 'reply', subjectId: session.id }),
    personId,
    days: Math.ceil(ahead) + 2,
  })
}
