import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { playAgency, playPeer, type Scene } from '../../../test/scene.ts'
import { makeLink } from '../links/links.ts'

const h = useHarness()

const importPath = ({ initiativeId }: Scene) => `/initiatives/${initiativeId}/people/import`
const roster = (text: string) => new File([text], 'roster.csv', { type: 'text/csv' })
const ana = 'Name,E-mail\nAna,ana@peers.example\n'
const bob = 'Name,E-mail\nBob,bob@peers.example\n'
const imports = async () => (await h.world.db.selectFrom('roster_imports').select('id').execute()).length

describe('a form sent twice', () => {
  it('has one effect, and is answered the same', async () => {
    const scene = await playAgency(h)
    const fields = { _key: randomUUID(), file: roster(ana) }
    const [first, second] = [
      await h.submit(importPath(scene), fields, scene.facilitator),
      await h.submit(importPath(scene), fields, scene.facilitator),
    ]
    expect([first.status, second.status]).toEqual([303, 303])
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    expect(await imports()).toBe(1)
  })

  it('is asked about when something else was typed, and nothing of it is lost', async () => {
    const scene = await playAgency(h)
    const key = randomUUID()
    await h.submit(importPath(scene), { _key: key, pasted: ana }, scene.facilitator)
    const other = await h.submit(importPath(scene), { _key: key, pasted: bob }, scene.facilitator)
    const page = await other.text()
    expect(other.status).toBe(422)
    expect(page).toContain('bob@peers.example')
    expect(await imports()).toBe(1)
    const fresh = /name="_key" value="([^"]+)"/.exec(page)?.[1] ?? ''
    expect(fresh).not.toBe(key)
    expect((await h.submit(importPath(scene), { _key: fresh, pasted: bob }, scene.facilitator)).status).toBe(303)
    expect(await imports()).toBe(2)
  })

  it('is another form when its file holds something else, though name and size are the same', async () => {
    const scene = await playAgency(h)
    const key = randomUUID()
    await h.submit(importPath(scene), { _key: key, file: roster(ana) }, scene.facilitator)
    expect((await h.submit(importPath(scene), { _key: key, file: roster(bob) }, scene.facilitator)).status).toBe(422)
    expect(await imports()).toBe(1)
  })

  it('does nothing for somebody else, or elsewhere, with the same key', async () => {
    const scene = await playAgency(h)
    const fields = { _key: randomUUID(), pasted: ana }
    await h.submit(importPath(scene), fields, scene.facilitator)
    expect((await h.submit(importPath(scene), fields, scene.administrator)).status).toBe(422)
    expect((await h.submit('/my', { ...fields, email: cast.ana.email })).status).toBe(422)
    expect(await imports()).toBe(1)
  })

  it.for(['', 'short', 'x'.repeat(65), 'not a key; drop table'])('does nothing without a good key: %j', async (key) => {
    const scene = await playAgency(h)
    expect((await h.submit(importPath(scene), { _key: key, pasted: ana }, scene.facilitator)).status).toBe(422)
    expect(await imports()).toBe(0)
  })

  it('can come back with a mistake and be sent again', async () => {
    const scene = await playAgency(h)
    const key = randomUUID()
    expect((await h.submit(importPath(scene), { _key: key, pasted: '' }, scene.facilitator)).status).toBe(422)
    expect((await h.submit(importPath(scene), { _key: key, pasted: ana }, scene.facilitator)).status).toBe(303)
  })
})

it('keeps no token of a link, and leads back by it all the same', async () => {
  const scene = await playAgency(h)
  const { personId } = await playPeer(h, scene, cast.ana)
  const address = await h.change((work) =>
    makeLink(work, { agencyId: scene.agencyId, purpose: 'home', personId, days: 1 }),
  )
  const path = new URL(address).pathname
  const part = await h.world.db
    .selectFrom('participations')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  const fields = { _key: randomUUID(), part: part.id }
  for (const answer of [await h.submit(`${path}/return`, fields), await h.submit(`${path}/return`, fields)]) {
    expect(answer.headers.get('location')).toBe(`${path}?said=saidReturned`)
  }
  const kept = await h.world.db.selectFrom('answered_forms').selectAll().execute()
  expect(JSON.stringify(kept)).not.toContain(path.split('/').at(-1))
})
