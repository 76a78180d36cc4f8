import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { type Desk, deskOf, playSilence } from '../../../test/desk.ts'
import { useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { playPair } from '../../../test/pair.ts'
import { playAnswers } from '../../../test/round.ts'
import { playAgency, playPeer, type Scene } from '../../../test/scene.ts'
import { runSweeps } from '../../schedule.ts'
import { recordContact } from '../connections/contacts.ts'
import { planSession } from '../sessions/actions.ts'

const h = useHarness()
let scene: Scene
let desk: Desk

beforeEach(async () => {
  scene = await playAgency(h)
  desk = deskOf(h, scene)
})

describe('before anything exists', () => {
  it('the page is a guide whose button is the next step', async () => {
    const mainButton = async () =>
      /class="btn main"[^>]*href="([^"]+)"/.exec(await (await h.get(desk.home, scene.facilitator)).text())?.[1]
    expect(await desk.page()).toMatch(
      /Three steps, and the rest arranges itself.*Bring in the roster of your founding event/,
    )
    expect(await mainButton()).toBe(`${desk.home}/people/import`)
    await playPeer(h, scene, cast.leila, 'listed')
    expect(await mainButton()).toBe(`${desk.home}/people`)
    expect(await desk.page()).toContain('1 on the roster, 0 with an answer')
    await playAnswers(h, scene, cast.ana)
    await playAnswers(h, scene, cast.kofi)
    expect(await mainButton()).toBe(`${desk.home}/matching`)
  })

  it('the guide stays while there are rows already', async () => {
    await playPeer(h, scene, cast.leila, 'invited')
    await h.world.db
      .updateTable('participations')
      .set({ reminded_at: h.clock.now().subtract({ hours: 240 }) })
      .execute()
    expect(await desk.page()).toMatch(/Three steps.*One peer has not answered/)
  })
})

describe('the page', () => {
  it('says what happens next by itself when nobody needs help, in the order of time', async () => {
    const { connectionId } = await playPair(h, scene)
    await h.change((work) => planSession(work, connectionId, work.now.add({ hours: 48 }), 45))
    expect(await (await h.get(desk.home, scene.facilitator)).text()).not.toContain('role="status"')
    expect(await desk.page()).toMatch(
      /Nobody needs you today.*What happens next by itself.*are asked whether they met, Friday 27 November 2026, 09:45 \(UTC\)\. .*appear here if they stay silent until/,
    )
  })

  it('counts whom to help in its heading, and keeps what can wait apart', async () => {
    await playSilence(h, scene, 70, [cast.ana, cast.kofi])
    const second = await playPair(h, scene, [cast.grace, cast.leila])
    await h.world.db
      .updateTable('connections')
      .set({ review_on: Temporal.PlainDate.from('2026-12-01') })
      .where('id', '=', second.connectionId)
      .execute()
    expect(await desk.page()).toMatch(
      /One needs you today.*Whom to help ?1.*Ana Morales and Kofi Mensah.*In a quiet hour ?2.*Grace Wanjiru/,
    )
  })

  it('shows the coming sessions in the facilitator’s own time, named', async () => {
    await h.world.db.updateTable('staff').set({ zone: 'America/Bogota' }).execute()
    const { connectionId } = await playPair(h, scene)
    await h.change((work) => planSession(work, connectionId, Temporal.Instant.from('2026-11-27T02:00:00Z'), 45))
    expect(await desk.page()).toMatch(/Thu ?26 Ana Morales and Kofi Mensah 21:00 Times are Bogota time\./)
  })

  it('counts unanswered check-ins, contacts since the start, answers and waiting mail', async () => {
    const { connectionId } = await playPair(h, scene)
    await h.change((work) => planSession(work, connectionId, work.now.add({ hours: 24 }), 45))
    h.clock.advance({ days: 3 })
    await runSweeps(h.world)
    const actor = { kind: 'staff', id: scene.staffId, name: 'Youssef', agencyId: scene.agencyId } as const
    await h.change(
      (work) => recordContact(work, { connectionId, happenedAt: work.now, kind: 'live', minutes: 30, note: '' }),
      actor,
    )
    const page = await desk.page()
    expect(page).toContain('2 peers of one session have not answered yet whether it took place.')
    expect(page).toContain('One contact since 24 November 2026, 1 in the last seven days.')
    expect(page).toMatch(/In contact, last 30 days 2 of 2 2 more than a week ago/)
    expect(page).toMatch(/Connections in rhythm 1 of 1 None is drifting/)
    expect(page).toMatch(/Hours lent by the organisation 0 of 2 None ends within 30 days/)
    expect(page).toMatch(/Hours in contact 1 of all members/)
    expect(page).toContain('0 of 2 have answered.')
    expect(page).toMatch(/\d+ mails wait to leave\./)
    await h.settle()
    expect(await desk.page()).not.toContain('wait to leave')
  })

  it('speaks French', async () => {
    const { connectionId } = await playSilence(h, scene, 130, [cast.leila, cast.kofi])
    const french = () => desk.page('?lang=fr')
    expect(await french()).toMatch(
      /Une situation vous attend aujourd’hui.*Aucun contact depuis le début, il y a 130 jours ; ils avaient convenu d’un contact tous les 30 jours\. .*Les relancer/,
    )
    await desk.act(`${connectionId}/nudge`)
    expect(await french()).toMatch(/Personne n’a besoin de vous aujourd’hui.*repose 7 jours puis revient/)
    expect(await wordsOf(h.get(`${desk.home}?lang=fr&said=nudged`, scene.facilitator))).toContain('part vers chacun')
  })

  it('offers the outbox to administrators and the address to the others', async () => {
    await playPair(h, scene)
    await h.world.db.updateTable('mails').set({ state: 'failed' }).execute()
    expect(await desk.page()).toContain('Correct the address')
    expect(await wordsOf(h.get(desk.home, scene.administrator))).toContain('Open the outbox')
  })
})

