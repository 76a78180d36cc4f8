import ICAL from 'ical.js'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { runSweeps } from '../../src/schedule.ts'
import { cast } from '../cast.ts'
import { useHarness } from '../harness.ts'
import { mailTo } from '../pair.ts'
import { expectGood, looks, useSite } from './site.ts'

const h = useHarness()
const site = useSite(h)
const { ana, kofi } = cast

const roster = `Nom;Courriel;Organisation;Pays;Ville;Langues
${ana.name};${ana.email};${ana.organisation};Colombie;${ana.city};espagnol (langue maternelle), anglais (courant)
${kofi.name};${kofi.email};${kofi.organisation};Ghana;${kofi.city};anglais
`

/** The main button of a page, and what it leads to. */
async function goOn(page: Page, name?: string | RegExp): Promise<void> {
  const button =
    name === undefined ? page.locator('main .btn.main').first() : page.getByRole('button', { name }).first()
  await button.click()
  await page.waitForLoadState()
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).first().innerText()

function eventIn(text: string | undefined) {
  const event = new ICAL.Component(ICAL.parse(text ?? '')).getFirstSubcomponent('vevent')
  return {
    uid: String(event?.getFirstPropertyValue('uid')),
    sequence: Number(event?.getFirstPropertyValue('sequence')),
  }
}

