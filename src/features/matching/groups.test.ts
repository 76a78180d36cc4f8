import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { mailTo } from '../../../test/pair.ts'
import { playAnswers } from '../../../test/round.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'

const h = useHarness()
const members = ['ana', 'kofi', 'grace', 'aoife', 'yasmin', 'rahim', 'nadia', 'paola', 'luc'] as const
let scene: Scene
let path: string
let people: Map<string, string>

beforeEach(async () => {
  scene = await playAgency(h)
  people = new Map()
  for (const name of members) {
    const said = { offers: [name === 'kofi' ? 'audit' : 'maps'], wants: ['audit'], languages: english }
    people.set(name, (await playAnswers(h, scene, cast[name], said)).personId)
  }
  const fields = { title: 'Circles', purpose: 'On procurement', kind: 'groups', groupLeast: '4', groupMost: '5' }
  const answer = await h.submit(`/initiatives/${scene.initiativeId}/matching`, fields, scene.facilitator)
  path = (answer.headers.get('location') ?? '').replace(/\?.*/, '')
})

const english = [{ language: 'en', level: 'fluent' as const }]
const look = () => wordsOf(h.get(path, scene.facilitator))
const idsOf = (...names: (typeof members)[number][]) => names.map((name) => people.get(name)).join(',')
const post = (way: string, fields: Record<string, string>) => h.submit(path + way, fields, scene.facilitator)

async function groups(): Promise<string[][]> {
  const rows = await h.world.db.selectFrom('matching_proposals').select('person_ids').execute()
  return rows.map(({ person_ids }) => person_ids)
}

async function publish(): Promise<void> {
  const page = await (await h.get(`${path}/publication`, scene.facilitator)).text()
  const revision = /name="revision" value="(\d+)"/.exec(page)?.[1] ?? ''
  expect((await post('/publication', { revision })).status).toBe(303)
  await h.settle()
}

const answer = (name: (typeof members)[number], word: string) =>
  h.submit(linkIn(mailTo(h, cast[name]), 'proposal'), { answer: word, reason: '' })

describe('a round of groups', () => {
  it('proposes groups within the bounds, with what speaks for the whole of each', async () => {
    const page = await look()
    expect(page).toContain('2 groups are ready, nobody is left out')
    expect((await groups()).map((all) => all.length).toSorted((a, b) => a - b)).toEqual([4, 5])
    expect(page).toContain('All can work in English.')
    expect(page).toMatch(/\d of \d get something they want from another\./)
    expect(page).not.toContain('Swap')
  })

  it('keeps pins and bans, and takes somebody out', async () => {
    expect((await post('/pins', { people: idsOf('ana', 'kofi', 'luc') })).status).toBe(303)
    expect((await post('/pins', { people: idsOf('ana', 'grace') })).status).toBe(303)
    expect((await post('/bans', { people: idsOf('ana', 'rahim') })).status).toBe(303)
    const own = (await groups()).find((all) => all.includes(people.get('ana') ?? '')) ?? []
    for (const name of ['kofi', 'luc', 'grace'] as const) expect(own).toContain(people.get(name))
    expect(own).not.toContain(people.get('rahim'))
    expect(await look()).toContain('Pinned: Ana Morales and Grace Wanjiru')
    expect((await post('/bans', { people: idsOf('ana', 'kofi') })).status).toBe(422)
  })

  it('tells what it takes to bring two of different groups together, and pins them', async () => {
    const [first = [], second = []] = await groups()
    const [one = '', other = ''] = [first[0], second[0]]
    const page = await (await h.get(`${path}?one=${one}&other=${other}`, scene.facilitator)).text()
    expect(page).toContain('Groups are found by a search')
    expect(page).toContain(`name="people" value="${one},${other}"`)
    expect((await post('/pins', { people: `${one},${other}` })).status).toBe(303)
    expect((await groups()).some((all) => all.includes(one) && all.includes(other))).toBe(true)
  })

  it('has somebody who must be with one of a kind in a group that has one', async () => {
    await post('/needs', { person: people.get('rahim') ?? '', need: 'country:CA' })
    const own = (await groups()).find((all) => all.includes(people.get('rahim') ?? ''))
    expect(own).toContain(people.get('luc'))
  })

  it('is published as connections, which start when all say yes', async () => {
    await post('/pins', { people: idsOf('ana', 'kofi') })
    await publish()
    expect(h.post).toHaveLength(9)
    expect(mailTo(h, cast.ana)?.text).toContain('Kofi offers audit, which you want.')
    for (const name of members) expect((await answer(name, 'yes')).status).toBe(303)
    await h.settle()
    const states = await h.world.db.selectFrom('connections').select('state').execute()
    expect(states.map(({ state }) => state)).toEqual(['active', 'active'])
    const agreement = await wordsOf(h.get(linkIn(mailTo(h, cast.ana), 'agreement')))
    expect(agreement).toContain('Ana')
  })

  it('goes on without who says no, as long as three are left', async () => {
    await publish()
    const four = (await groups()).find((all) => all.length === 4) ?? []
    const [one, two, ...rest] = members.filter((name) => four.includes(people.get(name) ?? ''))
    if (!one || !two) throw new Error('A group of four has four members.')
    expect(await wordsOf(h.get(linkIn(mailTo(h, cast[one]), 'proposal')))).toContain('The group goes on without you')
    expect((await answer(one, 'no')).status).toBe(303)
    expect(await wordsOf(h.get(linkIn(mailTo(h, cast[one]), 'proposal')))).toContain('You said no')
    for (const name of [two, ...rest]) await answer(name, 'yes')
    const started = await h.world.db
      .selectFrom('connections')
      .innerJoin('connection_members as member', 'member.connection_id', 'connections.id')
      .select(['state', 'member.person_id', 'member.left_at'])
      .where('member.person_id', 'in', four)
      .execute()
    expect(started.map(({ state }) => state)).toEqual(['active', 'active', 'active', 'active'])
    expect(started.filter(({ left_at }) => left_at !== null).map(({ person_id }) => person_id)).toEqual([
      people.get(one),
    ])
    expect(await wordsOf(h.get(linkIn(mailTo(h, cast[one]), 'proposal')))).toContain('This proposal has ended')
    const five = members.filter((name) => !four.includes(people.get(name) ?? ''))
    for (const name of five.slice(0, 3)) await answer(name, 'no')
    const declined = await h.world.db
      .selectFrom('connections')
      .select('state')
      .where('state', '=', 'declined')
      .execute()
    expect(declined).toHaveLength(1)
  })
})
