import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { mailsTo, mailTo, playPair, type PlayedPair, playProposal } from '../../../test/pair.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { leaveConnections } from './closing.ts'
import { watchConnections } from './watching.ts'
import { connectionStopped } from './announcements.ts'

const { ana, kofi, leila, aoife, grace } = cast
const h = useHarness()
let scene: Scene
let pair: PlayedPair
let page: string
const stopped: string[] = []
connectionStopped.hear(async (_, { why }) => void stopped.push(why))

beforeEach(async () => {
  scene = await playAgency(h)
  pair = await playPair(h, scene)
  page = `/initiatives/${scene.initiativeId}/connections/${pair.connectionId}`
  stopped.length = 0
})

async function post(path: string, fields: Record<string, string>, who = scene.facilitator) {
  const response = await h.submit(path, fields, who)
  await h.settle()
  return response
}
const shown = () => wordsOf(h.get(page, scene.facilitator))
const day = (name: string, text: string) => {
  const [year = '', month = '', date = ''] = text.split('-')
  return { [`${name}.y`]: year, [`${name}.m`]: month, [`${name}.d`]: date }
}

describe('closing', () => {
  it('thanks each, with the facilitator’s own text, ends the links and says why to facilitators only', async () => {
    const link = linkIn(mailTo(h, ana, 'It is on'), 'agreement')
    const response = await post(`${page}/closing`, {
      reason: 'no_time',
      words: 'canary-words: a new budget law',
      'subject.en': 'Well done, you two',
      'text.en': 'You read eleven budgets.\n\nCome back any time.',
    })
    expect(response.headers.get('location')).toBe(`${page}?said=closed`)
    expect(mailTo(h, ana, 'Well done')?.text).toMatch(
      /Hello Ana Morales,\n\nYou read eleven budgets\.\n\nCome back any time\./,
    )
    expect(mailTo(h, kofi, 'Well done')?.text).toContain('Hello Kofi Mensah,')
    expect((await h.get(link)).status).toBe(404)
    expect(await shown()).toMatch(/ended on 24 November 2026.*Reason: Not enough time\. canary-words/)
    expect(h.post.map(({ text }) => text).join()).not.toContain('canary-words')
    expect(stopped).toEqual(['closed'])
  })

  it('offers a text in each language that a member reads', async () => {
    const mixed = await playPair(h, scene, [leila, aoife])
    const form = await wordsOf(
      h.get(`/initiatives/${scene.initiativeId}/connections/${mixed.connectionId}`, scene.facilitator),
    )
    expect(form).toContain('Text (English)')
    expect(form).toContain('Text (French)')
    await post(`/initiatives/${scene.initiativeId}/connections/${mixed.connectionId}/closing`, { reason: 'reached' })
    expect(mailTo(h, leila, 'Merci')?.text).toContain('est arrivée à son terme')
    expect(mailTo(h, aoife, 'Thank you')?.text).toContain('has come to its close')
  })

  it('needs a reason and a text, and keeps what was typed', async () => {
    const response = await post(`${page}/closing`, { words: 'typed words', 'subject.en': '', 'text.en': 'Bye' })
    expect(response.status).toBe(422)
    expect(await wordsOf(response)).toMatch(/Choose why it ends\. The mail needs a subject and a text\..*typed words/)
    expect(mailsTo(h, ana, 'Thank you')).toBe(0)
  })

  it('again is refused, and from another initiative not here', async () => {
    await post(`${page}/closing`, { reason: 'reached' })
    const again = await post(`${page}/closing`, { reason: 'reached' })
    expect(again.status).toBe(422)
    expect(mailsTo(h, ana, 'Thank you')).toBe(1)
    const elsewhere = await playAgency(h, 'Elsewhere')
    expect((await post(`${page}/closing`, { reason: 'reached' }, elsewhere.facilitator)).status).toBe(404)
    const mine = page.replace(scene.initiativeId, elsewhere.initiativeId)
    expect((await post(`${mine}/closing`, { reason: 'reached' }, elsewhere.facilitator)).status).toBe(404)
  })

  it('can be taken back within 14 days, with a fresh link for each, and not after', async () => {
    await post(`${page}/closing`, { reason: 'lost_touch' })
    h.clock.advance({ days: 13 })
    expect(await shown()).toContain('Undo the close')
    expect((await post(`${page}/reopening`, {})).status).toBe(303)
    expect(await shown()).toContain('have not been in touch yet')
    expect((await h.get(linkIn(mailTo(h, kofi, 'goes on after all'), 'agreement'))).status).toBe(200)
    await post(`${page}/closing`, { reason: 'lost_touch' })
    h.clock.advance({ days: 15 })
    expect(await shown()).not.toContain('Undo the close')
    const late = await post(`${page}/reopening`, {})
    expect(late.status).toBe(422)
    expect(await wordsOf(late)).toContain('within 14 days')
  })

  it('counts silence from the day it was taken back', async () => {
    h.clock.advance({ days: 55 })
    await post(`${page}/closing`, { reason: 'lost_touch' })
    h.clock.advance({ days: 10 })
    await post(`${page}/reopening`, {})
    await watchConnections(h.world)
    expect(await shown()).not.toContain('Late')
  })

  it('takes back a proposal kindly, without thanks', async () => {
    const proposal = await playProposal(h, scene, [grace, cast.rahim])
    const path = `/initiatives/${scene.initiativeId}/connections/${proposal.connectionId}`
    expect(await wordsOf(h.get(path, scene.facilitator))).toContain(
      'Waiting for Grace Wanjiru and Rahim Chowdhury to answer',
    )
    await post(`${path}/closing`, { reason: 'other' })
    expect(mailTo(h, grace)?.subject).toBe('You and Rahim Chowdhury: not this time')
    expect((await post(`${path}/reopening`, {})).status).toBe(422)
  })
})

