import { describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { newRoundFields, playAnswers, useWorkbench } from '../../../test/round.ts'
import { playAgency, playPeer } from '../../../test/scene.ts'

const h = useHarness()
const at = useWorkbench(h)
const { ids, look, post, refused } = at

describe('refusals on the workbench', () => {
  it('no pin against a ban, and no ban against a pin', async () => {
    await post('/bans', { people: ids('ana', 'grace') })
    expect(await refused('/pins', { people: ids('ana', 'grace') })).toContain(
      'Ana Morales and Grace Wanjiru are forbidden in this round.',
    )
    await post('/pins', { people: ids('ana', 'luc') })
    expect(await refused('/bans', { people: ids('ana', 'luc') })).toContain(
      'Ana Morales and Luc Tremblay are pinned. Unpin them first.',
    )
  })

  it('no pin of two who may not meet, until the round lifts the rule', async () => {
    const homes = h.world.db.selectFrom('posts').select('organisation_id').where('person_id', '=', at.round.people.ana)
    await h.world.db
      .updateTable('posts')
      .set({ organisation_id: homes })
      .where('person_id', '=', at.round.people.kofi)
      .execute()
    expect(await refused('/pins', { people: ids('ana', 'kofi') })).toContain(
      'A rule keeps Ana Morales and Kofi Mensah apart: one organisation or reporting line, an earlier match',
    )
    expect(await refused('/pins', { people: ids('kofi', 'leila') })).toContain(
      'have no language in which both can work',
    )
    const lifted = await h.submit(
      `/initiatives/${at.scene.initiativeId}/matching`,
      {
        title: 'Lifted',
        ...newRoundFields,
        allowSameOrganisation: 'yes',
      },
      at.scene.facilitator,
    )
    const path = (lifted.headers.get('location') ?? '').replace(/\?.*/, '')
    expect((await h.submit(`${path}/pins`, { people: ids('ana', 'kofi') }, at.scene.facilitator)).status).toBe(303)
  })

  it('no second pin of somebody who is pinned', async () => {
    await post('/pins', { people: ids('ana', 'luc') })
    expect(await refused('/pins', { people: ids('ana', 'kofi') })).toContain(
      'Ana Morales is pinned with somebody else. Unpin that first.',
    )
  })

  it('nobody who does not take part, and nobody from elsewhere', async () => {
    const paola = await playAnswers(h, at.scene, cast.paola, { standing: 'not_now' })
    expect(await refused('/pins', { people: `${at.round.people.ana},${paola.personId}` })).toContain(
      'Paola Andrade does not take part in this round.',
    )
    const stranger = await playPeer(h, await playAgency(h, 'Elsewhere'), cast.amadou)
    expect((await post('/pins', { people: `${at.round.people.ana},${stranger.personId}` })).status).toBe(404)
    expect((await post('/swap', { person: at.round.people.ana, with: stranger.personId })).status).toBe(404)
    expect((await post('/pins', { people: 'nonsense' })).status).toBe(422)
  })

  it('no round of another initiative or agency, in any path', async () => {
    const elsewhere = await playAgency(h, 'Elsewhere')
    const others = await h.world.db
      .insertInto('initiatives')
      .values({ agency_id: at.scene.agencyId, title: 'Another of ours', created_at: h.clock.now() })
      .returning('id')
      .executeTakeFirstOrThrow()
    const foreign = [
      [`/initiatives/${others.id}/matching/${at.round.roundId}`, at.scene.facilitator],
      [`/initiatives/${elsewhere.initiativeId}/matching/${at.round.roundId}`, elsewhere.facilitator],
      [at.round.path, elsewhere.facilitator],
    ] as const
    for (const [path, who] of foreign) {
      for (const page of ['', '/swap?people=x', '/publication'])
        expect((await h.get(`${path}${page}`, who)).status).toBe(404)
      for (const act of ['/pins', '/pins/removal', '/bans'])
        expect((await h.submit(`${path}${act}`, { people: ids('ana', 'luc') }, who)).status).toBe(404)
      expect((await h.submit(`${path}/scoring`, {}, who)).status).toBe(404)
      expect((await h.submit(`${path}/rules/removal`, { people: ids('ana', 'luc'), kind: 'pin' }, who)).status).toBe(
        404,
      )
      expect(
        (await h.submit(`${path}/swap`, { person: at.round.people.ana, with: at.round.people.luc }, who)).status,
      ).toBe(404)
      expect((await h.submit(`${path}/publication`, { revision: '1' }, who)).status).toBe(404)
      expect((await h.submit(`${path}/removal`, {}, who)).status).toBe(404)
    }
    expect(await look()).toContain('One pair and one trio are ready')
  })
})
