import { describe, expect, it } from 'vitest'
import { useHarness, type Who } from '../../../test/harness.ts'
import { playAgency, playStaff } from '../../../test/scene.ts'

const h = useHarness()
const nina = { name: 'Nina Okafor', email: 'Nina@agora.example', role: 'facilitator' }

const pathOf = (page: string, name: string) =>
  new RegExp(`href="(/staff/[0-9a-f-]{36})"><bdi>${name}`).exec(page)?.[1] ?? ''
const listFor = async (who: Who) => (await h.get('/staff', who)).text()

describe('inviting', () => {
  it('adds somebody to the list and mails them how to sign in', async () => {
    const { administrator } = await playAgency(h)
    const answer = await h.submit('/staff', nina, administrator)
    expect(answer.headers.get('location')).toBe('/staff?said=invited')
    const page = await listFor(administrator)
    expect(page).toContain('3 people work for Agora Fiscal Network here')
    expect(page).toContain('nina@agora.example')
    await h.settle()
    const [mail] = h.post
    expect(mail?.to.address).toBe('nina@agora.example')
    expect(mail?.text).toContain('has made you a facilitator at')
    expect(mail?.text).toContain('/sign-in?address=nina%40agora.example')
    expect(mail?.subject).not.toMatch(/[\u2066-\u2069]/)
  })

  it('lets the invited person in by code', async () => {
    const { administrator } = await playAgency(h)
    await h.submit('/staff', nina, administrator)
    await h.submit('/sign-in', { address: nina.email, next: '/' })
    await h.settle()
    expect(h.post.map((mail) => mail.to.address)).toEqual(['nina@agora.example', 'nina@agora.example'])
  })

  it('refuses an address twice, a wrong one and an unknown role, and sends nothing', async () => {
    const { administrator } = await playAgency(h)
    await h.submit('/staff', nina, administrator)
    const twice = await h.submit('/staff', { ...nina, name: 'Other' }, administrator)
    expect([twice.status, (await twice.text()).includes('Nina Okafor works here already')]).toEqual([422, true])
    const wrong = await (await h.submit('/staff', { name: '', email: 'x', role: 'owner' }, administrator)).text()
    for (const sentence of ['Type their name', 'Type an e-mail address', 'Choose what they may do.'])
      expect(wrong).toContain(sentence)
    await h.settle()
    expect(h.post).toHaveLength(1)
  })

  it('sends the invitation again when asked', async () => {
    const { administrator } = await playAgency(h)
    await h.submit('/staff', nina, administrator)
    const path = pathOf(await listFor(administrator), 'Nina')
    expect((await h.submit(`${path}/invitation`, {}, administrator)).headers.get('location')).toBe(
      `${path}?said=invited`,
    )
    await h.settle()
    expect(h.post).toHaveLength(2)
  })

  it('takes the same person into two agencies under one address', async () => {
    const here = await playAgency(h)
    const there = await playAgency(h, 'Other Network')
    await h.submit('/staff', nina, here.administrator)
    expect((await h.submit('/staff', { ...nina, name: 'N. Okafor' }, there.administrator)).status).toBe(303)
    expect(await listFor(there.administrator)).toContain('Nina Okafor')
    expect(
      await h.world.db.selectFrom('auth_users').select('id').where('email', '=', 'nina@agora.example').execute(),
    ).toHaveLength(1)
  })
})

