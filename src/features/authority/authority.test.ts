import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { playAgency, playPeer, type Scene } from '../../../test/scene.ts'
import { answerProposal, proposeConnection } from '../connections/proposing.ts'
import { recordContact } from '../connections/contacts.ts'

const h = useHarness()
let scene: Scene
let home: string
let grace: string

const grant = {
  authoriserName: 'James Kiprotich',
  authoriserEmail: 'treasurer@nakuru.example',
  authoriserTitle: 'County Treasurer',
  locale: 'en',
  hoursPerMonth: '8',
  'startsOn.d': '1',
  'startsOn.m': '9',
  'startsOn.y': '2026',
  'endsOn.d': '10',
  'endsOn.m': '12',
  'endsOn.y': '2026',
}

beforeEach(async () => {
  scene = await playAgency(h)
  home = `/initiatives/${scene.initiativeId}/authority`
  const peer = await playPeer(h, scene, cast.grace)
  grace = peer.personId
  const { personId: diego } = await playPeer(h, scene, cast.diego)
  await h.world.db
    .updateTable('participations')
    .set({ report_consent_at: h.clock.now() })
    .where('person_id', '=', grace)
    .execute()
  const connectionId = await h.change((work) =>
    proposeConnection(work, {
      agencyId: scene.agencyId,
      initiativeId: scene.initiativeId,
      roundId: null,
      personIds: [grace, diego],
      fit: 80,
      members: [grace, diego].map((personId) => ({ personId, gives: '', wants: '', why: '' })),
    }),
  )
  for (const personId of [grace, diego])
    await h.change((work) => answerProposal(work, connectionId, personId, 'yes', ''))
  h.clock.advance({ hours: 1 })
  await h.change(
    (work) =>
      recordContact(work, {
        connectionId,
        happenedAt: work.now.subtract({ minutes: 5 }),
        kind: 'live',
        minutes: 90,
        note: 'a private note',
      }),
    { kind: 'peer', id: grace, name: 'Grace Wanjiru', agencyId: scene.agencyId },
  )
})

async function give(): Promise<string> {
  expect((await h.submit(`${home}/new?person=${grace}`, grant, scene.facilitator)).status).toBe(303)
  const row = await h.world.db
    .selectFrom('authorities')
    .select('id')
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.id
}

async function send(id: string, note = ''): Promise<string> {
  expect((await h.submit(`${home}/${id}/report`, { note }, scene.facilitator)).status).toBe(303)
  await h.settle()
  return linkIn(
    h.post.findLast((mail) => mail.to.address === grant.authoriserEmail),
    'report',
  )
}

describe('an authority', () => {
  it('is given, listed with when it lapses, and asked for where it is missing', async () => {
    await give()
    const page = await (await h.get(home, scene.facilitator)).text()
    expect(page).toContain('One authority lapses soon')
    expect(page).toContain('James Kiprotich')
    expect(page).toContain('Name an authoriser: Diego Fuentes')
  })

  it('refuses hours in words, a short address and an end before its start, each at its field', async () => {
    const wrong = { ...grant, hoursPerMonth: 'two', authoriserEmail: 'treasurer@nakuru', 'endsOn.y': '2025' }
    const answer = await h.submit(`${home}/new?person=${grace}`, wrong, scene.facilitator)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('must be a number from 0.5 to 160')
    expect(page).toContain('full domain')
    expect(page).toContain('value="treasurer@nakuru"')
    const early = await h.submit(`${home}/new?person=${grace}`, { ...grant, 'endsOn.y': '2025' }, scene.facilitator)
    expect(await early.text()).toContain('must not lie before the first day')
    expect(await h.world.db.selectFrom('authorities').selectAll().execute()).toEqual([])
  })

  it('is another agency’s secret', async () => {
    const id = await give()
    const other = await playAgency(h, 'Elsewhere')
    for (const initiative of [scene.initiativeId, other.initiativeId]) {
      for (const path of [
        `/initiatives/${initiative}/authority/${id}`,
        `/initiatives/${initiative}/authority/${id}/report`,
      ]) {
        expect((await h.get(path, other.facilitator)).status).toBe(404)
        expect((await h.submit(path, grant, other.facilitator)).status).toBe(404)
      }
    }
  })
})

