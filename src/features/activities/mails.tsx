import type { MailKind } from '../../platform/mail/mail-kind.ts'
import { dayIn } from '../../platform/clock.ts'
import { writeMails } from '../../platform/mail/write.ts'
import type { Work } from '../../platform/work.ts'
import { button, facts, heading, list, type MailBlock, paragraph, quote } from '../../ui/mail/blocks.ts'
import { comingTexts, decisionLine, programme } from './letter-parts.ts'
import { cancelled, compose, momentOf, type Reader, type Written } from './letters.tsx'
import { answersUntil, type Timed, waysOf } from './meeting.ts'
import type { Place } from './place-store.ts'
import type { Decision } from './store.ts'

/** To those who are asked, wait or are offered a place: without a calendar entry, because they have none. */
export function mailExpecting(
  work: Work,
  what: 'moved' | 'cancelled',
  meeting: Timed,
  places: readonly Place[],
): Promise<void> {
  return send(work, `meeting.${what}`, meeting, places, what === 'moved' ? movedExpecting : cancelledExpecting)
}

export function mailInvitations(work: Work, meeting: Timed, places: readonly Place[]): Promise<void> {
  return send(work, 'meeting.invite', meeting, places, (r) => ({
    subject: r.t.inviteSubject({ title: r.title, when: r.when }),
    preheader: r.t.invitePreheader,
    effectKey: `meeting.invite ${meeting.id} ${r.place.person_id}`,
    blocks: [heading(r.t.inviteHeading({ title: r.title })), ...inviting(r)],
  }))
}

/** Only to those who have not answered. */
export function mailNudge(work: Work, meeting: Timed, places: readonly Place[]): Promise<void> {
  return send(work, 'meeting.nudge', meeting, places, (r) => ({
    subject: r.t.nudgeSubject({ title: r.title }),
    preheader: r.t.invitePreheader,
    blocks: [
      heading(r.t.inviteHeading({ title: r.title })),
      paragraph(r.t.nudgeText({ by: momentOf(r, answersUntil(meeting)) })),
      ...inviting(r),
    ],
  }))
}

export function mailWaiting(work: Work, meeting: Timed, place: Place, rank: number): Promise<void> {
  return send(work, 'meeting.waiting', meeting, [place], (r) => ({
    subject: r.t.waitingSubject({ title: r.title, rank }),
    preheader: r.t.waitingText,
    blocks: [
      heading(r.t.waitingHeading({ rank })),
      paragraph(r.t.waitingText),
      facts(r.facts),
      button(r.link, r.t.change, { quiet: true }),
    ],
  }))
}

export function mailOffered(work: Work, meeting: Timed, place: Place): Promise<void> {
  return send(work, 'meeting.offered', meeting, [place], (r) => {
    const by = momentOf(r, place.keep_until ?? meeting.starts_at)
    return {
      subject: r.t.offeredSubject({ title: r.title, by }),
      preheader: r.t.offeredText({ by }),
      blocks: [
        heading(r.t.offeredHeading),
        paragraph(r.t.offeredText({ by })),
        facts(r.facts),
        button(`${r.link}?pick=${place.how}`, r.t.offeredKeep),
        button(`${r.link}?pick=no`, r.t.comeNot, { quiet: true }),
      ],
    }
  })
}

/** The day before, with the address or the link of the way one comes. */
export function mailReminder(work: Work, meeting: Timed, places: readonly Place[]): Promise<void> {
  return send(work, 'meeting.remind', meeting, places, (r) => ({
    subject: (isTomorrow(r, work.now) ? r.t.tomorrowSubject : r.t.soonSubject)({ title: r.title, when: r.when }),
    preheader: r.t.reminderText,
    effectKey: `meeting.remind ${meeting.id} ${meeting.starts_at} ${r.place.person_id}`,
    blocks: [
      heading(r.t.reminderHeading({ title: r.title })),
      facts(r.facts),
      ...comingTexts(r.t, meeting, r.place.how ?? 'online'),
      ...programme(r.t, r.locale, r.place.zone, meeting, r.agenda),
      paragraph(r.t.reminderText),
      button(r.link, r.t.reminderAct),
    ],
  }))
}

