import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { useHarness } from '../../../../test/harness.ts'
import { largestMail } from './receive.ts'
import { openSmtpDoor, type SmtpDoor } from './smtp-door.ts'

const h = useHarness({ mailReplies: 'replies@perennial.test', logLevel: 'silent' })
let door: SmtpDoor

beforeEach(async () => {
  door = await openSmtpDoor(h.world, { port: 0, host: '127.0.0.1' })
})
afterEach(() => door.close())

async function send(mail: { to: string; text?: string; messageId?: string }): Promise<number> {
  const smtp = createTransport({ host: '127.0.0.1', port: door.port, ignoreTLS: true })
  try {
    await smtp.sendMail({ from: 'ana@peers.example', subject: 'Yes', text: 'Yes', ...mail })
    return 250
  } catch (error) {
    return (error as { responseCode?: number }).responseCode ?? 0
  } finally {
    smtp.close()
  }
}

const taken = () => h.world.db.selectFrom('received_mails').select(['recipients', 'handled_at']).execute()

it('takes mail for the address of replies, whatever stands after its plus, and nothing for others', async () => {
  expect(await send({ to: 'Replies+7-abc@perennial.test' })).toBe(250)
  expect(await taken()).toMatchObject([{ recipients: ['Replies+7-abc@perennial.test'], handled_at: null }])
  for (const to of ['somebody@perennial.test', 'replies@elsewhere.test', 'replies.too@perennial.test'])
    expect(await send({ to }), to).toBe(550)
  expect(await taken()).toHaveLength(1)
})

it('has it on the disk when the sender hears 250, once however often it is sent', async () => {
  for (const again of [1, 2, 3])
    expect(await send({ to: 'replies@perennial.test', messageId: '<1@x>' }), `${again}`).toBe(250)
  expect(await taken()).toHaveLength(1)
})

it('refuses what is too large, and goes on taking the rest', async () => {
  expect(await send({ to: 'replies@perennial.test', text: 'x'.repeat(largestMail + 1) })).toBe(552)
  expect(await send({ to: 'replies@perennial.test' })).toBe(250)
})

it('asks the sender to come again while nothing can be stored', async () => {
  await sql`alter table received_mails rename to elsewhere`.execute(h.world.db)
  expect(await send({ to: 'replies@perennial.test' })).toBe(451)
  await sql`alter table elsewhere rename to received_mails`.execute(h.world.db)
  expect(await send({ to: 'replies@perennial.test' })).toBe(250)
})
