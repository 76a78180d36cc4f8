import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { playAgency, playPeer, type Scene } from '../../../test/scene.ts'

const { ana, leila } = cast
const h = useHarness()
let scene: Scene

beforeEach(async () => {
  scene = await playAgency(h)
  await playPeer(h, scene, ana)
})

async function ask(email: string) {
  const response = await h.submit('/my', { email })
  await h.settle()
  return response
}

describe('asking for one’s own page', () => {
  it('mails a link that is good for 90 days', async () => {
    expect(await wordsOf(h.get('/my'))).toContain('Your page, by mail')
    const response = await ask('Ana.Morales@peers.example')
    expect(response.headers.get('location')).toBe('/my?said=sent')
    const mail = h.post[0]
    expect(mail?.to.address).toBe(ana.email)
    expect(mail?.subject).toBe('Your page at Agora Fiscal Network')
    expect(mail?.text.match(/\/my\//g)).toHaveLength(1)
    const link = linkIn(mail, 'my')
    expect((await h.get(link)).status).toBe(200)
    h.clock.advance({ days: 91 })
    expect((await h.get(link)).status).toBe(404)
  })

  it('answers the same whether the address is known or not', async () => {
    const known = await ask(ana.email)
    const unknown = await ask('nobody@nowhere.example')
    expect([known.status, known.headers.get('location')]).toEqual([unknown.status, unknown.headers.get('location')])
    expect(h.post).toHaveLength(1)
    expect(await wordsOf(h.get('/my?said=sent'))).toContain('If we know this address')
  })

  it('is answered by mail five times an hour and no more, for each address', async () => {
    for (let time = 0; time < 7; time++) await ask(ana.email)
    expect(h.post).toHaveLength(5)
    h.clock.advance({ minutes: 61 })
    await ask(ana.email)
    expect(h.post).toHaveLength(6)
  })

  it('tells somebody of two agencies about each, in their language', async () => {
    const other = await playAgency(h, 'Réseau Budget')
    await playPeer(h, scene, leila)
    await playPeer(h, other, leila)
    await ask(leila.email)
    expect(h.post.map(({ subject }) => subject).toSorted()).toEqual([
      'Votre page chez Agora Fiscal Network',
      'Votre page chez Réseau Budget',
    ])
  })

  it('says what is wrong with an address and keeps it', async () => {
    const response = await ask('ana at peers')
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('Type an address like name@city.example.')
    expect(html).toContain('ana at peers')
    expect(h.post).toHaveLength(0)
  })

  it('does not mail twice for a double click', async () => {
    const form = { _key: crypto.randomUUID(), email: ana.email }
    await Promise.all([h.submit('/my', form), h.submit('/my', form)])
    await h.settle()
    expect(h.post).toHaveLength(1)
  })
})
