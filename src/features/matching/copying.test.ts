import { expect, it } from 'vitest'
import { useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { useWorkbench } from '../../../test/round.ts'

const h = useHarness()
const at = useWorkbench(h)
const { ids, look, post } = at

const proposalsOf = (roundId: string) =>
  h.world.db
    .selectFrom('matching_proposals')
    .select(['person_ids', 'fit', 'parts'])
    .where('round_id', '=', roundId)
    .orderBy('person_ids')
    .execute()

it('a draft is copied as it stands, to try another way beside it', async () => {
  await post('/bans', { people: ids('ana', 'kofi') })
  h.clock.advance({ minutes: 1 })
  const fields = { _key: 'a-key-that-is-pressed-twice' }
  const answer = await post('/copies', fields)
  expect((await post('/copies', fields)).headers.get('location')).toBe(answer.headers.get('location'))
  const location = answer.headers.get('location') ?? ''
  const page = await wordsOf(h.get(location, at.scene.facilitator))
  expect(page).toContain('Pairs for January, another way')
  expect(page).toContain('This is a copy.')
  expect(page).toContain('Forbidden: Ana Morales and Kofi Mensah')
  expect(page).not.toContain('Undo')
  const [, copy = ''] = /matching\/([^?]+)/.exec(location) ?? []
  expect(await proposalsOf(copy)).toEqual(await proposalsOf(at.round.roundId))

  const before = await proposalsOf(at.round.roundId)
  const pins = location.replace(/\?.*/, '/pins')
  expect((await h.submit(pins, { people: ids('ana', 'luc') }, at.scene.facilitator)).status).toBe(303)
  expect(await proposalsOf(at.round.roundId)).toEqual(before)
  expect(await look()).not.toContain('Pinned: Ana')

  const rounds = await wordsOf(h.get(`/initiatives/${at.scene.initiativeId}/matching`, at.scene.facilitator))
  expect(rounds).toContain('Points can be compared where what counts is the same.')
  const [, other, first] =
    /another way .*?Draft 2 ([\d.]+) 1 .*?Pairs for January .*?Draft 2 ([\d.]+) 1 /.exec(rounds) ?? []
  expect(Number(other)).toBeLessThan(Number(first))
})

it('a published round is not copied as a draft', async () => {
  await h.world.db.updateTable('matching_rounds').set({ state: 'published', published_at: h.clock.now() }).execute()
  expect(await at.refused('/copies', {})).toContain('This round was published')
})
