import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { playAgency, playPeer, playStaff, type Scene } from '../../../test/scene.ts'
import { addTopic, invite, listImported, saveProfile } from './actions.ts'
import { personSections } from './parts.tsx'
import type { ProfileAnswers } from './profile-answers.ts'

const h = useHarness()

const answers: ProfileAnswers = {
  problem: 'Budgets nobody reads',
  problemTopicId: null,
  offers: [],
  wants: [],
  languages: [{ language: 'en', level: 'fluent' }],
  hoursPerMonth: 3,
  freeHalfDays: ['mon-am', 'mon-pm', 'wed-ev'],
  zone: 'Africa/Accra',
  channels: ['video', 'phone'],
  wishes: [],
  expectedMonths: 12,
  reportConsent: true,
  locale: 'en',
  standing: 'active',
  pausedUntilOn: null,
}

const peopleOf = (scene: Scene) => `/initiatives/${scene.initiativeId}/people`
const textOf = async (path: string, scene: Scene) => (await h.get(path, scene.facilitator)).text()

/** Two peers who answered, one invited, one not invited. */
async function playRoster() {
  const scene = await playAgency(h)
  const place = { agencyId: scene.agencyId, initiativeId: scene.initiativeId }
  const [radio, data] = await h.change(async (work) => [
    await addTopic(work, { ...place, name: 'Radio' }),
    await addTopic(work, { ...place, name: 'Open data' }),
  ])
  const [ana, kofi] = [await playPeer(h, scene, cast.ana, 'listed'), await playPeer(h, scene, cast.kofi, 'listed')]
  const [leila, luc] = [await playPeer(h, scene, cast.leila, 'listed'), await playPeer(h, scene, cast.luc, 'listed')]
  await h.change(async (work) => {
    await invite(work, [ana.participationId, kofi.participationId, leila.participationId])
    await saveProfile(work, ana.participationId, {
      ...answers,
      offers: [radio ?? ''],
      zone: 'America/Bogota',
      languages: [{ language: 'es', level: 'native' }],
    })
    await saveProfile(work, kofi.participationId, { ...answers, wants: [data ?? ''], wishes: [leila.personId] })
  })
  await h.settle()
  h.post.length = 0
  return { scene, ana, kofi, leila, luc, radio: radio ?? '', data: data ?? '' }
}

describe('the directory', () => {
  test('of an empty roster says what to do', async () => {
    const scene = await playAgency(h)
    const page = await textOf(peopleOf(scene), scene)
    expect(page).toContain('Nobody is on the roster yet')
    expect(page).toContain(`${peopleOf(scene)}/import`)
  })

  test('says in its heading who has answered, in English and in French', async () => {
    const { scene } = await playRoster()
    expect(await textOf(peopleOf(scene), scene)).toContain('4 peers, 2 have answered')
    expect(await textOf(`${peopleOf(scene)}?lang=fr`, scene)).toContain('4 pairs, 2 ont répondu')
  })

  test('filters by text, organisation, country, language, offer, want and state', async () => {
    const { scene, ana, kofi, leila, luc, radio, data } = await playRoster()
    const everybody = { 'Ana Morales': ana, 'Kofi Mensah': kofi, 'Leïla Ben Salah': leila, 'Luc Tremblay': luc }
    const shownBy = async (query: string) => {
      const page = await textOf(`${peopleOf(scene)}?${query}`, scene)
      return Object.entries(everybody)
        .filter(([, peer]) => page.includes(`people/${peer.personId}`))
        .map(([name]) => name)
    }
    expect(await shownBy('')).toHaveLength(4)
    expect(await shownBy('text=mens')).toEqual(['Kofi Mensah'])
    expect(await shownBy('text=gatineau')).toEqual(['Luc Tremblay'])
    expect(await shownBy('text=%25')).toEqual([])
    expect(await shownBy(`organisation=${leila.organisationId}`)).toEqual(['Leïla Ben Salah'])
    expect(await shownBy('country=CO')).toEqual(['Ana Morales'])
    expect(await shownBy('language=fr')).toEqual(['Leïla Ben Salah', 'Luc Tremblay'])
    expect(await shownBy(`offer=${radio}`)).toEqual(['Ana Morales'])
    expect(await shownBy(`want=${data}`)).toEqual(['Kofi Mensah'])
    expect(await shownBy('state=invited')).toEqual(['Leïla Ben Salah'])
    expect(await shownBy('state=listed')).toEqual(['Luc Tremblay'])
    expect(await shownBy('state=active&country=GH')).toEqual(['Kofi Mensah'])
    expect(await shownBy(`offer=nonsense&state=nonsense&organisation=' or 1=1`)).toHaveLength(4)
    expect(await textOf(`${peopleOf(scene)}?country=BR`, scene)).toContain('Nobody fits these filters')
    expect(await textOf(`${peopleOf(scene)}?country=CO`, scene)).toContain('1 of 4 peers fit the filters.')
  })

  test('of 500 peers comes fast, fifty at a time', async () => {
    const scene = await playAgency(h)
    const people = Array.from({ length: 500 }, (_, index) => ({
      agency_id: scene.agencyId,
      name: `Peer ${String(index).padStart(3, '0')}`,
      email: `p${index}@peers.example`,
      country: 'GH',
      created_at: h.clock.now(),
      updated_at: h.clock.now(),
    }))
    const rows = await h.world.db.insertInto('persons').values(people).returning('id').execute()
    await h.change((work) =>
      listImported(work, { initiativeId: scene.initiativeId, personIds: rows.map(({ id }) => id) }),
    )
    await textOf(peopleOf(scene), scene)
    const started = performance.now()
    const page = await textOf(`${peopleOf(scene)}?country=GH`, scene)
    expect(performance.now() - started).toBeLessThan(500)
    expect(page).toContain('Peer 049')
    expect(page).not.toContain('Peer 050')
    expect(page).toContain('1 to 50 of 500')
    const next = /rel="next" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(await textOf(next, scene)).toContain('Peer 099')
    expect(next).toContain('country=GH')
  })

  test('belongs to facilitators of the own agency', async () => {
    const { scene, ana } = await playRoster()
    const other = await playAgency(h, 'Another Network')
    const funder = await playStaff(h, scene.agencyId, 'funder', 'Frida Fund')
    for (const path of [peopleOf(scene), `${peopleOf(scene)}/roster.csv`, `${peopleOf(scene)}/${ana.personId}`]) {
      expect((await h.get(path, scene.facilitator)).status).toBe(200)
      expect((await h.get(path, other.facilitator)).status).toBe(404)
      expect((await h.get(path, funder.who)).status).toBe(404)
      expect((await h.get(path)).status).toBe(303)
    }
    const strange = `/initiatives/${other.initiativeId}/people/${ana.personId}`
    expect((await h.get(strange, other.facilitator)).status).toBe(404)
  })
})

