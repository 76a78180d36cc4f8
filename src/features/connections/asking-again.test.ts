import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { mailsTo, mailTo, playProposal, type PlayedPair } from '../../../test/pair.ts'
import { playAgency } from '../../../test/scene.ts'
import { askAboutProposals } from './asking-again.ts'
import { answerProposal } from './proposing.ts'
import type { Answer } from './asking.ts'

const { ana, kofi } = cast
const h = useHarness()
let pair: PlayedPair

beforeEach(async () => {
  pair = await playProposal(h, await playAgency(h))
})

const say = (who: 0 | 1, answer: Answer) =>
  h.change((work) => answerProposal(work, pair.connectionId, pair.personIds[who] ?? '', answer, ''))

/** Lives some days, one sweep a day. */
async function live(days: number) {
  for (let day = 0; day < days; day++) {
    h.clock.advance({ days: 1 })
    await askAboutProposals(h.world)
  }
  await h.settle()
}

const seenByDesk = async () => {
  const row = await h.world.db
    .selectFrom('connections')
    .select('stuck_at')
    .where('id', '=', pair.connectionId)
    .executeTakeFirstOrThrow()
  return row.stuck_at?.toString().slice(0, 10) ?? null
}

describe('a proposal without an answer', () => {
  it('is asked about once after a week, only with whoever has not answered, and then left to the desk', async () => {
    await say(0, 'yes')
    await live(6)
    expect(mailsTo(h, kofi, 'Waiting')).toBe(0)
    await live(1)
    expect(mailTo(h, kofi, 'Waiting')?.subject).toBe('Waiting for your answer: you and Ana Morales')
    expect(await seenByDesk()).toBeNull()
    await live(30)
    expect(mailsTo(h, kofi, 'Waiting')).toBe(1)
    expect(mailsTo(h, ana, 'Waiting')).toBe(0)
    expect(await seenByDesk()).toBe('2026-12-06')
  })

  it('is asked about once however long the system was down', async () => {
    h.clock.advance({ days: 60 })
    await Promise.all([askAboutProposals(h.world), askAboutProposals(h.world)])
    await h.settle()
    expect([mailsTo(h, ana, 'Waiting'), mailsTo(h, kofi, 'Waiting')]).toEqual([1, 1])
  })

  it('can be answered from the reminder, and leaves the desk then', async () => {
    await say(1, 'yes')
    await live(20)
    expect(await seenByDesk()).not.toBeNull()
    await h.submit(linkIn(mailTo(h, ana, 'Waiting'), 'proposal'), { answer: 'yes' })
    await h.settle()
    expect(await seenByDesk()).toBeNull()
    expect(mailsTo(h, kofi, 'It is on')).toBe(1)
  })

  it('is never asked about again once it was declined', async () => {
    await say(0, 'no')
    await live(40)
    expect(mailsTo(h, kofi, 'Waiting')).toBe(0)
    expect(await seenByDesk()).toBeNull()
  })
})

describe('later', () => {
  it('is asked again after two weeks, once, and then left to the desk', async () => {
    await say(0, 'later')
    await say(1, 'yes')
    await live(13)
    expect(mailsTo(h, ana, 'better time')).toBe(0)
    await live(1)
    expect(mailTo(h, ana, 'better time')?.text).toContain('Two weeks ago you said “later”')
    await live(30)
    expect(mailsTo(h, ana, 'better time')).toBe(1)
    expect(await seenByDesk()).toBe('2026-12-13')
  })

  it('said a second time tells the desk at once', async () => {
    await say(1, 'yes')
    await say(0, 'later')
    await live(14)
    expect(await seenByDesk()).toBeNull()
    await h.submit(linkIn(mailTo(h, ana, 'better time'), 'proposal'), { answer: 'later' })
    expect(await seenByDesk()).toBe('2026-12-08')
  })
})
