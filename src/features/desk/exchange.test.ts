import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { mailsTo, mailTo } from '../../../test/pair.ts'
import { playAnswers } from '../../../test/round.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { answerProposal, proposeConnection } from '../connections/proposing.ts'

const h = useHarness()
let scene: Scene
let ids: Record<'ana' | 'kofi' | 'grace' | 'aoife' | 'rahim', string>
let declined: string
let other: string
let path: string

/** Kofi turned Ana down; Grace and Aoife are proposed to each other; Rahim, who only Aoife and Grace can have, is free. */
beforeEach(async () => {
  scene = await playAgency(h)
  const person = async (who: keyof typeof ids, said: object) => (await playAnswers(h, scene, cast[who], said)).personId
  ids = {
    ana: await person('ana', { offers: ['maps'], wants: ['radio'] }),
    kofi: await person('kofi', { offers: ['radio'] }),
    grace: await person('grace', { offers: ['radio'], wants: ['maps'] }),
    aoife: await person('aoife', { offers: ['plain words'], wants: ['audits'] }),
    rahim: await person('rahim', { offers: ['audits'], wants: ['plain words'] }),
  }
  // Ana and Rahim were together before: no rule lets them be proposed again.
  const propose = (one: string, two: string) =>
    h.change((work) =>
      proposeConnection(work, {
        agencyId: scene.agencyId,
        initiativeId: scene.initiativeId,
        roundId: null,
        personIds: [one, two],
        fit: 50,
        members: [],
      }),
    )
  const earlier = await propose(ids.ana, ids.rahim)
  await h.change((work) => answerProposal(work, earlier, ids.rahim, 'no', ''))
  declined = await propose(ids.ana, ids.kofi)
  await h.change((work) => answerProposal(work, declined, ids.kofi, 'no', ''))
  await h.world.db.updateTable('participations').set({ state: 'not_now' }).where('person_id', '=', ids.kofi).execute()
  other = await propose(ids.grace, ids.aoife)
  path = `/initiatives/${scene.initiativeId}/desk/${declined}/exchange`
  await h.settle()
})

const look = () => wordsOf(h.get(path, scene.facilitator))
const states = async () =>
  (await h.world.db.selectFrom('connections').select(['state', 'close_reason']).orderBy('proposed_at').execute()).map(
    ({ state, close_reason }) => close_reason ?? state,
  )

async function keyFor(partner: string): Promise<string> {
  const html = await (await h.get(path, scene.facilitator)).text()
  return (
    new RegExp(`name="with" value="${partner}"/><input type="hidden" name="key" value="([^"]+)"`).exec(html)?.[1] ?? ''
  )
}

const exchange = (partner: string, key: string) =>
  h.submit(path, { person: ids.ana, with: partner, key }, scene.facilitator)

describe('a way for somebody who is left alone', () => {
  it('is shown with what changes for whom and what it costs the others', async () => {
    const page = await look()
    expect(page).toContain('Whom could Ana Morales have instead?')
    expect(page).toContain('Nobody who would be allowed is free.')
    expect(page).toMatch(
      /Grace Wanjiru \(fit \d+\) Taken back: (Grace Wanjiru and Aoife Byrne|Aoife Byrne and Grace Wanjiru) \(fit \d+\) ?Then: (Aoife Byrne and Rahim Chowdhury|Rahim Chowdhury and Aoife Byrne) \(fit \d+\) (They gain )?\d+ points/,
    )
    const desk = await (await h.get(`/initiatives/${scene.initiativeId}`, scene.facilitator)).text()
    expect(desk).toContain(`href="${path}"`)
  })

  it('is one button: everybody keeps a partner, and reads once what takes whose place', async () => {
    h.post.length = 0
    const answer = await exchange(ids.grace, await keyFor(ids.grace))
    expect(answer.status).toBe(303)
    expect((await states()).toSorted()).toEqual(['declined', 'declined', 'exchanged', 'proposed', 'proposed'])
    await h.settle()
    expect(h.post).toHaveLength(4)
    expect(mailTo(h, cast.grace)?.text).toContain('Lately we proposed you and Aoife Byrne. We take that back')
    expect(mailTo(h, cast.grace)?.subject).toContain('Ana Morales')
    expect(mailTo(h, cast.aoife)?.subject).toContain('Rahim Chowdhury')
    expect(mailTo(h, cast.ana)?.text).not.toContain('We take that back')
    expect(mailsTo(h, cast.aoife, 'not this time')).toBe(0)
    expect((await h.get(linkIn(mailTo(h, cast.aoife), 'proposal'))).status).toBe(200)
    expect(await look()).toContain('Nobody is left alone here any more')
    expect(
      await wordsOf(h.get(`/initiatives/${scene.initiativeId}/connections/${other}`, scene.facilitator)),
    ).toContain('Taken back, so that somebody else could have a partner')
  })

  it('never touches a proposal that somebody has said yes to, even if the yes comes while one looks', async () => {
    const key = await keyFor(ids.grace)
    await h.change((work) => answerProposal(work, other, ids.aoife, 'yes', ''))
    const late = await exchange(ids.grace, key)
    expect(late.status).toBe(422)
    expect(await wordsOf(late)).toContain('Something this exchange rests on has changed')
    expect((await states()).toSorted()).toEqual(['declined', 'declined', 'proposed'])
    expect(await look()).toContain('No exchange is possible in which everybody keeps a partner.')
  })

  it('is refused when it is another than was looked at, and to everybody elsewhere', async () => {
    expect((await exchange(ids.grace, 'another way')).status).toBe(422)
    expect((await exchange(ids.rahim, await keyFor(ids.grace))).status).toBe(422)
    const elsewhere = await playAgency(h, 'Elsewhere')
    expect((await h.get(path, elsewhere.facilitator)).status).toBe(404)
    expect((await h.submit(path, { person: ids.ana, with: ids.grace, key: 'x' }, elsewhere.facilitator)).status).toBe(
      404,
    )
    expect((await h.submit(path, { person: ids.grace, with: ids.ana, key: 'x' }, scene.facilitator)).status).toBe(404)
    expect((await states()).toSorted()).toEqual(['declined', 'declined', 'proposed'])
  })
})
