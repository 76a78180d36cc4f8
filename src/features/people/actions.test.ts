import { expect, test } from 'vitest'
import { useHarness } from '../../../test/harness.ts'
import { playAgency } from '../../../test/scene.ts'
import { ensureOrganisation, ensurePost, savePerson, savePersonsOwnWord } from './actions.ts'
import { readPersonRecord } from './person-record.ts'

const h = useHarness()
const ana = {
  name: 'Ana Morales',
  email: 'Ana@Peers.example',
  locale: 'en',
  zone: 'America/Bogota',
  country: 'CO',
  city: 'Medellín',
  phone: '+57 300',
  languages: [
    { language: 'es', level: 'native' },
    { language: 'en', level: 'working' },
  ],
}

async function saved(agencyId: string, change: Partial<typeof ana> = {}) {
  const result = await h.change((work) => savePerson(work, { agencyId, ...ana, ...change }))
  return { ...result, record: await readPersonRecord(h.world.db, result.personId) }
}

test('a person is made once, then changed, then the same', async () => {
  const { agencyId } = await playAgency(h)
  const made = await saved(agencyId)
  expect(made).toMatchObject({ outcome: 'made', record: { name: 'Ana Morales', email: 'ana@peers.example' } })
  expect(await saved(agencyId, { email: 'ANA@peers.EXAMPLE' })).toMatchObject({
    outcome: 'same',
    personId: made.personId,
  })
  const changed = await saved(agencyId, { city: 'Bogotá', languages: [{ language: 'en', level: 'fluent' }] })
  expect(changed).toMatchObject({ outcome: 'changed', personId: made.personId, record: { city: 'Bogotá' } })
  expect(changed.record.languages).toEqual([
    { language: 'es', level: 'native' },
    { language: 'en', level: 'fluent' },
  ])
})

test('an empty value erases nothing', async () => {
  const { agencyId } = await playAgency(h)
  await saved(agencyId)
  const again = await saved(agencyId, {
    name: '',
    locale: '',
    zone: '',
    country: '',
    city: '',
    phone: '',
    languages: [],
  })
  expect(again).toMatchObject({ outcome: 'same', record: { ...ana, email: 'ana@peers.example' } })
})

test('one address in two agencies is two persons', async () => {
  const [here, there] = [await playAgency(h), await playAgency(h, 'Other Network')]
  expect((await saved(here.agencyId)).personId).not.toBe((await saved(there.agencyId)).personId)
})

test('what is not known of a new person is taken from their languages and their agency', async () => {
  const { agencyId } = await playAgency(h)
  await h.world.db.updateTable('agencies').set({ zone: 'Europe/Brussels' }).where('id', '=', agencyId).execute()
  const person = await saved(agencyId, {
    locale: '',
    zone: '',
    languages: [
      { language: 'fr', level: 'native' },
      { language: 'en', level: 'basic' },
    ],
  })
  expect(person.record).toMatchObject({ locale: 'fr', zone: 'Europe/Brussels' })
})

test('of many who make one person, one organisation at the same moment, each gets the same', async () => {
  const { agencyId } = await playAgency(h)
  const many = await Promise.all(
    Array.from({ length: 12 }, () =>
      h.change(async (work) => {
        const { personId } = await savePerson(work, { agencyId, ...ana })
        return `${personId} ${await ensureOrganisation(work, { agencyId, name: 'Alcaldía', country: 'CO', city: '' })}`
      }),
    ),
  )
  expect(new Set(many).size).toBe(1)
})

test('an organisation is the same whatever the spaces, capitals and apostrophes, and another in another country', async () => {
  const { agencyId } = await playAgency(h)
  const ensure = (name: string, country: string | null) =>
    h.change((work) => ensureOrganisation(work, { agencyId, name, country, city: '' }))
  const first = await ensure("Mairie d'Abidjan", null)
  expect(await ensure('MAIRIE  d’Abidjan ', 'CI')).toBe(first)
  expect(await ensure('Mairie d’Abidjan', null)).toBe(first)
  expect(await ensure('Mairie d’Abidjan', 'FR')).not.toBe(first)
  const stored = await h.world.db
    .selectFrom('organisations')
    .select('country')
    .where('id', '=', first)
    .executeTakeFirstOrThrow()
  expect(stored.country).toBe('CI')
})

test('a post is given once, takes a new title, and is not opened again after it was ended', async () => {
  const { agencyId } = await playAgency(h)
  const { personId } = await saved(agencyId)
  const organisationId = await h.change((work) =>
    ensureOrganisation(work, { agencyId, name: 'Alcaldía', country: 'CO', city: '' }),
  )
  const ensure = (title: string) => h.change((work) => ensurePost(work, { agencyId, personId, organisationId, title }))
  expect(await ensure('Clerk')).toBe(true)
  expect(await ensure('clerk')).toBe(false)
  expect(await ensure('')).toBe(false)
  expect(await ensure('Head of budget')).toBe(false)
  const { posts } = await readPersonRecord(h.world.db, personId)
  expect(posts.map(({ title }) => title)).toEqual(['Head of budget'])
  await h.world.db
    .updateTable('posts')
    .set({ ends_on: Temporal.PlainDate.from('2026-06-30') })
    .execute()
  expect(await ensure('Head of budget')).toBe(false)
  expect(await ensure('Mayor')).toBe(true)
})

test('what a person says about themselves replaces what was known, and only that', async () => {
  const { agencyId } = await playAgency(h)
  const { personId } = await saved(agencyId)
  const say = (said: Parameters<typeof savePersonsOwnWord>[2]) =>
    h.change((work) => savePersonsOwnWord(work, personId, said))
  expect(await say({ zone: 'America/Bogota', languages: ana.languages })).toBe(false)
  expect(await say({ zone: 'Europe/Madrid', languages: [{ language: 'es', level: 'native' }] })).toBe(true)
  expect(await readPersonRecord(h.world.db, personId)).toMatchObject({
    zone: 'Europe/Madrid',
    city: 'Medellín',
    languages: [{ language: 'es', level: 'native' }],
  })
})
