import type { JobKind } from '../../platform/jobs/jobs.ts'
import { makeLink } from '../../platform/links/links.ts'
import { writeMail } from '../../platform/mail/write.ts'
import { chooseLocale } from '../../platform/i18n/catalogue.ts'
import { carryOut, theSystem, type Work } from '../../platform/work.ts'
import { button, heading, paragraph, small } from '../../ui/mail/blocks.ts'
import { linksSentSince, personsAt } from './store.ts'
import { words } from './words.ts'

const mostAnHour = 5
const linkDays = 90

/** Looking the address up is left to a job, so that a known address takes no longer to answer than an unknown one. */
export const homeLinkJob: JobKind<{ email: string }> = {
  name: 'home.link',
  run: (world, { email }) => carryOut(world, theSystem, (work) => mailHomeLinks(work, email)),
}

/** Mails the way to their page to whoever has this address, at most five times an hour. */
async function mailHomeLinks(work: Work, email: string): Promise<void> {
  for (const person of await personsAt(work.db, email)) {
    const since = work.now.subtract({ hours: 1 })
    if ((await linksSentSince(work.db, person.agency_id, person.email, since)) >= mostAnHour) continue
    const t = words(chooseLocale(person.locale))
    const subject = t.mailSubject({ agency: person.agency })
    const link = await makeLink(work, {
      agencyId: person.agency_id,
      purpose: 'home',
      personId: person.id,
      days: linkDays,
    })
    await writeMail(work, {
      agencyId: person.agency_id,
      kind: 'home.link',
      to: { address: person.email, name: person.name, locale: person.locale },
      subject,
      preheader: t.mailPreheader,
      blocks: [heading(subject), paragraph(t.mailText), button(link, t.mailButton), small(t.mailNotYou)],
    })
  }
}
