import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { type Desk, deskOf, playSilence } from '../../../test/desk.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { mailsTo, mailTo, playPair, playProposal } from '../../../test/pair.ts'
import { playAnswers } from '../../../test/round.ts'
import { wordsOf } from '../../../test/page.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { runSweeps } from '../../schedule.ts'
import { closeConnection } from '../connections/closing.ts'
import { answerProposal } from '../connections/proposing.ts'
import { nudge } from './actions.ts'

const h = useHarness()
let scene: Scene
let desk: Desk
const pair = [cast.leila, cast.kofi]
const until = (day: string, month: string, year: string) => ({ 'until.d': day, 'until.m': month, 'until.y': year })

beforeEach(async () => {
  scene = await playAgency(h)
  desk = deskOf(h, scene)
})

describe('a nudge', () => {
  it('goes to each member once, in their own language, signed and with the way to their own page', async () => {
    const { connectionId } = await playSilence(h, scene, 130, pair)
    await desk.act(`${connectionId}/nudge`)
    await h.settle()
    expect(h.post).toHaveLength(2)
    const [french, english] = pair.map((member) => mailTo(h, member))
    expect(french?.subject).toBe('Vous et Kofi Mensah')
    expect(french?.text).toContain('Voilà quelque temps')
    expect(english?.text).toMatch(
      /Dear \S*Kofi Mensah[\s\S]*It has been a while[\s\S]*Youssef of Agora[\s\S]*youssef\.of\.agora\S*@staff\.example/,
    )
    expect((await h.get(linkIn(english, 'my'))).status).toBe(200)
  })

  it('carries the text the facilitator wrote, in paragraphs, and ours in the language they did not write', async () => {
    const { connectionId } = await playSilence(h, scene, 130, pair)
    await desk.act(`${connectionId}/nudge`, { text_en: 'Shall I find an interpreter?\r\n\r\nTell me.', text_fr: '' })
    await h.settle()
    expect(mailTo(h, cast.kofi)?.html).toMatch(/Shall I find an interpreter\?<\/p>[\s\S]*Tell me\.<\/p>/)
    expect(mailTo(h, cast.leila)?.text).toContain('Voilà quelque temps')
  })

  it('is sent once: the second click of the form, another page and a colleague change nothing', async () => {
    const { connectionId } = await playSilence(h, scene, 130, pair)
    const form = { _key: crypto.randomUUID() }
    expect((await desk.act(`${connectionId}/nudge`, form)).status).toBe(303)
    expect((await desk.act(`${connectionId}/nudge`, form)).status).toBe(303)
    const another = await desk.act(`${connectionId}/nudge`, { text_en: 'Shall I find an interpreter?' })
    expect(another.status).toBe(422)
    expect(await wordsOf(another)).toMatch(
      /within the last hour: nothing was sent again.*what you had written.*find an interpreter/,
    )
    await h.settle()
    expect(h.post).toHaveLength(2)
    h.clock.advance({ hours: 2 })
    expect((await desk.act(`${connectionId}/nudge`)).status).toBe(303)
  })

  it('is refused, with what was written, when the connection ended meanwhile', async () => {
    const { connectionId } = await playSilence(h, scene, 130, pair)
    await h.change((work) => closeConnection(work, connectionId, { reason: 'no_time' }))
    await h.settle()
    h.post.length = 0
    const answer = await desk.act(`${connectionId}/nudge`, { text_en: 'Shall I find an interpreter?' })
    expect(answer.status).toBe(422)
    expect(await wordsOf(answer)).toMatch(
      /does not run any more: nothing was sent.*what you had written.*find an interpreter/,
    )
    await h.settle()
    expect(h.post).toEqual([])
  })

  it('is refused when all have said what was waited for', async () => {
    const { connectionId, personIds } = await playPair(h, scene)
    await h.world.db.updateTable('connection_members').set({ agreed_version: 1 }).execute()
    const asked = h.change((work) => nudge(work, connectionId, {}, { word: 'sign' }))
    await expect(asked).rejects.toMatchObject({ errors: { _form: expect.stringContaining('Everybody has said') } })
    expect(personIds).toHaveLength(2)
  })
})

