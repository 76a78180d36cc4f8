import type { MailKind } from './mail-kind.ts'
import { randomUUID } from 'node:crypto'
import { inParts } from '../database/in-parts.ts'
import type { Work } from '../work.ts'
import { deliverMailJob } from './deliver.ts'

export interface OutgoingMail {
  /** null for mail that belongs to no agency, such as a sign-in code. */
  agencyId: string | null
  /** What it is about in one word pair, like 'proposal.ask': for the outbox and the figures. */
  kind: MailKind
  to: { address: string; name: string }
  locale: string
  subject: string
  text: string
  html: string
  /** An iMIP part (RFC 6047): the calendar text and its method. */
  calendar?: { method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; text: string }
  /** The address an answer goes to, where it is not the sender's. */
  replyTo?: string
  /** The same key is never queued twice: makes a retried change or sweep harmless. */
  effectKey?: string
}

/**
 * Queues a mail as a row in the same transaction as the change that causes it.
 * @returns the mail's id, or null when its effect key was used before
 */
export async function queueMail(work: Work, mail: OutgoingMail): Promise<string | null> {
  const [id = null] = await queueMails(work, [mail])
  return id
}

/** The same for many at once; the ids come in the order of `mails`. */
export async function queueMails(work: Work, mails: readonly OutgoingMail[]): Promise<(string | null)[]> {
  const host = /@([^\s<>]+)>?$/.exec(work.world.settings.mailFrom)?.[1] ?? 'localhost'
  const rows = mails.map((mail) => {
    const id = randomUUID()
    return {
      id,
      agency_id: mail.agencyId,
      kind: mail.kind,
      effect_key: mail.effectKey ?? null,
      to_address: mail.to.address,
      reply_to: mail.replyTo ?? null,
      to_name: mail.to.name,
      locale: mail.locale,
      subject: mail.subject,
      body_text: mail.text,
      body_html: mail.html,
      calendar_method: mail.calendar?.method ?? null,
      calendar_text: mail.calendar?.text ?? null,
      message_id: `<${id}@${host}>`,
      next_attempt_at: work.now,
      created_at: work.now,
    }
  })
  const queued = new Set<string>()
  for (const part of inParts(rows)) {
    const fresh = await work.db
      .insertInto('mails')
      .values(part)
      .onConflict((conflict) => conflict.column('effect_key').doNothing())
      .returning('id')
      .execute()
    for (const { id } of fresh) queued.add(id)
  }
  await work.world.jobs.enqueueAll(
    work.db,
    deliverMailJob,
    [...queued].map((mailId) => ({ mailId })),
  )
  return rows.map(({ id }) => (queued.has(id) ? id : null))
}
