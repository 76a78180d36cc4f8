import ICAL from 'ical.js'
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { playAgency, playPeer, type Scene } from '../../../test/scene.ts'
import { closeConnection } from '../connections/closing.ts'
import { noteTouch } from '../connections/reviewing.ts'
import { answerProposal, proposeConnection } from '../connections/proposing.ts'
import { acceptAgreement } from '../connections/agreeing.ts'
import { askDidYouMeet, chaseUnansweredPolls, openDuePolls, remindAboutTimes } from './sweeps.ts'

const h = useHarness()
let scene: Scene
let connectionId: string
let ana: string
let kofi: string

beforeEach(async () => {
  scene = await playAgency(h)
  ana = (await playPeer(h, scene, cast.ana)).personId
  kofi = (await playPeer(h, scene, cast.kofi)).personId
  connectionId = await h.change((work) =>
    proposeConnection(work, {
      agencyId: scene.agencyId,
      initiativeId: scene.initiativeId,
      roundId: null,
      personIds: [ana, kofi],
      fit: 90,
      members: [ana, kofi].map((personId) => ({
        personId,
        gives: 'drafts',
        wants: 'readers',
        why: 'Both write citizens’ budgets.',
      })),
    }),
  )
  for (const personId of [ana, kofi]) {
    await h.change((work) => answerProposal(work, connectionId, personId, 'yes', ''))
    await h.change((work) => acceptAgreement(work, connectionId, personId, 1).catch(() => undefined))
  }
  await h.change((work) => acceptAgreement(work, connectionId, ana, 1))
  await h.settle()
})

const mailTo = (address: string, subject: RegExp) =>
  h.post.findLast((mail) => mail.to.address === address && subject.test(mail.subject))
const timesOf = (address: string) => linkIn(mailTo(address, /When would you like/), 'times')

async function optionsOf(path: string): Promise<string[]> {
  const html = await (await h.get(path)).text()
  return [...html.matchAll(/name="option" value="([^"]+)"/g)].map(([, value]) => value ?? '')
}

function eventIn(text: string | undefined) {
  const calendar = new ICAL.Component(ICAL.parse(text ?? ''))
  const event = calendar.getFirstSubcomponent('vevent')
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: String(event?.getFirstPropertyValue('uid')),
    sequence: Number(event?.getFirstPropertyValue('sequence')),
    start: (event?.getFirstPropertyValue('dtstart') as ICAL.Time | null)?.toJSDate().getTime(),
    attendees:
      event?.getAllProperties('attendee').map((attendee) => String(attendee.getFirstValue()).toLowerCase()) ?? [],
  }
}

async function arrange(): Promise<void> {
  const [first, second] = await optionsOf(timesOf(cast.ana.email))
  await h.submit(timesOf(cast.ana.email), { option: [first ?? '', second ?? ''] })
  await h.submit(timesOf(cast.kofi.email), { option: [second ?? ''] })
  await h.settle()
}

/** A calendar that is full around the clock for a month. */
async function leaveNoHour(personId: string): Promise<void> {
  await sql`
    with full_days as (
      insert into sessions (agency_id, initiative_id, connection_id, uid, starts_at, minutes, created_at, changed_at)
      select ${scene.agencyId}, ${scene.initiativeId}, ${connectionId}, gen_random_uuid(), starts_at, 480, ${h.clock.now()}, ${h.clock.now()}
      from generate_series(${h.clock.now()}::timestamptz, ${h.clock.now().add({ hours: 720 })}, '8 hours') starts_at
      returning id)
    insert into session_members (session_id, person_id) select id, ${personId} from full_days`.execute(h.world.db)
}

