import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { playPair, type PlayedPair } from '../../../test/pair.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { changeInitiative } from '../initiatives/setting-up.ts'
import { closeConnection } from './closing.ts'
import { recordContact } from './contacts.ts'
import { pauseConnection, resumeDueConnections } from './pausing.ts'
import { watchConnections } from './watching.ts'
import { readRhythm } from './watching.ts'
import { lockConnection } from './store.ts'

const h = useHarness()
let scene: Scene
let pair: PlayedPair

beforeEach(async () => {
  scene = await playAgency(h)
  pair = await playPair(h, scene)
})

const list = () => wordsOf(h.get(`/initiatives/${scene.initiativeId}/connections`, scene.facilitator))
const page = () =>
  wordsOf(h.get(`/initiatives/${scene.initiativeId}/connections/${pair.connectionId}`, scene.facilitator))

async function pass(days: number) {
  h.clock.advance({ days })
  await resumeDueConnections(h.world)
  await watchConnections(h.world)
}

const meet = () =>
  h.change(
    (work) =>
      recordContact(work, {
        connectionId: pair.connectionId,
        happenedAt: work.now,
        kind: 'live',
        minutes: 30,
        note: '',
      }),
    { kind: 'peer', id: pair.personIds[0] ?? '', name: 'Ana Morales', agencyId: scene.agencyId },
  )

describe('the rhythm watch', () => {
  it('says late, silent and probably over as a monthly rhythm is missed', async () => {
    expect(await list()).toContain('One connection, in touch as agreed')
    await pass(59)
    expect(await list()).toContain('In touch as agreed')
    await pass(1)
    expect(await list()).toContain('One pair is drifting')
    expect(await list()).toContain('Late')
    await pass(60)
    expect(await list()).toContain('Silent for long')
    await pass(120)
    expect(await list()).toContain('Probably over')
    expect(await page()).toContain('No contact between Ana Morales and Kofi Mensah for 240 days')
    expect(await page()).toMatch(
      /Probably over, by its silence\..*far longer than promised\..*twice as long as promised\./,
    )
  })

  it('reaches the right state in one look however long the system was down', async () => {
    await pass(300)
    expect(await list()).toContain('Probably over')
  })

  it('comes back to fresh with the next contact, and counts from there', async () => {
    await pass(70)
    await meet()
    expect(await page()).toContain('In touch again.')
    expect(await list()).toContain('One connection, in touch as agreed')
    await pass(59)
    expect(await list()).toContain('In touch as agreed')
    await pass(1)
    expect(await list()).toContain('Late')
  })

  it('goes by the settings of its initiative', async () => {
    await h.world.db
      .updateTable('initiatives')
      .set({ amber_factor: 1, red_factor: 1.5 })
      .where('id', '=', scene.initiativeId)
      .execute()
    await meet()
    await pass(45)
    expect(await list()).toContain('Silent for long')
  })

  it('looks again when these settings change', async () => {
    await pass(50)
    expect(await list()).toContain('In touch as agreed')
    const settings = { rhythmDays: 30, amberFactor: 1, redFactor: 1.5, lapsedFactor: 8 }
    await h.change((work) => changeInitiative(work, scene, settings))
    await pass(0)
    expect(await list()).toContain('Silent for long')
  })

  it('leaves a pause in peace, and counts from its end', async () => {
    await h.change((work) => pauseConnection(work, pair.connectionId, Temporal.PlainDate.from('2027-05-01')))
    await pass(150)
    expect(await list()).toContain('Paused until 1 May 2027')
    await pass(9)
    expect(await list()).toContain('In touch as agreed')
    await h.settle()
    expect(h.post.filter((mail) => mail.subject.startsWith('The pause is over'))).toHaveLength(2)
    await pass(60)
    expect(await list()).toContain('Late')
  })

  it('does not look at what is closed', async () => {
    await h.change((work) => closeConnection(work, pair.connectionId, { reason: 'reached' }))
    await pass(300)
    expect(await page()).not.toContain('Probably over')
  })

  it('can be replaced by another watch', async () => {
    const reading = await h.change(async (work) =>
      readRhythm(work.db, await lockConnection(work.db, pair.connectionId), work.now, ({ contactsSoFar }) => ({
        state: contactsSoFar === 0 ? 'lapsed' : 'fresh',
        gapDays: 0,
        ratio: 0,
        nextChangeAt: null,
      })),
    )
    expect(reading?.state).toBe('lapsed')
  })
})

describe('the list', () => {
  it('can be narrowed to a state, shows the rest of its states, and never another initiative', async () => {
    await playPair(h, scene, [cast.grace, cast.rahim])
    const elsewhere = await playAgency(h, 'Elsewhere')
    await pass(61)
    await meet()
    const path = `/initiatives/${scene.initiativeId}/connections`
    const drifting = await wordsOf(h.get(`${path}?state=drifting`, scene.facilitator))
    expect(drifting).toContain('Grace Wanjiru and Rahim Chowdhury')
    expect(drifting).not.toContain('Kofi Mensah')
    expect(await wordsOf(h.get(`${path}?state=ended`, scene.facilitator))).toContain('No connection is in this state')
    expect((await h.get(path, elsewhere.facilitator)).status).toBe(404)
    const empty = await wordsOf(h.get(`/initiatives/${elsewhere.initiativeId}/connections`, elsewhere.facilitator))
    expect(empty).toContain('Nobody is connected yet')
    expect(empty).toContain('Go to matching')
  })
})