describe('the whole thread, from a roster to a renewed authority', () => {
  test.each(looks)(
    'at $width px, with script $javaScriptEnabled',
    async (view) => {
      const desk = await site.visitor(view)
      const peer = await site.visitor(view)
      const good = async (page: Page) => (view.javaScriptEnabled ? expectGood(page) : undefined)

      // The newcomer makes the agency and an initiative, and brings in a French roster.
      await desk.goto('/')
      await good(desk)
      await desk.getByLabel('Name of your agency').fill('Agora Fiscal Network')
      await desk.getByLabel('Your name').fill('Marta Lindqvist')
      await desk.getByLabel('Your e-mail address').fill('marta@agora.example')
      await desk.getByLabel('Time zone').selectOption('Europe/Lisbon')
      await goOn(desk, 'Create the agency and begin')
      await good(desk)
      await desk.getByLabel('Title').fill('City budgets that people can read')
      await desk.getByLabel('Topics').fill('Budget maps\nReading aloud')
      await goOn(desk)
      const home = desk.url().replace(/\/people.*/, '')
      await good(desk)
      await desk
        .locator('input[type=file]')
        .setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(roster, 'latin1') })
      await goOn(desk)
      await good(desk)
      await goOn(desk)
      expect(await heading(desk)).toContain('2 people will be added')
      await good(desk)
      await goOn(desk)
      expect(await heading(desk)).toContain('2 people were imported')
      await good(desk)

      // Invited by mail, each answers the one-minute form without an account.
      await desk.goto(`${home}/people`)
      await good(desk)
      await goOn(desk, /^(Invite|Send the form to (all|the))/)
      await h.settle()
      for (const [member, offers, wants] of [
        [ana, 'Budget maps', 'Reading aloud'],
        [kofi, 'Reading aloud', 'Budget maps'],
      ] as const) {
        await peer.goto(site.pathIn(mailTo(h, member), 'profile'))
        await good(peer)
        await peer.getByLabel('Which problem do you work on?').fill('Nobody reads our budget')
        await peer.locator('input[name=offers] + span', { hasText: offers }).first().click()
        await peer.locator('input[name=wants] + span', { hasText: wants }).first().click()
        await peer.getByLabel('Hours a month').fill('3')
        for (const day of ['Tuesday', 'Wednesday', 'Thursday']) {
          await peer.getByLabel(`${day}, 13:00 to 17:00`).check({ force: true })
          await peer.getByLabel(`${day}, 9:00 to 13:00`).check({ force: true })
        }
        for (const fold of await peer.locator('details:not([open]) > summary').all()) await fold.click()
        await peer.locator('input[name=report]').check({ force: true })
        await goOn(peer, 'Save my answers')
        expect(await heading(peer)).toContain('Thank you')
        await good(peer)
      }

      // Matched with reasons; nothing is sent before it is published.
      await desk.goto(`${home}/matching`)
      await good(desk)
      await desk.getByLabel('Title').fill('First pairs')
      await goOn(desk, 'Make the round')
      await good(desk)
      expect(await desk.locator('main').innerText()).toMatch(/Budget maps/)
      h.post.length = 0
      await goOn(desk, /publish/i).catch(() =>
        desk
          .getByRole('link', { name: /publish/i })
          .first()
          .click(),
      )
      await desk.waitForLoadState()
      await h.settle()
      expect(h.post).toEqual([])
      await good(desk)
      await goOn(desk)
      await h.settle()

      // Both say yes, and agree.
      for (const member of [ana, kofi]) {
        await peer.goto(site.pathIn(mailTo(h, member, 'why you two'), 'proposal'))
        await good(peer)
        await peer.getByRole('radio', { name: 'Yes' }).check({ force: true })
        await goOn(peer, 'Send my answer')
        await good(peer)
        await h.settle()
      }
      for (const member of [ana, kofi]) {
        await peer.goto(
          site.pathIn(
            h.post.findLast((mail) => mail.to.address === member.email && mail.text.includes('/agreement/')),
            'agreement',
          ),
        )
        await good(peer)
        await goOn(peer, /accept|agree/i)
        await good(peer)
        await h.settle()
      }

      // One tap for a time; the calendar entry arrives.
      for (const member of [ana, kofi]) {
        await peer.goto(`${site.pathIn(mailTo(h, member, 'When would you'), 'times')}?pick=1`)
        await good(peer)
        await goOn(peer, 'Send my times')
        await good(peer)
        await h.settle()
      }
      const invites = [ana, kofi].map((member) =>
        eventIn(h.post.findLast((mail) => mail.to.address === member.email && mail.calendar)?.calendar?.text),
      )
      expect(invites[0]).toEqual(invites[1])
      expect(invites[0]?.sequence).toBe(0)

      // A day after it: did you meet?
      const session = await h.world.db.selectFrom('sessions').selectAll().executeTakeFirstOrThrow()
      h.clock.moveTo(session.starts_at.add({ hours: 26 }))
      await runSweeps(h.world)
      await h.settle()
      await peer.goto(`${site.pathIn(mailTo(h, ana, 'Did you meet'), 'checkin')}?pick=yes`)
      await good(peer)
      await goOn(peer, 'Send')
      expect(await heading(peer)).toContain('Thank you')

      // The peer's own page, from the foot of any mail.
      await peer.goto(site.pathIn(mailTo(h, ana, 'Did you meet'), 'my'))
      expect(await peer.locator('main').innerText()).toContain(kofi.name)
      await good(peer)

      // Silence is noticed, and the facilitator helps with one click.
      h.clock.advance({ days: 75 })
      await runSweeps(h.world)
      await h.settle()
      h.post.length = 0
      await desk.goto(home)
      expect(await desk.locator('main').innerText()).toContain(kofi.name)
      await good(desk)
      await desk.goto(`${home}/connections`)
      expect(await heading(desk)).toContain('drifting')
      await good(desk)
      await desk
        .getByRole('link', { name: new RegExp(`${ana.name} and ${kofi.name}`) })
        .first()
        .click()
      await good(desk)
      await desk.goto(home)
      await desk
        .getByRole('button', { name: /^Nudge them/ })
        .first()
        .click()
      await desk.waitForLoadState()
      await h.settle()
      expect(h.post.map((mail) => mail.to.address).toSorted()).toEqual([ana.email, kofi.email])

      // The authoriser gets one page and renews.
      await desk.goto(`${home}/authority`)
      await good(desk)
      await desk.getByRole('link', { name: `Name an authoriser: ${ana.name}` }).click()
      await desk.getByLabel('The authoriser’s name').fill('Clara Restrepo')
      await desk.getByLabel('The authoriser’s e-mail').fill('clara@medellin.example')
      await good(desk)
      await goOn(desk, 'Save')
      await desk.getByRole('link', { name: ana.name }).first().click()
      await good(desk)
      await desk.getByRole('link', { name: 'Preview and send a report' }).click()
      await good(desk)
      await goOn(desk, 'Send the report')
      await h.settle()
      await peer.goto(
        site.pathIn(
          h.post.findLast((mail) => mail.to.address === 'clara@medellin.example'),
          'report',
        ),
      )
      await good(peer)
      await goOn(peer, /Renew until/)
      expect(await peer.locator('main').innerText()).toContain('Thank you')
      await good(peer)
      for (const page of ['audit', 'staff', 'outbox', 'account']) {
        await desk.goto(`/${page}`)
        await good(desk)
      }
    },
    240_000,
  )
})
