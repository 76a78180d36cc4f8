import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { rematchPerson } from '../../src/features/matching/rematching.ts'
import { listRoutes } from '../../src/platform/web/policy.ts'
import type { LinkPurpose } from '../../src/platform/links/links.ts'
import { cast } from '../cast.ts'
import { linkIn, useHarness, type Who } from '../harness.ts'
import { wordsOf } from '../page.ts'
import { filledForm, playInvited } from '../profile-scene.ts'
import { playAnswers, playRound } from '../round.ts'
import { playAgency } from '../scene.ts'
import { setSide, type Side } from './stage.ts'

const h = useHarness({ logLevel: 'silent' })

/** Says that one peer would rather not be matched with another; for the system alone. */
async function ratherNot(personId: string, otherId: string): Promise<void> {
  const { id } = await h.world.db
    .selectFrom('participations')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  await h.world.db
    .insertInto('participation_rather_nots')
    .values({ participation_id: id, person_id: otherId })
    .execute()
}

/** Every page, file and feed of a side, for everybody who is somebody to it; without what is new on every page. */
async function outputsOf(side: Side): Promise<Map<string, string>> {
  const readers: [string, Who, Partial<Record<LinkPurpose, string>>][] = [
    ['nobody', undefined, {}],
    ['facilitator', side.scene.facilitator, {}],
    ['administrator', side.scene.administrator, {}],
    ...Object.values(side.players).map((player): [string, Who, typeof player.links] => [
      player.name,
      undefined,
      player.links,
    ]),
  ]
  // A passkey's challenge is another each time.
  const pages = listRoutes(h.app).filter(({ method, path }) => method === 'GET' && !path.startsWith('/api/auth'))
  const outputs = new Map<string, string>()
  for (const [reader, who, links] of readers) {
    for (const route of pages) {
      const purpose = route.who?.startsWith('link: ') ? (route.who.slice(6) as LinkPurpose) : null
      const token = purpose ? links[purpose] : 'none'
      if (!token || (reader === 'owner' && purpose === 'profile')) continue
      const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
        name === 'token' ? token : (side.objects[name] ?? 'none'),
      )
      const { one, other } = side.objects
      for (const query of /\/(swap|new)$/.test(path) ? [`?person=${one}&people=${one},${other}&with=${other}`] : ['']) {
        const text = await (await h.get(path + query, who)).text()
        outputs.set(`${reader} ${path}${query}`, text.replaceAll(/name="_key" value="[^"]*"/g, ''))
      }
    }
  }
  return outputs
}