describe('arranging a first session', () => {
  it('asks both for three times once they have agreed, each in their own clock', async () => {
    const mail = mailTo(cast.ana.email, /When would you like to meet Kofi Mensah/)
    expect(mail?.text).toContain('Bogota time')
    expect(mail?.text.match(/\/times\/[\w-]+\?pick=[123]/g)).toHaveLength(3)
    expect(await optionsOf(timesOf(cast.kofi.email))).toHaveLength(3)
  })

  it('ticks the time that was tapped in the mail, and writes nothing before the button', async () => {
    const path = timesOf(cast.ana.email)
    const html = await (await h.get(`${path}?pick=2`)).text()
    expect(html.match(/value="[^"]+" checked/g)).toHaveLength(1)
    expect(await h.world.db.selectFrom('time_answers').selectAll().execute()).toEqual([])
  })

  it('puts a time both can make into both calendars', async () => {
    await arrange()
    const invites = h.post
      .filter((mail) => mail.calendar?.method === 'REQUEST')
      .map((mail) => eventIn(mail.calendar?.text))
    expect(invites).toHaveLength(2)
    expect(invites[0]).toEqual(invites[1])
    expect(invites[0]?.attendees).toEqual(
      expect.arrayContaining([`mailto:${cast.ana.email}`, `mailto:${cast.kofi.email}`]),
    )
    expect(await (await h.get(timesOf(cast.ana.email))).text()).toContain('You meet on')
  })

  it('moves with the same UID and a higher SEQUENCE, and cancels when the connection closes', async () => {
    await arrange()
    const session = await h.world.db.selectFrom('sessions').selectAll().executeTakeFirstOrThrow()
    const page = `/initiatives/${scene.initiativeId}/sessions/${session.id}`
    const moved = await h.submit(
      `${page}/time`,
      { 'day.d': '10', 'day.m': '12', 'day.y': '2026', time: '15:00', zone: 'UTC' },
      scene.facilitator,
    )
    expect(moved.status).toBe(303)
    await h.settle()
    await h.change((work) => closeConnection(work, connectionId, { reason: 'no_time' }))
    await h.settle()
    const seen = h.post
      .filter((mail) => mail.to.address === cast.ana.email && mail.calendar)
      .map((mail) => eventIn(mail.calendar?.text))
    expect(seen.map((event) => event.method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL'])
    expect(seen.map((event) => event.sequence)).toEqual([0, 1, 2])
    expect(new Set(seen.map((event) => event.uid)).size).toBe(1)
    expect(seen[1]?.start).toBe(Date.UTC(2026, 11, 10, 15))
  })

  it('asks for at least one tick, in words, and keeps the page', async () => {
    const answer = await h.submit(timesOf(cast.ana.email), {})
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Tick at least one time')
  })

  it('refuses an option of another poll', async () => {
    const answer = await h.submit(timesOf(cast.ana.email), { option: crypto.randomUUID() })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Tick times from this list')
  })

  it('does nothing on the second click', async () => {
    const [first] = await optionsOf(timesOf(cast.ana.email))
    const form = { _key: crypto.randomUUID(), option: first ?? '' }
    for (const click of [1, 2]) {
      expect((await h.submit(timesOf(cast.ana.email), form)).status, `click ${click}`).toBe(303)
    }
    expect(await h.world.db.selectFrom('time_answers').selectAll().execute()).toHaveLength(1)
  })

  it('proposes new times once when none suits, then leaves it to the desk', async () => {
    for (const round of [1, 2]) {
      await h.submit(timesOf(cast.ana.email), { none: 'yes' })
      await h.submit(timesOf(cast.kofi.email), { none: 'yes' })
      await h.settle()
      const polls = await h.world.db.selectFrom('time_polls').select('state').orderBy('attempt').execute()
      expect(polls.map((poll) => poll.state)).toEqual(round === 1 ? ['withdrawn', 'open'] : ['withdrawn', 'unanswered'])
    }
  })

  it('asks about no time twice: not where none suited, nor where one was agreed and then declined', async () => {
    for (const path of [timesOf(cast.ana.email), timesOf(cast.kofi.email)]) await h.submit(path, { none: 'yes' })
    await h.settle()
    await arrange()
    await h.submit(linkIn(mailTo(cast.kofi.email, /^Meeting/), 'reply'), { reply: 'no' })
    const asked = await h.world.db.selectFrom('time_options').select('starts_at').execute()
    expect(new Set(asked.map(({ starts_at }) => String(starts_at))).size).toBe(9)
  })

  it('takes the answer and leaves the rest to the desk where no time is left to propose', async () => {
    await leaveNoHour(ana)
    for (const address of [cast.ana.email, cast.kofi.email]) {
      expect((await h.submit(timesOf(address), { none: 'yes' })).status).toBe(303)
    }
    const polls = await h.world.db.selectFrom('time_polls').select('state').execute()
    expect(polls.map((poll) => poll.state)).toEqual(['unanswered'])
  })

  it('reminds only who has not answered, proposes again after five days, then tells the desk', async () => {
    const [first] = await optionsOf(timesOf(cast.ana.email))
    await h.submit(timesOf(cast.ana.email), { option: first ?? '' })
    h.post.length = 0
    h.clock.advance({ days: 3 })
    await remindAboutTimes(h.world)
    await remindAboutTimes(h.world)
    await h.settle()
    expect(h.post.map((mail) => mail.to.address)).toEqual([cast.kofi.email])
    h.clock.advance({ days: 2 })
    await chaseUnansweredPolls(h.world)
    h.clock.advance({ days: 5 })
    await chaseUnansweredPolls(h.world)
    h.clock.advance({ days: 60 })
    await openDuePolls(h.world)
    const polls = await h.world.db.selectFrom('time_polls').select(['state', 'attempt']).orderBy('attempt').execute()
    expect(polls).toEqual([
      { state: 'withdrawn', attempt: 1 },
      { state: 'unanswered', attempt: 2 },
    ])
    await h.change((work) => noteTouch(work, connectionId))
    await openDuePolls(h.world)
    expect(await h.world.db.selectFrom('time_polls').select('id').where('state', '=', 'open').execute()).toHaveLength(1)
  })

  it('lets another agency’s facilitator neither see nor move it', async () => {
    await arrange()
    const other = await playAgency(h, 'Elsewhere')
    const session = await h.world.db.selectFrom('sessions').selectAll().executeTakeFirstOrThrow()
    for (const initiative of [scene.initiativeId, other.initiativeId]) {
      const page = `/initiatives/${initiative}/sessions/${session.id}`
      expect((await h.get(page, other.facilitator)).status).toBe(404)
      expect((await h.submit(`${page}/cancellation`, {}, other.facilitator)).status).toBe(404)
    }
  })
})

describe('did you meet?', () => {
  beforeEach(async () => {
    await arrange()
    const session = await h.world.db.selectFrom('sessions').select('starts_at').executeTakeFirstOrThrow()
    h.clock.moveTo(session.starts_at.add({ hours: 25 }))
    await askDidYouMeet(h.world)
    await askDidYouMeet(h.world)
    await h.settle()
  })
  const checkinOf = (address: string) => linkIn(mailTo(address, /Did you meet/), 'checkin')

  it('is asked once, of each', () => {
    expect(h.post.filter((mail) => /Did you meet/.test(mail.subject))).toHaveLength(2)
  })

  it('makes one contact of two yeses', async () => {
    await h.submit(checkinOf(cast.ana.email), { held: 'yes', minutes: '50' })
    await h.submit(checkinOf(cast.kofi.email), { held: 'yes', minutes: '40' })
    const contacts = await h.world.db.selectFrom('contacts').selectAll().execute()
    expect(contacts.map((contact) => contact.minutes)).toEqual([50])
  })

  it('says in words what minutes look like', async () => {
    const answer = await h.submit(checkinOf(cast.ana.email), { held: 'yes', minutes: 'an hour' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('whole number from 1 to 600')
  })

  it('asks for new times when it was moved', async () => {
    await h.submit(checkinOf(cast.ana.email), { held: 'moved', minutes: '' })
    await h.settle()
    expect(await h.world.db.selectFrom('time_polls').select('id').where('state', '=', 'open').execute()).toHaveLength(1)
    expect(await h.world.db.selectFrom('contacts').selectAll().execute()).toEqual([])
  })

  it('notes that it was moved where no time is left to propose', async () => {
    await leaveNoHour(kofi)
    expect((await h.submit(checkinOf(cast.ana.email), { held: 'moved', minutes: '' })).status).toBe(303)
    const [session] = await h.world.db.selectFrom('sessions').select('state').where('minutes', '=', 45).execute()
    expect(session?.state).toBe('missed')
  })

  it('counts as missed when both say no', async () => {
    for (const address of [cast.ana.email, cast.kofi.email])
      await h.submit(checkinOf(address), { held: 'no', minutes: '' })
    const session = await h.world.db.selectFrom('sessions').select('state').executeTakeFirstOrThrow()
    expect(session.state).toBe('missed')
  })

  it('is not asked when the system slept through the two weeks in which people remember', async () => {
    await h.world.db.updateTable('sessions').set({ asked_at: null }).execute()
    h.post.length = 0
    h.clock.advance({ days: 20 })
    await askDidYouMeet(h.world)
    await h.settle()
    expect(h.post).toEqual([])
  })
})
