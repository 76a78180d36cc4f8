import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { type PlayedPair, playPair, playProposal } from '../../../test/pair.ts'
import { playAnswers } from '../../../test/round.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { faultCount, startCounting, disarmFaults } from '../../platform/database/faultpoints.ts'
import { runSweeps } from '../../schedule.ts'
import { answerProposal } from '../connections/proposing.ts'

const h = useHarness()
let scene: Scene
let home: string

beforeEach(async () => {
  scene = await playAgency(h)
  home = `/initiatives/${scene.initiativeId}`
})

const page = async (who = scene.facilitator) => wordsOf(await h.get(home, who))
const submit = (path: string, fields: Record<string, string> = {}) =>
  h.submit(`${home}/desk/${path}`, fields, scene.facilitator)

async function driftingPair(): Promise<PlayedPair> {
  const pair = await playPair(h, scene, [cast.leila, cast.kofi])
  h.clock.advance({ days: 130 })
  await runSweeps(h.world)
  await h.settle()
  await h.world.db.updateTable('time_polls').set({ state: 'withdrawn' }).execute()
  h.post.length = 0
  return pair
}

describe('the desk', () => {
  it('is a guide of three steps before anybody is there', async () => {
    expect(await page()).toContain('Three steps, and the rest arranges itself')
    expect(await page()).toContain('Bring in the roster')
  })

  it('says so when nobody needs help', async () => {
    await playPair(h, scene)
    expect(await page()).toContain('Nobody needs you today')
  })

  it('shows a silent pair with the figures, and nudges both in their own language with one click', async () => {
    const { connectionId } = await driftingPair()
    expect(await page()).toMatch(
      /One matter needs you today.*Kofi Mensah and Leïla Ben Salah.*Silent for 130 days; they agreed on every 30/,
    )
    expect((await submit(`${connectionId}/nudge`)).status).toBe(303)
    await h.settle()
    const [french, english] = [cast.leila, cast.kofi].map((member) =>
      h.post.find((mail) => mail.to.address === member.email),
    )
    expect(french?.text).toContain('Voilà quelque temps')
    expect(english?.text).toContain('It has been a while')
    expect(english?.text).toMatch(/\/my\/[\w-]{43}/)
    expect(await page()).toContain('Nobody needs you today')
    expect(await page()).toContain('One row rests')
    h.clock.advance({ days: 7 })
    expect(await page()).toContain('One matter needs you today')
  })

  it('tells the most urgent in full, leads to all, and keeps a row whose form has a mistake', async () => {
    const { connectionId } = await driftingPair()
    // The pair that was watched is the latest to fall silent; fifteen others did so before it.
    await sql`
      with more as (
        insert into connections (agency_id, initiative_id, state, watch_state, rhythm_days, proposed_at, started_at)
        select agency_id, initiative_id, state, watch_state, rhythm_days, proposed_at, started_at - days * interval '1 day'
        from connections, generate_series(1, 15) as days returning id)
      insert into connection_members (connection_id, person_id, answer, agreed_version)
      select more.id, person_id, 'yes', 1 from more, connection_members`.execute(h.world.db)
    const rows = (text: string) => text.match(/Silent for \d+ days/g) ?? []
    const atFirst = await page()
    expect(atFirst).toMatch(/16 matters need you today.*Silent for 145 days/)
    expect(rows(atFirst)).toHaveLength(12)
    expect(atFirst).toContain('Show all 16')
    const all = await wordsOf(await h.get(`${home}?rows=all`, scene.facilitator))
    expect(rows(all)).toHaveLength(16)
    expect(all).not.toContain('Show all')
    const opened = await h.get(`${home}?open=${connectionId}`, scene.facilitator).then((answer) => answer.text())
    expect(opened.match(/<details class="act" open="">/g)).toHaveLength(1)
    expect(opened).toContain(`action="${home}/desk/${connectionId}/pause"`)
    const mistaken = await wordsOf(await submit(`${connectionId}/call`, { note: '' }))
    expect(rows(mistaken)).toHaveLength(13)
    expect(mistaken).toContain('Silent for 130 days')
  })

  it('sends the text the facilitator wrote instead', async () => {
    const { connectionId } = await driftingPair()
    await submit(`${connectionId}/nudge`, { text_en: 'Shall I find an interpreter for you two?', text_fr: '' })
    await h.settle()
    expect(h.post.find((mail) => mail.to.address === cast.kofi.email)?.text).toContain('Shall I find an interpreter')
    expect(h.post.find((mail) => mail.to.address === cast.leila.email)?.text).toContain('Voilà quelque temps')
  })

  it('does nothing on the second click', async () => {
    const { connectionId } = await driftingPair()
    const form = { _key: crypto.randomUUID() }
    await submit(`${connectionId}/nudge`, form)
    await submit(`${connectionId}/nudge`, form)
    await h.settle()
    expect(h.post).toHaveLength(2)
  })

  it('proposes times, notes a call, pauses and closes; each removes the row and stands on the timeline', async () => {
    const timeline = async (id: string) => wordsOf(await h.get(`${home}/connections/${id}`, scene.facilitator))
    const { connectionId } = await driftingPair()
    await submit(`${connectionId}/call`, { note: 'They wait for the council vote.' })
    expect(await page()).toContain('Nobody needs you today')
    expect(await timeline(connectionId)).toMatch(
      /They wait for the council vote\..*A call was noted|A call was noted.*They wait for the council vote\./,
    )
    h.clock.advance({ days: 8 })
    await submit(`${connectionId}/times`)
    await h.settle()
    expect(h.post.filter((mail) => /When would you|Quand aimeriez/.test(mail.subject))).toHaveLength(2)
    h.clock.advance({ days: 8 })
    await submit(`${connectionId}/pause`, { 'until.d': '1', 'until.m': '6', 'until.y': '2027' })
    expect(await page()).toContain('Nobody needs you today')
    h.clock.moveTo(Temporal.Instant.from('2028-01-01T09:00:00Z'))
    await runSweeps(h.world)
    expect((await submit(`${connectionId}/closing`, { reason: 'no_time' })).status).toBe(303)
    await h.settle()
    expect(await page()).not.toContain('Leïla Ben Salah')
    expect((await submit(`${connectionId}/closing`, { reason: 'no_time' })).status).toBe(422)
  })

  it('says at the field what is wrong, and changes nothing', async () => {
    const { connectionId } = await driftingPair()
    const past = await submit(`${connectionId}/pause`, { 'until.d': '1', 'until.m': '6', 'until.y': '2020' })
    expect(past.status).toBe(422)
    expect(await wordsOf(past)).toContain('Enter a day, a month and a year after today')
    expect(await wordsOf(await submit(`${connectionId}/call`, { note: ' ' }))).toContain(
      'Write a few words about the call',
    )
    expect(await wordsOf(await submit(`${connectionId}/closing`, {}))).toContain('Choose why it ends')
    expect(await page()).toContain('One matter needs you today')
  })

  it('says that no time was found only while none has been found since', async () => {
    const { connectionId } = await driftingPair()
    const agency = { agency_id: scene.agencyId, connection_id: connectionId }
    const asked = h.clock.now().subtract({ hours: 24 * 20 })
    await h.world.db
      .insertInto('time_polls')
      .values({ ...agency, state: 'unanswered', attempt: 2, asked_at: asked, answer_by: asked })
      .execute()
    expect(await page()).toContain('Two rounds of times found no answer from all')
    const planned = asked.add({ hours: 24 * 5 })
    await h.world.db
      .insertInto('sessions')
      .values({
        ...agency,
        uid: 'one',
        state: 'missed',
        minutes: 45,
        starts_at: planned,
        created_at: planned,
        changed_at: planned,
      })
      .execute()
    expect(await page()).toMatch(/Silent for 130 days/)
  })

  it('puts a row aside until a day, and brings it back', async () => {
    const { connectionId } = await driftingPair()
    const row = `red ${connectionId}`
    const answer = await submit('aside', { row, 'until.d': '1', 'until.m': '6', 'until.y': '2027' })
    expect(await wordsOf(h.get(answer.headers.get('location') ?? '', scene.facilitator))).toContain('Bring it back')
    expect(await page()).toContain('Nobody needs you today')
    await submit('back', { row })
    expect(await page()).toContain('One matter needs you today')
  })

  it('brings a no with its reason and the next best, who are asked with one click', async () => {
    const pair = await playProposal(h, scene, [cast.ana, cast.kofi])
    const [ana = '', kofi = ''] = pair.personIds
    await h.change((work) => answerProposal(work, pair.connectionId, ana, 'yes', ''))
    await h.change((work) => answerProposal(work, pair.connectionId, kofi, 'no', 'I change my post in May'))
    const grace = await playAnswers(h, scene, cast.grace, { offers: ['radio'] })
    await h.settle()
    expect(await page()).toMatch(
      /Said no.*Kofi Mensah: “I change my post in May”.*For Ana Morales, the next best: Propose Grace/,
    )
    h.post.length = 0
    expect((await submit(`${pair.connectionId}/rematch`, { person: ana, with: grace.personId })).status).toBe(303)
    await h.settle()
    expect(h.post.map((mail) => mail.to.address).toSorted()).toEqual([cast.ana.email, cast.grace.email])
    const other = await submit(`${pair.connectionId}/rematch`, { person: grace.personId, with: kofi })
    expect(other.status).toBe(404)
  })

  it('tells of a proposal nobody answers, after reminding', async () => {
    await playProposal(h, scene)
    for (const days of [8, 8]) {
      h.clock.advance({ days })
      await runSweeps(h.world)
    }
    expect(await page()).toContain('Not all have answered the proposal')
  })

  it('is another agency’s secret', async () => {
    const { connectionId } = await driftingPair()
    const other = await playAgency(h, 'Elsewhere')
    expect((await h.get(home, other.facilitator)).status).toBe(404)
    for (const path of [
      `${home}/desk/${connectionId}/nudge`,
      `/initiatives/${other.initiativeId}/desk/${connectionId}/nudge`,
    ]) {
      expect((await h.submit(path, {}, other.facilitator)).status).toBe(404)
    }
    await h.settle()
    expect(h.post).toEqual([])
  })

  it('speaks French', async () => {
    await driftingPair()
    expect(await wordsOf(h.get(`${home}?lang=fr`, scene.facilitator))).toContain('Silence depuis 130 jours')
  })

  it('asks the database little', async () => {
    await driftingPair()
    startCounting()
    await h.get(home, scene.facilitator)
    const count = faultCount()
    disarmFaults()
    console.log(`desk: ${count} queries`)
    expect(count).toBeLessThanOrEqual(22)
  })
})
