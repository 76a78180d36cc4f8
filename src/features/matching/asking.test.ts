import { describe, expect, it } from 'vitest'
import { askThem, choicePath, sayOf } from '../../../test/asking.ts'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { mailsTo, mailTo } from '../../../test/pair.ts'
import { playAnswers, useWorkbench } from '../../../test/round.ts'
import { playAgency } from '../../../test/scene.ts'
import { leaveParticipation } from '../initiatives/actions.ts'
import { remindAboutChoices } from './asking-peers.ts'

const h = useHarness()
const at = useWorkbench(h)

const look = () => wordsOf(h.get(`${at.round.path}/suggestions`, at.scene.facilitator))
const moveTo = (moment: string) => h.clock.moveTo(Temporal.Instant.from(moment))

async function sweep(): Promise<number> {
  const before = h.post.length
  await remindAboutChoices(h.world)
  await h.settle()
  return h.post.length - before
}

describe('asking peers before publication', () => {
  it('shows first what each would read, and sends nothing by looking', async () => {
    const page = await look()
    expect(page).toContain('5 peers can be asked before you publish')
    expect(page).toMatch(/Kofi Mensah would be asked about:.*Ana offers plain budgets, which Kofi|which you want/)
    expect(page).toContain('Send 5 mails')
    await h.settle()
    expect(h.post).toEqual([])
  })

  it('refuses a day that is no day, past or far off, and a number that is no choice', async () => {
    for (const [fields, sentence] of [
      [{ 'answerBy.d': '31', 'answerBy.m': '2', 'answerBy.y': '2027', many: '4' }, 'Give a day, a month and a year'],
      [{ 'answerBy.d': '24', 'answerBy.m': '11', 'answerBy.y': '2026', many: '4' }, 'Give a day from tomorrow on'],
      [{ 'answerBy.d': '24', 'answerBy.m': '11', 'answerBy.y': '2027', many: '4' }, 'within the next 60 days'],
      [{ 'answerBy.d': '8', 'answerBy.m': '12', 'answerBy.y': '2026', many: '9' }, 'Choose 3, 4 or 5 suggestions.'],
    ] as const)
      expect(await at.refused('/suggestions', fields)).toContain(sentence)
    await h.settle()
    expect(h.post).toEqual([])
  })

  it('counts who answered, and asks nobody twice', async () => {
    await askThem(h, at)
    await sayOf(h, at, 'ana', { kofi: 'glad' })
    const page = await look()
    expect(page).toContain('1 of 5 peers have answered')
    expect(page).toMatch(/Not answered yet Grace Wanjiru, Kofi Mensah, Leïla Ben Salah, and Luc Tremblay/)
    const nadia = { ...cast.nadia, languages: { en: 'fluent' as const } }
    await playAnswers(h, at.scene, nadia, { offers: ['radio'] })
    expect(await look()).toContain('Ask one more, and keep this day')
    await askThem(h, at, '9')
    expect(h.post).toHaveLength(6)
    expect(mailTo(h, nadia)?.text).toContain('by 9 December 2026')
    expect(await wordsOf(h.get(at.round.path, at.scene.facilitator))).toContain('Peers asked: 1 of 6 answered')
    expect(await wordsOf(h.get(`${at.round.path}/publication`, at.scene.facilitator))).toContain(
      '5 peers who were asked have not answered yet',
    )
  })

  it('shows what was said only as counts, and these only when they tell nobody’s answer', async () => {
    await askThem(h, at)
    const { ana, kofi, leila, luc, grace } = {
      ana: 'ana',
      kofi: 'kofi',
      leila: 'leila',
      luc: 'luc',
      grace: 'grace',
    } as const
    for (const who of [ana, kofi, leila, luc])
      await sayOf(h, at, who, { kofi: 'not', ana: 'not', leila: 'not', luc: 'not' })
    moveTo('2026-12-10T09:00:00Z')
    expect(await look()).not.toMatch(/Rather not this time \d/)
    await sayOf(h, at, grace, { ana: 'glad' })
    moveTo('2026-12-01T09:00:00Z')
    expect(await look()).not.toMatch(/Rather not this time \d/)
    moveTo('2026-12-10T09:00:00Z')
    expect(await look()).toMatch(/Glad to 1 Fine 0 Rather not this time \d/)
  })
})

