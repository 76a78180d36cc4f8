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
import type { PollRow } from './store.ts'

/**
 * Three times, each one tap, to whoever has not answered: the tap opens a page with that time ticked; its button sends
 * the answer.
 */
export async function mailTimes(
  work: Work,
  kind: 'times.ask' | 'times.remind',
  poll: PollRow,
  initiative: string,
  members: readonly Member[],
): Promise<void> {
  const answered = new Set(poll.answers.map((answer) => answer.person_id))
  for (const person of members.filter(({ personId }) => !answered.has(personId))) {
    const locale = chooseLocale(person.locale)
    const t = words(locale)
    const partners = members.filter((member) => member !== person)
    const partner = namesOf(locale, partners)
    const link = await makeLink(work, {
      agencyId: poll.agency_id,
      purpose: 'times',
      personId: person.personId,
      subjectId: poll.id,
      days: 30,
    })
    const hours = await makeTimeLink(work, { personId: person.personId, agencyId: poll.agency_id })
    const choices: MailBlock[] = poll.options.map((option, index) => {
      const there = partners
        .map((one) => {
          const time = formatTime(locale, one.zone, option.starts_at)
          return t.thereShort({ name: isolate(one.name), time, zone: zoneLabel(locale, one.zone) })
        })
        .join(', ')
      return button(`${link}?pick=${index + 1}`, `${formatMoment(locale, person.zone, option.starts_at)} · ${there}`, {
        quiet: index > 0,
      })
    })
    await writeMail(work, {
      agencyId: poll.agency_id,
      kind,
      to: addressee({ ...person, person_id: person.personId }),
      subject: t.askSubject({ partner }),
      preheader: t.askPreheader,
      effectKey: `${kind} ${poll.id} ${person.personId}`,
      blocks: [
        heading(poll.attempt > 1 ? t.askAgainHeading({ partner }) : t.askHeading({ partner })),
        paragraph(t.askText({ initiative, by: formatMoment(locale, person.zone, poll.answer_by) })),
        ...choices,
        button(`${link}?pick=none`, t.askNone, { quiet: true }),
        rule(),
        paragraph(t.askHours),
        button(hours, t.askHoursOpen, { quiet: true }),
      ],
    })
  }
}
