import { describe, expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { playAgency, playPeer, type Scene } from '../../../test/scene.ts'
import type { Actor } from '../../platform/work.ts'
import { addException, removeException, saySo, undoSaying } from './actions.ts'
import { ownAvailability, readAvailability } from './availability.ts'
import { weekOf } from './half-days.ts'

const h = useHarness()

const day = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.Instant.from(text)

async function known(personId: string, from = '2026-12-01T00:00:00Z', to = '2027-02-01T00:00:00Z') {
  const found = (await readAvailability(h.world.db, [personId], at(from), at(to))).get(personId)
  if (!found) throw new Error('Nobody is known by this id.')
  return { ...found, days: found.exceptions.map(({ from, to, level }) => `${from} ${to} ${level}`) }
}

const peer = (scene: Scene, member = cast.kofi) => playPeer(h, scene, member)

describe('the door to persons’ time', () => {
  test('tells what was said, days of rest and public holidays of the country', async () => {
    const scene = await playAgency(h)
    const kofi = await peer(scene)
    const found = await known(kofi.personId)
    expect(found).toMatchObject({ zone: 'Africa/Accra', weekendDays: [6, 7], sessionsPerWeek: null, busy: [] })
    expect(found.days).toContain('2026-12-25 2026-12-25 0')
    expect(found.days).toContain('2027-01-01 2027-01-01 0')
    const nadia = await peer(scene, cast.nadia)
    expect((await known(nadia.personId)).weekendDays).toEqual([5, 6])
  })

  test('holidays are as any other day to who says so, all of them or one', async () => {
    const scene = await playAgency(h)
    const { personId } = await peer(scene)
    const christmas = { from: day('2026-12-24'), to: day('2026-12-25'), level: 2 as const }
    await h.change((work) => addException(work, personId, christmas, 'too many'))
    const { days } = await known(personId)
    expect(days).not.toContain('2026-12-25 2026-12-25 0')
    expect(days).toContain('2027-01-01 2027-01-01 0')
    await h.change((work) => saySo(work, personId, () => ({ takesHolidays: false })))
    expect((await known(personId)).days).toEqual([])
  })

  test('gives exceptions and busy times of the asked days, what is busy joined', async () => {
    const scene = await playAgency(h)
    const { personId } = await peer(scene)
    const days = [
      { from: day('2026-12-07'), to: day('2026-12-11'), level: 0 as const },
      { from: day('2026-06-07'), to: day('2026-06-11'), level: 0 as const },
    ]
    for (const one of days) await h.change((work) => addException(work, personId, one, 'too many'))
    const times = ['2026-12-02T09:00:00Z', '2026-12-02T09:30:00Z', '2028-01-01T00:00:00Z']
    for (const start of times) await addBusy(scene.agencyId, personId, at(start))
    const found = await known(personId)
    expect(found.days.filter((text) => text.startsWith('2026-12-07') || text.startsWith('2026-06'))).toEqual([
      '2026-12-07 2026-12-11 0',
    ])
    expect(found.busy.map(({ startsAt, endsAt }) => `${startsAt} ${endsAt}`)).toEqual([
      '2026-12-02T09:00:00Z 2026-12-02T10:30:00Z',
    ])
  })
})

describe('what somebody says of their time', () => {
  test('is kept, written down once, and undone by one press; another press brings it back', async () => {
    const scene = await playAgency(h)
    const { personId } = await peer(scene)
    const [before, after] = [(await known(personId)).week, weekOf('fri-pm')]
    const actor: Actor = { kind: 'staff', id: scene.staffId, name: 'Youssef', agencyId: scene.agencyId }
    await h.change((work) => saySo(work, personId, () => ({ week: after, minutesPerMonth: 90 })), actor)
    expect(await h.change((work) => saySo(work, personId, () => ({ week: after })))).toBe(false)
    expect(await known(personId)).toMatchObject({ week: after, minutesPerMonth: 90 })
    await h.change((work) => undoSaying(work, personId))
    expect(await known(personId)).toMatchObject({ week: before, minutesPerMonth: null })
    await h.change((work) => undoSaying(work, personId))
    expect(await known(personId)).toMatchObject({ week: after, minutesPerMonth: 90 })
    const trail = await h.world.db
      .selectFrom('audit_events')
      .select(['verb', 'actor_name'])
      .where('verb', 'like', 'availability.%')
      .orderBy('id')
      .execute()
    expect(trail.map(({ verb }) => verb)).toEqual(['availability.say', 'availability.undo', 'availability.undo'])
    expect(trail[0]?.actor_name).toBe('Youssef')
  })

  test('an exception said twice is one, is nobody else’s to remove, and there is an end to them', async () => {
    const scene = await playAgency(h)
    const [kofi, ana] = [await peer(scene), await peer(scene, cast.ana)]
    const off = (first: number) => ({
      from: day('2026-12-01').add({ days: first }),
      to: day('2026-12-01').add({ days: first }),
      level: 0 as const,
    })
    for (const first of [0, 0, 1]) await h.change((work) => addException(work, kofi.personId, off(first), 'too many'))
    const kept = await h.world.db.selectFrom('availability_exceptions').selectAll().execute()
    expect(kept).toHaveLength(2)
    await expect(h.change((work) => removeException(work, ana.personId, kept[0]?.id ?? ''))).rejects.toThrow()
    await h.change((work) => removeException(work, kofi.personId, kept[0]?.id ?? ''))
    expect((await ownAvailability(h.world.db, kofi.personId)).exceptions).toHaveLength(1)
    for (let first = 2; first < 61; first += 1)
      await h.change((work) => addException(work, kofi.personId, off(first), 'too many'))
    await expect(h.change((work) => addException(work, kofi.personId, off(70), 'too many'))).rejects.toMatchObject({
      errors: { _form: 'too many' },
    })
  })
})

async function addBusy(agencyId: string, personId: string, startsAt: Temporal.Instant): Promise<void> {
  const now = h.clock.now()
  const { db } = h.world
  const known = await db
    .selectFrom('calendar_sources')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const source = { agency_id: agencyId, person_id: personId, kind: 'ics', host: 'calendar.example', sealed: 'x' }
  const { id } =
    known ??
    (await db
      .insertInto('calendar_sources')
      .values({ ...source, next_read_at: now, created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow())
  await db
    .insertInto('busy_times')
    .values({
      source_id: id,
      agency_id: agencyId,
      starts_at: startsAt,
      ends_at: startsAt.add({ hours: 1 }),
    })
    .execute()
}
