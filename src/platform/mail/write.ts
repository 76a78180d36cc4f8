import { withoutIsolates } from '../../ui/isolate.tsx'
import type { MailBlock } from '../../ui/mail/blocks.ts'
import { renderMail } from '../../ui/mail/mail.tsx'
import { catalogue, chooseLocale } from '../i18n/catalogue.ts'
import { anyOf } from '../database/any-of.ts'
import { makeLinks } from '../links/links.ts'
import type { Work } from '../work.ts'
import { type OutgoingMail, queueMails } from './queue.ts'

const words = catalogue(
  {
    why: (a: { agency: string }) => `You get this because you take part in an initiative of ${a.agency}.`,
    home: 'Your page: everything in one place',
  },
  {
    why: (a) => `Vous recevez ceci parce que vous participez à une initiative portée par ${a.agency}.`,
    home: 'Votre page : tout au même endroit',
  },
)

export interface WrittenMail extends Pick<OutgoingMail, 'kind' | 'calendar' | 'replyTo' | 'effectKey'> {
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
  const [id = null] = await writeMails(work, [mail])
  return id
}

/** The same for many at once; the ids come in the order of `mails`. */
export async function writeMails(work: Work, mails: readonly WrittenMail[]): Promise<(string | null)[]> {
  if (mails.length === 0) return []
  const agencies = await readAgencies(work, mails)
  const homes = await makeHomeLinks(work, mails)
  const outgoing: OutgoingMail[] = []
  for (const mail of mails) {
    const agency = agencies.get(mail.agencyId)
    if (agency === undefined) throw new Error('A mail needs an agency that exists.')
    outgoing.push(await written(mail, agency, homes.get(mail)))
  }
  return queueMails(work, outgoing)
}

async function readAgencies(work: Work, mails: readonly WrittenMail[]): Promise<Map<string, string>> {
  const ids = [...new Set(mails.map(({ agencyId }) => agencyId))]
  const rows = await work.db.selectFrom('agencies').select(['id', 'name']).where('id', '=', anyOf(ids)).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function makeHomeLinks(work: Work, mails: readonly WrittenMail[]): Promise<Map<WrittenMail, string>> {
  const toPeers = mails.filter(({ to }) => to.personId)
  const links = await makeLinks(
    work,
    toPeers.map(({ agencyId, to }) => ({ agencyId, purpose: 'home', personId: to.personId ?? null, days: 90 })),
  )
  return new Map(toPeers.map((mail, place) => [mail, links[place] ?? '']))
}

async function written(mail: WrittenMail, agency: string, home: string | undefined): Promise<OutgoingMail> {
  const locale = chooseLocale(mail.to.locale)
  const t = words(locale)
  const rendered = await renderMail(mail.blocks, {
    lang: locale,
    from: agency,
    preheader: mail.preheader,
    footer: { text: t.why({ agency }), ...(home ? { links: [{ href: home, label: t.home }] } : {}) },
  })
  return {
    agencyId: mail.agencyId,
    kind: mail.kind,
    to: { address: mail.to.address, name: mail.to.name },
    locale,
    subject: withoutIsolates(mail.subject),
    ...rendered,
    ...(mail.calendar ? { calendar: mail.calendar } : {}),
    ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
    ...(mail.effectKey ? { effectKey: mail.effectKey } : {}),
  }
}
