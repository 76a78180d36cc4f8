import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { expectGood, useSite } from '../../../test/browser/site.ts'
import { asOutlook, invitationIn } from '../../../test/calendar-answer.ts'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { mailTo, playPair } from '../../../test/pair.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { addWinter, sayFree } from '../../../test/season.ts'
import { formatMoment } from '../../platform/clock.ts'
import { makeLink } from '../../platform/links/links.ts'
import { receiveMail } from '../../platform/mail/in/receive.ts'
import { runSweeps } from '../../schedule.ts'

const h = useHarness({ mailReplies: 'replies@perennial.test' })
const site = useSite(h)

/** What a calendar that follows somebody's feed shows: starts in order, and whether they come. */
async function feedOf(scene: Scene, personId: string): Promise<string[]> {
  const link = { agencyId: scene.agencyId, purpose: 'feed' as const, personId, days: 30 }
  const address = new URL(await h.change((work) => makeLink(work, link))).pathname
  const calendar = new ICAL.Component(ICAL.parse(await (await h.get(address)).text()))
  return calendar
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event).startDate.toJSDate().toISOString())
    .toSorted()
}

/** The board shows itself anew where its script runs; that may come in between. */
async function lookAgain(page: Page, path: string): Promise<void> {
  await page.goto(path).catch(() => page.goto(path))
}

/** The page of a peer says each of these moments by the peer's own clock. */
async function expectToSay(page: Page, path: string, zone: string, starts: readonly string[]): Promise<void> {
  await page.goto(path)
  const text = await page.locator('main').innerText()
  for (const start of starts) expect(text).toContain(formatMoment('en', zone, Temporal.Instant.from(start)))
}

/** The board has a button that prints it, and on paper nothing is left that can only be pressed. */
async function expectToPrint(page: Page, path: string): Promise<void> {
  await page.addInitScript(() => (window.print = () => document.body.setAttribute('data-printed', 'yes')))
  await lookAgain(page, path)
  await page.getByRole('button', { name: 'Print' }).click()
  await page.locator('body[data-printed]').waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('button:visible').count()).toBe(0)
  expect(await page.locator('.board a.slot:visible').count()).toBeGreaterThan(0)
  expect(await page.locator('ul.lines bdi:visible').allTextContents()).toEqual([cast.paola.name, cast.rahim.name])
  await page.emulateMedia({ media: null })
}

const patience = { timeout: 240_000 }

test('a season for Quito and Dhaka: planned, sent, answered by calendar and link, a week moved', patience, async () => {
  const scene = await playAgency(h)
  const { personIds } = await playPair(h, scene, [cast.paola, cast.rahim])
  const [paola = '', rahim = ''] = personIds
  await sayFree(h, personIds)
  await addWinter(h, scene)
  const desk = await site.visitor({ width: 1280 }, scene.facilitator)
  const board = `/initiatives/${scene.initiativeId}/season`
  await desk.goto(board)
  await desk.getByLabel('Meetings of each connection').fill('3')
  await desk.getByRole('button', { name: 'Plan the season' }).click()
  await desk.getByRole('heading', { name: /is being planned/ }).waitFor()
  await h.settle()
  await lookAgain(desk, board)
  await desk.getByRole('heading', { name: 'All 3 meetings have a time' }).waitFor()
  await expectGood(desk)
  expect(await feedOf(scene, paola)).toEqual([])

  const dragged = desk.locator('a.slot').first()
  const elsewhere = desk.locator('td[data-week]:not(:has(a))').nth(2)
  const week = await elsewhere.getAttribute('data-week')
  await dragged.dragTo(elsewhere)
  await desk.waitForURL((url) => url.searchParams.get('week') === week)
  await desk.getByRole('heading', { name: 'Other times, and what they cost' }).waitFor()
  await expectGood(desk)
  await desk.goto(board)

  h.post.length = 0
  await desk.getByRole('link', { name: 'Publish…' }).click()
  await desk.getByRole('button', { name: 'Publish 3 meetings' }).click()
  await desk.getByText('Published: whoever has something new gets a mail.').waitFor()
  await h.settle()
  await expectToPrint(desk, board)
  const sent = await feedOf(scene, paola)
  expect(sent).toHaveLength(3)
  expect(await feedOf(scene, rahim)).toEqual(sent)

  const phone = await site.visitor({ width: 390, javaScriptEnabled: false })
  const series = site.pathIn(mailTo(h, cast.rahim), 'series')
  await expectToSay(phone, series, cast.rahim.zone, sent)
  const reader = await site.visitor({ width: 390 })
  await reader.goto(series)
  await expectGood(reader)
  await phone.getByRole('button', { name: 'Yes to all' }).click()
  await phone.getByText('Everything is answered').waitFor()
  await h.settle()
  await lookAgain(desk, board)
  await desk.getByRole('heading', { name: '3 of 6 answers are in' }).waitFor()

  h.post.length = 0
  h.clock.moveTo(Temporal.Instant.from(sent[0] ?? '').subtract({ hours: 30 }))
  await runSweeps(h.world)
  await h.settle()
  await receiveMail(h.world, Buffer.from(asOutlook(invitationIn(mailTo(h, cast.paola, 'Meeting')))))
  await h.settle()
  await lookAgain(desk, board)
  await desk.getByRole('heading', { name: '4 of 6 answers are in' }).waitFor()
  await desk.getByText('all said yes').first().waitFor()
  expect(await feedOf(scene, paola)).toEqual(sent)

  h.post.length = 0
  const moving = Temporal.Instant.from(sent[1] ?? '')
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
  const monday = moving.subtract({ days: moving.dayOfWeek - 1 })
  await desk.locator(`a[href$="week=${monday}"]`).click()
  await expectGood(desk)
  await desk.getByRole('button', { name: 'Move what lies in it' }).click()
  await h.settle()
  await lookAgain(desk, board)
  await desk.getByText('will move').first().waitFor()
  expect(await feedOf(scene, paola), 'nothing is told before it is published').toEqual(sent)
  await desk.getByRole('link', { name: 'Publish the changes…' }).click()
  await desk.getByRole('button', { name: 'Publish one meeting' }).click()
  await desk.getByText('Published: whoever has something new gets a mail.').waitFor()
  await h.settle()
  const moved = await feedOf(scene, paola)
  expect([moved[0], moved[2]]).toEqual([sent[0], sent[2]])
  expect(moved[1]).not.toBe(sent[1])
  expect(await feedOf(scene, rahim)).toEqual(moved)
  for (const who of [cast.paola, cast.rahim])
    expect(mailTo(h, who, 'Moved')?.calendar?.text).toContain(`DTSTART:${plain(moved[1] ?? '')}`)
  await expectToSay(phone, series, cast.rahim.zone, moved)
})

const plain = (start: string) => start.replace(/[-:]|\.000/g, '')
