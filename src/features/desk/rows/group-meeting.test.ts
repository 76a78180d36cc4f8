import { expect, it } from 'vitest'
import { groupMeeting, type MeetingNeed } from './group-meeting.ts'

const now = Temporal.Instant.from('2026-11-24T09:00:00Z')
const need = (more: Partial<MeetingNeed>): MeetingNeed => ({
  id: 'm',
  title: 'Audits',
  startsAt: now.add({ hours: 24 }),
  minutes: 60,
  planned: 60,
  freeSince: null,
  ...more,
})

it('asks for the minutes of a meeting that was', () => {
  expect(groupMeeting(need({ startsAt: now.subtract({ hours: 24 * 4 }) }), now)).toMatchObject({
    kind: 'minutesDue',
    days: 4,
    meeting: { title: 'Audits' },
  })
})

it('says the day before that the programme is too long, and by how much', () => {
  expect(groupMeeting(need({ planned: 75 }), now)).toMatchObject({ kind: 'programmeLong', count: 15 })
  expect(groupMeeting(need({ planned: 75, startsAt: now.add({ hours: 80 }) }), now)).toBeNull()
})

it('tells of a place that nobody took', () => {
  const freeSince = now.subtract({ hours: 30 })
  expect(groupMeeting(need({ freeSince }), now)).toMatchObject({ kind: 'placeFree', days: 1 })
})

it('is silent about a meeting that needs nothing', () => {
  expect(groupMeeting(need({}), now)).toBeNull()
})