describe('the other acts', () => {
  it('note a call: what was said stands on the timeline, and the row rests for a week', async () => {
    const { connectionId } = await playSilence(h, scene, 130)
    expect(await desk.after(await desk.act(`${connectionId}/call`, { note: 'They wait for the vote.' }))).toMatch(
      /The call is noted.*Nobody needs you today.*Whom you have helped rests for 7 days.*rest/,
    )
    expect(await desk.timeline(connectionId)).toMatch(/A call was noted.*They wait for the vote\./)
    h.clock.advance({ days: 7 })
    expect(await desk.page()).toContain('One needs you today')
  })

  it('let help from before rest no longer once it has become worse', async () => {
    const { connectionId } = await playSilence(h, scene, 118)
    await desk.act(`${connectionId}/call`, { note: 'Soon.' })
    expect(await desk.page()).toContain('Nobody needs you today')
    h.clock.advance({ days: 3 })
    await runSweeps(h.world)
    await h.world.db.updateTable('time_polls').set({ state: 'withdrawn' }).execute()
    expect(await desk.page()).toContain('since they started 121 days ago')
  })

  it('pause until a day, after which the connection comes back by itself', async () => {
    const { connectionId } = await playSilence(h, scene, 130)
    expect(await desk.after(await desk.act(`${connectionId}/pause`, until('1', '6', '2027')))).toMatch(
      /They are paused.*Nobody needs you today.*come back from their pause on 1 June 2027/,
    )
    expect(await desk.timeline(connectionId)).toContain('Paused until 1 June 2027')
    h.clock.moveTo(Temporal.Instant.from('2027-06-01T09:00:00Z'))
    await runSweeps(h.world)
    expect(await desk.timeline(connectionId)).toContain('The pause ended')
  })

  it('close with a reason and the thank-you as it was edited, and take it back from the notice', async () => {
    const { connectionId } = await playSilence(h, scene, 130, pair)
    const answer = await desk.act(`${connectionId}/closing`, {
      reason: 'no_time',
      subject_en: 'Thank you, Kofi and Leïla',
      text_en: 'It was good to have you.',
    })
    const page = await h.get(answer.headers.get('location') ?? '', scene.facilitator)
    const html = await page.text()
    expect(html).toContain('they are thanked')
    await h.settle()
    expect(mailTo(h, cast.kofi)?.text).toContain('It was good to have you.')
    expect(mailTo(h, cast.leila)?.text).toContain('Merci pour le temps')
    const back = /action="([^"]+\/reopening)"/.exec(html)?.[1] ?? ''
    const reopened = await h.submit(back, {}, scene.facilitator)
    expect(await desk.after(reopened)).toContain('It is open again')
    expect(await desk.timeline(connectionId)).toContain('The close was taken back')
  })

  it('cannot take a close back after two weeks', async () => {
    const { connectionId } = await playSilence(h, scene, 130)
    await desk.act(`${connectionId}/closing`, { reason: 'no_time' })
    h.clock.advance({ days: 15 })
    expect((await desk.act(`${connectionId}/reopening`)).status).toBe(422)
  })

  it('put a row aside until a day and bring it back from the notice; both stand on the timeline', async () => {
    const { connectionId } = await playSilence(h, scene, 130)
    const row = `red ${connectionId}`
    const answer = await desk.act('aside', { row, ...until('1', '6', '2027') })
    const html = await (await h.get(answer.headers.get('location') ?? '', scene.facilitator)).text()
    expect(html).toContain('Nobody needs you today')
    expect(html).toMatch(new RegExp(`action="${desk.home}/desk/back"[\\s\\S]*value="${row}"`))
    expect(await desk.after(await desk.act('back', { row }))).toMatch(/It is back.*One needs you today/)
    expect((await desk.act('back', { row })).status).toBe(303)
    const timeline = await desk.timeline(connectionId)
    expect(timeline.match(/Brought back to the desk/g)).toHaveLength(1)
    expect(timeline).toContain('Put aside on the desk')
  })

  it('bring a row that was put aside back on its day', async () => {
    const { connectionId } = await playSilence(h, scene, 130)
    await desk.act('aside', { row: `red ${connectionId}`, ...until('10', '4', '2027') })
    h.clock.moveTo(Temporal.Instant.from('2027-04-09T23:59:00Z'))
    expect(await desk.page()).toContain('Nobody needs you today')
    h.clock.moveTo(Temporal.Instant.from('2027-04-10T00:00:00Z'))
    expect(await desk.page()).toContain('One needs you today')
  })

  it('say at the field what is wrong, keep what was typed in its open form, and change nothing', async () => {
    const { connectionId } = await playSilence(h, scene, 130)
    const wrong = async (path: string, fields: Record<string, string>) => {
      const answer = await desk.act(`${connectionId}/${path}`, fields)
      expect(answer.status).toBe(422)
      return answer.text()
    }
    const past = await wrong('pause', until('1', '6', '2020'))
    expect(past).toContain('Enter a day, a month and a year after today')
    expect(past).toMatch(/<details class="act" open=""/)
    expect(past).toContain(`href="#pause-${connectionId}-until"`)
    expect(await wrong('pause', until('1', '6', '2031'))).toContain('Choose a day within a year')
    expect(await wrong('call', { note: ' ' })).toContain('Write a few words about the call')
    const long = 'x'.repeat(2001)
    expect(await wrong('nudge', { text_en: long })).toContain(long)
    expect(await wrong('closing', {})).toContain('Choose why it ends')
    expect(await wrong('closing', { reason: 'no_time', subject_en: ' ', text_en: 'Thanks' })).toContain(
      'needs a subject',
    )
    expect((await desk.act('aside', { row: `red ${connectionId}`, ...until('31', '2', '2027') })).status).toBe(422)
    await h.settle()
    expect(h.post).toEqual([])
    expect(await desk.page()).toContain('One needs you today')
  })
})

