import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { playPair } from '../../../test/pair.ts'
import { playAnswers } from '../../../test/round.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'

const h = useHarness()
let scene: Scene
let path: string
let ana: string
let kofi: string
let grace: string
let aoife: string

beforeEach(async () => {
  scene = await playAgency(h)
  const pair = await playPair(h, scene, [cast.ana, cast.kofi])
  ;[ana = '', kofi = ''] = pair.personIds
  grace = (await playAnswers(h, scene, cast.grace)).personId
  aoife = (await playAnswers(h, scene, cast.aoife)).personId
  path = `/initiatives/${scene.initiativeId}/desk/${pair.connectionId}/partners`
  h.post.length = 0
})

const states = async () =>
  (await h.world.db.selectFrom('connections').select('state').orderBy('proposed_at').orderBy('state').execute()).map(
    (row) => row.state,
  )

describe('matching a pair anew', () => {
  it('shows the next best for each, with reasons', async () => {
    const page = await wordsOf(h.get(path, scene.facilitator))
    expect(page).toContain('Whom could Ana Morales and Kofi Mensah meet instead?')
    expect(page).toMatch(/For Ana Morales.*Grace Wanjiru \(fit \d+\).*For Kofi Mensah/)
  })

  it('closes with thanks and asks the new pairs, in one act', async () => {
    const answer = await h.submit(path, { [`for.${ana}`]: grace, [`for.${kofi}`]: aoife }, scene.facilitator)
    expect(answer.status).toBe(303)
    expect((await states()).toSorted()).toEqual(['closed', 'proposed', 'proposed'])
    await h.settle()
    expect(h.post).toHaveLength(6)
    expect(await wordsOf(h.get(answer.headers.get('location') ?? '', scene.facilitator))).toContain(
      'new proposals are on their way',
    )
  })

  it('changes nothing when one person is chosen twice, or somebody who was not offered', async () => {
    const twice = await h.submit(path, { [`for.${ana}`]: grace, [`for.${kofi}`]: grace }, scene.facilitator)
    expect([twice.status, (await wordsOf(twice)).includes('chosen twice')]).toEqual([422, true])
    const stranger = await h.submit(path, { [`for.${ana}`]: kofi }, scene.facilitator)
    expect(stranger.status).toBe(422)
    expect(await states()).toEqual(['active'])
  })

  it('may leave somebody to the next round', async () => {
    await h.submit(path, { [`for.${ana}`]: grace, [`for.${kofi}`]: '' }, scene.facilitator)
    expect((await states()).toSorted()).toEqual(['closed', 'proposed'])
  })

  it('is not for another agency', async () => {
    const other = await playAgency(h, 'Elsewhere')
    expect((await h.get(path, other.facilitator)).status).toBe(404)
    expect((await h.submit(path, { [`for.${ana}`]: grace }, other.facilitator)).status).toBe(404)
    expect(await states()).toEqual(['active'])
  })
})
