import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { expectGood, looks, useSite } from '../../../test/browser/site.ts'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { mailTo } from '../../../test/pair.ts'
import { useWorkbench } from '../../../test/round.ts'
import { answerProposal } from '../connections/proposing.ts'

const h = useHarness()
const site = useSite(h)
const at = useWorkbench(h)

it.each(looks)(
  'peers are asked and answer, the round is published, and what became of it is read, at %j',
  async (view) => {
    // What axe finds it finds by script.
    const good = async (page: Page) => void (view.javaScriptEnabled && (await expectGood(page)))
    const staff = await site.visitor(view, at.scene.facilitator)
    await staff.goto(at.round.path)
    await staff.getByRole('link', { name: 'Ask the peers first' }).click()
    await good(staff)
    await staff.getByLabel('Day').fill('')
    await staff.getByRole('button', { name: 'Send 5 mails' }).click()
    await staff.getByRole('alert').waitFor()
    await staff.getByLabel('Day').fill('8')
    await staff.getByLabel('Month').fill('12')
    await staff.getByLabel('Year').fill('2026')
    await staff.getByRole('button', { name: 'Send 5 mails' }).click()
    await staff.getByText('The mails are on their way.').waitFor()
    await good(staff)
    await h.settle()

    const peer = await site.visitor(view)
    await peer.goto(site.pathIn(mailTo(h, cast.ana), 'choice'))
    await peer.getByRole('button', { name: 'Send my answers' }).click()
    await peer.getByRole('alert').waitFor()
    const kofi = peer.getByRole('group', { name: 'Kofi Mensah' })
    await kofi.getByText('Glad to').click()
    await peer.getByLabel('Name 1').fill('Leïla Ben Salah')
    await peer.getByRole('button', { name: 'Send my answers' }).click()
    await peer.getByText('Thank you, your answers have arrived.').waitFor()
    expect(await peer.getByLabel('Name 1').inputValue()).toBe('Leïla Ben Salah')
    await good(peer)

    await staff.goto(`${at.round.path}/publication`)
    await staff.getByRole('button', { name: /^Send \d mails$/ }).click()
    await staff.getByRole('link', { name: 'Did it work?' }).click()
    await good(staff)

    const tie = await h.world.db
      .selectFrom('connection_members')
      .select('connection_id')
      .where('person_id', '=', at.round.people.luc)
      .executeTakeFirstOrThrow()
    await h.change((work) => answerProposal(work, tie.connection_id, at.round.people.luc, 'no', ''))
    await staff.goto(`/initiatives/${at.scene.initiativeId}`)
    await staff.getByRole('link', { name: /^All ways, and what they cost/ }).click()
    await good(staff)
  },
)
