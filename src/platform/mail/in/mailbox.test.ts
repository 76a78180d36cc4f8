import { createRequire } from 'node:module'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { useHarness } from '../../../../test/harness.ts'
import { readMailbox } from './mailbox.ts'
import { receiveMail } from './receive.ts'

/** What of the test server is used here; it comes without types. */
interface ImapServer {
  listen(port: number, ready: () => void): void
  close(done: () => void): void
  server: { address(): { port: number } }
  getMailbox(name: string): { messages: { flags: string[] }[] }
  appendMessage(mailbox: string, flags: string[], date: null, raw: string): void
}
const makeServer = createRequire(import.meta.url)('hoodiecrow-imap') as (options: object) => ImapServer

const h = useHarness({ mailReplies: 'replies@perennial.test', logLevel: 'silent' })
let server: ImapServer

beforeEach(async () => {
  server = makeServer({ plugins: ['ID', 'IDLE', 'ENABLE'], storage: { INBOX: { messages: [] } } })
  await new Promise<void>((ready) => server.listen(0, ready))
  h.world.settings.imapUrl = `imap://testuser:testpass@127.0.0.1:${server.server.address().port}/INBOX`
})
afterEach(() => new Promise<void>((done) => server.close(done)))

const mail = (id: string) =>
  `Message-ID: <${id}@mail.example>\r\nFrom: ana@peers.example\r\nTo: replies+7-abc@perennial.test\r\nSubject: Yes\r\n\r\nYes\r\n`
const taken = () => h.world.db.selectFrom('received_mails').select('message_id').orderBy('message_id').execute()
const flags = () => server.getMailbox('INBOX').messages.map((message) => message.flags.includes('\\Seen'))

it('takes what nobody has read, marks it as read, and takes nothing twice', async () => {
  for (const id of ['1', '2']) server.appendMessage('INBOX', [], null, mail(id))
  server.appendMessage('INBOX', ['\\Seen'], null, mail('read-by-somebody'))
  await readMailbox(h.world)
  expect(await taken()).toEqual([{ message_id: '<1@mail.example>' }, { message_id: '<2@mail.example>' }])
  expect(flags()).toEqual([true, true, true])
  server.appendMessage('INBOX', [], null, mail('1'))
  await readMailbox(h.world)
  expect(await taken()).toHaveLength(2)
})

it('leaves a mail unread that could not be stored, and takes it the next time', async () => {
  server.appendMessage('INBOX', [], null, mail('1'))
  await sql`alter table received_mails rename to elsewhere`.execute(h.world.db)
  await expect(readMailbox(h.world)).rejects.toThrow('received_mails')
  await sql`alter table elsewhere rename to received_mails`.execute(h.world.db)
  expect(flags()).toEqual([false])
  await readMailbox(h.world)
  expect(await taken()).toHaveLength(1)
})

it('takes a mail whose Message-ID no text can hold, which would else stand before all others', async () => {
  expect(await receiveMail(h.world, Buffer.from(mail('1\0')))).toBe(true)
  expect(await taken()).toEqual([{ message_id: '' }])
})

it('does nothing where no mailbox is named', async () => {
  h.world.settings.imapUrl = undefined
  await readMailbox(h.world)
  expect(await taken()).toEqual([])
})
