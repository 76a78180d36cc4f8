import { createTransport } from 'nodemailer'

export interface MailMessage {
  messageId: string
  from: string
  to: { address: string; name: string }
  /** Where an answer goes, where it is not to the sender. */
  replyTo?: string | null
  subject: string
  text: string
  html: string
  calendar: { method: string; text: string } | null
}

/** Hands one message to the outside world, or throws. */
export interface MailTransport {
  send(message: MailMessage): Promise<void>
  /** Ends connections that are kept open for the next mail. */
  close?(): void
}

/** Mail over SMTP (nodemailer), every wait bounded at 20 seconds. */
export function smtpTransport(url: string): MailTransport {
  const smtp = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(message) {
      await smtp.sendMail({
        messageId: message.messageId,
        from: message.from,
        to: { address: message.to.address, name: headerText(message.to.name) },
        ...(message.replyTo ? { replyTo: message.replyTo } : {}),
        subject: headerText(message.subject),
        text: message.text,
        html: message.html,
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(message.calendar
          ? { icalEvent: { method: message.calendar.method, content: message.calendar.text, filename: 'invite.ics' } }
          : {}),
      })
    },
    close: () => smtp.close(),
  }
}

// Names and titles are people's own words: one line, and no encoded word (RFC 2047) that a mail program would unpack.
function headerText(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('=?', '= ?')
}
