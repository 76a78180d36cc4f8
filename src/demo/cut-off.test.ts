import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { useHarness } from '../../test/harness.ts'
import { playAgency, playPeer } from '../../test/scene.ts'
import { cast } from '../../test/cast.ts'
import { queueMail } from '../platform/mail/queue.ts'
import { startSweeping } from '../schedule.ts'
import { agencyName } from './opening.ts'
import { playDemonstration } from './play.ts'
import { claimPlay, keepProgress, readProgress } from './progress.ts'

const h = useHarness({ logLevel: 'silent' })

const cutOffAfter = (days: number) => ({
  onDay: async (day: number) => {
    if (day >= days) throw new Error('cut off on purpose')
  },
})

test('a demonstration that was cut off is removed, with nothing of anybody else, and played anew', async () => {
  const scene = await playAgency(h, 'An agency of one’s own')
  await playPeer(h, scene, cast.ana)
  await expect(playDemonstration(h.world, () => {}, cutOffAfter(24))).rejects.toThrow('cut off on purpose')
  const { db } = h.world
  const left = await db
    .selectFrom('agencies')
    .select(['id', 'name'])
    .where('is_demonstration', '=', true)
    .executeTakeFirstOrThrow()
  expect(left.name).toBe(agencyName)
  expect((await db.selectFrom('persons').select('id').execute()).length).toBe(49)

  const told: string[] = []
  await expect(playDemonstration(h.world, (line) => told.push(line), cutOffAfter(2))).rejects.toThrow(
    'cut off on purpose',
  )
  expect(told[0]).toBe('A demonstration that was cut off is removed and played anew.')
  const agencies = await db.selectFrom('agencies').select(['id', 'name']).orderBy('name').execute()
  expect(agencies.map(({ name }) => name)).toEqual([agencyName, 'An agency of one’s own'])
  expect(agencies.map(({ id }) => id)).not.toContain(left.id)
  const own = await db.selectFrom('persons').select('name').where('agency_id', '=', scene.agencyId).execute()
  expect(own).toEqual([{ name: cast.ana.name }])
  expect((await db.selectFrom('audit_events').select('id').where('agency_id', '=', left.id).execute()).length).toBe(0)
})

test('of two processes one plays, and the sweeps of all wait until it has', async () => {
  expect(await claimPlay(h.world.db)).toBe(true)
  expect(await claimPlay(h.world.db)).toBe(false)
  await h.change((work) =>
    queueMail(work, {
      agencyId: null,
      kind: 'home.link',
      to: { address: 'a@b.example', name: 'A' },
      locale: 'en',
      subject: 'Hello',
      text: 'Hello',
      html: 'Hello',
    }),
  )
  const waiting = startSweeping(h.world)
  await sleep(200)
  await waiting.stop()
  expect(h.post).toHaveLength(0)

  await keepProgress(h.world.db, 'complete')
  expect(await readProgress(h.world.db)).toEqual({ state: 'complete' })
  expect(await claimPlay(h.world.db)).toBe(false)
  const sweeping = startSweeping(h.world)
  await vi.waitFor(() => expect(h.post).toHaveLength(1))
  await sweeping.stop()
})
