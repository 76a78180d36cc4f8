import PostalMime, { type Address, type Email } from 'postal-mime'

/** A mail that came in, as far as anything here understands it. */
export interface IncomingMail {
  messageId: string
  /** The address it says it is from, in small letters; not to be believed. */
  from: string
  /** Every address it went to, in small letters, the envelope's among them. */
  recipients: string[]
  /** Message-IDs it answers. */
  answers: string[]
  /** Sent by a machine: an absence note, a bounce, a list. Nothing is answered to it. */
  isAutomatic: boolean
  /** Calendar parts (RFC 6047), each once, with the method their part is labelled with. */
  calendars: { method: string | null; text: string }[]
  text: string
}

const mostCalendars = 3
const longestCalendar = 256_000

/**
 * Reads a mail with bounds on its depth and headers. Calendar text is found as a part or as an attachment, in whatever
 * encoding, as Outlook, Google and Apple send it.
 * @throws Error where it is no mail
 */
export async function readMail(content: Uint8Array, envelope: readonly string[] = []): Promise<IncomingMail> {
  const mail = await PostalMime.parse(content, {
    attachmentEncoding: 'arraybuffer',
    maxNestingDepth: 20,
    maxHeadersSize: 200_000,
  })
  const header = (name: string) =>
    mail.headers.filter(({ key }) => key === name).map(({ value }) => value.toLowerCase())
  const named = [
    ...addressesIn(mail.to),
    ...addressesIn(mail.cc),
    ...header('delivered-to'),
    ...header('x-original-to'),
  ]
  return {
    messageId: mail.messageId ?? '',
    from: (mail.from?.address ?? '').toLowerCase(),
    recipients: [...new Set([...envelope.map((one) => one.toLowerCase()), ...named])],
    answers: `${mail.inReplyTo ?? ''} ${mail.references ?? ''}`.match(/<[^<>\s]{1,900}>/g) ?? [],
    isAutomatic: isAutomatic(mail, header),
    calendars: calendarsOf(mail),
    text: (mail.text ?? '').slice(0, 10_000),
  }
}

function addressesIn(list: Address[] | undefined): string[] {
  return (list ?? []).flatMap((one) =>
    one.group ? one.group.map(({ address }) => address.toLowerCase()) : [(one.address ?? '').toLowerCase()],
  )
}

/** RFC 3834 and the older habits before it. */
function isAutomatic(mail: Email, header: (name: string) => string[]): boolean {
  const says = (name: string, sign: RegExp) => header(name).some((value) => sign.test(value))
  return (
    says('auto-submitted', /^(?!no\b)/) ||
    says('precedence', /bulk|junk|list|auto_reply/) ||
    header('list-id').length > 0 ||
    header('x-autoreply').length > 0 ||
    header('x-autorespond').length > 0 ||
    says('return-path', /^<>$/) ||
    says('content-type', /^multipart\/report/) ||
    /^(mailer-daemon|postmaster|no-?reply)@/i.test(mail.from?.address ?? 'mailer-daemon@')
  )
}

function calendarsOf(mail: Email): IncomingMail['calendars'] {
  const found = new Map<string, string | null>()
  for (const part of mail.attachments) {
    const isCalendar = part.mimeType === 'text/calendar' || /\.ics$/i.test(part.filename ?? '')
    if (!isCalendar || found.size >= mostCalendars) continue
    const text = typeof part.content === 'string' ? part.content : new TextDecoder().decode(part.content)
    if (text.length > longestCalendar) continue
    found.set(text, found.get(text) ?? part.method?.toUpperCase() ?? null)
  }
  return [...found].map(([text, method]) => ({ method, text }))
}
