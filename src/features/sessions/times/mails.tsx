import { formatMoment, formatTime, zoneLabel } from '../../../platform/clock.ts'
import { chooseLocale } from '../../../platform/i18n/catalogue.ts'
import { makeLink } from '../../../platform/links/links.ts'
import { writeMail } from '../../../platform/mail/write.ts'
import type { Work } from '../../../platform/work.ts'
import { isolate } from '../../../ui/isolate.tsx'
import { button, heading, paragraph, rule, type MailBlock } from '../../../ui/mail/blocks.ts'
import { makeTimeLink } from '../../availability/link.ts'
import { addressee, namesOf } from '../members.ts'
import type { Member } from '../store.ts'
import { words } from '../words.ts'

type Recipient = Pick<Member, 'personId' | 'name' | 'email' | 'locale' | 'zone'>

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
    const partners = members.filter((member) => member !== person)
    const partner = namesOf(locale, partners)
    const link = await makeLink(work, {
      agencyId: poll.agencyId,
      purpose: 'times',
      personId: person.personId,
      subjectId: poll.id,
      days: 30,
    })
    const hours = await makeTimeLink(work, { personId: person.personId, agencyId: poll.agencyId })
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
      to: addressee({ ...person, person_id: person.personId }),
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