describe('asking from the directory', () => {
  test('invites all who are not invited, or only those chosen', async () => {
    const { scene, leila } = await playRoster()
    h.clock.advance({ hours: 24 })
    expect(await textOf(peopleOf(scene), scene)).toContain('Invite the one who is not invited')
    const all = await h.submit(`${peopleOf(scene)}/invitations`, { everybody: 'yes' }, scene.facilitator)
    expect(all.headers.get('location')).toBe(`${peopleOf(scene)}?said=invited`)
    await h.submit(`${peopleOf(scene)}/invitations`, { chosen: leila.participationId }, scene.facilitator)
    await h.settle()
    expect(h.post.map(({ to }) => to.address).toSorted()).toEqual([cast.leila.email, cast.luc.email])
    const again = await h.submit(`${peopleOf(scene)}/invitations`, { chosen: leila.participationId }, scene.facilitator)
    expect(again.headers.get('location')).toContain('said=nobodyInvited')
    const none = await h.submit(`${peopleOf(scene)}/invitations`, {}, scene.facilitator)
    expect(none.status).toBe(422)
    expect(await none.text()).toContain('Choose at least one peer.')
  })

  test('reminds those who have not answered, at most every three days', async () => {
    const { scene } = await playRoster()
    expect(await textOf(peopleOf(scene), scene)).not.toContain('/reminders')
    h.clock.advance({ hours: 72 })
    expect(await textOf(peopleOf(scene), scene)).toContain('Remind the one who has not answered')
    await h.submit(`${peopleOf(scene)}/reminders`, {}, scene.facilitator)
    const again = await h.submit(`${peopleOf(scene)}/reminders`, {}, scene.facilitator)
    expect(again.headers.get('location')).toContain('said=nobodyReminded')
    await h.settle()
    expect(h.post.map(({ to }) => to.address)).toEqual([cast.leila.email])
  })

  test('never reaches a peer of another initiative', async () => {
    const { scene } = await playRoster()
    const other = await playAgency(h, 'Another Network')
    const stranger = await playPeer(h, other, cast.grace, 'listed')
    const answer = await h.submit(
      `${peopleOf(scene)}/invitations`,
      { chosen: stranger.participationId },
      scene.facilitator,
    )
    expect(answer.headers.get('location')).toContain('said=nobodyInvited')
    const path = `/initiatives/${other.initiativeId}/people`
    expect((await h.submit(`${path}/invitations`, { everybody: 'yes' }, scene.facilitator)).status).toBe(404)
    expect((await h.submit(`${path}/reminders`, {}, scene.facilitator)).status).toBe(404)
    await h.settle()
    expect(h.post).toEqual([])
  })
})

