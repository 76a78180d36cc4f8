import { beforeEach, describe, expect, it } from 'vitest'
import { brotliDecompressSync } from 'node:zlib'
import { cast } from '../../../test/cast.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { mailsTo, mailTo, playPair, type PlayedPair, playProposal } from '../../../test/pair.ts'
import { playAgency, playPeer, type Scene } from '../../../test/scene.ts'
import { makeLink } from '../../platform/links/links.ts'
import { acceptAgreement } from '../connections/agreeing.ts'
import { closeConnection, leaveConnections } from '../connections/closing.ts'
import { planSession } from '../sessions/actions.ts'
import { askDidYouMeet } from '../sessions/sweeps.ts'

const { ana, kofi, grace, rahim } = cast
const h = useHarness()
let scene: Scene
let pair: PlayedPair
let anas: string
let kofis: string

beforeEach(async () => {
  scene = await playAgency(h)
  pair = await playPair(h, scene)
  anas = linkIn(mailTo(h, ana), 'my')
  kofis = linkIn(mailTo(h, kofi), 'my')
})

async function post(path: string, fields: Record<string, string> = {}) {
  const response = await h.submit(path, fields)
  await h.settle()
  return response
}
const open = (home: string, way: string, subject: string) => post(`${home}/open`, { way, subject })
const followed = async (response: Response) => wordsOf(h.get(new URL(response.headers.get('location') ?? '').pathname))
const call = { 'day.d': '24', 'day.m': '11', 'day.y': '2026', kind: 'live', minutes: '30' }

async function agreeAll() {
  await h.change(async (work) => {
    for (const personId of pair.personIds) await acceptAgreement(work, pair.connectionId, personId, 1)
  })
  await h.settle()
}

describe('the page of a peer', () => {
  it('greets by the reader’s own clock and says what waits', async () => {
    const page = await wordsOf(h.get(anas))
    expect(page).toContain('Good morning, Ana Morales')
    expect(page).toContain('One thing waits for your answer. Waiting for you Your agreement with Kofi Mensah Answer')
    expect(page).toContain(
      'My pair KM Kofi Mensah Budget officer, Kumasi Metropolitan Assembly, Kumasi, Ghana Last in touch: not yet.',
    )
    h.clock.advance({ hours: 6 })
    expect(await wordsOf(h.get(kofis))).toContain('Good afternoon, Kofi Mensah')
  })

  it('shows the next meeting in the reader’s zone and the other’s', async () => {
    await h.change((work) => planSession(work, pair.connectionId, Temporal.Instant.from('2026-11-26T14:00:00Z'), 45))
    const page = await wordsOf(h.get(anas))
    expect(page).toContain('Thursday 26 November 2026, 09:00 (Bogota time) Meeting Kofi Mensah 45 minutes, by video.')
    expect(page).toContain('For Kofi Mensah it is 14:00 (Accra time).')
  })

  it('is written in the language of its owner', async () => {
    await playProposal(h, scene, [cast.leila, cast.amadou])
    const page = await wordsOf(h.get(linkIn(mailTo(h, cast.leila), 'my')))
    expect(page).toContain('Bonjour, Leïla Ben Salah')
    expect(page).toContain('Une proposition : vous et Amadou Diop')
  })

  it('arrives whole in the first 14,600 bytes, styles included', async () => {
    await h.change((work) => planSession(work, pair.connectionId, Temporal.Instant.from('2026-11-26T14:00:00Z'), 45))
    await playProposal(h, scene, [grace, rahim])
    const packed = async (path: string) => {
      const response = await h.app.request(`http://perennial.test${path}`, {
        headers: { 'accept-encoding': 'br, gzip' },
      })
      return Buffer.from(await response.arrayBuffer())
    }
    const html = await packed(anas)
    const style = /href="(\/assets\/calm-[^"]+)"/.exec(brotliDecompressSync(html).toString())?.[1] ?? ''
    expect(html.length + (await packed(style)).length).toBeLessThan(14_600)
    expect(brotliDecompressSync(html).toString()).not.toContain('<script')
  })

  it('is not opened by a link for anything else, nor by one that was revoked', async () => {
    const token = linkIn(mailTo(h, ana, 'It is on'), 'agreement')
      .split('/')
      .at(-1)
    expect((await h.get(`/my/${token}`)).status).toBe(404)
    await h.world.db.updateTable('links').set({ revoked_at: h.clock.now() }).where('purpose', '=', 'home').execute()
    expect((await h.get(anas)).status).toBe(404)
    expect((await post(`${anas}/calendar`)).status).toBe(404)
  })
})

