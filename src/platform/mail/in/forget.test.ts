import { expect, it } from 'vitest'
import { useHarness } from '../../../../test/harness.ts'
import { runSweeps } from '../../../schedule.ts'
import { receiveMail } from './receive.ts'

const h = useHarness({ mailReplies: 'replies@perennial.test', logLevel: 'silent' })

const mail = (id: string) =>
  Buffer.from(`Message-ID: <${id}>\r\nFrom: ana@peers.example\r\nSubject: Yes\r\n\r\nI can come.\r\n`)
const kept = () => h.world.db.selectFrom('received_mails').selectAll().execute()

it('keeps neither the words of a mail that was worked nor the signed address it came to', async () => {
  await receiveMail(h.world, mail('1@mail.example'), ['replies+7-abcdefghijklmnopqrst@perennial.test'])
  await h.settle()
  expect(await kept()).toMatchObject([{ content: null, recipients: [], outcome: 'not for us' }])
})

it('forgets mail after ninety days, also what nobody could work', async () => {
  await receiveMail(h.world, mail('1@mail.example'))
  await receiveMail(h.world, mail('2@mail.example'))
  await h.settle()
  await h.world.db
    .updateTable('received_mails')
    .set({ handled_at: null, content: Buffer.from('?'), attempts: 5 })
    .where('message_id', '=', '<2@mail.example>')
    .execute()
  h.clock.advance({ hours: 24 * 89 })
  await runSweeps(h.world)
  expect(await kept()).toHaveLength(2)
  h.clock.advance({ hours: 48 })
  await runSweeps(h.world)
  expect(await kept()).toEqual([])
})
