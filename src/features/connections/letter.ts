import { queueMail } from '../../platform/mail/queue.ts'
import type { Work } from '../../platform/work.ts'
import { withoutIsolates } from '../../ui/isolate.tsx'
import { button, type MailBlock } from '../../ui/mail/blocks.ts'
import { renderMail } from '../../ui/mail/mail.tsx'
import { mailWords } from './mail-words.ts'
import type { Connection, Member } from './store.ts'

/** One mail about a connection to one of its members, in their language. */
export interface Letter {
  kind: string
  subject: string
  preheader: string
  blocks: MailBlock[]
  /** The one button, after the blocks: address and label. */
  button?: [href: string, label: string]
  effectKey?: string
}

/** Queues a letter; the foot says who writes and why. */
export async function send(
  work: Work,
  connection: Connection,
  setting: { agency: string; title: string },
  to: Member,
  letter: Letter,
): Promise<void> {
  const t = mailWords(to.locale)
  const { html, text } = await renderMail([...letter.blocks, ...(letter.button ? [button(...letter.button)] : [])], {
    lang: to.locale,
    from: setting.agency,
    preheader: letter.preheader,
    footer: {
      text: t.foot({ agency: setting.agency, initiative: setting.title }),
      links: [{ href: `${work.world.settings.baseUrl}/my`, label: t.myPage }],
    },
  })
  await queueMail(work, {
    agencyId: connection.agency_id,
    kind: letter.kind,
    to: { address: to.email, name: to.name },
    locale: to.locale,
    subject: withoutIsolates(letter.subject),
    text,
    html,
    ...(letter.effectKey ? { effectKey: letter.effectKey } : {}),
  })
}