describe('what is not one’s own', () => {
  const acts = ['nudge', 'call', 'times', 'pause', 'closing', 'reopening', 'review', 'rematch']

  it('is not here for another agency, nor under another initiative', async () => {
    const { connectionId } = await playSilence(h, scene, 130)
    const other = await playAgency(h, 'Elsewhere')
    expect((await h.get(desk.home, other.facilitator)).status).toBe(404)
    for (const act of acts) {
      for (const home of [desk.home, `/initiatives/${other.initiativeId}`]) {
        const answer = await h.submit(
          `${home}/desk/${connectionId}/${act}`,
          { note: 'x', reason: 'other' },
          other.facilitator,
        )
        expect(answer.status, `${home} ${act}`).toBe(404)
      }
    }
    await h.settle()
    expect(h.post).toEqual([])
    expect(await desk.page()).toContain('One needs you today')
  })

  it('is not here under another initiative of the same agency', async () => {
    const { connectionId } = await playSilence(h, scene, 130)
    const second = await h.world.db
      .insertInto('initiatives')
      .values({ agency_id: scene.agencyId, title: 'Water', created_at: h.clock.now() })
      .returning('id')
      .executeTakeFirstOrThrow()
    const water = deskOf(h, { ...scene, initiativeId: second.id })
    expect(await water.page()).toContain('Three steps')
    for (const act of acts) {
      expect((await water.act(`${connectionId}/${act}`, { note: 'x', reason: 'other' })).status, act).toBe(404)
    }
    expect((await water.act('aside', { row: `red ${connectionId}` })).status).toBe(404)
    expect(await desk.page()).toContain('One needs you today')
  })

  it('cannot be put aside or brought back by a row’s key', async () => {
    const { connectionId } = await playSilence(h, scene, 130)
    const other = deskOf(h, await playAgency(h, 'Elsewhere'))
    for (const path of ['aside', 'back']) {
      expect((await other.act(path, { row: `red ${connectionId}` })).status).toBe(404)
      expect((await desk.act(path, { row: `red ${crypto.randomUUID()}` })).status).toBe(404)
      for (const row of ['nonsense', 'red 7', '']) expect((await desk.act(path, { row })).status, row).toBe(422)
    }
    expect(await desk.page()).toContain('One needs you today')
  })
})
