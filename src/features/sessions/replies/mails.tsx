import { formatMoment, formatTime, zoneLabel } from '../../../platform/clock.ts'
import { chooseLocale } from '../../../platform/i18n/catalogue.ts'
import { writeMail } from '../../../platform/mail/write.ts'
import type { Work } from '../../../platform/work.ts'
import { isolate } from '../../../ui/isolate.tsx'
import { button, facts, heading, paragraph } from '../../../ui/mail/blocks.ts'
import { makeReplyLink } from '../calendar/mails.tsx'
import type { Counter } from './store.ts'
import { replyWords } from './words.ts'
import { addressee } from '../members.ts'
import type { SessionRow } from '../store.ts'

type SessionMember = SessionRow['members'][number]

/** Asks the others whether another time works, one tap, each in their own clock. */
export async function mailCounter(
  work: Work,
  session: SessionRow,
  counter: { id: string; startsAt: Temporal.Instant; personId: string },
  others: SessionMember[],
): Promise<void> {
  const proposer = session.members.find((member) => member.person_id === counter.personId)
  for (const person of others) {
    const locale = chooseLocale(person.locale)
    const t = replyWords(locale)
    const name = isolate(proposer?.name ?? '')
    const when = formatMoment(locale, person.zone, counter.startsAt)
    const there = proposer
      ? `${formatTime(locale, proposer.zone, counter.startsAt)}, ${zoneLabel(locale, proposer.zone)}`
      : ''
    const link = await makeReplyLink(work, session, person.person_id)
    await writeMail(work, {
      agencyId: session.agency_id,
      kind: 'session.counter',
      to: addressee(person),
      subject: t.counterSubject({ name, when }),
      preheader: t.counterPreheader,
      effectKey: `session.counter ${counter.id} ${person.person_id}`,
      blocks: [
        heading(t.counterHeading({ name })),
        facts([
          [t.counterNew, when],
          [t.counterThere({ name }), there],
          [t.counterOld, formatMoment(locale, person.zone, session.starts_at)],
        ]),
        paragraph(t.counterText),
        button(`${link}/counter?works=yes&id=${counter.id}`, t.counterWorks),
        button(`${link}/counter?works=no&id=${counter.id}`, t.counterNot, { quiet: true }),
      ],
    })
  }
}

/** Tells the one who proposed a time that it does not work; the session stays as it is. */
export async function mailCounterRefused(work: Work, session: SessionRow, counter: Counter): Promise<void> {
  const person = session.members.find((member) => member.person_id === counter.person_id)
  if (!person) return
  const locale = chooseLocale(person.locale)
  const t = replyWords(locale)
  const link = await makeReplyLink(work, session, person.person_id)
  await writeMail(work, {
    agencyId: session.agency_id,
    kind: 'session.stay',
    to: addressee(person),
    subject: t.staySubject({ when: formatMoment(locale, person.zone, session.starts_at) }),
    preheader: t.stayText,
    effectKey: `session.stay ${counter.id}`,
    blocks: [
      heading(t.stayHeading),
      facts([
        [t.stayProposed, formatMoment(locale, person.zone, counter.starts_at)],
        [t.stayStands, formatMoment(locale, person.zone, session.starts_at)],
      ]),
      paragraph(t.stayText),
      button(link, t.stayAnswer, { quiet: true }),
    ],
  })
}
