import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { mailsTo, mailTo, type PlayedPair, playPair } from '../../../test/pair.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { type PlayedSeason, playSeason, sayFree } from '../../../test/season.ts'
import { addException, removeException, saySo } from '../availability/actions.ts'
import { addCalendar, readDueCalendars } from '../availability/calendars.ts'
import { readExceptions } from '../availability/store.ts'
import { words as timeWords } from '../availability/words.ts'
import { listRows, type PlanSession } from './rows-store.ts'

const h = useHarness()
let scene: Scene
let pair: PlayedPair
let season: PlayedSeason
let rahim = ''

beforeEach(async () => {
  scene = await playAgency(h)
  pair = await playPair(h, scene, [cast.paola, cast.rahim])
  rahim = pair.personIds[1] ?? ''
  await sayFree(h, pair.personIds)
  season = await playSeason(h, scene, { sessionsEach: 3 })
  const path = `${season.path}/${season.planId}/publication`
  await h.submit(path, { revision: String((await plan()).revision) }, scene.facilitator)
  await h.settle()
  const link = linkIn(mailTo(h, cast.rahim), 'series')
  await h.submit(link, { all: 'yes' })
  await h.settle()
  h.post.length = 0
})

const plan = () => h.world.db.selectFrom('season_plans').selectAll().executeTakeFirstOrThrow()
const rows = () => listRows(h.world.db, season.planId)
const startOf = (row: PlanSession | undefined) => row?.session?.startsAt ?? h.clock.now()
const starts = async () => (await rows()).map((row) => startOf(row).toString())
const desk = () => wordsOf(h.get(`/initiatives/${scene.initiativeId}`, scene.facilitator))
const noted = 'falls where Rahim Chowdhury cannot come'

/** Rahim says that he cannot come around a session, so many days before and after it. */
async function beAway(start: Temporal.Instant, days: number): Promise<void> {
  const day = start.toZonedDateTimeISO(cast.rahim.zone).toPlainDate()
  const away = { from: day.subtract({ days }), to: day.add({ days }), level: 0 as const }
  await h.change((work) => addException(work, rahim, away, 'too many'))
  await h.settle()
}

describe('a session of a season where somebody says no since', () => {
  it('moves by itself to an easy time, the others stay, and everybody is told once', async () => {
    const before = await starts()
    await beAway(startOf((await rows())[1]), 0)
    const after = await starts()
    expect([after[0], after[2]]).toEqual([before[0], before[2]])
    const day = (at = '') => Temporal.Instant.from(at).toZonedDateTimeISO(cast.rahim.zone).toPlainDate().toString()
    expect(day(after[1])).not.toBe(day(before[1]))
    for (const who of [cast.paola, cast.rahim]) {
      expect(mailsTo(h, who)).toBe(1)
      expect(mailTo(h, who)?.calendar?.text).toContain('SEQUENCE:1')
    }
    expect(await desk()).not.toContain(noted)
  })

  it('stays where it is when it is nearer than three days, and when its hours are as free as they were', async () => {
    const before = await starts()
    const [first] = await rows()
    await h.change((work) => saySo(work, rahim, () => ({ sessionsPerWeek: 3 })))
    h.clock.moveTo(startOf(first).subtract({ hours: 70 }))
    await beAway(startOf(first), 0)
    expect(await starts()).toEqual(before)
    expect(mailsTo(h, cast.rahim)).toBe(0)
  })

  it('comes to the desk where no easy time exists, and leaves it when the person can come again', async () => {
    const before = await starts()
    await h.change((work) => saySo(work, rahim, () => ({ week: '0'.repeat(336) })))
    await h.settle()
    expect(await starts()).toEqual(before)
    expect(mailsTo(h, cast.rahim)).toBe(0)
    expect(await desk()).toContain(noted)
    const page = await (await h.get(`/initiatives/${scene.initiativeId}`, scene.facilitator)).text()
    const [, path = ''] = /href="([^"]*\/season\/[^"]*\/session\?[^"]*)"/.exec(page) ?? []
    expect(await wordsOf(h.get(path.replaceAll('&amp;', '&'), scene.facilitator))).toContain('Rahim Chowdhury')
    await h.change((work) => saySo(work, rahim, () => ({ week: '2'.repeat(336) })))
    await h.settle()
    expect(await desk()).not.toContain(noted)
  })

  it('is no trouble any more when the days away are taken back', async () => {
    await beAway(startOf((await rows())[1]), 60)
    expect(await desk()).toContain(noted)
    const [away] = await readExceptions(h.world.db, [rahim], Temporal.PlainDate.from('2026-01-01'))
    await h.change((work) => removeException(work, rahim, away?.id ?? ''))
    await h.settle()
    expect(await desk()).not.toContain(noted)
  })

  it('moves for a calendar that was read only while the person has not said yes to it by name', async () => {
    const before = await starts()
    const startsAt = startOf((await rows())[1])
    await readFrom(rahim, startsAt)
    expect(await starts()).toEqual(before)
    await readFrom(pair.personIds[0] ?? '', startsAt)
    const after = await starts()
    expect([after[0], after[2]]).toEqual([before[0], before[2]])
    expect(after[1]).not.toBe(before[1])
    expect(mailsTo(h, cast.rahim)).toBe(1)
  })
})

/** Somebody's own calendar is read, and has something else at a moment. */
async function readFrom(personId: string, at: Temporal.Instant): Promise<void> {
  const stamp = at.toString().replace(/[-:]/g, '')
  const event = ['BEGIN:VEVENT', 'UID:dentist@else.example', `DTSTART:${stamp}`, 'DURATION:PT1H', 'END:VEVENT']
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...event, 'END:VCALENDAR'].join('\r\n')
  h.world.outside = async (url) => ({ status: 200, headers: new Headers(), url, body: Buffer.from(text) })
  const calendar = { kind: 'ics' as const, address: 'https://calendars.example/own.ics' }
  await h.change((work) => addCalendar(work, { personId, agencyId: scene.agencyId }, calendar, timeWords('en')))
  await readDueCalendars(h.world)
  await h.settle()
}
