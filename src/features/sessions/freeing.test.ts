import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { mailsTo, mailTo, type PlayedPair, playPair } from '../../../test/pair.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { closeConnection, leaveConnections } from '../connections/closing.ts'
import { pauseConnection } from '../connections/pausing.ts'
import { leaveParticipation, pauseParticipation } from '../initiatives/actions.ts'
import { planSession } from './actions.ts'

const h = useHarness()
let scene: Scene
let pair: PlayedPair
let early = ''
let late = ''

async function play(members: (typeof cast.ana)[]): Promise<void> {
  scene = await playAgency(h)
  pair = await playPair(h, scene, members)
  const plan = (hours: number) => h.change((work) => planSession(work, pair.connectionId, work.now.add({ hours }), 45))
  early = await plan(246)
  late = await plan(246 + 24 * 60)
  await h.settle()
  h.post.length = 0
}

const states = async () => {
  const rows = await h.world.db.selectFrom('sessions').select(['id', 'state']).execute()
  return [early, late].map((id) => rows.find((row) => row.id === id)?.state)
}
const cancelled = (member: typeof cast.ana) =>
  h.post.filter((mail) => mail.to.address === member.email && mail.calendar?.method === 'CANCEL').length
const untilOn = Temporal.PlainDate.from('2027-01-01')

describe('of two', () => {
  beforeEach(() => play([cast.ana, cast.kofi]))

  it('a pause takes out what lies in it, tells both once, and leaves what comes after', async () => {
    await h.change((work) => pauseParticipation(work, pair.participationIds[0] ?? '', untilOn))
    await h.settle()
    expect(await states()).toEqual(['cancelled', 'planned'])
    expect([mailsTo(h, cast.ana), mailsTo(h, cast.kofi)]).toEqual([1, 1])
    expect(mailTo(h, cast.kofi)?.calendar?.method).toBe('CANCEL')
  })

  it.for(['a pause of the connection', 'a close', 'the end of a part'] as const)(
    '%s takes out all that was to come, told once a meeting',
    async (how) => {
      await h.change(async (work) => {
        if (how === 'a close') return closeConnection(work, pair.connectionId, { reason: 'no_time' })
        if (how === 'the end of a part') return leaveParticipation(work, pair.participationIds[0] ?? '')
        return pauseConnection(work, pair.connectionId, untilOn)
      })
      await h.settle()
      expect(await states()).toEqual(['cancelled', 'cancelled'])
      expect([cancelled(cast.ana), cancelled(cast.kofi)]).toEqual([2, 2])
    },
  )
})

it('of three, whoever leaves has it taken out of their calendar; the others meet, and hear nothing of it', async () => {
  await play([cast.ana, cast.kofi, cast.leila])
  const personId = pair.personIds[0] ?? ''
  await h.change((work) => leaveConnections(work, { personId, initiativeId: scene.initiativeId }))
  await h.settle()
  expect(await states()).toEqual(['planned', 'planned'])
  expect([cancelled(cast.ana), cancelled(cast.kofi), cancelled(cast.leila)]).toEqual([2, 0, 0])
  const rows = await h.world.db
    .selectFrom('session_members')
    .select('during')
    .where('person_id', '=', personId)
    .execute()
  expect(rows.map(({ during }) => during)).toEqual([null, null])
})
