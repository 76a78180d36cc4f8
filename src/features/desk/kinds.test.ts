import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { type Desk, deskOf, playSilence } from '../../../test/desk.ts'
import { useHarness } from '../../../test/harness.ts'
import { mailsTo, mailTo, type PlayedPair, playPair, playProposal } from '../../../test/pair.ts'
import { playAnswers } from '../../../test/round.ts'
import { playAgency, playPeer, type Scene } from '../../../test/scene.ts'
import { daysAfter } from '../../platform/clock.ts'
import { runSweeps } from '../../schedule.ts'
import { acceptAgreement } from '../connections/agreeing.ts'
import { recordContact } from '../connections/contacts.ts'
import { answerProposal } from '../connections/proposing.ts'
import { planSession } from '../sessions/actions.ts'
import { answerCheckin } from '../sessions/checkin/checkin.ts'
import { proposeTimes } from '../sessions/times/asking.ts'

const h = useHarness()
let scene: Scene
let desk: Desk

beforeEach(async () => {
  scene = await playAgency(h)
  desk = deskOf(h, scene)
})

async function pass(days: number): Promise<void> {
  h.clock.advance({ days })
  await runSweeps(h.world)
  await h.settle()
}

const agree = (pair: PlayedPair, personIds = pair.personIds) =>
  h.change(async (work) => {
    for (const personId of personIds) await acceptAgreement(work, pair.connectionId, personId, 1)
  })

const meet = (pair: PlayedPair) =>
  h.change((work) => {
    const contact = { kind: 'live', minutes: 30, note: '', happenedAt: work.now } as const
    return recordContact(
      { ...work, actor: { ...work.actor, kind: 'peer', id: pair.personIds[0] ?? null } },
      {
        connectionId: pair.connectionId,
        ...contact,
      },
    )
  })