describe('a role', () => {
  it('is changed, and holds from the next click on', async () => {
    const { administrator, agencyId } = await playAgency(h)
    const zoe = await playStaff(h, agencyId, 'facilitator', 'Zoe')
    expect((await h.get('/staff', zoe.who)).status).toBe(404)
    const path = `/staff/${zoe.staffId}`
    expect((await h.submit(`${path}/role`, { role: 'administrator' }, administrator)).headers.get('location')).toBe(
      `${path}?said=roleChanged`,
    )
    expect((await h.get('/staff', zoe.who)).status).toBe(200)
    await h.submit(`${path}/role`, { role: 'funder' }, administrator)
    expect((await h.get('/staff', zoe.who)).status).toBe(404)
    expect((await h.get('/account', zoe.who)).status).toBe(200)
    expect((await h.submit(`${path}/role`, { role: 'owner' }, administrator)).status).toBe(422)
  })

  it('of the last administrator stays', async () => {
    const { administrator } = await playAgency(h)
    const path = pathOf(await listFor(administrator), 'Marta')
    for (const [act, fields] of [
      ['role', { role: 'funder' }],
      ['deactivation', {}],
    ] as const) {
      const answer = await h.submit(`${path}/${act}`, fields, administrator)
      expect([answer.status, (await answer.text()).includes('This is the last administrator.')]).toEqual([422, true])
    }
    expect((await h.get('/staff', administrator)).status).toBe(200)
  })

  it('of two administrators who remove each other at once leaves one', async () => {
    const { administrator, agencyId } = await playAgency(h)
    const zoe = await playStaff(h, agencyId, 'administrator', 'Zoe')
    const path = pathOf(await listFor(administrator), 'Marta')
    const answers = await Promise.all([
      h.submit(`/staff/${zoe.staffId}/role`, { role: 'facilitator' }, administrator),
      h.submit(`${path}/role`, { role: 'facilitator' }, zoe.who),
    ])
    const [one, other] = answers.map((answer) => answer.status).toSorted((a, b) => a - b)
    expect(one).toBe(303)
    // Who comes second is refused, or is no administrator any more.
    expect([404, 422]).toContain(other)
  })
})

describe('taking access away', () => {
  it('ends every session within the same moment, and letting in again does not bring them back', async () => {
    const { administrator, agencyId } = await playAgency(h)
    const zoe = await playStaff(h, agencyId, 'facilitator', 'Zoe')
    expect((await h.get('/account', zoe.who)).status).toBe(200)
    const path = `/staff/${zoe.staffId}`
    expect((await h.submit(`${path}/deactivation`, {}, administrator)).headers.get('location')).toBe(
      `${path}?said=deactivated`,
    )
    expect((await h.get('/account', zoe.who)).status).toBe(303)
    expect(
      (await h.submit('/account', { name: 'Z', locale: 'en', zone: 'UTC' }, zoe.who)).headers.get('location'),
    ).toBe('/sign-in')
    const page = await (await h.get(path, administrator)).text()
    expect(page).toContain('Without access since')
    expect(page).not.toContain('/deactivation')

    await h.submit(`${path}/reactivation`, {}, administrator)
    expect((await h.get('/account', zoe.who)).status).toBe(303)
    const [cookie = ''] = await h.world.signIn.startSession(zoe.userId, new Headers())
    expect((await h.get('/account', { cookie })).status).toBe(200)
  })

  it('is told when somebody is invited who left', async () => {
    const { administrator, agencyId } = await playAgency(h)
    const zoe = await playStaff(h, agencyId, 'facilitator', 'Zoe')
    await h.submit(`/staff/${zoe.staffId}/deactivation`, {}, administrator)
    const answer = await h.submit('/staff', { name: 'Zoe', email: 'zoe@staff.example', role: 'funder' }, administrator)
    expect(await answer.text()).toContain('Zoe worked here with this address.')
  })

  it('is on the trail, with who did it', async () => {
    const { administrator, agencyId } = await playAgency(h)
    const zoe = await playStaff(h, agencyId, 'facilitator', 'Zoe')
    await h.submit(`/staff/${zoe.staffId}/deactivation`, {}, administrator)
    expect(await (await h.get('/audit', administrator)).text()).toMatch(
      /Marta of Agora Fiscal Network[\s\S]*Took somebody’s access away[\s\S]*sessions 1/,
    )
  })
})

describe('another agency’s administrator', () => {
  it('reaches nobody here', async () => {
    const { agencyId, facilitator } = await playAgency(h)
    const other = await playAgency(h, 'Other Network')
    const zoe = await playStaff(h, agencyId, 'facilitator', 'Zoe')
    const path = `/staff/${zoe.staffId}`
    expect(await listFor(other.administrator)).not.toContain('Zoe')
    expect((await h.get(path, other.administrator)).status).toBe(404)
    for (const act of ['role', 'deactivation', 'reactivation', 'invitation']) {
      expect((await h.submit(`${path}/${act}`, { role: 'funder' }, other.administrator)).status).toBe(404)
      expect((await h.submit(`${path}/${act}`, { role: 'funder' }, facilitator)).status).toBe(404)
      expect((await h.submit(`${path}/${act}`, { role: 'funder' })).headers.get('location')).toBe('/sign-in')
    }
    expect((await h.get('/staff/nonsense', other.administrator)).status).toBe(404)
    expect((await h.get('/account', zoe.who)).status).toBe(200)
    await h.settle()
    expect(h.post).toEqual([])
  })
})