describe('a report', () => {
  it('shows contacts and hours, never what was noted about them', async () => {
    const path = await send(await give(), 'Thank you for the time.')
    const page = await (await h.get(path)).text()
    expect(page).toContain('1.5 hours of Grace Wanjiru')
    expect(page).toContain('Diego Fuentes')
    expect(page).toContain('Thank you for the time.')
    expect(page).not.toContain('a private note')
  })

  it('is not sent without the peer’s consent', async () => {
    const id = await give()
    await h.world.db.updateTable('participations').set({ report_consent_at: null }).execute()
    const answer = await h.submit(`${home}/${id}/report`, { note: '' }, scene.facilitator)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('has not agreed')
    await h.settle()
    expect(h.post.filter((mail) => mail.to.address === grant.authoriserEmail)).toEqual([])
  })

  it('renews by one button, once, and tells the peer', async () => {
    const id = await give()
    const path = await send(id)
    const page = await (await h.get(path)).text()
    expect(page).toContain('Renew until 10 June 2027')
    const answer = { answer: 'renew', hours: '8', until: '2027-06-10', note: '' }
    expect((await h.submit(path, answer)).status).toBe(303)
    expect((await h.submit(path, { ...answer, until: '2029-06-10' })).status).toBe(422)
    await h.settle()
    const row = await h.world.db.selectFrom('authorities').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(row.ends_on.toString()).toBe('2027-06-10')
    expect(h.post.at(-1)?.to.address).toBe(cast.grace.email)
    expect(await (await h.get(path)).text()).toContain('8 hours a month until 10 June 2027')
    const event = await h.world.db
      .selectFrom('audit_events')
      .selectAll()
      .where('verb', '=', 'authority.answer-renew')
      .executeTakeFirstOrThrow()
    expect([event.actor_kind, event.actor_name]).toEqual(['authoriser', 'James Kiprotich'])
  })

  it('changes hours, and says at the field what is wrong with them', async () => {
    const path = await send(await give())
    const change = { answer: 'change', hours: 'many', 'until.d': '1', 'until.m': '1', 'until.y': '2020', note: '' }
    const refused = await h.submit(path, change)
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('must be a number from 0.5 to 160')
    expect(page).toContain('must lie after today')
    expect((await h.submit(path, { ...change, hours: '3,5', 'until.y': '2028' })).status).toBe(303)
    const row = await h.world.db.selectFrom('authorities').selectAll().executeTakeFirstOrThrow()
    expect([row.hours_per_month, row.ends_on.toString()]).toEqual([3.5, '2028-01-01'])
  })

  it('asks for a call, which the facilitator notes as made', async () => {
    const id = await give()
    const path = await send(id)
    await h.submit(path, { answer: 'call', note: 'Mondays, +254 700 000 000' })
    const page = `${home}/${id}`
    const html = await (await h.get(page, scene.facilitator)).text()
    expect(html).toContain('Mondays, +254 700 000 000')
    const report = await h.world.db.selectFrom('authority_reports').select('id').executeTakeFirstOrThrow()
    expect((await h.submit(`${page}/reports/${report.id}/call`, {}, scene.facilitator)).status).toBe(303)
    expect(await (await h.get(page, scene.facilitator)).text()).not.toContain('We have talked')
  })

  it('ends with its authority: the link shows nothing any more', async () => {
    const id = await give()
    const path = await send(id)
    await h.submit(`${home}/${id}/ending`, {}, scene.facilitator)
    expect((await h.get(path)).status).toBe(404)
    expect((await h.submit(path, { answer: 'renew', hours: '8', until: '2027-06-10' })).status).toBe(404)
  })

  it('speaks French to an authoriser who reads French', async () => {
    expect((await h.submit(`${home}/new?person=${grace}`, { ...grant, locale: 'fr' }, scene.facilitator)).status).toBe(
      303,
    )
    const row = await h.world.db.selectFrom('authorities').select('id').executeTakeFirstOrThrow()
    const path = await send(row.id)
    expect(await (await h.get(path)).text()).toContain('Renouveler jusqu’au 10 juin 2027')
  })
})