describe('whom somebody would rather not be matched with', () => {
  it('is on no page, in no file and no feed of anybody', async () => {
    const side = await setSide(h, 'Agora', [cast.ana, cast.kofi, cast.leila])
    const before = await outputsOf(side)
    await ratherNot(side.objects.one ?? '', side.objects.other ?? '')
    const after = await outputsOf(side)
    const changed = [...after].filter(([where, text]) => before.get(where) !== text).map(([where]) => where)
    expect(changed).toEqual([])
    expect(after.size).toBeGreaterThan(100)
    // The scan can find: a wish, which staff may read, is seen.
    const wish = { participation_id: side.objects.participation ?? '', person_id: side.objects.other ?? '' }
    await h.world.db.insertInto('participation_wishes').values(wish).execute()
    const person = `/initiatives/${side.objects.initiative}/people/${side.objects.person}`
    const shown = await (await h.get(person, side.scene.facilitator)).text()
    expect(shown).not.toBe(before.get(`facilitator ${person}`))
    expect(before.has(`facilitator ${person}`)).toBe(true)
  })

  it('is said and unsaid on one’s own form, where alone it is seen again, and leaves no trace on the trail', async () => {
    const scene = await playAgency(h)
    const kofi = await playInvited(h, scene)
    const ana = await playAnswers(h, scene, cast.ana)
    const own = `${kofi.path}/rather-not`
    const form = await (await h.get(own)).text()
    expect(form).toContain('Nobody reads this: no facilitator, no peer, no report.')
    expect((await h.submit(kofi.path, { ...filledForm, wishes: [ana.personId], pairs: '2' })).status).toBe(303)
    expect((await h.submit(own, { ratherNots: [ana.personId] })).status).toBe(303)
    const ticked = (html: string) => html.includes(`name="ratherNots" value="${ana.personId}" checked`)
    expect(ticked(await (await h.get(own)).text())).toBe(true)
    expect(ticked(await (await h.get(kofi.path)).text())).toBe(false)
    await h.settle()
    const { rows } = await sql<{ text: string }>`
      select details::text as text from audit_events where verb like 'participation%'
      union all select data::text from pgboss.job`.execute(h.world.db)
    expect(rows.filter(({ text }) => text?.includes(ana.personId))).toEqual([])
    expect(h.post.filter(({ text }) => /rather/i.test(text))).toEqual([])
    const home = `/initiatives/${scene.initiativeId}/people`
    const page = await (await h.get(`${home}/${kofi.personId}`, scene.facilitator)).text()
    expect(page.split(ana.personId).length, 'the wish alone').toBe(2)
    expect((await h.submit(kofi.path, { ...filledForm, wishes: [ana.personId] })).status).toBe(303)
    expect(ticked(await (await h.get(own)).text()), 'it outlives other answers').toBe(true)
    expect((await h.submit(own, {})).status).toBe(303)
    expect(ticked(await (await h.get(own)).text())).toBe(false)
  })

  it('holds against every act of a facilitator, from either side, in the words of other rules', async () => {
    const scene = await playAgency(h)
    const { path, people } = await playRound(h, scene)
    const { ana, kofi, grace, luc } = people
    await h.world.db
      .updateTable('posts')
      .set({ organisation_id: h.world.db.selectFrom('posts').select('organisation_id').where('person_id', '=', luc) })
      .where('person_id', '=', grace)
      .execute()
    await ratherNot(kofi, ana)
    const act = (way: string, fields: Record<string, string>) => h.submit(path + way, fields, scene.facilitator)
    expect((await act('/scoring', {})).status).toBe(303)
    const bench = await wordsOf(h.get(path, scene.facilitator))
    expect(bench).not.toMatch(
      /Ana Morales · (Grace Wanjiru · )?Kofi Mensah|Kofi Mensah · (Grace Wanjiru · )?Ana Morales/,
    )
    const nameless = async (answer: Response | Promise<Response>, one: string, other: string) => {
      const text = await wordsOf(answer)
      const sentence = /A rule keeps [^.]*\./.exec(text)?.[0] ?? 'no such sentence'
      return sentence.replace(one, 'one').replace(other, 'other')
    }
    const asked = await nameless(act('/pins', { people: `${ana},${kofi}` }), cast.ana.name, cast.kofi.name)
    const colleagues = await nameless(act('/pins', { people: `${grace},${luc}` }), cast.grace.name, cast.luc.name)
    expect(asked).toMatch(/^A rule keeps one and other apart/)
    expect(asked).toBe(colleagues)
    expect((await act('/swap', { person: ana, with: kofi })).status).toBe(422)
    expect((await act('/swap', { person: kofi, with: ana })).status).toBe(422)
    const swap = h.get(`${path}/swap?people=${ana}&with=${kofi}`, scene.facilitator)
    expect(await nameless(swap, cast.ana.name, cast.kofi.name)).toBe(asked)
    await expect(h.change((work) => rematchPerson(work, scene.initiativeId, ana, kofi))).rejects.toMatchObject({
      errors: { _form: expect.stringContaining('A rule keeps') },
    })
    const settings = { title: 'All lifted', contact: 'any', allowSameOrganisation: 'yes', allowReportingLine: 'yes' }
    expect((await act('/settings', settings)).status).toBe(303)
    expect((await act('/pins', { people: `${ana},${kofi}` })).status).toBe(422)
    expect((await act('/pins', { people: `${grace},${luc}` })).status).toBe(303)
  })

  it('stops a proposal that was solved before it was said', async () => {
    const scene = await playAgency(h)
    const { path, people } = await playRound(h, scene)
    const confirm = await (await h.get(`${path}/publication`, scene.facilitator)).text()
    const revision = /name="revision" value="(\d+)"/.exec(confirm)?.[1] ?? ''
    await ratherNot(people.leila, people.luc)
    const answer = await h.submit(`${path}/publication`, { revision }, scene.facilitator)
    expect(answer.status).toBe(422)
    await h.settle()
    expect(h.post.filter(({ text }) => text.includes('proposal')).map((mail) => linkIn(mail, 'proposal'))).toEqual([])
  })
})
