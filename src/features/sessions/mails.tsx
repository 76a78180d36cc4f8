import { formatMoment, formatTime, zoneLabel } from '../../platform/clock.ts'
import { chooseLocale, list } from '../../platform/i18n/catalogue.ts'
import { makeLink } from '../../platform/links/links.ts'
import { writeMail } from '../../platform/mail/write.ts'
import type { Work } from '../../platform/work.ts'
import { isolate } from '../../ui/isolate.tsx'
import { button, heading, paragraph, rule, type MailBlock } from '../../ui/mail/blocks.ts'
import { makeTimeLink } from '../availability/link.ts'
import type { SessionRow } from './store.ts'
import { words } from './words.ts'

interface Recipient {
  personId: string
  name: string
  email: string
  locale: string
  zone: string
}

const to = (person: Recipient) => ({
  address: person.email,
  name: person.name,
  locale: person.locale,
  personId: person.personId,
})

export function partnersOf<T extends { personId: string; name: string }>(members: readonly T[], self: string): T[] {
  return members.filter((member) => member.personId !== self)
}

export function partnerNames(
  locale: string,
  members: readonly { personId: string; name: string }[],
  self: string,
): string {
  return list(
    chooseLocale(locale),
    partnersOf(members, self).map((member) => isolate(member.name)),
  )
}

/** Three times, each one tap: the tap opens a page with that time ticked; its button sends the answer. */
export async function mailTimes(
  work: Work,
  poll: { id: string; agencyId: string; attempt: number; initiative: string; answerBy: Temporal.Instant },
  options: { id: string; startsAt: Temporal.Instant }[],
  members: Recipient[],
  whom: { only?: (personId: string) => boolean; reminder?: boolean } = {},
): Promise<void> {
  for (const person of members) {
    if (whom.only?.(person.personId) === false) continue
    const locale = chooseLocale(person.locale)
    const t = words(locale)
    const partner = partnerNames(locale, members, person.personId)
    const link = await makeLink(work, {
      agencyId: poll.agencyId,
      purpose: 'times',
      personId: person.personId,
      subjectId: poll.id,
      days: 30,
    })
    const hours = await makeTimeLink(work, { personId: person.personId, agencyId: poll.agencyId })
    const partners = partnersOf(members, person.personId)
    const choices: MailBlock[] = options.map((option, index) => {
      const there = partners
        .map((one) => {
          const time = formatTime(locale, one.zone, option.startsAt)
          return t.thereShort({ name: isolate(one.name), time, zone: zoneLabel(locale, one.zone) })
        })
        .join(', ')
      return button(`${link}?pick=${index + 1}`, `${formatMoment(locale, person.zone, option.startsAt)} · ${there}`, {
        quiet: index > 0,
      })
    })
    await writeMail(work, {
      agencyId: poll.agencyId,
      kind: whom.reminder ? 'times.remind' : 'times.ask',
      to: to(person),
      subject: t.askSubject({ partner }),
      preheader: t.askPreheader,
      effectKey: `times.${whom.reminder ? 'remind' : 'ask'} ${poll.id} ${person.personId}`,
      blocks: [
        heading(poll.attempt > 1 ? t.askAgainHeading({ partner }) : t.askHeading({ partner })),
        paragraph(t.askText({ initiative: poll.initiative, by: formatMoment(locale, person.zone, poll.answerBy) })),
        ...choices,
        button(`${link}?pick=none`, t.askNone, { quiet: true }),
        rule(),
        paragraph(t.askHours),
        button(hours, t.askHoursOpen, { quiet: true }),
      ],
    })
  }
}

/** 'Did you meet?', to each member who has not said so yet. */
export async function mailCheckin(work: Work, session: SessionRow): Promise<void> {
  const members = session.members.map((member) => ({ ...member, personId: member.person_id }))
  for (const person of members.filter((member) => member.held === null)) {
    const locale = chooseLocale(person.locale)
    const t = words(locale)
    const partner = partnerNames(locale, members, person.personId)
    const link = await makeLink(work, {
      agencyId: session.agency_id,
      purpose: 'checkin',
      personId: person.personId,
      subjectId: session.id,
      days: 60,
    })
    await writeMail(work, {
      agencyId: session.agency_id,
      kind: 'session.checkin',
      to: to(person),
      subject: t.heldSubject({ partner }),
      preheader: t.heldPreheader,
      effectKey: `session.checkin ${session.id} ${session.sequence} ${person.personId}`,
      blocks: [
        heading(t.heldHeading({ partner })),
        paragraph(t.heldText({ when: formatMoment(locale, person.zone, session.starts_at) })),
        button(`${link}?pick=yes`, t.heldYes),
        button(`${link}?pick=moved`, t.heldMoved, { quiet: true }),
        button(`${link}?pick=no`, t.heldNo, { quiet: true }),
      ],
    })
  }
}
