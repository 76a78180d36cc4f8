import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import type { Settings } from '../../settings.ts'
import type { World } from '../../work.ts'
import { largestMail, receiveMail } from './receive.ts'

export interface SmtpDoor {
  port: number
  close(): Promise<void>
}

/**
 * Takes mail by SMTP for the address of replies, whatever stands after its plus; every other recipient is refused, so that
 * nothing is relayed. What cannot be stored is answered with 451: the sender keeps it and tries again.
 * @throws the error of the system where the port cannot be had
 */
export async function openSmtpDoor(world: World, at: { port: number; host: string }): Promise<SmtpDoor> {
  const server = new SMTPServer({
    banner: 'Perennial',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largestMail,
    maxClients: 50,
    socketTimeout: 60_000,
    closeTimeout: 3_000,
    onRcptTo: ({ address }, _session, done) =>
      done(isOurs(world.settings, address) ? null : refusal(550, 'No such mailbox here')),
    onData(stream, session, done) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address)
      void takeAndAnswer(world, stream, recipients, done)
    },
  })
  server.on('error', (error) => world.log.warn({ err: error }, 'smtp in'))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(at.port, at.host, resolve)
  })
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : at.port,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

async function takeAndAnswer(
  world: World,
  stream: SMTPServerDataStream,
  recipients: string[],
  answer: (refused: Error | null) => void,
): Promise<void> {
  answer(await take(world, stream, recipients))
}

/** @returns what the sender hears in place of 250, or null */
async function take(world: World, stream: SMTPServerDataStream, recipients: string[]): Promise<Error | null> {
  try {
    const parts: Buffer[] = []
    let bytes = 0
    for await (const part of stream as AsyncIterable<Buffer>) {
      bytes += part.length
      // Read to its end, so that the sender hears why; kept no longer than it may be.
      if (bytes <= largestMail) parts.push(part)
    }
    if (bytes > largestMail) return refusal(552, 'The message is too large')
    await receiveMail(world, Buffer.concat(parts), recipients)
    return null
  } catch (error) {
    world.log.warn({ err: error }, 'mail in')
    return refusal(451, 'Not now, please try again')
  }
}

function isOurs({ mailReplies }: Settings, address: string): boolean {
  const [own, host] = parted(mailReplies ?? '')
  const [local, at] = parted(address)
  return host !== '' && host === at && (local === own || local.startsWith(`${own}+`))
}

function parted(address: string): [local: string, host: string] {
  const at = address.lastIndexOf('@')
  return [address.slice(0, at).toLowerCase(), address.slice(at + 1).toLowerCase()]
}

function refusal(code: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode: code })
}
