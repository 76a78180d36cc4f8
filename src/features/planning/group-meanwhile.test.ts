import { beforeEach, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { hybridAsked } from '../../../test/meeting.ts'
import { playPair } from '../../../test/pair.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { type PlayedSeason, playSeason, sayFree } from '../../../test/season.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Asked, changeMeeting, makeMeeting } from '../activities/actions.ts'
import { easiest, moveByHand, readStarts } from './moving.ts'
import { publishPlan } from './publishing.ts'
import { listRows } from './rows-store.ts'
import { planAgain, runPlan } from './running.ts'
import { readUndoable } from './steps-store.ts'

const h = useHarness()
let scene: Scene
let season: PlayedSeason
let id: string

const asked: Asked = { ...hybridAsked, startsAt: null }

beforeEach(async () => {
  scene = await playAgency(h)
  const pair = await playPair(h, scene, [cast.ana, cast.kofi])
  await sayFree(h, pair.personIds)
  season = await playSeason(h, scene, { sessionsEach: 2 })
  id = await make(asked)
  await change(async (work) => planAgain(work, season.planId, (await plan()).revision, 'repair'))
  await h.settle()
})

const change = <T>(act: Parameters<typeof h.change<T>>[0]) => h.change(act, season.actor)
const make = (what: Asked) => change((work) => makeMeeting(work, scene, what))
const plan = () =>
  h.world.db.selectFrom('season_plans').selectAll().where('id', '=', season.planId).executeTakeFirstOrThrow()
const meeting = () => h.world.db.selectFrom('activities').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const planned = async () => (await listRows(h.world.db, season.planId, [id]))[0]?.startsAt ?? null
const publish = async () => {
  const { revision } = await plan()
  return change((work) => publishPlan(work, season.planId, revision))
}
const askLonger = () => change((work) => changeMeeting(work, id, { ...asked, minutes: 120 }, 'en'))

it('brings no time back by a step that was found for what the meeting asked before', async () => {
  const place = { seriesId: id, number: 0 }
  const found = await readStarts(h.world.db, await plan(), place, h.clock.now())
  const [start] = easiest(found?.starts ?? [], 1, await planned())
  const startsAt = Temporal.Instant.from(start?.startsAt ?? '')
  const { revision } = await plan()
  await change((work) => moveByHand(work, season.planId, { ...place, startsAt, revision }))
  expect((await readUndoable(h.world.db, season.planId)).undo?.verb).toBe('move')
  await askLonger()
  expect(await planned()).toBeNull()
  expect(await readUndoable(h.world.db, season.planId)).toEqual({ undo: null, redo: null })
})

/** A database where something happens before the second transaction: between the beginning and the end of a planning. */
function beforeSecond(db: Db, happen: () => Promise<unknown>): Db {
  let transactions = 0
  const execute: Execute = async (work) => {
    if (++transactions === 2) await happen()
    return db.transaction().execute(work)
  }
  return new Proxy(db, {
    get: (own, key) => {
      if (key === 'transaction') return () => ({ execute })
      const value: unknown = Reflect.get(own, key, own)
      return typeof value === 'function' ? value.bind(own) : value
    },
  })
}

type Execute = ReturnType<Db['transaction']>['execute']

it('keeps no time from a planning that began before the meeting asked for something else', async () => {
  const { actor, planId } = season
  const { revision } = await plan()
  await change((work) => planAgain(work, planId, revision, 'plan'))
  const { run_id: runId } = await plan()
  const world = { ...h.world, db: beforeSecond(h.world.db, askLonger) }
  await runPlan(world, { planId, runId: runId ?? '', verb: 'plan', closedWeeks: null, actor })
  expect((await plan()).run_state).toBe('idle')
  expect((await meeting()).minutes).toBe(120)
  expect(await planned()).toBeNull()
})

it('asks for no answer by a day that is gone before the invitations are sent', async () => {
  const answerBy = Temporal.Instant.from('2026-11-28T00:00:00Z')
  await change((work) => changeMeeting(work, id, { ...asked, answerBy }, 'en'))
  h.clock.moveTo(answerBy.add({ hours: 60 }))
  expect(await publish()).toMatchObject({ refused: 0 })
  expect(await meeting()).toMatchObject({ state: 'open', answer_by: null })
})

it('keeps the day for answers that is still to come', async () => {
  const answerBy = Temporal.Instant.from('2026-12-01T00:00:00Z')
  await change((work) => changeMeeting(work, id, { ...asked, answerBy }, 'en'))
  await publish()
  expect((await meeting()).answer_by?.equals(answerBy)).toBe(true)
})

it('gives no meeting the hour that another one got by hand meanwhile', async () => {
  const at = await planned()
  await make({ ...asked, title: 'By hand', startsAt: at?.add({ minutes: 30 }) ?? null })
  expect(await publish()).toMatchObject({ refused: 1 })
  expect((await meeting()).starts_at).toBeNull()
  expect(await planned()).toBeNull()
})
