import { describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { castNames, useSeating } from '../../../test/event.ts'
import { useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { playPeer } from '../../../test/scene.ts'

const h = useHarness()
const at = useSeating(h)
const { look, post, doAndLook, refused, ids, seats } = at

const without = (...missing: typeof castNames) => ids(...castNames.filter((name) => !missing.includes(name)))

/** Notes who is here, and returns the address of what is proposed. */
async function propose(fields: Record<string, string | string[]>): Promise<string> {
  const answer = await post('/attendance', fields)
  expect(answer.status).toBe(303)
  return (answer.headers.get('location') ?? '').replace(at.path, '')
}

describe('who is missing', () => {
  it('is shown with what changes for whom before anything holds, and holds with one tap', async () => {
    const before = await seats()
    const proposal = await propose({ here: without('kofi') })
    expect(await seats()).toEqual(before)
    const page = await look(proposal)
    expect(page).toContain('Nothing has changed yet.')
    expect(page).toMatch(/Kofi Mensah Not here Round 1: leaves table \d Round 2: leaves table \d/)
    expect(await doAndLook(`${proposal}/adoption`)).toContain('Applied. Tell those who changed')
    const [kofi = ''] = ids('kofi')
    expect((await seats()).flat(2)).not.toContain(kofi)
    expect(await look('/attendance')).toContain('11 of 12 are here')
  })

  it('leaves everybody else where they are, where the tables allow it', async () => {
    const before = await seats()
    await post(`${await propose({ here: without('kofi') })}/adoption`)
    const [kofi = ''] = ids('kofi')
    const stayed = (await seats()).map((tables, round) =>
      tables.filter((people, table) => people.every((id) => before[round]?.[table]?.includes(id))),
    )
    expect(stayed.flat()).toHaveLength(12)
    expect((await seats()).flat(2)).toHaveLength(33)
    expect((await seats()).flat(2)).not.toContain(kofi)
    expect(await look()).toContain('With those who are here, tables of 3 to 3 are not possible.')
  })

  it('never changes a round that was held, and is told only where it matters', async () => {
    await post('/clock', { act: 'start' })
    h.clock.advance({ minutes: 13 })
    const before = await seats()
    const page = await look('/attendance')
    expect(page).toContain('The first 2 rounds have begun and stay as they are.')
    const proposal = await propose({ here: without('ana', 'luc') })
    await post(`${proposal}/adoption`)
    const after = await seats()
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2))
    expect(after[2]?.flat()).toHaveLength(10)
    expect(await look(proposal)).toContain('This holds already.')
  })

  it('comes back late, to the tables there are', async () => {
    await post(`${await propose({ here: without('kofi') })}/adoption`)
    await post('/clock', { act: 'next' })
    const proposal = await propose({ here: ids(...castNames) })
    expect(await look(proposal)).toMatch(/Kofi Mensah Joins Round 2: table \d Round 3: table \d/)
    await post(`${proposal}/adoption`)
    const rounds = await seats()
    expect(rounds.map((tables) => tables.flat().length)).toEqual([11, 12, 12])
  })

  it('can be taken back, until a round has begun by it', async () => {
    const before = await seats()
    await post(`${await propose({ here: without('kofi') })}/adoption`)
    expect(await doAndLook('/reversal')).toContain('The last change is taken back.')
    expect(await seats()).toEqual(before)
    await post(`${await propose({ here: without('kofi') })}/adoption`)
    await post('/clock', { act: 'start' })
    expect(await refused('/reversal')).toContain('A round has begun by this plan, so it cannot be taken back.')
  })
})

describe('what was worked out', () => {
  it('is refused when a round began since, or another plan came to hold', async () => {
    const proposal = await propose({ here: without('kofi') })
    await post('/clock', { act: 'start' })
    expect(await refused(`${proposal}/adoption`)).toContain('Look again who is here.')
    const [one, two] = [await propose({ here: without('luc') }), await propose({ here: without('ana') })]
    await post(`${one}/adoption`)
    expect(await refused(`${two}/adoption`)).toContain('The plan changed, or a round began')
  })

  it('is nothing when everybody is where they were, or no round is to come', async () => {
    expect(await doAndLook('/attendance', { here: ids(...castNames) })).toContain('Nobody’s seat changes.')
    expect(await refused('/attendance', { here: ids('ana') })).toContain('At least two people must take part.')
    await post('/clock', { act: 'start' })
    h.clock.advance({ hours: 1 })
    expect(await look('/attendance')).toContain('The last round has begun. Nothing is left to change.')
    expect(await refused('/attendance', { here: without('ana') })).toContain('Nothing is left to seat.')
  })
})

describe('somebody who came without being planned', () => {
  it('is seated from the next round on', async () => {
    const zoe = { ...cast.ana, name: 'Zoé Martin', email: 'zoe@peers.example', organisation: 'Ville de Lyon' }
    const { personId } = await playPeer(h, at.event.scene, zoe)
    await post('/clock', { act: 'start' })
    expect(await look('/attendance')).toMatch(/On the roster, but not in the plan Zoé Martin/)
    const proposal = await propose({ here: ids(...castNames), late: personId })
    expect(await look(proposal)).toMatch(/Zoé Martin Joins Round 2: table \d Round 3: table \d/)
    await post(`${proposal}/adoption`)
    expect((await seats()).map((tables) => tables.flat().includes(personId))).toEqual([false, true, true])
  })

  it('is nobody of another agency', async () => {
    const sent = await post('/attendance', { here: ids(...castNames), late: '00000000-0000-4000-8000-000000000000' })
    expect(sent.headers.get('location')).toContain('said=saidNothing')
  })

  it('prints only the cards that changed', async () => {
    const proposal = await propose({ here: without('kofi') })
    await post(`${proposal}/adoption`)
    const html = await (await h.get(at.path, at.event.scene.facilitator)).text()
    const since = /names\.pdf\?since=([0-9a-f-]{36})/.exec(html)?.[1] ?? ''
    expect(since).not.toBe('')
    const pages = async (file: string) => {
      const answer = await h.get(`${at.path}/${file}`, at.event.scene.facilitator)
      return Buffer.from(await answer.arrayBuffer())
        .toString('latin1')
        .match(/\/Type\s*\/Page\b/g)?.length
    }
    expect(await pages('tables.pdf')).toBe(12)
    expect(await pages(`tables.pdf?since=${since}`)).toBe(3)
    const elsewhere = await h.get(
      `${at.path}/names.pdf?since=00000000-0000-4000-8000-000000000000`,
      at.event.scene.facilitator,
    )
    expect(elsewhere.status).toBe(404)
    expect(await wordsOf(elsewhere)).not.toContain('PDF')
  })
})
