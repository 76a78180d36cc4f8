import { formatMoment } from '../../../platform/clock.ts'
import { chooseLocale } from '../../../platform/i18n/catalogue.ts'
import { makeLink } from '../../../platform/links/links.ts'
import { writeMail } from '../../../platform/mail/write.ts'
import type { Work } from '../../../platform/work.ts'
import { button, heading, paragraph } from '../../../ui/mail/blocks.ts'
import { addressee, namesOf } from '../members.ts'
import type { SessionRow } from '../store.ts'
import { words } from '../words.ts'

/** 'Did you meet?', to each member who has not said so yet. */
export async function mailCheckin(work: Work, session: SessionRow): Promise<void> {
  for (const person of session.members.filter((member) => member.held === null)) {
    const locale = chooseLocale(person.locale)
    const t = words(locale)
    const partner = namesOf(
      locale,
      session.members.filter((member) => member !== person),
    )
    const link = await makeLink(work, {
      agencyId: session.agency_id,
      purpose: 'checkin',
      personId: person.person_id,
      subjectId: session.id,
      days: 60,
    })
    await writeMail(work, {
      agencyId: session.agency_id,
      kind: 'session.checkin',
      to: addressee(person),
      subject: t.heldSubject({ partner }),
      preheader: t.heldPreheader,
      effectKey: `session.checkin ${session.id} ${session.sequence} ${person.person_id}`,
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
