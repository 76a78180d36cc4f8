import { expect, it } from 'vitest'
import { useHarness } from '../../../test/harness.ts'
import { playAgency } from '../../../test/scene.ts'
import { queueMail } from '../../platform/mail/queue.ts'

const h = useHarness({ smtpUrl: 'smtp://mail.perennial.test' })

const write = (agencyId: string) =>
  h.change((work) =>
    queueMail(work, {
      agencyId,
      kind: 'proposal.ask',
      to: { address: 'kofi@peers.example', name: 'Kofi Mensah' },
      locale: 'en',
      subject: 'Shall we meet?',
      text: 'words',
      html: '<p>words</p>',
    }),
  )

it('is read by nobody once a mail server is set, whatever its state', async () => {
  const scene = await playAgency(h)
  const id = await write(scene.agencyId)
  for (const state of ['queued', 'failed', 'sending', 'sent', 'kept']) {
    await h.world.db.updateTable('mails').set({ state }).execute()
    expect((await h.get(`/outbox/${id}`, scene.administrator)).status).toBe(404)
    const page = await (await h.get('/outbox', scene.administrator)).text()
    expect(page).not.toContain(`href="/outbox/${id}"`)
    expect(page).not.toContain('Mail is waiting')
  }
  expect(await (await h.get('/sign-in')).text()).not.toContain('sign-in-link')
})

it('of a demonstration stays readable, because it never leaves', async () => {
  const scene = await playAgency(h)
  await h.world.db.updateTable('agencies').set({ is_demonstration: true }).execute()
  const id = await write(scene.agencyId)
  await h.settle()
  expect(h.post).toEqual([])
  expect(await (await h.get('/outbox', scene.administrator)).text()).toContain('Nothing of a demonstration is mailed.')
  expect(await (await h.get(`/outbox/${id}`, scene.administrator)).text()).toContain('Shall we meet?')
  expect((await h.get(`/outbox/${id}`, scene.facilitator)).status).toBe(404)
})