describe('rows about a connection', () => {
  it.each([
    [
      61,
      'Not in touch since they started 61 days ago; they agreed on every 30 days. A short word often does.',
      'amber',
    ],
    [130, 'Not in touch since they started 130 days ago; they agreed on every 30 days.', 'red'],
    [250, 'That is 8 times their rhythm: decide with them', 'lapsed'],
  ])('come up after %i days of silence and go with a nudge', async (days, sentence) => {
    const { connectionId } = await playSilence(h, scene, days)
    const page = await desk.page()
    expect(page).toContain('One needs you today')
    expect(page).toContain(sentence)
    expect(await desk.after(await desk.act(`${connectionId}/nudge`))).toMatch(
      /mail from you on the way.*Nobody needs you today/,
    )
    expect(await desk.timeline(connectionId)).toContain('A nudge was sent')
  })

  it('tell of silence after contact with the days since', async () => {
    const pair = await playPair(h, scene)
    await meet(pair)
    await pass(64)
    await h.world.db.updateTable('time_polls').set({ state: 'withdrawn' }).execute()
    expect(await desk.page()).toContain('Silent for 64 days; they agreed on every 30 days.')
  })

  it('tell that no time suited all, and go when other times are proposed', async () => {
    const pair = await playPair(h, scene)
    await h.change((work) => proposeTimes(work, pair.connectionId))
    await pass(5)
    expect(await desk.page()).toContain('Nobody needs you today')
    await pass(6)
    expect(await desk.page()).toContain('Times were proposed twice, the last ones 6 days ago, and no time suited all.')
    h.post.length = 0
    expect(await desk.after(await desk.act(`${pair.connectionId}/times`))).toMatch(
      /Three times are on their way.*Nobody needs/,
    )
    await h.settle()
    expect(h.post).toHaveLength(2)
    expect(await desk.timeline(pair.connectionId)).toContain('Times were proposed')
  })

  it('tell of a session that did not happen, and go with other times', async () => {
    const { connectionId, personIds } = await playPair(h, scene)
    const session = await h.change((work) => planSession(work, connectionId, daysAfter(work.now, 2), 45))
    await pass(4)
    await h.change((work) => answerCheckin(work, session, personIds[0] ?? '', 'no', 0))
    expect(await desk.page()).toContain('Nobody needs you today')
    await h.change((work) => answerCheckin(work, session, personIds[1] ?? '', 'no', 0))
    expect(await desk.page()).toContain('They were to meet 2 days ago and did not. Nothing new is arranged.')
    await desk.act(`${connectionId}/times`)
    expect(await desk.page()).toContain('Nobody needs you today')
  })

  it('tell who has not answered a proposal, and remind only them', async () => {
    const pair = await playProposal(h, scene)
    await h.change((work) => answerProposal(work, pair.connectionId, pair.personIds[0] ?? '', 'yes', ''))
    await pass(8)
    expect(await desk.page()).toContain('Nobody needs you today')
    await pass(8)
    expect(await desk.page()).toContain('Kofi Mensah has not answered the proposal of 16 days ago, though reminded.')
    h.post.length = 0
    await desk.act(`${pair.connectionId}/nudge`)
    await h.settle()
    expect(h.post.map((mail) => [mail.to.address, mail.text.includes('waits for your answer')])).toEqual([
      [cast.kofi.email, true],
    ])
    expect(await desk.page()).toContain('Nobody needs you today')
  })

  it('tell who said later twice, with the reason', async () => {
    const { connectionId, personIds } = await playProposal(h, scene)
    const later = () =>
      h.change((work) => answerProposal(work, connectionId, personIds[1] ?? '', 'later', 'After the vote'))
    await h.change((work) => answerProposal(work, connectionId, personIds[0] ?? '', 'yes', ''))
    await later()
    await pass(15)
    await later()
    expect(await desk.page()).toMatch(/Kofi Mensah has said later, and was asked again\. Kofi Mensah: “After the vote”/)
    expect((await desk.act(`${connectionId}/closing`, { reason: 'other' })).headers.get('location')).toContain(
      'withdrawn',
    )
    expect(await desk.page()).toContain('Nobody needs you today')
  })

  it('offer the next best instead of a proposal without an answer', async () => {
    const { connectionId, personIds } = await playProposal(h, scene)
    await h.change((work) => answerProposal(work, connectionId, personIds[0] ?? '', 'yes', ''))
    const grace = await playAnswers(h, scene, cast.grace)
    await pass(8)
    await pass(8)
    expect(await desk.page()).toContain('Take it back, propose Grace Wanjiru')
    h.post.length = 0
    await desk.act(`${connectionId}/rematch`, { person: personIds[0] ?? '', with: grace.personId })
    await h.settle()
    expect(h.post.filter((mail) => mail.subject.includes('Kofi')).map((mail) => mail.to.address)).toEqual([
      cast.ana.email,
    ])
    expect(h.post.map((mail) => mail.to.address)).toContain(cast.grace.email)
    expect(await desk.page()).toContain('Nobody needs you today')
  })

  it('tell of a no with its reason and the next best, and go when one of them is proposed', async () => {
    const { connectionId, personIds } = await playProposal(h, scene)
    const [ana = '', kofi = ''] = personIds
    await h.change((work) => answerProposal(work, connectionId, ana, 'yes', ''))
    await h.change((work) => answerProposal(work, connectionId, kofi, 'no', 'I change my post in May'))
    const grace = await playAnswers(h, scene, cast.grace, { offers: ['radio'] })
    await h.settle()
    expect(await desk.page()).toMatch(
      /Kofi Mensah said no today\. Kofi Mensah: “I change my post in May” Ana Morales has nobody now\. For Ana Morales, the next best: Propose Grace Wanjiru \(fit \d+\)/,
    )
    h.post.length = 0
    expect((await desk.act(`${connectionId}/rematch`, { person: ana, with: grace.personId })).status).toBe(303)
    await h.settle()
    expect(h.post.map((mail) => mail.to.address).toSorted()).toEqual([cast.ana.email, cast.grace.email])
    expect(await desk.page()).toContain('Nobody needs you today')
  })

  it('tell who has not accepted the agreement after two weeks, and ask only them', async () => {
    const pair = await playPair(h, scene)
    await agree(pair, pair.personIds.slice(0, 1))
    await pass(13)
    expect(await desk.page()).not.toContain('accepted the agreement')
    await pass(1)
    expect(await desk.page()).toContain('Started 14 days ago, and Kofi Mensah has not accepted the agreement.')
    h.post.length = 0
    await desk.act(`${pair.connectionId}/nudge`, { word: 'sign' })
    await h.settle()
    expect(h.post.map((mail) => mail.to.address)).toEqual([cast.kofi.email])
    expect(await desk.page()).not.toContain('accepted the agreement')
  })

  it('tell that a review is due, and go when it was held', async () => {
    const pair = await playPair(h, scene)
    await h.world.db
      .updateTable('connections')
      .set({ review_on: Temporal.PlainDate.from('2026-11-24') })
      .execute()
    expect(await desk.page()).toContain('The review they agreed on is due today.')
    await h.world.db
      .updateTable('connections')
      .set({ review_on: Temporal.PlainDate.from('2026-11-21') })
      .execute()
    expect(await desk.page()).toContain('was due on 21 November 2026, 3 days ago.')
    expect(await desk.after(await desk.act(`${pair.connectionId}/review`))).toMatch(/half a year away/)
    expect(await desk.page()).not.toContain('was due on')
    expect(await desk.timeline(pair.connectionId)).toContain('Reviewed')
  })

  it('tell of a connection in touch that nobody looked after for a month', async () => {
    const pair = await playPair(h, scene)
    await agree(pair)
    h.clock.advance({ days: 29 })
    await meet(pair)
    expect(await desk.page()).not.toContain('looked after')
    h.clock.advance({ days: 1 })
    expect(await desk.page()).toContain('In touch as agreed, but none of you has looked after them for 30 days.')
    h.post.length = 0
    await desk.act(`${pair.connectionId}/nudge`, { word: 'ask' })
    await h.settle()
    expect(mailsTo(h, cast.kofi, 'You and Ana Morales')).toBe(1)
    expect(mailTo(h, cast.kofi, 'You and')?.text).toContain('How is it going between you?')
    expect(await desk.page()).not.toContain('looked after')
  })
})

