import { describe, expect, it } from 'vitest'
import { useHarness } from '../../../test/harness.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { queueMail } from '../../platform/mail/queue.ts'

const h = useHarness()

const write = (scene: Scene, subject = 'Shall we meet?') =>
  h.change((work) =>
    queueMail(work, {
      agencyId: scene.agencyId,
      kind: 'proposal.ask',
      to: { address: 'kofi@peers.example', name: 'Kofi Mensah' },
      locale: 'en',
      subject,
      text: 'Open http://perennial.test/proposal/abc <b>now</b>',
      html: '<p>Open</p>',
    }),
  )

const setState = (state: string) => h.world.db.updateTable('mails').set({ state }).execute()
const outbox = async (scene: Scene, query = '') => (await h.get(`/outbox${query}`, scene.administrator)).text()

describe('the outbox', () => {
  it('lists mail with state, kind, recipient and time, without its words', async () => {
    const scene = await playAgency(h)
    await write(scene)
    const page = await outbox(scene)
    for (const part of ['One mail waits to be sent', 'Kofi Mensah', 'kofi@peers.example', 'Waiting', '(UTC)'])
      expect(page).toContain(part)
    expect(page).not.toContain('Shall we meet?')
    await h.settle()
    expect(await outbox(scene)).toContain('Every mail has left')
  })

  it('is filtered by state and comes in pages', async () => {
    const scene = await playAgency(h)
    for (let count = 0; count < 51; count++) await write(scene)
    expect((await outbox(scene)).match(/<th scope="row">/g)).toHaveLength(50)
    expect((await outbox(scene, '?page=2&state=queued')).match(/<th scope="row">/g)).toHaveLength(1)
    expect(await outbox(scene, '?state=failed')).toContain('No mail yet')
    for (const query of ['?page=x', '?page=-3', '?page=1e9', '?state=%27'])
      expect((await h.get(`/outbox${query}`, scene.administrator)).status).toBe(200)
  })

  it('lets an administrator read what waits while no mail server is set, and follow its links', async () => {
    const scene = await playAgency(h)
    const id = await write(scene)
    expect(await outbox(scene)).toContain('No mail server is set.')
    expect(await (await h.get('/staff', scene.administrator)).text()).toContain('Mail is waiting')
    const page = await (await h.get(`/outbox/${id}`, scene.administrator)).text()
    expect(page).toContain('Shall we meet?')
    expect(page).toContain('<a href="http://perennial.test/proposal/abc">')
    expect(page).toContain('&lt;b&gt;now&lt;/b&gt;')
  })

  it('shows no word of a mail that has left', async () => {
    const scene = await playAgency(h)
    const id = await write(scene)
    await h.settle()
    expect(h.post).toHaveLength(1)
    expect(await outbox(scene)).not.toContain(`/outbox/${id}`)
    expect((await h.get(`/outbox/${id}`, scene.administrator)).status).toBe(404)
  })

  it('tries a failed mail again, once', async () => {
    const scene = await playAgency(h)
    const id = await write(scene)
    await setState('failed')
    expect(await outbox(scene)).toContain('One mail could not be delivered')
    expect((await h.submit(`/outbox/${id}/retry`, {}, scene.administrator)).headers.get('location')).toBe(
      '/outbox?said=triedAgain',
    )
    await h.settle()
    expect(h.post).toHaveLength(1)
    const again = await h.submit(`/outbox/${id}/retry`, {}, scene.administrator)
    expect([again.status, (await again.text()).includes('has not failed')]).toEqual([422, true])
    expect(await (await h.get('/audit', scene.administrator)).text()).toContain('Had a mail tried again')
  })

  it('is an agency’s own, and its administrators’ alone', async () => {
    const scene = await playAgency(h)
    const other = await playAgency(h, 'Other Network')
    const id = await write(scene)
    await setState('failed')
    expect(await outbox(other)).not.toContain('Kofi')
    expect((await h.get(`/outbox/${id}`, other.administrator)).status).toBe(404)
    expect((await h.submit(`/outbox/${id}/retry`, {}, other.administrator)).status).toBe(422)
    for (const path of ['/outbox', `/outbox/${id}`]) {
      expect((await h.get(path, scene.facilitator)).status).toBe(404)
      expect((await h.get(path)).status).toBe(303)
    }
    expect((await h.submit(`/outbox/${id}/retry`, {}, scene.facilitator)).status).toBe(404)
    expect((await h.get('/outbox/nonsense', scene.administrator)).status).toBe(404)
    await h.settle()
    expect(h.post).toEqual([])
  })
})
