import { withoutIsolates } from '../../ui/isolate.tsx'
import type { MailBlock } from '../../ui/mail/blocks.ts'
import { renderMail } from '../../ui/mail/mail.tsx'
import { catalogue, chooseLocale } from '../i18n/catalogue.ts'
import { makeLink } from '../links/links.ts'
import type { Work } from '../work.ts'
import { type OutgoingMail, queueMail } from './queue.ts'

const words = catalogue(
  {
    why: (a: { agency: string }) => `You get this because you take part in an initiative of ${a.agency}.`,
    home: 'Your page: everything in one place',
  },
  {
    why: (a) => `Vous recevez ceci parce que vous participez à une initiative de ${a.agency}.`,
    home: 'Votre page : tout au même endroit',
  },
)

export interface WrittenMail extends Pick<OutgoingMail, 'kind' | 'calendar' | 'effectKey'> {
  agencyId: string
  to: { address: string; name: string; locale: string; personId?: string }
  subject: string
  /** The line a mailbox shows after the subject. */
  preheader: string
  blocks: MailBlock[]
}

/**
 * Writes a mail from blocks, once for HTML and text, with the agency as sender and, for a peer, the way to their own
 * page at the end; then queues it.
 * @returns the mail's id, or null when its effect key was used before
 */
export async function writeMail(work: Work, mail: WrittenMail): Promise<string | null> {
  const agency = await work.db
    .selectFrom('agencies')
    .select('name')
    .where('id', '=', mail.agencyId)
    .executeTakeFirstOrThrow()
  const locale = chooseLocale(mail.to.locale)
  const t = words(locale)
  const home = mail.to.personId
    ? await makeLink(work, { agencyId: mail.agencyId, purpose: 'home', personId: mail.to.personId, days: 90 })
    : null
  const rendered = await renderMail(mail.blocks, {
    lang: locale,
    from: agency.name,
    preheader: mail.preheader,
    footer: { text: t.why({ agency: agency.name }), ...(home ? { links: [{ href: home, label: t.home }] } : {}) },
  })
  return queueMail(work, {
    agencyId: mail.agencyId,
    kind: mail.kind,
    to: { address: mail.to.address, name: mail.to.name },
    locale,
    subject: withoutIsolates(mail.subject),
    ...rendered,
    ...(mail.calendar ? { calendar: mail.calendar } : {}),
    ...(mail.effectKey ? { effectKey: mail.effectKey } : {}),
  })
}