describe('the next solve', () => {
  it('counts whom peers asked for, and keeps apart who would rather not, whoever said it', async () => {
    await askThem(h, at)
    h.clock.advance({ minutes: 5 })
    await sayOf(h, at, 'ana', { grace: 'glad' }, ['Grace Wanjiru'])
    await sayOf(h, at, 'grace', { ana: 'glad' })
    await sayOf(h, at, 'kofi', { ana: 'not' })
    const before = await at.look()
    expect(before).toContain('The answers of 3 peers changed since this was scored.')
    await at.post('/scoring', {})
    await at.post('/pins', { people: at.ids('ana', 'grace') })
    const page = await at.look()
    expect(page).toContain('Ana and Grace asked for each other.')
    await at.post('/pins/removal', { people: at.ids('ana', 'grace') })
    const refused = await at.refused('/pins', { people: at.ids('ana', 'kofi') })
    expect(refused).toContain(
      'A rule keeps Ana Morales and Kofi Mensah apart: one organisation or reporting line, an earlier match, or something that only the system knows.',
    )
    const groups = await h.world.db.selectFrom('matching_proposals').select('person_ids').execute()
    const together = groups.some(({ person_ids: ids }) =>
      [at.round.people.ana, at.round.people.kofi].every((id) => ids.includes(id)),
    )
    expect(together).toBe(false)
    // Taking it back brings them together again: it was a rule of this round alone.
    await sayOf(h, at, 'kofi', { ana: 'glad' })
    await at.post('/scoring', {})
    expect(await at.look()).toContain('Kofi asked for Ana.')
  })

  it('tells the facilitator who is left out, never that somebody would rather not', async () => {
    await askThem(h, at)
    await sayOf(h, at, 'leila', { luc: 'not' })
    await at.post('/scoring', {})
    const [leftOut] = /Left out1 .*Rules in force/.exec(await at.look()) ?? ['']
    expect(leftOut).toContain('Find')
    expect(leftOut).not.toMatch(/rather not|declined|answer/i)
  })
})

describe('reminders', () => {
  it('go once, two days before the last day, to those alone who have not answered', async () => {
    await askThem(h, at)
    await sayOf(h, at, 'ana', { kofi: 'glad' })
    moveTo('2026-12-06T08:00:00Z')
    expect(await sweep()).toBe(0)
    moveTo('2026-12-06T09:00:00Z')
    expect(await sweep()).toBe(4)
    expect(mailsTo(h, cast.ana)).toBe(1)
    expect(mailTo(h, cast.kofi)?.subject).toBe('By 8 December 2026: whom would you like to work with?')
    expect((await h.get(choicePath(h, 'kofi'))).status).toBe(200)
    expect(await sweep()).toBe(0)
    expect(await look()).toContain('Kofi Mensah (reminded)')
  })

  it('come late rather than never, but not after the last day, and not to who has left', async () => {
    await askThem(h, at)
    const { id } = await h.world.db
      .selectFrom('participations')
      .select('id')
      .where('person_id', '=', at.round.people.luc)
      .executeTakeFirstOrThrow()
    await h.change((work) => leaveParticipation(work, id))
    moveTo('2026-12-08T20:00:00Z')
    expect(await sweep()).toBe(4)
    h.post.length = 0
    await h.world.db.updateTable('matching_asked').set({ reminded_at: null, remind_at: h.clock.now() }).execute()
    moveTo('2026-12-09T09:00:00Z')
    expect(await sweep()).toBe(0)
    const due = await h.world.db
      .selectFrom('matching_asked')
      .select('remind_at')
      .where('remind_at', 'is not', null)
      .execute()
    expect(due).toEqual([])
  })

  it('are sent by the facilitator too, and to nobody once the round is published or dropped', async () => {
    await askThem(h, at)
    await sayOf(h, at, 'ana', { kofi: 'glad' })
    // They heard of it today: pressing now, or twice, is no reason for another mail.
    expect((await at.post('/suggestions/reminders', {})).headers.get('location')).toContain('said=nobody')
    moveTo('2026-11-26T09:00:00Z')
    expect((await at.post('/suggestions/reminders', {})).headers.get('location')).toContain('said=reminded')
    expect((await at.post('/suggestions/reminders', {})).headers.get('location')).toContain('said=nobody')
    await h.settle()
    expect(h.post).toHaveLength(9)
    await at.post('/removal', {})
    expect((await at.post('/suggestions/reminders', {})).status).toBe(404)
    moveTo('2026-12-06T09:00:00Z')
    expect(await sweep()).toBe(0)
  })
})

describe('who may ask', () => {
  it('is nobody from elsewhere, and no link but the peer’s own', async () => {
    await askThem(h, at)
    const elsewhere = await playAgency(h, 'Elsewhere')
    expect((await h.get(`${at.round.path}/suggestions`, elsewhere.facilitator)).status).toBe(404)
    expect((await h.submit(`${at.round.path}/suggestions/reminders`, {}, elsewhere.facilitator)).status).toBe(404)
    expect((await h.get(`/choice/${'x'.repeat(43)}`)).status).toBe(404)
  })
})