describe('proposing somebody else', () => {
  async function declined() {
    const { connectionId, personIds } = await playProposal(h, scene)
    const [ana = '', kofi = ''] = personIds
    await h.change((work) => answerProposal(work, connectionId, kofi, 'no', ''))
    const grace = await playAnswers(h, scene, cast.grace)
    const nadia = await playAnswers(h, scene, cast.nadia)
    await h.settle()
    h.post.length = 0
    return { connectionId, ana, kofi, grace: grace.personId, nadia: nadia.personId }
  }

  it('happens once, whoever clicks second', async () => {
    const { connectionId, ana, grace, nadia } = await declined()
    const answers = await Promise.all([
      desk.act(`${connectionId}/rematch`, { person: ana, with: grace }),
      desk.act(`${connectionId}/rematch`, { person: ana, with: nadia }),
    ])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 422])
    await h.settle()
    expect(mailsTo(h, cast.ana)).toBe(1)
  })

  it('is only for members of that proposal, and with somebody of the initiative', async () => {
    const { connectionId, ana, kofi, grace } = await declined()
    expect((await desk.act(`${connectionId}/rematch`, { person: grace, with: kofi })).status).toBe(404)
    expect((await desk.act(`${connectionId}/rematch`, { person: ana, with: crypto.randomUUID() })).status).toBe(404)
    expect((await desk.act(`${connectionId}/rematch`, { person: ana, with: 'nobody' })).status).toBe(422)
  })

  it('is refused when the proposal was accepted meanwhile', async () => {
    const { connectionId, personIds } = await playPair(h, scene)
    const grace = await playAnswers(h, scene, cast.grace)
    const fields = { person: personIds[0] ?? '', with: grace.personId }
    expect((await desk.act(`${connectionId}/rematch`, fields)).status).toBe(422)
    expect(await desk.timeline(connectionId)).not.toContain('Closed')
  })
})