describe('what waits', () => {
  it('leads to a fresh page of the right kind: proposal, agreement, times, did you meet, profile', async () => {
    expect(await followed(await open(anas, 'agreement', pair.connectionId))).toContain(
      'Your agreement with Kofi Mensah waits for you',
    )
    const proposal = await playProposal(h, scene, [grace, rahim])
    const graces = linkIn(mailTo(h, grace), 'my')
    expect(await followed(await open(graces, 'proposal', proposal.connectionId))).toContain(
      'You and Rahim Chowdhury: why you two',
    )
    await agreeAll()
    const poll = await h.world.db.selectFrom('time_polls').select('id').executeTakeFirstOrThrow()
    expect(await wordsOf(h.get(anas))).toContain('When to meet Kofi Mensah')
    expect(await followed(await open(anas, 'times', poll.id))).toContain('Kofi Mensah')
    expect(await followed(await open(anas, 'profile', pair.participationIds[0] ?? ''))).toContain(
      'City budgets that people can read',
    )
    const sessionId = await h.change((work) =>
      planSession(work, pair.connectionId, Temporal.Instant.from('2026-11-26T14:00:00Z'), 45),
    )
    h.clock.advance({ days: 4 })
    await askDidYouMeet(h.world)
    expect(await wordsOf(h.get(anas))).toContain('Did you meet Kofi Mensah on 26 November 2026?')
    expect(await followed(await open(anas, 'checkin', sessionId))).toContain('Did you and Kofi Mensah meet?')
  })

  it('is never somebody else’s, nor what does not wait', async () => {
    const other = await playPair(h, scene, [grace, rahim])
    const poll = crypto.randomUUID()
    const refused = [
      open(anas, 'agreement', other.connectionId),
      open(anas, 'proposal', pair.connectionId),
      open(anas, 'profile', other.participationIds[0] ?? ''),
      open(anas, 'profile', pair.participationIds[1] ?? ''),
      open(anas, 'times', poll),
      open(anas, 'checkin', poll),
      open(anas, 'feed', pair.personIds[1] ?? ''),
      open(anas, 'agreement', 'not-an-id'),
    ]
    for (const response of await Promise.all(refused)) expect(response.status).toBe(404)
  })
})

