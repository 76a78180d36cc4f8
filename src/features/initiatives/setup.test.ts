import { describe, expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { playAgency, playPeer, playStaff } from '../../../test/scene.ts'
import { addTopic, saveProfile } from './actions.ts'
import { readTopics } from './profiles.ts'

const h = useHarness()

const season = {
  'startsOn.d': '1',
  'startsOn.m': '1',
  'startsOn.y': '2027',
  'endsOn.d': '30',
  'endsOn.m': '6',
  'endsOn.y': '2027',
}
const fresh = {
  title: 'Roads that last',
  purpose: 'Fewer holes',
  languages: 'English, français',
  topics: 'Budgets\nbudgets\n\nAsphalt',
  seasonTitle: 'Spring',
  rhythmDays: '30',
  ...season,
}

const pageOf = async (answer: Response) => ({ status: answer.status, text: await answer.text() })

describe('the list of initiatives', () => {
  test('of an agency that has none says what to do', async () => {
    const scene = await playAgency(h)
    await h.world.db.deleteFrom('initiatives').execute()
    const page = await pageOf(await h.get('/initiatives', scene.facilitator))
    expect(page.text).toContain('Begin with your first initiative')
    expect(page.text).toContain('href="/initiatives/new"')
  })

  test('shows the own agency’s alone, and nobody anything who is not signed in', async () => {
    const scene = await playAgency(h)
    await playPeer(h, scene, cast.ana)
    const other = await playAgency(h, 'Another Network')
    const page = await pageOf(await h.get('/initiatives', scene.facilitator))
    expect(page.text).toContain('One initiative, 1 peer')
    expect(page.text).toContain(scene.initiativeId)
    expect(page.text).not.toContain(other.initiativeId)
    expect((await h.get('/initiatives')).status).toBe(303)
    const funder = await playStaff(h, scene.agencyId, 'funder', 'Frida Fund')
    expect((await h.get('/initiatives', funder.who)).status).toBe(404)
  })
})

describe('a new initiative', () => {
  test('is made whole and goes on to the roster', async () => {
    const scene = await playAgency(h)
    const answer = await h.submit('/initiatives/new', fresh, scene.facilitator)
    expect(answer.status).toBe(303)
    const [, id] = /^\/initiatives\/([\w-]+)\/people\/import$/.exec(answer.headers.get('location') ?? '') ?? []
    expect((await readTopics(h.world.db, id ?? '')).map(({ name }) => name)).toEqual(['Asphalt', 'budgets'])
    const page = await pageOf(await h.get(`/initiatives/${id}/setup`, scene.facilitator))
    expect(page.text).toContain('Still missing: the founding event')
    expect(page.text).toContain('value="English, French"')
    expect(page.text).toContain('1 January 2027 to 30 June 2027')
  })

  test('made twice by a double click is one', async () => {
    const scene = await playAgency(h)
    const once = { ...fresh, _key: 'a-key-that-is-long-enough' }
    const first = await h.submit('/initiatives/new', once, scene.facilitator)
    const second = await h.submit('/initiatives/new', once, scene.facilitator)
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    const page = await pageOf(await h.get('/initiatives', scene.facilitator))
    expect(page.text).toContain('2 initiatives')
  })

  test('comes back with a sentence at each field and all that was typed', async () => {
    const scene = await playAgency(h)
    const typed = {
      ...fresh,
      title: ' ',
      languages: 'Klingon',
      'endsOn.d': '31',
      rhythmDays: 'monthly',
      purpose: 'Kept words',
    }
    const page = await pageOf(await h.submit('/initiatives/new', typed, scene.facilitator))
    expect(page.status).toBe(422)
    for (const words of [
      'Error: A new initiative',
      'Give the initiative a title.',
      'We do not know a language “Klingon”',
      'Enter a date with day, month and year',
      'Enter whole days from 1 to 366',
      'Kept words',
      'value="monthly"',
      'value="31"',
    ]) {
      expect(page.text).toContain(words)
    }
  })

  test('must not end before it begins', async () => {
    const scene = await playAgency(h)
    const page = await pageOf(await h.submit('/initiatives/new', { ...fresh, 'endsOn.y': '2026' }, scene.facilitator))
    expect(page.text).toContain('The last day must come after the first day.')
  })
})

describe('the setup page', () => {
  test('speaks French and belongs to the own agency', async () => {
    const scene = await playAgency(h)
    const other = await playAgency(h, 'Another Network')
    const page = await pageOf(await h.get(`/initiatives/${scene.initiativeId}/setup?lang=fr`, scene.facilitator))
    expect(page.text).toContain('Il manque encore')
    expect((await h.get(`/initiatives/${scene.initiativeId}/setup`, other.facilitator)).status).toBe(404)
    expect((await h.submit(`/initiatives/${scene.initiativeId}/setup/about`, fresh, other.facilitator)).status).toBe(
      404,
    )
  })

  test('changes title, purpose and languages', async () => {
    const scene = await playAgency(h)
    const path = `/initiatives/${scene.initiativeId}/setup`
    const answer = await h.submit(
      `${path}/about`,
      { title: 'Budgets', purpose: '', languages: 'Arabic' },
      scene.facilitator,
    )
    expect(answer.headers.get('location')).toBe(`${path}?said=saved`)
    const page = await pageOf(await h.get(`${path}?said=saved`, scene.facilitator))
    expect(page.text).toContain('value="Budgets"')
    expect(page.text).toContain('value="Arabic"')
    expect(page.text).toContain('Saved.')
  })

  test('adds, renames and removes topics, and keeps those that peers name', async () => {
    const scene = await playAgency(h)
    const place = { agencyId: scene.agencyId, initiativeId: scene.initiativeId }
    const peer = await playPeer(h, scene, cast.kofi)
    const [used, unused] = await h.change(async (work) => [
      await addTopic(work, { ...place, name: 'Used' }),
      await addTopic(work, { ...place, name: 'Unused' }),
    ])
    await h.change((work) =>
      saveProfile(work, peer.participationId, {
        problem: 'x',
        problemTopicId: null,
        offers: [used ?? ''],
        wants: [],
        languages: [],
        hoursPerMonth: 2,
        freeHalfDays: [],
        zone: 'UTC',
        channels: [],
        wishes: [],
        expectedMonths: null,
        reportConsent: false,
        locale: 'en',
        standing: 'active',
        pausedUntilOn: null,
      }),
    )
    const path = `/initiatives/${scene.initiativeId}/setup`
    const page = await pageOf(await h.get(path, scene.facilitator))
    expect(page.text).toContain('One peer names it, so it stays.')
    expect(page.text).toContain('Remove “Unused”')
    expect(page.text).not.toContain('Remove “Used”')
    const refused = await pageOf(
      await h.submit(`${path}/topics`, { removed: used ?? '', added: '' }, scene.facilitator),
    )
    expect(refused.text).toContain('A peer names this topic meanwhile, so it stays.')
    const change = {
      [`topic.${used}`]: 'Used often',
      [`topic.${unused}`]: 'Unused',
      removed: unused ?? '',
      added: 'New one\nAnother',
    }
    expect((await h.submit(`${path}/topics`, change, scene.facilitator)).status).toBe(303)
    expect((await readTopics(h.world.db, scene.initiativeId)).map(({ name }) => name)).toEqual([
      'Another',
      'New one',
      'Used often',
    ])
    const twice = await pageOf(await h.submit(`${path}/topics`, { [`topic.${used}`]: 'another' }, scene.facilitator))
    expect(twice.text).toContain('There is a topic “another” already.')
  })

  test('never touches a topic of another initiative', async () => {
    const scene = await playAgency(h)
    const other = await playAgency(h, 'Another Network')
    const foreign = await h.change((work) =>
      addTopic(work, { agencyId: other.agencyId, initiativeId: other.initiativeId, name: 'Theirs' }),
    )
    const path = `/initiatives/${scene.initiativeId}/setup/topics`
    await h.submit(path, { [`topic.${foreign}`]: 'Ours' }, scene.facilitator)
    await h.submit(path, { removed: foreign }, scene.facilitator)
    expect((await readTopics(h.world.db, other.initiativeId)).map(({ name }) => name)).toEqual(['Theirs'])
  })

  test('changes a season of its own alone', async () => {
    const scene = await playAgency(h)
    const other = await playAgency(h, 'Another Network')
    const path = `/initiatives/${scene.initiativeId}/setup`
    await h.submit(`${path}/season`, { title: 'Spring', ...season }, scene.facilitator)
    const page = await pageOf(await h.get(path, scene.facilitator))
    const id = /\?season=([\w-]+)/.exec(page.text)?.[1] ?? ''
    expect((await pageOf(await h.get(`${path}?season=${id}`, scene.facilitator))).text).toContain('Save the season')
    await h.submit(`${path}/season`, { title: 'Early spring', season: id, ...season }, scene.facilitator)
    expect((await pageOf(await h.get(path, scene.facilitator))).text).toContain('Early spring')
    const elsewhere = `/initiatives/${other.initiativeId}/setup/season`
    expect((await h.submit(elsewhere, { title: 'Mine now', season: id, ...season }, other.facilitator)).status).toBe(
      404,
    )
  })

  test('sets the rhythm, whose steps must rise', async () => {
    const scene = await playAgency(h)
    const path = `/initiatives/${scene.initiativeId}/setup`
    const rhythm = { rhythmDays: '14', amberFactor: '1,5', redFactor: '3', lapsedFactor: '6' }
    expect((await h.submit(`${path}/rhythm`, rhythm, scene.facilitator)).status).toBe(303)
    expect((await pageOf(await h.get(path, scene.facilitator))).text).toContain('value="1.5"')
    const page = await pageOf(await h.submit(`${path}/rhythm`, { ...rhythm, redFactor: '9' }, scene.facilitator))
    expect(page.text).toContain('Each of the three must be larger than the one before.')
    expect(page.text).toContain('href="#rhythm-lapsedFactor"')
  })
})

describe('the founding event', () => {
  const event = { ...season, title: 'Founding week', place: 'Sfax', link: '' }

  test('is noted with who was there, in one save that can be changed', async () => {
    const scene = await playAgency(h)
    const [ana, kofi] = [await playPeer(h, scene, cast.ana), await playPeer(h, scene, cast.kofi)]
    const path = `/initiatives/${scene.initiativeId}`
    const answer = await h.submit(`${path}/setup/engagement`, event, scene.facilitator)
    const own = (answer.headers.get('location') ?? '').replace('?said=saved', '')
    expect((await pageOf(await h.get(own, scene.facilitator))).text).toContain('0 of 2 were there')
    await h.submit(`${own}/roster`, { attended: [ana.personId, kofi.personId] }, scene.facilitator)
    expect((await pageOf(await h.get(own, scene.facilitator))).text).toContain('2 of 2 were there')
    await h.submit(`${own}/roster`, { attended: kofi.personId }, scene.facilitator)
    const page = await pageOf(await h.get(own, scene.facilitator))
    expect(page.text).toContain('1 of 2 were there')
    expect((await pageOf(await h.get(`${path}/setup`, scene.facilitator))).text).toContain('1 person was there')
    await h.submit(own, { ...event, place: 'Tunis' }, scene.facilitator)
    expect((await pageOf(await h.get(own, scene.facilitator))).text).toContain('value="Tunis"')
  })

  test('belongs to one initiative, and so do those who were there', async () => {
    const scene = await playAgency(h)
    const other = await playAgency(h, 'Another Network')
    const stranger = await playPeer(h, other, cast.luc)
    const answer = await h.submit(`/initiatives/${scene.initiativeId}/setup/engagement`, event, scene.facilitator)
    const own = (answer.headers.get('location') ?? '').replace('?said=saved', '')
    const theirs = own.replace(scene.initiativeId, other.initiativeId)
    expect((await h.get(theirs, other.facilitator)).status).toBe(404)
    expect((await h.submit(theirs, event, other.facilitator)).status).toBe(404)
    await h.submit(`${own}/roster`, { attended: stranger.personId }, scene.facilitator)
    expect((await h.submit(`${own}/roster`, { attended: 'everybody' }, scene.facilitator)).status).toBe(422)
    expect(await h.world.db.selectFrom('attendances').selectAll().execute()).toEqual([])
  })

  test('takes a link only with https', async () => {
    const scene = await playAgency(h)
    const path = `/initiatives/${scene.initiativeId}/setup/engagement`
    const page = await pageOf(await h.submit(path, { ...event, link: 'javascript:alert(1)' }, scene.facilitator))
    expect(page.status).toBe(422)
    expect(page.text).toContain('A link begins with https://')
    expect(page.text).toContain('Founding week')
  })
})
