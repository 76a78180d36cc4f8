import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { type PlayedPair, playPair } from '../../../test/pair.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { FormMistake } from '../../platform/web/mistakes.ts'
import { proposeConnection } from '../connections/proposing.ts'
import { cancelSession, moveSession, planSession } from './actions.ts'
import { planSessions } from './series.ts'
import { words } from './words.ts'

const h = useHarness()
const t = words('en')
let scene: Scene
let pair: PlayedPair
let besides: string

beforeEach(async () => {
  scene = await playAgency(h)
  pair = await playPair(h, scene, [cast.ana, cast.kofi])
  besides = await h.change((work) =>
    proposeConnection(work, {
      agencyId: scene.agencyId,
      initiativeId: scene.initiativeId,
      roundId: null,
      personIds: pair.personIds,
      fit: 50,
      members: pair.personIds.map((personId) => ({ personId, gives: '', wants: '', why: '' })),
    }),
  )
})

const at = (hours: number) => h.clock.now().add({ hours: 240, minutes: hours * 60 })
const plan = (connectionId: string, hours: number) => h.change((work) => planSession(work, connectionId, at(hours), 45))
const refusal = (act: Promise<unknown>) =>
  act.then(
    () => 'it was taken',
    (error: unknown) => (error instanceof FormMistake ? error.errors._form : error),
  )

describe('booking', () => {
  it('refuses a time that a member has given to another session, naming them', async () => {
    await plan(pair.connectionId, 0)
    expect(await refusal(plan(besides, 0.5))).toBe(
      'Another session is planned at that time for Ana Morales and Kofi Mensah. Choose another time.',
    )
    await plan(besides, 0.75)
  })

  it('refuses a move onto another session, and lets a session move within its own time', async () => {
    const session = await plan(pair.connectionId, 0)
    await plan(besides, 2)
    expect(await refusal(h.change((work) => moveSession(work, session, at(1.5), t)))).toContain('Another session')
    await h.change((work) => moveSession(work, session, at(0.25), t))
  })

  it('frees the time of a session that is cancelled', async () => {
    const session = await plan(pair.connectionId, 0)
    await h.change((work) => cancelSession(work, session, t))
    await plan(besides, 0)
  })

  it('gives a time that two want at once to one of them, and tells the other', async () => {
    const outcomes = await Promise.all([refusal(plan(pair.connectionId, 0)), refusal(plan(besides, 0))])
    expect(outcomes).toContainEqual(expect.stringContaining('Another session'))
    expect(outcomes).toContain('it was taken')
  })
})

it('counts a meeting of a season on a day of rest, whichever days these are', async () => {
  const { connectionId } = await playPair(h, scene, [cast.grace, cast.rahim])
  const wanted = ['2026-12-04', '2026-12-06'].map((day) => {
    return { connectionId, startsAt: Temporal.Instant.from(`${day}T09:00Z`), minutes: 45 }
  })
  await h.change((work) => planSessions(work, wanted))
  const borne = await h.world.db
    .selectFrom('session_members')
    .innerJoin('persons', 'persons.id', 'session_members.person_id')
    .innerJoin('sessions', 'sessions.id', 'session_members.session_id')
    .select(['persons.name', 'burden'])
    .orderBy('sessions.starts_at')
    .orderBy('persons.name')
    .execute()
  expect(borne.map(({ name, burden }) => `${name}: ${burden}`)).toEqual([
    'Grace Wanjiru: 0',
    'Rahim Chowdhury: 4',
    'Grace Wanjiru: 4',
    'Rahim Chowdhury: 0',
  ])
})
