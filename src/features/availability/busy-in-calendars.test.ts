import { performance } from 'node:perf_hooks'
import { describe, expect, test } from 'vitest'
import { busyInCalendars } from './busy-in-calendars.ts'
import { zoneOf } from './zone-of.ts'

const reading = {
  from: Temporal.Instant.from('2026-11-24T00:00:00Z'),
  to: Temporal.Instant.from('2027-12-29T00:00:00Z'),
  zone: 'Africa/Accra',
  ownHost: 'perennial.example',
}

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n')
let count = 0
const event = (...lines: string[]) => {
  const uid = lines.some((line) => line.startsWith('UID:')) ? [] : [`UID:${(count += 1)}@test.example`]
  return ['BEGIN:VEVENT', ...uid, 'DTSTAMP:20261101T000000Z', 'SUMMARY:Secret', ...lines, 'END:VEVENT'].join('\r\n')
}
async function busy(text: string, zone = reading.zone) {
  const times = await busyInCalendars([text], { ...reading, zone })
  return times.map(({ startsAt, endsAt }) => `${startsAt.toString().slice(0, -4)} ${endsAt.toString().slice(0, -4)}`)
}

describe('what is busy in a calendar', () => {
  test('is every event that is neither cancelled nor free, what overlaps as one', async () => {
    const text = calendar(
      event('DTSTART:20261125T100000Z', 'DTEND:20261125T110000Z'),
      event('DTSTART:20261125T103000Z', 'DURATION:PT1H'),
      event('DTSTART:20261126T100000Z', 'DTEND:20261126T110000Z', 'STATUS:CANCELLED'),
      event('DTSTART:20261127T100000Z', 'DTEND:20261127T110000Z', 'TRANSP:TRANSPARENT'),
      event('DTSTART:20261128T100000Z', 'DTEND:20261128T110000Z', 'STATUS:TENTATIVE'),
      event('DTSTART:20251128T100000Z', 'DTEND:20251128T110000Z'),
      event('DESCRIPTION:It says no start at all'),
      event('UID:7@perennial.example', 'DTSTART:20261129T100000Z', 'DTEND:20261129T110000Z'),
    )
    expect(await busy(text)).toEqual(['2026-11-25T10:00 2026-11-25T11:30', '2026-11-28T10:00 2026-11-28T11:00'])
  })

  test('is meant in its own zone, be it IANA’s, a maker’s, Windows’, the calendar’s own or the person’s', async () => {
    const at = (zone: string, day: string) =>
      event(`DTSTART;TZID=${zone}:202701${day}T090000`, `DTEND;TZID=${zone}:202701${day}T100000`)
    const text = calendar(
      'BEGIN:VTIMEZONE',
      'TZID:Our own',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0300',
      'TZOFFSETTO:+0300',
      'END:STANDARD',
      'END:VTIMEZONE',
      at('America/Guayaquil', '04'),
      at('/freeassociation.sourceforge.net/Asia/Dhaka', '05'),
      at('India Standard Time', '06'),
      at('Our own', '07'),
      event('DTSTART:20270108T090000', 'DTEND:20270108T100000'),
      event('DTSTART;VALUE=DATE:20270111', 'DTEND;VALUE=DATE:20270112'),
    )
    expect(await busy(text, 'Asia/Amman')).toEqual([
      '2027-01-04T14:00 2027-01-04T15:00',
      '2027-01-05T03:00 2027-01-05T04:00',
      '2027-01-06T03:30 2027-01-06T04:30',
      '2027-01-07T06:00 2027-01-07T07:00',
      '2027-01-08T06:00 2027-01-08T07:00',
      '2027-01-10T21:00 2027-01-11T21:00',
    ])
  })

  test('repeats by its rule across a change of the clock, but for days left out, moved or cancelled', async () => {
    const weekly = (...lines: string[]) =>
      event('UID:weekly@test.example', ...lines, 'DTEND;TZID=Europe/Dublin:20270311T100000')
    const text = calendar(
      event(
        'UID:weekly@test.example',
        'DTSTART;TZID=Europe/Dublin:20270311T090000',
        'DTEND;TZID=Europe/Dublin:20270311T100000',
        'RRULE:FREQ=WEEKLY;COUNT=5',
        'EXDATE;TZID=Europe/Dublin:20270318T090000',
      ),
      event(
        'UID:weekly@test.example',
        'RECURRENCE-ID;TZID=Europe/Dublin:20270401T090000',
        'DTSTART;TZID=Europe/Dublin:20270402T140000',
        'DTEND;TZID=Europe/Dublin:20270402T150000',
      ),
      weekly(
        'RECURRENCE-ID;TZID=Europe/Dublin:20270408T090000',
        'DTSTART;TZID=Europe/Dublin:20270408T090000',
        'STATUS:CANCELLED',
      ),
    )
    expect(await busy(text)).toEqual([
      '2027-03-11T09:00 2027-03-11T10:00',
      '2027-03-25T09:00 2027-03-25T10:00',
      '2027-04-02T13:00 2027-04-02T14:00',
    ])
  })

  test('is read for 400 days of a series that never ends, also one that began long ago', async () => {
    const text = calendar(event('DTSTART:20000103T090000Z', 'DTEND:20000103T093000Z', 'RRULE:FREQ=DAILY'))
    expect(await busy(text)).toHaveLength(400)
  })

  test('is all that repeats in a calendar that was kept for many years', async () => {
    const lunches = Array.from({ length: 8 }, (_, hour) =>
      event(`DTSTART:20100104T${String(8 + hour).padStart(2, '0')}0000Z`, 'DURATION:PT10M', 'RRULE:FREQ=DAILY'),
    )
    expect((await busy(calendar(...lunches))).filter((time) => time.startsWith('2026-11-25'))).toHaveLength(8)
  })

  test('is what a free/busy answer says', async () => {
    const text = calendar(
      'BEGIN:VFREEBUSY',
      'DTSTART:20261124T000000Z',
      'FREEBUSY;FBTYPE=BUSY:20261125T100000Z/PT1H,20261126T100000Z/20261126T120000Z',
      'FREEBUSY;FBTYPE=FREE:20261127T100000Z/PT1H',
      'END:VFREEBUSY',
    )
    expect(await busy(text)).toEqual(['2026-11-25T10:00 2026-11-25T11:00', '2026-11-26T10:00 2026-11-26T12:00'])
  })

  test.each([
    'RRULE:FREQ=SECONDLY',
    'RRULE:FREQ=MINUTELY;INTERVAL=2',
    'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'RRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4',
    'RRULE:FREQ=DAILY;INTERVAL=0',
    'RRULE:FREQ=HOURLY;BYMINUTE=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15;BYSECOND=0,1,2,3,4,5,6,7,8,9,10',
    'RRULE:FREQ=YEARLY;BYYEARDAY=366;BYDAY=MO;BYMONTH=1',
  ])('does not hold the system up by %s', async (rule) => {
    const text = calendar(event('DTSTART:19700101T000000Z', 'DTEND:19700101T000100Z', rule))
    const began = performance.now()
    const found = await busy(text).catch((error: Error) => error)
    expect(Array.isArray(found) || found instanceof Error).toBe(true)
    expect(performance.now() - began).toBeLessThan(30_000)
  })

  test('leaves everybody else answered while a zone is read that never ends', async () => {
    const text = calendar(
      'BEGIN:VTIMEZONE',
      'TZID:Our own',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'RRULE:FREQ=SECONDLY',
      'TZOFFSETFROM:+0300',
      'TZOFFSETTO:+0300',
      'END:STANDARD',
      'END:VTIMEZONE',
      event('DTSTART;TZID=Our own:20270107T090000', 'DTEND;TZID=Our own:20270107T100000'),
    )
    const began = performance.eventLoopUtilization()
    await expect(busyInCalendars([text], reading, 3000)).rejects.toThrow()
    expect(performance.eventLoopUtilization(began).active).toBeLessThan(1500)
  })

  test('is read of many thousand events', async () => {
    const day = Temporal.PlainDateTime.from('2026-11-25T00:00')
    const events = Array.from({ length: 14_000 }, (_, index) => {
      const at = day.add({ minutes: 30 * (index % 9000) })
      return event(`DTSTART:${at.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}Z`, 'DURATION:PT10M')
    })
    expect(await busy(calendar(...events))).toHaveLength(5000)
  })

  test.each(['', 'hello', '<html></html>', 'BEGIN:VCARD\r\nEND:VCARD', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT'])(
    'is nothing that can be read in %j',
    async (text) => {
      await expect(busy(text)).rejects.toThrow()
    },
  )
})

test('zones are known by all their names, and others by none', () => {
  expect(zoneOf('Europe/Dublin')).toBe('Europe/Dublin')
  expect(zoneOf('/citadel.org/20210210_1/America/Argentina/Buenos_Aires')).toBe('America/Argentina/Buenos_Aires')
  expect(zoneOf('"W. Europe Standard Time"')).toBe('Europe/Berlin')
  for (const nothing of ['', 'Somewhere', 'Mars/Olympus', '../../etc/passwd']) expect(zoneOf(nothing)).toBeNull()
})
