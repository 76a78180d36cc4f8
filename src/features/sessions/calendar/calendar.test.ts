import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { type CalendarSession, feed, invitation } from './calendar.ts'

const organiser = { name: 'Agora', email: 'replies+1-abc@perennial.test' }
const session: CalendarSession = {
  uid: 'one@perennial.test',
  sequence: 3,
  state: 'planned',
  startsAt: Temporal.Instant.from('2027-03-26T09:00:00Z'),
  minutes: 45,
  zone: null,
  changedAt: Temporal.Instant.from('2026-11-24T09:00:00Z'),
  summary: 'Peer meeting',
  description: 'Arranged',
  location: 'Video call',
  attendees: [
    { name: 'Ana', email: 'ana@peers.example', reply: 'yes', isOptional: false },
    { name: 'Kofi', email: 'kofi@peers.example', reply: 'maybe', isOptional: true },
    { name: 'Leila', email: 'leila@peers.example', reply: 'no', isOptional: false },
    { name: 'Rahim', email: 'rahim@peers.example', reply: null, isOptional: false },
  ],
}

const read = (text: string) => new ICAL.Component(ICAL.parse(text))
const eventIn = (text: string) => read(text).getFirstSubcomponent('vevent')
const startOf = (text: string) => {
  const time = eventIn(text)?.getFirstPropertyValue('dtstart')
  return time instanceof ICAL.Time ? time.toJSDate().toISOString() : null
}

describe('an invitation', () => {
  const text = invitation('REQUEST', session, organiser)

  it('is one event with its method, in UTC, without an alarm, in lines that every mail server carries', () => {
    expect(
      read(text)
        .getAllSubcomponents()
        .map(({ name }) => name),
    ).toEqual(['vevent'])
    expect(read(text).getFirstPropertyValue('method')).toBe('REQUEST')
    expect(text).toContain('DTSTART:20270326T090000Z')
    expect(text).toContain('DTSTAMP:20261124T090000Z')
    expect(text).toContain('SEQUENCE:3')
    expect(text).not.toContain('VALARM')
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  })

  it('shows what each one said, and who may stay away', () => {
    const attendees = eventIn(text)?.getAllProperties('attendee') ?? []
    const shown = attendees.map((one) => ['partstat', 'role', 'rsvp'].map((name) => one.getFirstParameter(name)))
    expect(shown).toEqual([
      ['ACCEPTED', 'REQ-PARTICIPANT', 'FALSE'],
      ['TENTATIVE', 'OPT-PARTICIPANT', 'FALSE'],
      ['DECLINED', 'REQ-PARTICIPANT', 'FALSE'],
      ['NEEDS-ACTION', 'REQ-PARTICIPANT', 'TRUE'],
    ])
  })

  it('of a room keeps the clock of the room, through the night in which it changes', () => {
    for (const [at, zone, wall] of [
      ['2027-03-26T09:00:00Z', 'Europe/Lisbon', '20270326T090000'],
      ['2027-03-29T09:00:00Z', 'Europe/Lisbon', '20270329T100000'],
      ['2027-06-10T15:00:00Z', 'America/Bogota', '20270610T100000'],
      ['2027-06-10T15:00:00Z', 'Asia/Kathmandu', '20270610T204500'],
      ['2027-10-31T01:30:00Z', 'Europe/Paris', '20271031T023000'],
    ] as const) {
      const room = { ...session, zone, startsAt: Temporal.Instant.from(at), location: 'Sala 1' }
      const inRoom = invitation('REQUEST', room, organiser)
      expect(inRoom, zone).toContain(`DTSTART;TZID=${zone}:${wall}`)
      const rules = read(inRoom).getFirstSubcomponent('vtimezone')
      expect(rules?.getFirstPropertyValue('tzid')).toBe(zone)
      expect(startOf(inRoom), `${zone} ${at}`).toBe(new Date(at).toISOString())
    }
  })

  it('taken back is a CANCEL that expects no answer', () => {
    const off = invitation('CANCEL', session, organiser)
    expect(read(off).getFirstPropertyValue('method')).toBe('CANCEL')
    expect(off).toContain('STATUS:CANCELLED')
    expect(off).not.toContain('RSVP=TRUE')
  })
})

describe('a feed', () => {
  it('has no attendees, and shows as tentative what its owner comes to only if need be', () => {
    const text = feed('Meetings', [{ ...session, ownReply: 'maybe' }], organiser)
    expect(text).toContain('METHOD:PUBLISH')
    expect(text).not.toContain('ATTENDEE')
    expect(text).toContain('STATUS:TENTATIVE')
  })
})