describe('rows about many', () => {
  it('tell who was invited and reminded without an answer, and go for a week', async () => {
    await playPeer(h, scene, cast.ana, 'invited')
    await playPeer(h, scene, cast.kofi, 'invited')
    expect(await desk.page()).not.toContain('have not answered')
    await h.world.db
      .updateTable('participations')
      .set({ reminded_at: daysAfter(h.clock.now(), -4) })
      .execute()
    expect(await desk.page()).toMatch(/2 peers have not answered Ana Morales and Kofi Mensah: invited and reminded/)
    expect(await desk.after(await desk.act('aside', { row: 'unanswered' }))).not.toContain('invited and reminded')
    h.clock.advance({ days: 7 })
    expect(await desk.page()).toContain('invited and reminded')
  })

  it('tell of mail that failed for good, to people of this initiative alone, and of the next failure', async () => {
    const fail = (to: string) =>
      h.world.db
        .updateTable('mails')
        .set({ state: 'failed' })
        .where('to_address', '=', to)
        .where('state', '<>', 'failed')
        .execute()
    await playPair(h, scene)
    await fail(cast.ana.email)
    const page = await desk.page()
    expect(page).toMatch(/One needs you today.*2 mails could not be delivered To Ana Morales\./)
    const row = /name="row" value="(mailFailed [^"]+)"/.exec(
      await (await h.get(desk.home, scene.facilitator)).text(),
    )?.[1]
    await desk.act('aside', { row: row ?? '' })
    expect(await desk.page()).toContain('Nobody needs you today')
    h.clock.advance({ days: 1 })
    await h.world.db
      .updateTable('mails')
      .set({ created_at: h.clock.now() })
      .where('to_address', '=', cast.kofi.email)
      .execute()
    await fail(cast.kofi.email)
    expect(await desk.page()).toContain('4 mails could not be delivered')
    await h.world.db
      .updateTable('persons')
      .set({ email: 'right@peers.example' })
      .where('email', '=', cast.kofi.email)
      .execute()
    // Hers alone are left, which were put aside.
    expect(await desk.page()).not.toContain('could not be delivered')
  })

  it('tell of connected peers whose organisation’s permission is not on record', async () => {
    const pair = await playPair(h, scene)
    await agree(pair)
    await pass(13)
    expect(await desk.page()).not.toContain('authority on record')
    await pass(1)
    expect(await desk.page()).toContain('2 connected peers have no authority on record')
    await desk.act('aside', { row: 'authorityMissing' })
    expect(await desk.page()).not.toContain('authority on record')
  })
})
