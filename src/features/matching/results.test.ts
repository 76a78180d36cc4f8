import { describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { mailTo } from '../../../test/pair.ts'
import { useWorkbench, publishDraft } from '../../../test/round.ts'
import { playAgency } from '../../../test/scene.ts'
import { leaveConnections } from '../connections/closing.ts'
import { recordContact } from '../connections/contacts.ts'
import { answerProposal, proposeConnection } from '../connections/proposing.ts'

const h = useHarness()
const at = useWorkbench(h)

const publish = () => publishDraft(h, at.round)

const say = (member: keyof typeof cast, answer: string) =>
  h.submit(linkIn(mailTo(h, cast[member]), 'proposal'), { answer, reason: '' })
const look = (lang = 'en') => wordsOf(h.get(`${at.round.path}/results?lang=${lang}`, at.scene.facilitator))
const csv = async () => (await h.get(`${at.round.path}/results.csv`, at.scene.facilitator)).text()

async function talk(memberId: string, kind: 'live' | 'message'): Promise<void> {
  const { connection_id: connectionId } = await h.world.db
    .selectFrom('connection_members')
    .select('connection_id')
    .where('person_id', '=', memberId)
    .executeTakeFirstOrThrow()
  await h.change((work) => recordContact(work, { connectionId, happenedAt: work.now, kind, minutes: 30, note: '' }), {
    kind: 'staff',
    id: at.scene.staffId,
    name: 'Youssef',
    agencyId: at.scene.agencyId,
  })
}

describe('what became of a round', () => {
  it('is counted as far as it can be, and says of the rest that it is too early', async () => {
    await publish()
    expect(await look()).toContain('0 of 2 proposals were accepted, 0 have met')
    await say('leila', 'yes')
    await say('luc', 'yes')
    await talk(at.round.people.luc, 'message')
    expect(await look()).toMatch(/1 of 2 proposals were accepted, 0 have met.*Accepted 1 of 1 Too early to say of one/)
    await talk(at.round.people.luc, 'live')
    const page = await look()
    expect(page).toContain('1 of 2 proposals were accepted, 1 has met')
    expect(page).toContain('The first can be judged on 24 February 2027')
    expect(await look('fr')).toContain('1 sur 2 propositions acceptées, 1 a mené à une rencontre')
  })

  it('is judged by the rhythm watch three months after the start', async () => {
    await publish()
    for (const name of ['ana', 'kofi', 'grace', 'leila', 'luc'] as const) await say(name, 'yes')
    h.clock.moveTo(Temporal.Instant.from('2027-02-01T10:00:00Z'))
    await talk(at.round.people.luc, 'live')
    h.clock.moveTo(Temporal.Instant.from('2027-02-24T10:00:00Z'))
    expect(await look()).toMatch(/In rhythm at three months 1 of 2/)
  })

  it('shows a handful as what it is: counts, no percentage, no verdict', async () => {
    await publish()
    await say('leila', 'yes')
    await say('luc', 'yes')
    await say('ana', 'no')
    const page = await look()
    expect(page).toContain('Too few to compare')
    // Nobody was asked before this round: a part of which nothing is known is not there.
    expect(page).not.toContain('Asked for')
    expect(page.replace(/Wilson’s interval of 95 %/, '')).not.toContain('%')
    expect(page).not.toContain('Within chance')
  })

  it('counts a group of five as one proposal, also when one of them has left it', async () => {
    const { roundId, people } = at.round
    const personIds = Object.values(people)
    const part = { name: 'language', points: 160, of: 200, level: 80 }
    const { db } = h.world
    await db.deleteFrom('matching_proposals').where('round_id', '=', roundId).execute()
    const parts = JSON.stringify({ parts: [part], reasons: [] })
    await db
      .insertInto('matching_proposals')
      .values({ round_id: roundId, person_ids: personIds, fit: 60, parts })
      .execute()
    await db.updateTable('matching_rounds').set({ state: 'published', published_at: h.clock.now() }).execute()
    const { agencyId, initiativeId } = at.scene
    const id = await h.change((work) =>
      proposeConnection(work, { agencyId, initiativeId, roundId, personIds, fit: 60, members: [] }),
    )
    for (const personId of personIds) await h.change((work) => answerProposal(work, id, personId, 'yes', ''))
    await h.change((work) => leaveConnections(work, { personId: people.luc, initiativeId }))
    expect(await look()).toContain('1 of 1 proposal was accepted, 0 have met')
    expect((await csv()).trim().split('\r\n')).toHaveLength(2)
  })

  it('leaves as CSV, with names that could pass for formulas disarmed', async () => {
    await publish()
    await h.world.db
      .updateTable('persons')
      .set({ name: '=HYPERLINK("x")' })
      .where('id', '=', at.round.people.leila)
      .execute()
    const lines = (await csv()).trim().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toMatch(/^Members,Fit,Offers meet wants,.*,Accepted,Met,In rhythm at three months$/)
    expect(lines.find((line) => line.includes('HYPERLINK'))).toMatch(/^"'=HYPERLINK/)
    expect(lines[1]).toMatch(/,too early to say,too early to say,too early to say$/)
  })

  it('is nothing for a draft, and nobody’s business elsewhere', async () => {
    const draft = await h.get(`${at.round.path}/results`, at.scene.facilitator)
    expect([draft.status, draft.headers.get('location')]).toEqual([303, at.round.path])
    await publish()
    const elsewhere = await playAgency(h, 'Elsewhere')
    for (const page of ['results', 'results.csv'])
      expect((await h.get(`${at.round.path}/${page}`, elsewhere.facilitator)).status).toBe(404)
    const rounds = await (await h.get(`/initiatives/${at.scene.initiativeId}/matching`, at.scene.facilitator)).text()
    expect(rounds).toContain(`href="${at.round.path}/results"`)
    expect(await (await h.get(at.round.path, at.scene.facilitator)).text()).toContain(`href="${at.round.path}/results"`)
  })
})