describe('my pair', () => {
  const logAt = (home: string, connectionId = pair.connectionId) => `${home}/connections/${connectionId}/contacts`

  it('lets a peer log a contact, which both see in the rhythm', async () => {
    expect((await post(logAt(anas), call)).headers.get('location')).toBe(`${anas}?said=saidLogged`)
    expect(await wordsOf(h.get(`${anas}?said=saidLogged`))).toContain('Thank you, that is noted.')
    expect(await wordsOf(h.get(anas))).toContain('What I logged: 24 November 2026, 30 minutes Correct')
    const partner = await (await h.get(kofis)).text()
    expect(partner).toContain('In touch in 1 of 12 weeks')
    expect(partner).not.toContain('What I logged')
  })

  it('refuses a day to come, at the field, with what was typed', async () => {
    const response = await post(logAt(anas), { ...call, 'day.d': '25', note: 'Typed already' })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('This day is still to come.')
    expect(html).toContain('Typed already')
  })

  it('lets whoever logged it correct it and take it back, and nobody else', async () => {
    await post(logAt(anas), call)
    const path = /href="([^"]+\/contacts\/[\w-]{36})"/.exec(await (await h.get(anas)).text())?.[1] ?? ''
    const partners = path.replace(anas, kofis)
    expect((await h.get(partners)).status).toBe(404)
    expect((await post(partners, { ...call, minutes: '1' })).status).toBe(404)
    expect((await post(`${partners}/removal`)).status).toBe(404)
    await post(path, { ...call, minutes: '50' })
    expect(await wordsOf(h.get(anas))).toContain('24 November 2026, 50 minutes')
    await post(`${path}/removal`)
    expect(await wordsOf(h.get(anas))).toContain('Last in touch: not yet.')
  })

  it('asks both for another time, once', async () => {
    const times = `${anas}/connections/${pair.connectionId}/times`
    expect((await post(times)).headers.get('location')).toBe(`${anas}?said=saidTimes`)
    expect(h.post.filter((mail) => mail.subject.startsWith('When would you like to meet'))).toHaveLength(2)
    expect((await post(times)).status).toBe(422)
  })

  it('of others is not here', async () => {
    const other = await playPair(h, scene, [grace, rahim])
    expect((await post(logAt(anas, other.connectionId), call)).status).toBe(404)
    expect((await post(`${anas}/connections/${other.connectionId}/times`)).status).toBe(404)
    const html = await (await h.get(anas)).text()
    expect(html).not.toMatch(/Grace|Rahim/)
  })

  it('that ended shows nothing but its end', async () => {
    await post(logAt(kofis), { ...call, note: 'canary-note' })
    await h.change((work) => closeConnection(work, pair.connectionId, { reason: 'lost_touch', words: 'canary-words' }))
    const html = await (await h.get(anas)).text()
    expect(await wordsOf(h.get(anas))).toContain('Your connection with Kofi Mensah ended on 24 November 2026.')
    expect(html).not.toMatch(/Kumasi Metropolitan|Reading budgets aloud|canary|lost_touch/)
    expect((await post(logAt(anas), call)).status).toBe(422)
    expect((await open(anas, 'agreement', pair.connectionId)).status).toBe(404)
  })

  it('shows a group no more to somebody who left it', async () => {
    const group = await playPair(h, scene, [cast.yasmin, cast.paola, rahim])
    const yasmins = linkIn(mailTo(h, cast.yasmin), 'my')
    await h.change((work) =>
      leaveConnections(work, { personId: group.personIds[0] ?? '', initiativeId: scene.initiativeId }),
    )
    expect(await (await h.get(yasmins)).text()).not.toMatch(/Paola|Rahim/)
    expect((await post(logAt(yasmins, group.connectionId), call)).status).toBe(404)
  })
})

describe('the calendar address', () => {
  it('is shown once, works, and ends when a new one is made', async () => {
    const address = async () => {
      const html = await (await post(`${anas}/calendar`)).text()
      return new URL(/http:\/\/perennial\.test\/calendar\/[\w-]{43}\.ics/.exec(html)?.[0] ?? '').pathname
    }
    const first = await address()
    expect((await h.get(first)).headers.get('content-type')).toContain('text/calendar')
    expect(await (await h.get(anas)).text()).not.toContain('/calendar/')
    const second = await address()
    expect((await h.get(first)).status).toBe(404)
    expect((await h.get(second)).status).toBe(200)
  })
})

describe('a link that was made by somebody else’s agency', () => {
  it('opens nothing of this one', async () => {
    const elsewhere = await playAgency(h, 'Elsewhere')
    const stranger = await playPeer(h, elsewhere, grace)
    const address = await h.change((work) =>
      makeLink(work, { agencyId: scene.agencyId, purpose: 'home', personId: stranger.personId, days: 1 }),
    )
    expect((await h.get(new URL(address).pathname)).status).toBe(404)
    expect(mailsTo(h, grace)).toBe(0)
  })
})
