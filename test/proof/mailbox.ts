import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { Record, type TakenMail } from './history.ts'

/** The mail of everybody in the world: keeps a record of what was taken, and lets people read theirs. */
export class Mailbox {
  readonly #record: Record<Omit<TakenMail, 'at'>>
  readonly #letters = new Map<string, string[]>()
  #waiting: (() => void)[] = []

  constructor(recordPath: string) {
    this.#record = new Record(recordPath)
  }

  take(mail: Omit<TakenMail, 'at'>, text: string): void {
    const { messageId, startedAt, to, subject } = mail
    this.#record.tell({ messageId, startedAt, to, subject })
    this.#letters.set(to, [...(this.#letters.get(to) ?? []), text])
    const waiting = this.#waiting
    this.#waiting = []
    for (const look of waiting) look()
  }

  /** The path of the last link to a page that somebody was mailed; waits for the mail. */
  async linkTo(address: string, page: string, isOver: () => boolean): Promise<string | null> {
    while (!isOver()) {
      for (const text of (this.#letters.get(address) ?? []).toReversed()) {
        const path = new RegExp(`https?://[^/\\s]+(/${page}/[\\w-]{43})`).exec(text)?.[1]
        if (path) return path
      }
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve)
        setTimeout(resolve, 500)
      })
    }
    return null
  }

  close(): void {
    this.#record.close()
  }
}

/** A mail server that takes everything, at the pace of a real one. */
export interface PostOffice {
  url: string
  /** Whether somebody is handing a mail over right now. */
  isTaking(): boolean
  close(): Promise<void>
}

/** Opens a mail server on a free port of this machine. */
export async function openPostOffice(mailbox: Mailbox): Promise<PostOffice> {
  let taking = 0
  const started = new Map<string, number>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onMailFrom(_address, session, done) {
      started.set(session.id, Date.now())
      done()
    },
    onData(stream, session, done) {
      taking += 1
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        // What a server spends on looking for viruses; it keeps the window open in which a kill is cruel.
        await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 20))
        const { messageId = '', subject = '', text = '' } = await PostalMime.parse(Buffer.concat(chunks))
        const startedAt = started.get(session.id) ?? Date.now()
        for (const { address } of session.envelope.rcptTo)
          mailbox.take({ messageId, startedAt, to: address, subject }, text)
        taking -= 1
        done()
      })
      stream.on('error', () => (taking -= 1))
    },
  })
  server.on('error', () => {})
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    isTaking: () => taking > 0,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}