describe('pausing', () => {
  it('tells both, calls off what was to come, and can be ended early', async () => {
    expect((await post(`${page}/pause`, day('until', '2027-02-01'))).status).toBe(303)
    expect(mailTo(h, ana, 'a pause until 1 February 2027')).toBeDefined()
    expect(mailTo(h, kofi, 'a pause until 1 February 2027')).toBeDefined()
    expect(stopped).toEqual(['paused'])
    expect(await shown()).toContain('Ana Morales and Kofi Mensah rest until 1 February 2027')
    await post(`${page}/resumption`, {})
    expect(await shown()).toContain('The pause ended.')
    expect(linkIn(mailTo(h, ana, 'The pause is over'), 'my')).toBeTruthy()
  })

  it.each(['2026-11-24', '2026-01-01', '2028-01-01', '2027-02-30'])('until %s is refused', async (until) => {
    const response = await post(`${page}/pause`, day('until', until))
    expect(response.status).toBe(422)
    expect(await wordsOf(response)).toMatch(/Choose a day after today and within a year|Give a day, a month and a year/)
    expect(mailsTo(h, ana, 'a pause')).toBe(0)
  })
})

describe('the review', () => {
  it('is due on its day, and noted with the next one', async () => {
    expect(await shown()).not.toContain('The review is due')
    h.clock.moveTo(Temporal.Instant.from('2027-05-24T12:00:00Z'))
    expect(await shown()).toContain('The review is due')
    await post(`${page}/review`, day('review', '2027-11-24'))
    expect(await shown()).toContain('Reviewed; the next review is on 24 November 2027.')
    expect((await post(`${page}/review`, day('review', '2026-11-24'))).status).toBe(422)
  })
})

describe('a peer who stops taking part', () => {
  const leave = (personId = '') =>
    h.change((work) => leaveConnections(work, { personId, initiativeId: scene.initiativeId }))

  it('ends a pair', async () => {
    await leave(pair.personIds[0])
    await h.settle()
    expect(await shown()).toContain('Reason: Somebody stopped taking part.')
    expect(mailsTo(h, kofi, 'Thank you')).toBe(1)
  })

  it('leaves a group of three, which goes on', async () => {
    const group = await playPair(h, scene, [cast.yasmin, cast.rahim, cast.paola])
    const link = linkIn(mailTo(h, cast.yasmin, 'It is on'), 'agreement')
    await leave(group.personIds[0])
    await h.settle()
    expect(mailTo(h, cast.paola)?.subject).toBe('Yasmin Haddad has left your group')
    expect((await h.get(link)).status).toBe(404)
    const path = `/initiatives/${scene.initiativeId}/connections/${group.connectionId}`
    expect(await wordsOf(h.get(path, scene.facilitator))).toMatch(
      /Paola Andrade and Rahim Chowdhury have not.*Yasmin Haddad left the group\./,
    )
  })
})
