import { expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { playAgency, playPeer, type Scene } from '../../../test/scene.ts'
import { makeLink } from '../../platform/links/links.ts'
import { readPersonRecord } from './person-record.ts'

const h = useHarness()

const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const answers = {
  name: 'Ana Morales',
  email: cast.ana.email,
  locale: 'en',
  zone: 'America/Bogota',
  country: 'CO',
  city: 'Medellín',
  phone: '',
  note: '',
  'level.es': 'native',
  'level.en': 'fluent',
  otherLanguage: '',
  otherLevel: '',
}

async function play() {
  const scene = await playAgency(h)
  const { personId } = await playPeer(h, scene, cast.ana)
  const edit = (change: Partial<typeof answers> & Record<string, string>, who: Scene = scene) =>
    h.submit(`/people/${personId}/edit?in=${scene.initiativeId}`, { ...answers, ...change }, who.facilitator)
  return { scene, personId, edit }
}

test('staff correct what is known of a person and come back to the person', async () => {
  const { scene, personId, edit } = await play()
  const page = await (await h.get(`/people/${personId}/edit`, scene.facilitator)).text()
  expect(plain(page)).toContain('What is known of Ana Morales')
  const saved = await edit({
    name: ' Ana  Morales Gil',
    zone: 'Europe/Madrid',
    note: 'prefers mornings',
    'level.en': '',
    otherLanguage: 'portugais',
    otherLevel: 'basic',
  })
  expect(saved.headers.get('location')).toBe(`/initiatives/${scene.initiativeId}/people/${personId}`)
  expect(await readPersonRecord(h.world.db, personId)).toMatchObject({
    name: 'Ana Morales Gil',
    zone: 'Europe/Madrid',
    note: 'prefers mornings',
    languages: [
      { language: 'es', level: 'native' },
      { language: 'pt', level: 'basic' },
    ],
  })
})

test('each mistake comes back at its field with what was typed', async () => {
  const { personId, edit } = await play()
  const before = await readPersonRecord(h.world.db, personId)
  const refused = await edit({
    name: ' ',
    email: 'ana at peers',
    zone: 'Mars/Base',
    country: 'Atlantis',
    otherLanguage: 'Klingon',
    note: 'x'.repeat(4001),
  })
  expect(refused.status).toBe(422)
  const page = await refused.text()
  for (const message of [
    'Write a name.',
    'This is not an e-mail address.',
    'Choose a time zone from the list.',
    'Choose a country from the list.',
    'This is too long.',
  ]) {
    expect(page).toContain(message)
  }
  expect(page).toContain('value="ana at peers"')
  expect(page).toContain('href="#person-email"')
  expect(plain(await (await edit({ otherLanguage: 'Klingon' })).text())).toContain('No language is called')
  expect(plain(await (await edit({ otherLanguage: 'Portuguese' })).text())).toContain('Say how well.')
  expect(await readPersonRecord(h.world.db, personId)).toEqual(before)
})

test('an address that somebody has is refused, naming who', async () => {
  const { scene, edit } = await play()
  await playPeer(h, scene, cast.kofi)
  const refused = await edit({ email: cast.kofi.email.toUpperCase() })
  expect(refused.status).toBe(422)
  expect(plain(await refused.text())).toContain('Kofi Mensah')
})

test('links sent to a wrong address stop when staff say so, and only then', async () => {
  const { scene, personId, edit } = await play()
  const link = await h.change((work) =>
    makeLink(work, { agencyId: scene.agencyId, purpose: 'profile', personId, days: 9 }),
  )
  const revoked = async () =>
    (await h.world.db.selectFrom('links').select('revoked_at').executeTakeFirstOrThrow()).revoked_at
  expect(link).toContain('/profile/')
  await edit({ email: 'ana.m@peers.example' })
  expect(await revoked()).toBeNull()
  await edit({ email: 'ana.morales@peers.example', stopLinks: 'yes' })
  expect(await revoked()).not.toBeNull()
})

test('posts are added, changed and ended with dates in free words', async () => {
  const { scene, personId } = await play()
  const path = `/people/${personId}/posts`
  const posts = async () =>
    (await readPersonRecord(h.world.db, personId)).posts.map(({ title, organisation, startsOn, endsOn }) => [
      title,
      organisation,
      startsOn?.toString(),
      endsOn?.toString(),
    ])
  await h.submit(
    path,
    { organisation: 'Universidad', title: 'Lecturer', startsOn: '9/2020', endsOn: '30 June 2024' },
    scene.facilitator,
  )
  expect(await posts()).toEqual([
    ['Budget officer', 'Alcaldía de Medellín', undefined, undefined],
    ['Lecturer', 'Universidad', '2020-09-01', '2024-06-30'],
  ])
  const [budget] = (await readPersonRecord(h.world.db, personId)).posts
  await h.submit(
    `${path}/${budget?.id}`,
    { organisation: 'Alcaldía de Medellín', title: 'Head of budget', startsOn: '2024', endsOn: '' },
    scene.facilitator,
  )
  const ended = await h.submit(
    `${path}/${budget?.id}/ending?in=${scene.initiativeId}`,
    { lastDay: '' },
    scene.facilitator,
  )
  expect(ended.headers.get('location')).toBe(`/people/${personId}/edit?in=${scene.initiativeId}&said=postEnded#posts`)
  expect((await posts())[0]).toEqual(['Head of budget', 'Alcaldía de Medellín', '2024-01-01', '2026-11-24'])
})

test('a post with a mistake comes back open, with the mistake at its field', async () => {
  const { scene, personId } = await play()
  const path = `/people/${personId}/posts`
  const [post] = (await readPersonRecord(h.world.db, personId)).posts
  const refused = await h.submit(
    `${path}/${post?.id}`,
    { organisation: '', title: '', startsOn: 'long ago', endsOn: '' },
    scene.facilitator,
  )
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain(`href="#post-${post?.id}-organisation"`)
  expect(page).toContain('This is not a date.')
  const backwards = await h.submit(
    path,
    { organisation: 'X', title: '', startsOn: '2024', endsOn: '2020' },
    scene.facilitator,
  )
  expect(await backwards.text()).toContain('The end is before the start.')
  await h.submit(
    `${path}/${post?.id}`,
    { organisation: 'X', title: '', startsOn: '2025', endsOn: '' },
    scene.facilitator,
  )
  const early = await h.submit(`${path}/${post?.id}/ending`, { lastDay: '2024' }, scene.facilitator)
  expect(await early.text()).toContain('The end is before the start.')
})

test('persons and posts of others are not here', async () => {
  const { scene, personId, edit } = await play()
  const stranger = await playAgency(h, 'Other Network')
  const theirs = await playPeer(h, stranger, cast.kofi)
  expect((await h.get(`/people/${personId}/edit`, stranger.facilitator)).status).toBe(404)
  expect((await edit({}, stranger)).status).toBe(404)
  expect((await h.get(`/people/not-an-id/edit`, scene.facilitator)).status).toBe(404)
  const [foreign] = (await readPersonRecord(h.world.db, theirs.personId)).posts
  for (const verb of ['', '/ending']) {
    const answer = await h.submit(
      `/people/${personId}/posts/${foreign?.id}${verb}`,
      { organisation: 'X', title: '' },
      scene.facilitator,
    )
    expect(answer.status).toBe(404)
  }
  const elsewhere = await h.submit(`/people/${personId}/edit?in=${stranger.initiativeId}`, answers, scene.facilitator)
  expect(elsewhere.headers.get('location')).toBe(`/people/${personId}/edit?said=saved`)
})

test('the edit page speaks French', async () => {
  const { scene, personId } = await play()
  const page = plain(await (await h.get(`/people/${personId}/edit?lang=fr`, scene.facilitator)).text())
  expect(page).toContain('Ce que l’on sait de Ana Morales')
  expect(page).toContain('langue maternelle')
})

test('a post says under whom, and what its organisation is, for everybody who works there', async () => {
  const { scene, personId } = await play()
  const kofi = await playPeer(h, scene, cast.kofi)
  const [post] = (await readPersonRecord(h.world.db, personId)).posts
  const path = `/people/${personId}/posts/${post?.id}`
  const fields = { organisation: 'Alcaldía de Medellín', organisationKind: 'local', organisationSize: 'large' }
  const wrong = await h.submit(path, { ...fields, reportsTo: 'nobody@nowhere.example' }, scene.facilitator)
  expect(wrong.status).toBe(422)
  expect(plain(await wrong.text())).toContain('Nobody else on record has this address.')
  expect((await h.submit(path, { ...fields, reportsTo: cast.ana.email }, scene.facilitator)).status).toBe(422)
  expect((await h.submit(path, { ...fields, reportsTo: cast.kofi.email }, scene.facilitator)).status).toBe(303)
  const posts = async (id: string) => (await readPersonRecord(h.world.db, id)).posts
  expect((await posts(personId))[0]).toMatchObject({
    organisationKind: 'local',
    organisationSize: 'large',
    superior: { email: cast.kofi.email },
  })
  const other = { organisation: 'Alcaldía de Medellín', title: 'Adviser', organisationSize: '' }
  expect((await h.submit(`/people/${kofi.personId}/posts`, other, scene.facilitator)).status).toBe(303)
  expect((await posts(kofi.personId)).find(({ title }) => title === 'Adviser')).toMatchObject({
    organisationSize: null,
  })
  expect((await h.submit(path, { ...fields, organisationSize: '' }, scene.facilitator)).status).toBe(303)
  expect((await posts(personId))[0]).toMatchObject({ organisationSize: null, superior: null })
})
