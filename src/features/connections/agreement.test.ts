import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { mailsTo, mailTo, playPair, type PlayedPair } from '../../../test/pair.ts'
import { playAgency } from '../../../test/scene.ts'
import { closeConnection } from './closing.ts'
import { pauseConnection } from './pausing.ts'
import { agreementReached } from './announcements.ts'

const { ana, kofi, grace } = cast
const h = useHarness()
let pair: PlayedPair
const reached: string[] = []
agreementReached.hear(async (_, { connectionId }) => void reached.push(connectionId))

beforeEach(async () => {
  pair = await playPair(h, await playAgency(h))
  reached.length = 0
})

const pathOf = (member: typeof ana) => linkIn(mailTo(h, member, 'It is on'), 'agreement')
const terms = {
  version: '1',
  gives: 'Maps',
  wants: 'Courage',
  rhythm: '14',
  medium: 'telephone',
  'review.d': '1',
  'review.m': '6',
  'review.y': '2027',
}

async function post(path: string, fields: Record<string, string>) {
  const response = await h.submit(path, fields)
  await h.settle()
  return response
}
const accept = (member: typeof ana, version = '1') => post(`${pathOf(member)}/acceptance`, { version })

describe('the agreement', () => {
  it('is made from the profiles, monthly, reviewed after half a year', async () => {
    const page = await wordsOf(h.get(pathOf(ana)))
    expect(page).toContain('Your agreement with Kofi Mensah waits for you')
    expect(page).toContain('Kofi Mensah gives Reading budgets aloud is looking for Budget maps')
    expect(page).toContain('How often Every month How By video We look at it again on 24 May 2027')
  })

  it('is reached when all have accepted it, once', async () => {
    await accept(ana)
    expect(reached).toEqual([])
    expect(await wordsOf(h.get(pathOf(ana)))).toContain('You have accepted; Kofi Mensah has yet to answer')
    await Promise.all([accept(kofi), accept(ana)])
    await accept(kofi)
    expect(reached).toEqual([pair.connectionId])
    expect(await wordsOf(h.get(pathOf(kofi)))).toContain('You and Ana Morales agree')
  })

  it('changed by one is accepted by that one and asked of the other, with one mail', async () => {
    await accept(kofi)
    expect((await post(pathOf(ana), terms)).status).toBe(303)
    expect(mailsTo(h, kofi, 'changed your agreement')).toBe(1)
    expect(mailsTo(h, ana, 'changed')).toBe(0)
    const page = await wordsOf(h.get(pathOf(kofi)))
    expect(page).toContain('Ana Morales gives Maps is looking for Courage')
    expect(page).toContain('How often Every two weeks How By telephone We look at it again on 1 June 2027')
    expect(page).toContain('Kofi Mensah has not accepted this yet')
    await post(pathOf(ana), { ...terms, version: '2', gives: 'Maps and radio' })
    expect(mailsTo(h, kofi, 'changed your agreement')).toBe(1)
    await accept(kofi, '3')
    expect(reached).toEqual([pair.connectionId])
    await post(pathOf(ana), { ...terms, version: '3', gives: 'Maps, radio, posters' })
    expect(mailsTo(h, kofi, 'changed your agreement')).toBe(2)
  })

  it('does not change what the other gives', async () => {
    await post(pathOf(ana), { ...terms, person: pair.personIds[1] ?? '' })
    expect(await wordsOf(h.get(pathOf(kofi)))).toContain('Kofi Mensah gives Reading budgets aloud')
  })

  it('that changed in between is neither accepted nor overwritten unseen', async () => {
    await post(pathOf(ana), terms)
    const unseen = await accept(kofi, '1')
    expect(unseen.status).toBe(422)
    expect(await wordsOf(unseen)).toContain('The agreement was changed while you were reading')
    const over = await post(pathOf(kofi), { ...terms, gives: 'Typed by Kofi' })
    expect(over.status).toBe(422)
    const page = await over.text()
    expect(page).toContain('Typed by Kofi')
    expect(page).toContain('name="version" value="2"')
    expect(reached).toEqual([])
  })

  it('written again word for word changes nothing but is accepted', async () => {
    await post(pathOf(ana), terms)
    await post(pathOf(ana), { ...terms, version: '2' })
    await accept(kofi, '2')
    expect(reached).toHaveLength(1)
  })

  it('says at the field what is wrong and keeps what was typed', async () => {
    const wrong = await post(pathOf(ana), { ...terms, 'review.m': '13', medium: 'pigeon', rhythm: '0' })
    expect(wrong.status).toBe(422)
    const page = await wrong.text()
    expect(page).toContain('Give a day, a month and a year, like 24 5 2027.')
    expect(page).toContain('Choose how you want to be in touch.')
    expect(page).toContain('Choose how often you want to be in touch.')
    expect(page).toContain('Courage')
    const past = await post(pathOf(ana), { ...terms, 'review.y': '2025' })
    expect(await wordsOf(past)).toContain('Choose a review date after today.')
  })

  it('rests with the connection', async () => {
    await h.change((work) => pauseConnection(work, pair.connectionId, Temporal.PlainDate.from('2027-01-10')))
    expect(await wordsOf(h.get(pathOf(ana)))).toContain('This connection rests until 10 January 2027')
    expect((await accept(ana)).status).toBe(303)
  })

  it('of a closed connection is not here any more', async () => {
    const path = pathOf(ana)
    await h.change((work) => closeConnection(work, pair.connectionId, { reason: 'reached' }))
    expect((await h.get(path)).status).toBe(404)
    expect((await post(`${path}/acceptance`, { version: '1' })).status).toBe(404)
  })

  it('is not opened by the link of another connection', async () => {
    const other = await playPair(h, await playAgency(h, 'Elsewhere'), [grace, cast.rahim])
    const path = linkIn(mailTo(h, grace, 'It is on'), 'agreement')
    await post(`${path}/acceptance`, { version: '1', connection: pair.connectionId })
    const rows = await h.world.db
      .selectFrom('connection_members')
      .select('connection_id')
      .where('agreed_version', 'is not', null)
      .execute()
    expect(rows).toEqual([{ connection_id: other.connectionId }])
  })
})

describe('three peers', () => {
  it('agree when all three have accepted', async () => {
    const group = await playPair(h, await playAgency(h, 'Trio'), [cast.yasmin, cast.rahim, cast.paola])
    expect(mailTo(h, cast.yasmin, 'why you')?.subject).toBe('You with Paola Andrade and Rahim Chowdhury: why you')
    await accept(cast.yasmin)
    await accept(cast.rahim)
    expect(reached).toEqual([])
    await accept(cast.paola)
    expect(reached).toEqual([group.connectionId])
  })
})
