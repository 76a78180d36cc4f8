import { ImapFlow } from 'imapflow'
import type { World } from '../../work.ts'
import { largestMail, receiveMail } from './receive.ts'

/** Mails taken in one visit; the rest waits for the next minute. */
const mostInOneVisit = 200

/**
 * Sweep: reads the mailbox the settings name and takes what has not been read. A mail is marked as read only after it is
 * stored, so that nothing is lost; one that is seen twice is known. Does nothing where no mailbox is named.
 */
export async function readMailbox(world: World): Promise<void> {
  const { imapUrl } = world.settings
  if (!imapUrl) return
  const url = new URL(imapUrl)
  const isSecure = url.protocol === 'imaps:'
  const client = new ImapFlow({
    host: url.hostname,
    port: Number(url.port) || (isSecure ? 993 : 143),
    secure: isSecure,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
  })
  client.on('error', (error: unknown) => world.log.warn({ err: error }, 'mailbox'))
  await client.connect()
  try {
    await client.mailboxOpen(decodeURIComponent(url.pathname.slice(1)) || 'INBOX')
    await takeUnread(world, client)
  } finally {
    await client.logout().catch(() => client.close())
  }
}

async function takeUnread(world: World, client: ImapFlow): Promise<void> {
  const unread = (await client.search({ seen: false }, { uid: true })) || []
  for (const uid of unread.slice(0, mostInOneVisit)) {
    const size = await client.fetchOne(String(uid), { size: true }, { uid: true })
    if (size && (size.size ?? 0) <= largestMail) {
      const mail = await client.fetchOne(String(uid), { source: true }, { uid: true })
      if (mail && mail.source) await receiveMail(world, mail.source)
    } else world.log.warn({ uid }, 'a mail in the mailbox is too large')
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
  }
}
