import { formatDate } from '../../platform/clock.ts'
import { chooseLocale, number } from '../../platform/i18n/catalogue.ts'
import { makeLink } from '../../platform/links/links.ts'
import { writeMail } from '../../platform/mail/write.ts'
import type { Work } from '../../platform/work.ts'
import { button, heading, paragraph, quote } from '../../ui/mail/blocks.ts'
import type { ReportContent } from './report.ts'
import type { AuthorityRow } from './overview.ts'
import { findPeer } from './store.ts'
import { words } from './words.ts'

/** Days an authoriser's link stays good. */
const linkDays = 90

export async function mailReport(
  work: Work,
  reportId: string,
  authority: AuthorityRow,
  content: ReportContent,
  note: string,
): Promise<void> {
  const locale = chooseLocale(authority.locale)
  const t = words(locale)
  const link = await makeLink(work, {
    agencyId: authority.agency_id,
    purpose: 'report',
    subjectId: reportId,
    days: linkDays,
  })
  await writeMail(work, {
    agencyId: authority.agency_id,
    kind: 'authority.report',
    to: { address: authority.authoriser_email, name: authority.authoriser_name, locale },
    subject: t.mailSubject({ name: authority.person }),
    preheader: t.mailPreheader,
    effectKey: `authority.report ${reportId}`,
    blocks: [
      heading(t.mailHeading({ name: authority.person, hours: number(locale, content.hoursUsed) })),
      ...(note ? [quote(note, { from: authority.agency })] : []),
      paragraph(t.mailText({ initiative: authority.initiative, until: formatDate(locale, authority.ends_on) })),
      button(link, t.mailButton),
    ],
  })
}

/** Tells the peer that the home organisation renewed. */
export async function mailAnswer(
  work: Work,
  authority: AuthorityRow,
  settled: { hours: number; until: Temporal.PlainDate },
): Promise<void> {
  const peer = await findPeer(work.db, authority.person_id)
  const locale = chooseLocale(peer.locale)
  const t = words(locale)
  const until = formatDate(locale, settled.until)
  await writeMail(work, {
    agencyId: authority.agency_id,
    kind: 'authority.renewed',
    to: { address: peer.email, name: peer.name, locale, personId: authority.person_id },
    subject: t.renewedSubject({ name: peer.name, until }),
    preheader: t.renewedHeading,
    blocks: [
      heading(t.renewedHeading),
      paragraph(t.renewedText({ authoriser: authority.authoriser_name, hours: number(locale, settled.hours), until })),
    ],
  })
}
