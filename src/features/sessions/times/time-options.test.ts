import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weekOf } from '../../availability/half-days.ts'
import { unsaid } from '../../availability/free-time.ts'
import { withSlots } from '../../availability/week.ts'
import { burdenAt, impossible } from '../burden.ts'
import { type Attendee, proposeTimeOptions } from './time-options.ts'

const now = Temporal.Instant.from('2026-11-24T09:00:00Z')
const office = ['mon', 'tue', 'wed', 'thu', 'fri'].flatMap((day) => [`${day}-am`, `${day}-pm`])
const attendee = (zone: string, free = office, burdenSoFar = 0): Attendee => ({
  personId: zone,
  time: { ...unsaid(zone), week: free.length > 0 ? weekOf(...free) : null },
  burdenSoFar,
  taken: [],
})

describe('proposed times', () => {
  it('lie in the working day of both where the working days meet', () => {
    const pair = [attendee('America/Bogota'), attendee('Africa/Accra')]
    const options = proposeTimeOptions(pair, 45, now)
    expect(options).toHaveLength(3)
    for (const option of options) {
      expect(option.burden).toBe(0)
      for (const one of pair) expect(burdenAt(option.startsAt, 45, one.time.zone).kind).toBe('core')
    }
  })

  it('fall on three different days', () => {
    const options = proposeTimeOptions([attendee('Africa/Tunis'), attendee('Europe/Dublin')], 45, now)
    expect(new Set(options.map((option) => option.startsAt.toString().slice(0, 10))).size).toBe(3)
  })

  it('keep to the half-days people gave', () => {
    const options = proposeTimeOptions(
      [attendee('Africa/Accra', ['thu-pm']), attendee('Africa/Dakar', ['wed-am', 'thu-pm'])],
      45,
      now,
    )
    for (const option of options) {
      const local = option.startsAt.toZonedDateTimeISO('Africa/Accra')
      expect(local.dayOfWeek).toBe(4)
      expect(local.hour).toBeGreaterThanOrEqual(13)
    }
  })

  it('are found even for Quito and Dhaka, whose free hours never meet, at hours when both are awake', () => {
    const pair = [attendee('America/Guayaquil'), attendee('Asia/Dhaka')]
    const options = proposeTimeOptions(pair, 45, now)
    expect(options).toHaveLength(3)
    for (const option of options) {
      for (const one of pair) expect(burdenAt(option.startsAt, 45, one.time.zone).points).toBeLessThan(impossible)
    }
  })

  it('cost more where somebody comes only if need be, and do without such hours where they can', () => {
    const kofi = attendee('Africa/Accra', ['thu-pm'])
    const week = withSlots(
      kofi.time.week,
      Array.from({ length: 8 }, (_, index) => 3 * 48 + 26 + index),
      '1',
    )
    const unwilling = { ...kofi, time: { ...kofi.time, week: withSlots(week, [3 * 48 + 32, 3 * 48 + 33], '2') } }
    const pair = proposeTimeOptions([unwilling, attendee('Africa/Dakar', ['thu-pm'])], 45, now)
    expect(pair.find(({ burden }) => burden === 0)?.startsAt.toString()).toBe('2026-12-03T16:00:00Z')
    const [only] = proposeTimeOptions([{ ...kofi, time: { ...kofi.time, week } }], 45, now)
    expect(only?.burden).toBe(3)
  })

  it('leave out days off, busy times and other people’s days of rest, even where usual hours never meet', () => {
    const away = {
      from: Temporal.PlainDate.from('2026-12-01'),
      to: Temporal.PlainDate.from('2026-12-12'),
      level: 0 as const,
    }
    const busy = [{ startsAt: now, endsAt: Temporal.Instant.from('2026-12-14T12:00:00Z') }]
    const quito = attendee('America/Guayaquil')
    const dhaka = attendee('Asia/Dhaka')
    const options = proposeTimeOptions(
      [
        { ...quito, time: { ...quito.time, exceptions: [away] } },
        { ...dhaka, time: { ...dhaka.time, busy, weekendDays: [5, 6] } },
      ],
      45,
      now,
    )
    expect(options).toHaveLength(3)
    for (const { startsAt } of options) {
      expect(Temporal.Instant.compare(startsAt, busy[0]?.endsAt ?? now)).toBeGreaterThanOrEqual(0)
      expect([5, 6]).not.toContain(startsAt.toZonedDateTimeISO('Asia/Dhaka').dayOfWeek)
    }
  })

  it('spare the one who has borne more', () => {
    const fresh = proposeTimeOptions([attendee('America/Guayaquil'), attendee('Asia/Dhaka')], 45, now)
    const spared = proposeTimeOptions([attendee('America/Guayaquil', office, 40), attendee('Asia/Dhaka')], 45, now)
    const quito = (options: typeof fresh) =>
      options.reduce((sum, option) => sum + burdenAt(option.startsAt, 45, 'America/Guayaquil').points, 0)
    expect(quito(spared)).toBeLessThan(quito(fresh) + 1)
    expect(quito(spared)).toBeLessThanOrEqual(3)
  })

  it('never overlap a session somebody has already, start before six days, or repeat themselves', () => {
    const zones = ['America/Bogota', 'Africa/Accra', 'Asia/Amman', 'Europe/Dublin', 'Asia/Dhaka', 'America/Toronto']
    const anyone = fc.record({
      zone: fc.constantFrom(...zones),
      free: fc.subarray(office, { minLength: 0 }),
      takenAfterHours: fc.array(fc.integer({ min: 60, max: 500 }), { maxLength: 5 }),
    })
    fc.assert(
      fc.property(fc.array(anyone, { minLength: 2, maxLength: 4 }), fc.constantFrom(30, 45, 60), (people, minutes) => {
        const attendees = people.map(({ zone, free, takenAfterHours }) => ({
          ...attendee(zone, free),
          taken: takenAfterHours.map((hours) => ({
            startsAt: now.add({ hours }),
            endsAt: now.add({ hours: hours + 1 }),
          })),
        }))
        const options = proposeTimeOptions(attendees, minutes, now)
        expect(new Set(options.map((option) => option.startsAt.epochMilliseconds)).size).toBe(options.length)
        for (const { startsAt } of options) {
          expect(startsAt.epochMilliseconds - now.epochMilliseconds).toBeGreaterThanOrEqual(6 * 86_400_000)
          for (const taken of attendees.flatMap((one) => one.taken)) {
            const clash =
              taken.startsAt.epochMilliseconds < startsAt.add({ minutes }).epochMilliseconds &&
              startsAt.epochMilliseconds < taken.endsAt.epochMilliseconds
            expect(clash).toBe(false)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})
