import { describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { hybridAsked } from '../../../test/meeting.ts'
import { playAgency, playPeer } from '../../../test/scene.ts'
import { addException, saySo } from '../availability/actions.ts'
import { type Availability, unsaid } from '../availability/free-time.ts'
import { emptyWeek, slotsOfDay, withSlots } from '../availability/week.ts'
import { makeMeeting } from './actions.ts'
import { attenderOf, readAttenders } from './attenders.ts'

const at = (text: string) => Temporal.Instant.from(text)
const day = (text: string) => Temporal.PlainDate.from(text)
const mondays = (from: number, to: number, mark: '1' | '2') =>
  withSlots(emptyWeek, slotsOfDay(0, [2 * from, 2 * to]), mark)

describe('how well an hour suits somebody', () => {
  const suits = (own: Partial<Availability>, from: string) =>
    attenderOf({ ...unsaid('Africa/Accra'), ...own }, at('2026-11-30T00:00Z'), at('2026-12-06T00:00Z')).suitsAt(
      at(from),
      at(from).add({ hours: 1 }),
    )

  it('is what they said of their week, even where the clock says otherwise', () => {
    const week = mondays(20, 22, '2')
    expect(suits({ week }, '2026-11-30T21:00Z')).toEqual({ level: 2, isKnown: true })
    expect(suits({ week }, '2026-11-30T10:00Z')).toEqual({ level: 0, isKnown: true })
    expect(suits({ week: mondays(9, 12, '1') }, '2026-11-30T10:00Z')).toEqual({ level: 1, isKnown: true })
  })

  it('is a no on a holiday and where their calendar is busy, whether they said their week or not', () => {
    const exceptions = [{ from: day('2026-12-01'), to: day('2026-12-01'), level: 0 as const }]
    const busy = [{ startsAt: at('2026-11-30T10:30Z'), endsAt: at('2026-11-30T11:00Z') }]
    expect(suits({ exceptions }, '2026-12-01T10:00Z')).toEqual({ level: 0, isKnown: true })
    expect(suits({ busy }, '2026-11-30T10:00Z')).toEqual({ level: 0, isKnown: true })
    expect(suits({ busy, week: mondays(9, 12, '2') }, '2026-11-30T10:00Z')).toEqual({ level: 0, isKnown: true })
    expect(suits({ busy, week: mondays(9, 12, '2') }, '2026-11-30T11:00Z')).toEqual({ level: 2, isKnown: true })
  })

  it('is guessed by the clock and their own days of rest where they said nothing', () => {
    const weekendDays = [5, 6]
    expect(suits({}, '2026-12-02T10:00Z')).toEqual({ level: 2, isKnown: false })
    expect(suits({ weekendDays }, '2026-12-04T10:00Z')).toEqual({ level: 1, isKnown: false })
    const exceptions = [{ from: day('2026-12-02'), to: day('2026-12-02'), level: 1 as const }]
    expect(suits({ exceptions }, '2026-12-02T10:00Z')).toEqual({ level: 1, isKnown: false })
  })
})

describe('the times of a group meeting', () => {
  const h = useHarness()

  it('begin with those that the invited said suit them, and tell apart who said nothing', async () => {
    const scene = await playAgency(h)
    const { personId: ana } = await playPeer(h, scene, cast.ana)
    const { personId: kofi } = await playPeer(h, scene, cast.kofi)
    const { personId: grace } = await playPeer(h, scene, cast.grace)
    for (const one of [kofi, grace]) await h.change((work) => saySo(work, one, () => ({ week: null })))
    // Thursdays from six to seven in Bogota: noon less one in Accra.
    const week = withSlots(emptyWeek, slotsOfDay(3, [12, 14]), '1')
    await h.change((work) => saySo(work, ana, () => ({ week })))
    const where = { agencyId: scene.agencyId, initiativeId: scene.initiativeId }
    const id = await h.change((work) => makeMeeting(work, where, hybridAsked))
    const look = () => wordsOf(h.get(`/initiatives/${scene.initiativeId}/meetings/${id}/times`, scene.facilitator))
    const first = async () => /\w+ \d+ \w+ 2026, \d\d:\d\d \(Lisbon time\)/.exec(await look())?.[0]
    expect(await first()).toBe('Thursday 26 November 2026, 11:00 (Lisbon time)')
    expect(await look()).toContain('11:00 (Lisbon time)Good for 0, if need be for 1.2 have said nothing; by the clock:')
    const away = { from: day('2026-11-26'), to: day('2026-11-26'), level: 0 as const }
    await h.change((work) => addException(work, kofi, away, 'Too many.'))
    expect(await first()).toBe('Thursday 3 December 2026, 11:00 (Lisbon time)')
  })

  it('ask once for all who are alike', async () => {
    const scene = await playAgency(h)
    const kofi = { ...(await playPeer(h, scene, cast.kofi)), zone: cast.kofi.zone }
    await h.change((work) => saySo(work, kofi.personId, () => ({ week: null, takesHolidays: false })))
    const nobody = { personId: '00000000-0000-7000-8000-000000000000', zone: cast.kofi.zone }
    const week = { startsAt: at('2026-11-30T00:00Z'), endsAt: at('2026-12-01T00:00Z') }
    const [one, other, third] = await readAttenders(h.world.db, [kofi, kofi, nobody], week)
    expect(one).toBe(other)
    expect(third?.suitsAt(week.startsAt, week.endsAt)).toEqual({ level: 0, isKnown: false })
  })
})
