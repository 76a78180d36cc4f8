import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { mailsTo, mailTo, playProposal, type PlayedPair } from '../../../test/pair.ts'
import { playAgency, playPeer, type Scene } from '../../../test/scene.ts'
import { closeConnection } from './closing.ts'
import { proposeConnection } from './proposing.ts'
import { connectionStarted, connectionStopped } from './announcements.ts'

const { ana, kofi, grace, leila, aoife } = cast
const h = useHarness()
let scene: Scene
let pair: PlayedPair
const started: string[] = []
const stopped: string[] = []
connectionStarted.hear(async (_, { connectionId }) => void started.push(connectionId))
connectionStopped.hear(async (_, { why }) => void stopped.push(why))

beforeEach(async () => {
  scene = await playAgency(h)
  pair = await playProposal(h, scene)
  started.length = stopped.length = 0
})

const linkOf = (member: typeof ana) => linkIn(mailTo(h, member), 'proposal')

async function answer(member: typeof ana, fields: Record<string, string>, path = linkOf(member)) {
  const response = await h.submit(path, fields)
  await h.settle()
  return response
}

describe('the proposal mail', () => {
  it('says who, why, what each can give and both times, and has one button', () => {
    const mail = mailTo(h, ana)
    expect(mail?.subject).toBe('You and Kofi Mensah: why you two')
    expect(mail?.text).toContain('Budget officer, Kumasi Metropolitan Assembly, Kumasi, Ghana')
    expect(mail?.text).toContain('Kofi reads budgets aloud in wards')
    expect(mail?.text).toContain('What Kofi Mensah can give: Reading budgets aloud')
    expect(mail?.text).toContain('What you can give: Budget maps')
    expect(mail?.text).toContain('Languages in common: English')
    expect(mail?.text).toContain('When it is 14:00 for you (Bogota time), it is 19:00 for Kofi Mensah (Accra time).')
    expect(mail?.text.match(/\/proposal\//g)).toHaveLength(1)
  })

  it('is written in the language of whoever reads it', async () => {
    await playProposal(h, await playAgency(h, 'Another agency'), [leila, aoife])
    expect(mailTo(h, leila)?.subject).toBe('Vous et Aoife Byrne : pourquoi vous deux')
    expect(mailTo(h, leila)?.text).toContain('Langues communes: français')
    expect(mailTo(h, aoife)?.subject).toBe('You and Leïla Ben Salah: why you two')
  })

  it('is not sent for persons of another agency, nor for one alone', async () => {
    const elsewhere = await playAgency(h, 'Elsewhere')
    const stranger = await playPeer(h, elsewhere, grace)
    const propose = (personIds: string[]) =>
      h.change((work) =>
        proposeConnection(work, {
          agencyId: scene.agencyId,
          initiativeId: scene.initiativeId,
          roundId: null,
          personIds,
          fit: 1,
          members: [],
        }),
      )
    await expect(propose([pair.personIds[0] ?? '', stranger.personId])).rejects.toThrow()
    await expect(propose([pair.personIds[0] ?? ''])).rejects.toThrow('2 to 8 members')
  })
})

describe('the proposal page', () => {
  it('shows the other person and changes nothing by being opened', async () => {
    const page = await h.get(linkOf(ana))
    expect(page.status).toBe(200)
    const html = await page.text()
    expect(html).toContain('Kumasi Metropolitan Assembly')
    expect(html).toContain('Only the facilitators of Agora Fiscal Network read this')
    expect(started).toEqual([])
    expect(mailsTo(h, kofi)).toBe(1)
  })

  it('starts the connection when both say yes, with one mail each', async () => {
    expect((await answer(ana, { answer: 'yes' })).status).toBe(303)
    expect(mailsTo(h, kofi, 'It is on')).toBe(0)
    await answer(kofi, { answer: 'yes' })
    expect(mailTo(h, ana, 'It is on')?.subject).toBe('It is on: you and Kofi Mensah')
    expect(mailsTo(h, ana, 'It is on') + mailsTo(h, kofi, 'It is on')).toBe(2)
    expect(started).toEqual([pair.connectionId])
    expect(await wordsOf(h.get(linkIn(mailTo(h, kofi, 'It is on'), 'agreement')))).toContain('waits for you')
  })

  it('starts once when both say yes at the same moment', async () => {
    const [first, second] = await Promise.all([
      h.submit(linkOf(ana), { answer: 'yes' }),
      h.submit(linkOf(kofi), { answer: 'yes' }),
    ])
    await h.settle()
    expect([first.status, second.status]).toEqual([303, 303])
    expect(started).toEqual([pair.connectionId])
    expect([mailsTo(h, ana, 'It is on'), mailsTo(h, kofi, 'It is on')]).toEqual([1, 1])
  })

  it('takes the second click of the same form and of the same answer without a second effect', async () => {
    const form = { _key: crypto.randomUUID(), answer: 'yes' }
    const path = linkOf(ana)
    await answer(kofi, { answer: 'yes' })
    await Promise.all([h.submit(path, form), h.submit(path, form)])
    await answer(ana, { answer: 'yes' }, path)
    expect(started).toHaveLength(1)
    expect(mailsTo(h, kofi, 'It is on')).toBe(1)
  })

  it('lets an answer be changed until it is settled, and not after', async () => {
    const path = linkOf(ana)
    await answer(ana, { answer: 'later' }, path)
    expect(await wordsOf(h.get(path))).toContain('You said later on 24 November 2026')
    await answer(ana, { answer: 'yes' }, path)
    await answer(kofi, { answer: 'yes' })
    const late = await answer(ana, { answer: 'no' }, path)
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('This was settled already')
    expect(await wordsOf(h.get(path))).toContain('It is on')
  })

  it('ends at one no, and tells the other kindly but never why', async () => {
    const path = linkOf(kofi)
    await answer(ana, { answer: 'no', reason: 'canary-reason: he talks too much' })
    expect(stopped).toEqual(['declined'])
    const mail = mailTo(h, kofi, 'not this time')
    expect(mail?.text).toContain('it is no judgement of you')
    const page = await wordsOf(h.get(path))
    expect(page).toContain('This proposal has ended')
    expect(page).not.toContain('Reading budgets aloud')
    expect(page + h.post.map(({ text, html }) => text + html).join()).not.toContain('canary-reason')
    const trail = await h.world.db.selectFrom('audit_events').select('details').execute()
    expect(JSON.stringify(trail)).not.toContain('canary-reason')
    expect(mailsTo(h, ana, 'not this time')).toBe(0)
    expect((await answer(kofi, { answer: 'yes' }, path)).status).toBe(422)
  })

  it('asks for an answer and keeps the reason that was typed', async () => {
    const response = await answer(ana, { reason: 'I have to ask my boss' })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('Choose yes, later or no.')
    expect(html).toContain('I have to ask my boss')
  })

  it('hands out an agreement link of the same person once it is on', async () => {
    const path = linkOf(ana)
    expect((await h.submit(`${path}/agreement`, {})).status).toBe(404)
    await answer(ana, { answer: 'yes' })
    await answer(kofi, { answer: 'yes' })
    const address = (await h.submit(`${path}/agreement`, {})).headers.get('location') ?? ''
    const page = await wordsOf(h.get(new URL(address).pathname))
    expect(page).toContain('Ana Morales has not accepted this yet')
    expect(page).toContain('Your agreement with Kofi Mensah waits for you')
  })
})

describe('a link to a proposal', () => {
  it('is good for its own page only', async () => {
    const token = linkOf(ana).split('/').at(-1)
    for (const page of ['agreement', 'my', 'profile']) expect((await h.get(`/${page}/${token}`)).status).toBe(404)
  })

  it('ends after 90 days, and when the proposal is taken back', async () => {
    const path = linkOf(ana)
    h.clock.advance({ days: 91 })
    expect((await h.get(path)).status).toBe(404)
    expect((await answer(ana, { answer: 'yes' }, path)).status).toBe(404)
    h.clock.moveTo(Temporal.Instant.from('2026-11-25T09:00:00Z'))
    await h.change((work) => closeConnection(work, pair.connectionId, { reason: 'other' }))
    await h.settle()
    expect((await h.get(path)).status).toBe(404)
    expect([mailsTo(h, ana, 'not this time'), mailsTo(h, kofi, 'not this time')]).toEqual([1, 1])
  })
})
