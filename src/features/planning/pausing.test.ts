import { beforeEach, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { type PlayedPair, playPair } from '../../../test/pair.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { playSeason, sayFree } from '../../../test/season.ts'
import { leaveParticipation, pauseParticipation } from '../initiatives/actions.ts'
import { planSessions } from '../sessions/series.ts'
import { listRows } from './rows-store.ts'

const h = useHarness()
const untilOn = Temporal.PlainDate.from('2027-02-01')
let scene: Scene
let pair: PlayedPair

beforeEach(async () => {
  scene = await playAgency(h)
  pair = await playPair(h, scene, [cast.paola, cast.rahim])
  await sayFree(h, pair.personIds)
})

const pause = () => h.change((work) => pauseParticipation(work, pair.participationIds[0] ?? '', untilOn))
const leave = () => h.change((work) => leaveParticipation(work, pair.participationIds[0] ?? ''))
const planned = async () => {
  const { planId } = await playSeason(h, scene, { sessionsEach: 2 })
  return (await listRows(h.world.db, planId)).flatMap(({ startsAt }) => startsAt ?? [])
}
const publish = (day: string) =>
  h.change((work) => {
    const startsAt = Temporal.Instant.from(`${day}T15:00:00Z`)
    return planSessions(work, [{ connectionId: pair.connectionId, startsAt, minutes: 45 }])
  })

it('plans nothing before a pause is over that the facilitator noted for one of the members', async () => {
  await pause()
  const starts = await planned()
  expect(starts).toHaveLength(2)
  for (const at of starts) expect(Temporal.Instant.compare(at, Temporal.Instant.from('2027-02-01T00:00:00Z'))).toBe(1)
})

it('plans nothing for a connection of which somebody takes no more part', async () => {
  await leave()
  expect(await planned()).toEqual([])
})

it('publishes nothing that a pause or a departure since the planning forbids', async () => {
  await pause()
  expect(await publish('2027-01-31')).toEqual([{ taken: [] }])
  expect(await publish('2027-02-01')).toMatchObject([{ sessionId: expect.any(String) }])
  await leave()
  expect(await publish('2027-02-08')).toEqual([{ taken: [] }])
})