/** By the reader's own calendar: where the meeting was moved near, or is at night, it is another day. */
function isTomorrow({ place, meeting }: Reader, now: Temporal.Instant): boolean {
  return dayIn(place.zone, now).add({ days: 1 }).equals(dayIn(place.zone, meeting.starts_at))
}

export function mailAttendance(work: Work, meeting: Timed, places: readonly Place[]): Promise<void> {
  return send(work, 'meeting.attended', meeting, places, (r) => ({
    subject: r.t.attendedSubject({ title: r.title }),
    preheader: r.t.attendedText,
    effectKey: `meeting.attended ${meeting.id} ${r.place.person_id}`,
    blocks: [
      heading(r.t.attendedHeading({ title: r.title })),
      paragraph(r.t.attendedText),
      button(`${r.link}?pick=there`, r.t.attendedYes),
      button(`${r.link}?pick=away`, r.t.attendedNo, { quiet: true }),
    ],
  }))
}

export function mailOutcome(
  work: Work,
  meeting: Timed,
  places: readonly Place[],
  decisions: readonly Decision[],
  isAgain: boolean,
): Promise<void> {
  return send(work, 'meeting.outcome', meeting, places, (r) => ({
    subject: isAgain ? r.t.outcomeAgainSubject({ title: r.title }) : r.t.outcomeSubject({ title: r.title }),
    preheader: r.t.outcomeHeading({ title: r.title }),
    blocks: [
      heading(r.t.outcomeHeading({ title: r.title })),
      ...(decisions.length > 0 ? [list(decisions.map((one) => decisionLine(r.t, r.locale, one)))] : []),
      ...meeting.notes.split(/\s*\n\s*/).flatMap((text) => (text === '' ? [] : [paragraph(text)])),
      button(r.link, r.t.outcomePage),
    ],
  }))
}

function inviting(r: Reader): MailBlock[] {
  const { t, meeting, link } = r
  const isOpen = { online: t.modeOnline, room: t.modeRoom, hybrid: t.modeHybrid }[meeting.mode as 'online']
  const ways = waysOf(meeting)
  return [
    ...(meeting.purpose === '' ? [] : [quote(meeting.purpose)]),
    facts(r.facts),
    paragraph(isOpen),
    ...programme(t, r.locale, r.place.zone, meeting, r.agenda),
    ...(meeting.most_party > 1 ? [paragraph(t.partyInvited({ most: meeting.most_party }))] : []),
    ...(meeting.answer_by ? [paragraph(t.answerBy({ by: momentOf(r, answersUntil(meeting)) }))] : []),
    ...ways.map((how, index) =>
      button(`${link}?pick=${how}`, how === 'room' ? t.comeRoom : t.comeOnline, { quiet: index > 0 }),
    ),
    button(`${link}?pick=no`, t.comeNot, { quiet: true }),
  ]
}

function movedExpecting(r: Reader): Written {
  return {
    subject: r.t.movedSubject({ title: r.title, when: r.when }),
    preheader: r.t.movedExpecting,
    blocks: [
      heading(r.t.movedHeading({ title: r.title })),
      facts(r.facts),
      paragraph(r.t.movedExpecting),
      button(r.link, r.t.change),
    ],
  }
}

const cancelledExpecting = (r: Reader): Written => ({
  ...cancelled(r),
  preheader: r.t.cancelledExpecting,
  blocks: [heading(r.t.cancelledHeading({ title: r.title })), paragraph(r.t.cancelledExpecting)],
})

async function send(
  work: Work,
  kind: MailKind,
  meeting: Timed,
  places: readonly Place[],
  write: (reader: Reader) => Written,
): Promise<void> {
  await writeMails(work, await compose(work, kind, meeting, places, write))
}
