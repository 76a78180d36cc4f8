import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Harness, useHarness } from '../../../../test/harness.ts'
import { playAgency, type Scene } from '../../../../test/scene.ts'

const h = useHarness()

const roster =
  'Nom;Prénom;Courriel;Organisme;Fonction;Pays;Ville;Langues parlées;Téléphone;Divers\r\n' +
  'Diop;Amadou;amadou@peers.example;Ville de Thiès;Chargé du budget;Sénégal;Thiès;français (courant), wolof;+221 77 000;végétarien\r\n' +
  'Tremblay;Luc;luc@peers.example;"Ville de Gatineau\nFinances";;Canada;Gatineau;français;;\r\n' +
  'Perdu;Paul;paul@peers.example;Ville de Nulle Part;;Atlantide;;;=HYPERLINK("x");\r\n'

const cp1252 = (text: string) =>
  new File([Uint8Array.from(text, (letter) => letter.charCodeAt(0))], 'invités.csv', { type: 'text/csv' })
const plainText = (html: string) =>
  html
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ')

async function page(harness: Harness, path: string, scene: Scene): Promise<string> {
  const answer = await harness.get(path, scene.facilitator)
  expect(answer.status).toBe(200)
  return answer.text()
}

const importPath = (scene: Scene) => `/initiatives/${scene.initiativeId}/people/import`
const seenIn = (html: string) => /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? ''
const heading = (html: string) => plainText(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '').trim()