describe('the roster as CSV', () => {
  test('holds what the directory shows, filtered alike, with formulas disarmed and without wishes', async () => {
    const { scene, luc } = await playRoster()
    await h.world.db.updateTable('persons').set({ name: '=HYPERLINK("evil")' }).where('id', '=', luc.personId).execute()
    const answer = await h.get(`${peopleOf(scene)}/roster.csv`, scene.facilitator)
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    const { data } = Papa.parse<Record<string, string>>((await answer.text()).replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: true,
    })
    const kofi = data.find((row) => row.Name === 'Kofi Mensah')
    expect(kofi).toMatchObject({
      'E-mail': cast.kofi.email,
      Country: 'Ghana',
      Wants: 'Open data',
      State: 'Takes part',
      'Answered on': '2026-11-24',
    })
    expect(JSON.stringify(kofi)).not.toContain('Leïla')
    expect(data.map((row) => row.Name)).toContain('\'=HYPERLINK("evil")')
    const french = await h.get(`${peopleOf(scene)}/roster.csv?country=CO&lang=fr`, scene.facilitator)
    const some = Papa.parse<Record<string, string>>((await french.text()).replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: true,
    })
    expect(some.data.map((row) => row['Pays'])).toEqual(['Colombie'])
  })
})

describe('the page of a person', () => {
  test('shows the person and all of their part, with free hours in their zone', async () => {
    const { scene, kofi } = await playRoster()
    const page = await textOf(`${peopleOf(scene)}/${kofi.personId}`, scene)
    for (const words of [
      '<bdi>Kofi Mensah</bdi> takes part',
      'Budgets nobody reads',
      'Open data',
      '3 hours a month',
      '12 months',
      'Mon 9–17; Wed 17–20 (Accra time)',
      'Video call in the browser and Telephone',
      'Leïla Ben Salah',
      'Only facilitators see this.',
      'Agreed to on 24 November 2026',
      `/people/${kofi.personId}/edit?in=${scene.initiativeId}`,
    ]) {
      expect(page).toContain(words)
    }
  })

  test('notes who left, takes them back, and pauses until a day to come', async () => {
    const { scene, kofi } = await playRoster()
    const path = `${peopleOf(scene)}/${kofi.personId}`
    const left = await h.submit(`${path}/departure`, {}, scene.facilitator)
    expect(left.headers.get('location')).toBe(`${path}?said=personLeft`)
    expect(await textOf(`${path}?said=personLeft`, scene)).toContain('Noted: they have left.')
    expect(await textOf(peopleOf(scene), scene)).not.toContain(kofi.personId)
    expect(await textOf(`${peopleOf(scene)}?state=left`, scene)).toContain(kofi.personId)
    await h.submit(`${path}/return`, {}, scene.facilitator)
    expect(await textOf(path, scene)).toContain('</bdi> takes part')
    const day = { 'untilOn.d': '1', 'untilOn.m': '3', 'untilOn.y': '2027' }
    const past = await h.submit(`${path}/pause`, { ...day, 'untilOn.y': '2026' }, scene.facilitator)
    expect(past.status).toBe(422)
    expect(await past.text()).toContain('Enter a day after today')
    await h.submit(`${path}/pause`, day, scene.facilitator)
    expect(await textOf(path, scene)).toContain('Paused until 1 March 2027')
  })

  test('sends the form again, once a day', async () => {
    const { scene, kofi } = await playRoster()
    const path = `${peopleOf(scene)}/${kofi.personId}/invitation`
    expect((await h.submit(path, {}, scene.facilitator)).headers.get('location')).toContain('said=askedToday')
    h.clock.advance({ hours: 24 })
    expect((await h.submit(path, {}, scene.facilitator)).headers.get('location')).toContain('said=invited')
    await h.settle()
    expect((await h.get(linkIn(h.post[0], 'profile'))).status).toBe(200)
  })

  test('lets nobody of another agency act', async () => {
    const { scene, kofi } = await playRoster()
    const other = await playAgency(h, 'Another Network')
    for (const act of ['invitation', 'departure', 'return', 'pause']) {
      const fields = { 'untilOn.d': '1', 'untilOn.m': '3', 'untilOn.y': '2027' }
      expect((await h.submit(`${peopleOf(scene)}/${kofi.personId}/${act}`, fields, other.facilitator)).status).toBe(404)
      expect((await h.submit(`${peopleOf(other)}/${kofi.personId}/${act}`, fields, other.facilitator)).status).toBe(404)
    }
    expect((await h.get(`${peopleOf(scene)}/not-a-person`, scene.facilitator)).status).toBe(404)
  })

  test('has room for what later features say', async () => {
    const { scene, kofi } = await playRoster()
    const section: (typeof personSections)[number] = async (_c, part) => `About ${part.person_id}`
    personSections.push(section)
    expect(await textOf(`${peopleOf(scene)}/${kofi.personId}`, scene)).toContain(`About ${kofi.personId}`)
    personSections.splice(personSections.indexOf(section), 1)
  })
})
