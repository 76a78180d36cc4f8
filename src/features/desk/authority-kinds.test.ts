import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { type Desk, deskOf } from '../../../test/desk.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { playPair } from '../../../test/pair.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { giveAuthority } from '../authority/actions.ts'

const h = useHarness()
let scene: Scene
let desk: Desk
let authorityId: string

/** Ana's authority, which ends so many days from now. */
async function lend(days: number): Promise<void> {
  const { personIds } = await playPair(h, scene, [cast.ana, cast.kofi])
  await h.world.db.updateTable('participations').set({ report_consent_at: h.clock.now() }).execute()
  const today = Temporal.PlainDate.from('2026-11-24')
  authorityId = await h.change((work) =>
    giveAuthority(
      work,
      { agencyId: scene.agencyId, initiativeId: scene.initiativeId, personId: personIds[0] ?? '' },
      {
        authoriserName: 'James Kiprotich',
        authoriserEmail: 'james@office.example',
        authoriserTitle: '',
        locale: 'en',
        hoursPerMonth: 4,
        startsOn: today.subtract({ days: 90 }),
        endsOn: today.add({ days }),
      },
    ),
  )
}

const sendReport = () => h.submit(`${desk.home}/authority/${authorityId}/report`, { note: '' }, scene.facilitator)

beforeEach(async () => {
  scene = await playAgency(h)
  desk = deskOf(h, scene)
})

describe('an authority on the desk', () => {
  it('comes up 30 days before it ends, rests once the report is out, and comes back unanswered', async () => {
    await lend(31)
    expect(await desk.page()).toContain('Nobody needs you today')
    h.clock.advance({ days: 1 })
    expect(await desk.page()).toMatch(
      /Ana Morales The hours lent by James Kiprotich end on 25 December 2026\..*in 30 days/,
    )
    expect((await sendReport()).status).toBe(303)
    expect(await desk.page()).toContain('Nobody needs you today')
    h.clock.advance({ days: 7 })
    expect(await desk.page()).toContain('The report sent 7 days ago has no answer yet.')
  })

  it('comes up again at once when it lapses while the report waits', async () => {
    await lend(3)
    await sendReport()
    expect(await desk.page()).toContain('Nobody needs you today')
    h.clock.advance({ days: 4 })
    expect(await desk.page()).toContain('The hours lent by James Kiprotich ended on 27 November 2026.')
  })

  it('can be put aside', async () => {
    await lend(-2)
    expect(await desk.page()).toContain('ended on 22 November 2026')
    await desk.act('aside', { row: `authorityLapsed ${authorityId}` })
    expect(await desk.page()).toContain('Nobody needs you today')
  })

  it('tells of the call its giver asked for, until it was made', async () => {
    await lend(20)
    await sendReport()
    await h.settle()
    const link = linkIn(
      h.post.find((mail) => mail.to.address === 'james@office.example'),
      'report',
    )
    expect((await h.submit(link, { answer: 'call', note: 'Mornings, 555 0199' })).status).toBe(303)
    const page = await desk.page()
    expect(page).toContain(
      'James Kiprotich asked today for a call before renewing. James Kiprotich: “Mornings, 555 0199”',
    )
    expect(page).toContain('One needs you today')
    const html = await (await h.get(desk.home, scene.facilitator)).text()
    const act = /action="([^"]+\/call)"/.exec(html)?.[1] ?? ''
    expect((await h.submit(act, {}, scene.facilitator)).status).toBe(303)
    expect(await desk.page()).not.toContain('asked today for a call')
  })
})