async function upload(scene: Scene, file: File): Promise<string> {
  const answer = await h.submit(importPath(scene), { file }, scene.facilitator)
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

async function agree(scene: Scene, path: string) {
  return h.submit(`${path}/completion`, { seen: seenIn(await page(h, `${path}/preview`, scene)) }, scene.facilitator)
}

const counted = async () => ({
  persons: Number(
    (
      await h.world.db
        .selectFrom('persons')
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  ),
  posts: Number(
    (
      await h.world.db
        .selectFrom('posts')
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  ),
  parts: Number(
    (
      await h.world.db
        .selectFrom('participations')
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  ),
})

test('a roster goes in by four pages, and nothing is written before the last', async () => {
  const scene = await playAgency(h)
  const path = await upload(scene, cp1252(roster))
  const mapping = await page(h, path, scene)
  expect(heading(mapping)).toBe('9 of 10 columns understood')
  expect(plainText(mapping)).toContain('Amadou · Luc · Paul')
  const preview = await page(h, `${path}/preview`, scene)
  expect(heading(preview)).toBe('2 people will be added, 1 refused')
  expect(plainText(preview)).toContain('No country is called Atlantide .')
  expect(plainText(preview)).toContain('Import 2 people')
  expect(await counted()).toEqual({ persons: 0, posts: 0, parts: 0 })

  const done = await agree(scene, path)
  expect(done.headers.get('location')).toBe(path)
  expect(heading(await page(h, path, scene))).toBe('2 people were imported')
  expect(await counted()).toEqual({ persons: 2, posts: 2, parts: 2 })
  const luc = await h.world.db
    .selectFrom('persons')
    .selectAll()
    .where('email', '=', 'luc@peers.example')
    .executeTakeFirstOrThrow()
  expect(luc).toMatchObject({ name: 'Luc Tremblay', country: 'CA', zone: 'America/Toronto', locale: 'fr' })
})

test('the same file again changes nothing', async () => {
  const scene = await playAgency(h)
  await agree(scene, await upload(scene, cp1252(roster.replace(/Perdu.*\r\n/, ''))))
  const before = await everything()
  const again = await upload(scene, cp1252(roster.replace(/Perdu.*\r\n/, '')))
  const preview = await page(h, `${again}/preview`, scene)
  expect(heading(preview)).toBe('Nothing to do: all 2 are already here')
  expect(preview).not.toContain('/completion')
  await h.submit(`${again}/completion`, { seen: 'anything' }, scene.facilitator)
  expect(await everything()).toEqual(before)
})

async function everything() {
  const { db } = h.world
  return {
    persons: await db.selectFrom('persons').selectAll().orderBy('email').execute(),
    languages: await db.selectFrom('person_languages').selectAll().orderBy('person_id').orderBy('language').execute(),
    posts: await db.selectFrom('posts').selectAll().orderBy('id').execute(),
    organisations: await db.selectFrom('organisations').selectAll().orderBy('id').execute(),
    parts: await db.selectFrom('participations').selectAll().orderBy('id').execute(),
  }
}

test('a later file shows what it would change, old and new, and erases nothing by an empty cell', async () => {
  const scene = await playAgency(h)
  await agree(scene, await upload(scene, cp1252(roster)))
  const later =
    'Nom complet;Courriel;Organisme;Fonction;Pays;Langues\nAmadou M. Diop;AMADOU@peers.example;Ville de Thiès;Directeur;Sénégal;français (langue maternelle)\n'
  const path = await upload(scene, new File([later], 'later.csv'))
  const preview = plainText(await page(h, `${path}/preview`, scene))
  expect(preview).toContain('1 person will be changed')
  expect(preview).toContain('Name: Amadou Diop → Amadou M. Diop')
  expect(preview).toContain('Job title: Chargé du budget → Directeur')
  expect(preview).toContain('French: fluent → mother tongue')
  await agree(scene, path)
  const amadou = await h.world.db
    .selectFrom('persons')
    .selectAll()
    .where('email', '=', 'amadou@peers.example')
    .executeTakeFirstOrThrow()
  expect(amadou).toMatchObject({ name: 'Amadou M. Diop', phone: '+221 77 000', city: 'Thiès' })
  const posts = await h.world.db.selectFrom('posts').select('title').where('person_id', '=', amadou.id).execute()
  expect(posts).toEqual([{ title: 'Directeur' }])
})

test('a person the agency knows joins another initiative without being made again', async () => {
  const scene = await playAgency(h)
  await agree(scene, await upload(scene, cp1252(roster)))
  const { id } = await h.world.db
    .insertInto('initiatives')
    .values({ agency_id: scene.agencyId, title: 'Second', created_at: h.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  const second = { ...scene, initiativeId: id }
  const path = await upload(second, cp1252(roster))
  expect(heading(await page(h, `${path}/preview`, second))).toBe('2 people you know will join, 1 refused')
  await agree(second, path)
  expect(await counted()).toEqual({ persons: 2, posts: 2, parts: 4 })
})

test('headings can be corrected, and the correction is refused with a sentence when it says too little', async () => {
  const scene = await playAgency(h)
  const path = await upload(scene, new File(['Wer,Wo man ihn erreicht\nAna,ana@peers.example\n'], 'a.csv'))
  expect(heading(await page(h, path, scene))).toBe('Say which column holds the name.')
  const refused = await h.submit(`${path}/mapping`, { 'column.0': '', 'column.1': 'email' }, scene.facilitator)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Say which column holds the name.')
  const twice = await h.submit(`${path}/mapping`, { 'column.0': 'email', 'column.1': 'email' }, scene.facilitator)
  expect(plainText(await twice.text())).toContain('Another column is ‘E-mail address’ already.')
  const good = await h.submit(`${path}/mapping`, { 'column.0': 'name', 'column.1': 'email' }, scene.facilitator)
  expect(good.headers.get('location')).toBe(`${path}/preview`)
  expect(heading(await page(h, `${path}/preview`, scene))).toBe('1 person will be added')
})

test('a zone is asked for where a country has several, and the answer counts', async () => {
  const scene = await playAgency(h)
  const path = await upload(scene, cp1252(roster))
  expect(plainText(await page(h, `${path}/preview`, scene))).toContain('Canada (1 person)')
  await h.submit(`${path}/zones`, { 'zone.CA': 'America/Vancouver', 'zone.SN': 'Mars/Base' }, scene.facilitator)
  await agree(scene, path)
  const zones = await h.world.db.selectFrom('persons').select(['email', 'zone']).orderBy('email').execute()
  expect(zones).toEqual([
    { email: 'amadou@peers.example', zone: 'Africa/Dakar' },
    { email: 'luc@peers.example', zone: 'America/Vancouver' },
  ])
})

test('refused lines can be downloaded with the reason, and their cells run nowhere', async () => {
  const scene = await playAgency(h)
  const path = await upload(scene, cp1252(roster))
  const answer = await h.get(`${path}/refused`, scene.facilitator)
  expect(answer.headers.get('content-disposition')).toContain('attachment')
  const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
  expect(csv.startsWith('\ufeffNom;Prénom;Courriel')).toBe(true)
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`)
  expect(csv).toContain('4;No country is called Atlantide.')
  expect(csv.trim().split('\r\n')).toHaveLength(2)
  const corrected = await upload(scene, new File([csv.replace('Atlantide', 'Mali')], 'corrected.csv'))
  expect(heading(await page(h, `${corrected}/preview`, scene))).toBe('1 person will be added')
})

test('what a file cannot be is said at the field, and pasted text is kept', async () => {
  const scene = await playAgency(h)
  const send = async (fields: Record<string, string | File>) => {
    const answer = await h.submit(importPath(scene), fields, scene.facilitator)
    expect(answer.status).toBe(422)
    return answer.text()
  }
  expect(await send({ pasted: '' })).toContain('Choose a file, or paste the list.')
  expect(await send({ file: new File([Uint8Array.from([0x50, 0x4b, 3, 4])], 'a.xlsx') })).toContain(
    'This is a workbook.',
  )
  expect(await send({ file: new File([new Uint8Array(5 * 1024 * 1024 + 1)], 'a.csv') })).toContain('larger than 5 MB')
  expect(await send({ pasted: 'Name\tE-mail' })).toContain('Name\tE-mail</textarea>')
  expect(await h.world.db.selectFrom('files').selectAll().execute()).toEqual([])
})

test('a preview that no longer holds is not imported but shown again', async () => {
  const scene = await playAgency(h)
  const [one, other] = [await upload(scene, cp1252(roster)), await upload(scene, cp1252(roster))]
  const seen = seenIn(await page(h, `${other}/preview`, scene))
  await agree(scene, one)
  const stale = await h.submit(`${other}/completion`, { seen }, scene.facilitator)
  expect(stale.status).toBe(422)
  expect(plainText(await stale.text())).toContain('Something changed since you looked')
  expect((await counted()).persons).toBe(2)
})

test('a second click, with the same key or another, has one effect', async () => {
  const scene = await playAgency(h)
  const path = await upload(scene, cp1252(roster))
  const seen = seenIn(await page(h, `${path}/preview`, scene))
  const _key = randomUUID()
  for (const fields of [{ seen, _key }, { seen, _key }, { seen }]) {
    const answer = await h.submit(`${path}/completion`, fields, scene.facilitator)
    expect(answer.headers.get('location')).toBe(path)
  }
  expect((await counted()).persons).toBe(2)
  const events = await h.world.db
    .selectFrom('audit_events')
    .select(['verb', 'details'])
    .where('verb', '=', 'roster.import')
    .execute()
  expect(events).toEqual([{ verb: 'roster.import', details: { made: 2, joins: 0, changed: 0, same: 0, refused: 1 } }])
})

test('a draft can be thrown away, and survives being left alone', async () => {
  const scene = await playAgency(h)
  const path = await upload(scene, cp1252(roster))
  expect(plainText(await page(h, importPath(scene), scene))).toContain('invités.csv not imported yet')
  await h.submit(`${path}/removal`, {}, scene.facilitator)
  expect(await page(h, importPath(scene), scene)).not.toContain('invités.csv')
  expect((await h.get(path, scene.facilitator)).status).toBe(303)
  const late = await h.submit(`${path}/completion`, { seen: 'x' }, scene.facilitator)
  expect(late.status).toBe(303)
  expect((await counted()).persons).toBe(0)
})

test('another agency’s roster and initiative are not here, and nobody passes without signing in', async () => {
  const scene = await playAgency(h)
  const other = await playAgency(h, 'Other Network')
  const path = await upload(scene, cp1252(roster))
  const id = path.split('/').at(-1)
  for (const suffix of ['', '/preview', '/refused']) {
    expect((await h.get(`${path}${suffix}`, other.facilitator)).status).toBe(404)
    expect((await h.get(`${importPath(other)}/${id}${suffix}`, other.facilitator)).status).toBe(404)
    expect((await h.get(`${path}${suffix}`)).headers.get('location')).toContain('/sign-in')
  }
  for (const verb of ['mapping', 'zones', 'completion', 'removal']) {
    expect((await h.submit(`${importPath(other)}/${id}/${verb}`, {}, other.facilitator)).status).toBe(404)
  }
  expect((await counted()).persons).toBe(0)
})

test('the pages speak French', async () => {
  const scene = await playAgency(h)
  const path = await upload(scene, cp1252(roster))
  expect(heading(await page(h, `${path}/preview?lang=fr`, scene))).toBe('2 personnes seront ajoutées, 1 refusée')
  expect(heading(await page(h, `${path}?lang=fr`, scene))).toBe('9 colonnes comprises sur 10')
})

test('5,000 people are imported in one transaction in under ten seconds', async () => {
  const scene = await playAgency(h)
  const lines = Array.from(
    { length: 5_000 },
    (_, index) => `Person ${index},p${index}@peers.example,Office ${index % 300},Clerk,Ghana,English (fluent); fr,2020`,
  )
  const text = `Name,Email,Organisation,Job title,Country,Languages,Post since\n${lines.join('\n')}`
  const path = await upload(scene, new File([text], 'large.csv'))
  const started = performance.now()
  await agree(scene, path)
  expect(performance.now() - started).toBeLessThan(10_000)
  expect(await counted()).toEqual({ persons: 5_000, posts: 5_000, parts: 5_000 })
  const again = await upload(scene, new File([text], 'large.csv'))
  expect(heading(await page(h, `${again}/preview`, scene))).toBe('Nothing to do: all 5,000 are already here')
})
