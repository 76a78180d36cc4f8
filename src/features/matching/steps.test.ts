import { describe, expect, it } from 'vitest'
import { useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { useWorkbench } from '../../../test/round.ts'
import { playStaff } from '../../../test/scene.ts'
import type { Work } from '../../platform/work.ts'
import { changeSettings } from './actions.ts'
import { usualSettings } from './round-settings.ts'
import { demand, sayWhoTakesPart, waive } from './taking-part.ts'

const h = useHarness()
const at = useWorkbench(h)
const { ids, look, post, refused } = at

/** Presses the button on the page that takes a step back, or does it again. */
async function press(verb: 'undo' | 'redo', who = at.scene.facilitator): Promise<string> {
  const page = await (await h.get(at.round.path, who)).text()
  const step = new RegExp(`action="[^"]*/${verb}"[\\s\\S]*?name="step" value="(\\d+)"`).exec(page)?.[1]
  if (!step) throw new Error(`There is nothing to ${verb}.`)
  const answer = await h.submit(`${at.round.path}/${verb}`, { step }, who)
  expect(answer.status).toBe(303)
  return wordsOf(h.get(answer.headers.get('location') ?? '', who))
}

/** All that a round is: its rules, weights and proposals. */
async function stateOf() {
  const { db } = h.world
  const rules = await db.selectFrom('matching_rules').selectAll().orderBy('created_at').execute()
  const leftOut = await db.selectFrom('matching_left_out').selectAll().execute()
  const proposals = await db
    .selectFrom('matching_proposals')
    .select(['person_ids', 'fit', 'parts'])
    .orderBy('person_ids')
    .execute()
  const round = await db.selectFrom('matching_rounds').select(['weights', 'pairs_worth', 'title', 'contact']).execute()
  const needs = await db.selectFrom('matching_needs').selectAll().execute()
  const participants = await db.selectFrom('matching_participants').selectAll().orderBy('person_id').execute()
  return { round, rules, leftOut, proposals, needs, participants }
}

const weights = {
  offersMeetWants: '0',
  sameProblem: '0',
  wishToGoOn: '0',
  language: '5',
  sharedHours: '0',
  commitment: '0',
}

describe('steps in a draft round', () => {
  it('are taken back one by one to the very state before, and done again', async () => {
    const states = [await stateOf()]
    const step = async (path: string, fields: Record<string, string>) => {
      h.clock.advance({ minutes: 1 })
      expect((await post(path, fields)).status).toBe(303)
      states.push(await stateOf())
    }
    await step('/pins', { people: ids('ana', 'luc') })
    await step('/bans', { people: ids('leila', 'grace') })
    await step('/swap', { person: at.round.people.ana, with: at.round.people.grace })
    await step('/scoring', weights)
    await step('/pins/removal', { people: ids('ana', 'grace') })
    for (const before of states.slice(0, -1).toReversed()) {
      expect(await press('undo')).toContain('The last step is taken back.')
      expect(await stateOf()).toEqual(before)
    }
    expect(await look()).not.toContain('Undo')
    for (const after of states.slice(1)) {
      expect(await press('redo')).toContain('The step is done again.')
      expect(await stateOf()).toEqual(after)
    }
    expect(await look()).not.toContain('Redo')
  })

  it('are taken back too where they changed the settings, who takes part or whom somebody must be with', async () => {
    const { ana, kofi, grace } = at.round.people
    const states = [await stateOf()]
    const step = async (change: (work: Work, roundId: string) => Promise<void>) => {
      h.clock.advance({ minutes: 1 })
      await h.change((work) => change(work, at.round.roundId))
      states.push(await stateOf())
    }
    await step((work, id) => sayWhoTakesPart(work, id, [ana, kofi], { takesPart: false }))
    await step((work, id) => demand(work, id, { personId: grace, kind: 'language', value: 'en' }))
    await step((work, id) =>
      changeSettings(work, id, { ...usualSettings, title: 'Other pairs', contact: 'any', allowSameOrganisation: true }),
    )
    await step((work, id) => sayWhoTakesPart(work, id, [ana], { capacity: 0 }))
    await step((work, id) => waive(work, id, { personId: grace, kind: 'language', value: 'en' }))
    for (const before of states.slice(0, -1).toReversed()) {
      await press('undo')
      expect(await stateOf()).toEqual(before)
    }
    for (const after of states.slice(1)) {
      await press('redo')
      expect(await stateOf()).toEqual(after)
    }
    expect((await h.get(`${at.round.path}?since=0`, at.scene.administrator)).status).toBe(200)
  })

  it('are named on the buttons that take them back', async () => {
    await post('/pins', { people: ids('ana', 'luc') })
    expect(await (await h.get(at.round.path, at.scene.facilitator)).text()).toContain(
      'aria-label="Undo the pin of Ana Morales and Luc Tremblay"',
    )
    await press('undo')
    expect(await (await h.get(`${at.round.path}?lang=fr`, at.scene.facilitator)).text()).toContain(
      'aria-label="Refaire l’épingle sur Ana Morales et Luc Tremblay"',
    )
  })

  it('cannot be done again once another step was taken', async () => {
    await post('/pins', { people: ids('ana', 'luc') })
    await press('undo')
    await post('/bans', { people: ids('ana', 'grace') })
    expect(await look()).not.toContain('Redo')
    expect(await refused('/redo', { step: '1' })).toContain('There is nothing to do again.')
  })

  it('are not taken back twice, nor under a colleague who was quicker', async () => {
    await post('/pins', { people: ids('ana', 'luc') })
    await post('/bans', { people: ids('ana', 'grace') })
    expect(await refused('/undo', { step: '2' })).toContain('Somebody did something since you looked')
    const undo = { step: '3', _key: 'a-key-that-is-pressed-twice' }
    expect((await post('/undo', undo)).status).toBe(303)
    expect((await post('/undo', undo)).status).toBe(303)
    expect(await look()).toContain('Pinned: Ana Morales and Luc Tremblay')
    expect(await refused('/undo', { step: 'x' })).toContain('problem')
  })

  it('leave a rescoring by the same weights alone, which takes nothing back', async () => {
    await post('/pins', { people: ids('ana', 'luc') })
    await post('/scoring', {})
    expect(await press('undo')).not.toContain('Pinned: Ana')
  })

  it('by a colleague are told to whoever acts on an older page, and the act holds for the people it names', async () => {
    const zoe = await playStaff(h, at.scene.agencyId, 'facilitator', 'Zoe Byrne')
    const seen =
      /data-revision="(\d+)"/.exec(await (await h.get(at.round.path, at.scene.facilitator)).text())?.[1] ?? ''
    await h.submit(`${at.round.path}/bans`, { people: ids('ana', 'kofi') }, zoe.who)
    const answer = await post('/pins', { people: ids('leila', 'luc'), revision: seen })
    const page = await wordsOf(h.get(answer.headers.get('location') ?? '', at.scene.facilitator))
    expect(page).toContain('They are pinned.')
    expect(page).toContain('Meanwhile: Zoe Byrne forbade Ana Morales and Kofi Mensah.')
    expect(page).toContain('Pinned: Leïla Ben Salah and Luc Tremblay')
    expect(await look()).not.toContain('Meanwhile')
  })

  it('are answered with the changed page itself where a script asks for it', async () => {
    const body = new URLSearchParams({ _key: 'a-key-of-sixteen-letters', people: ids('ana', 'luc') })
    const headers = { origin: 'http://perennial.test', 'x-in-place': 'yes', ...at.scene.facilitator }
    const answer = await h.app.request(`http://perennial.test${at.round.path}/pins`, { method: 'POST', body, headers })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('location')).toBeNull()
    expect(answer.headers.get('content-location')).toContain('said=pinned#with-')
    expect(await wordsOf(answer)).toContain('They are pinned.')
  })
})
