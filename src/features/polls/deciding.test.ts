import ICAL from 'ical.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { useHarness } from '../../../test/harness.ts'
import { answerFields, inviteTo, playPoll, pollTimes } from '../../../test/poll.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { closeDuePolls, forgetEndedPolls, keptDays } from './sweeps.ts'

const h = useHarness()
let scene: Scene
let poll: Awaited<ReturnType<typeof playPoll>>

beforeEach(async () => {
  scene = await playAgency(h)
  poll = await playPoll(h, scene)
  await inviteTo(h, poll.pollId, 'kofi@city.example', 'Kofi Mensah')
  for (const name of ['Ana Ruiz', 'Ana Ruiz again'])
    await h.submit(poll.shared, answerFields(poll.keys, ['yes', 'no', 'yes'], { name, email: 'ana@city.example' }))
  await h.submit(poll.shared, answerFields(poll.keys, ['no', 'no', 'yes'], { name: 'Without address' }))
  await h.settle()
  h.post.length = 0
})

const press = async (path: string, fields = {}) => {
  const sent = await h.submit(`${poll.page}/${path}`, fields, scene.facilitator)
  await h.settle()
  return sent
}
const state = async () => (await h.world.db.selectFrom('polls').selectAll().executeTakeFirstOrThrow()).state
const entries = (address: string) =>
  h.post
    .filter((mail) => mail.to.address === address)
    .map((mail) => {
      const calendar = new ICAL.Component(ICAL.parse(mail.calendar?.text ?? ''))
      const event = calendar.getFirstSubcomponent('vevent')
      return {
        method: String(calendar.getFirstPropertyValue('method')),
        uid: String(event?.getFirstPropertyValue('uid')),
        sequence: Number(event?.getFirstPropertyValue('sequence')),
        start: (event?.getFirstPropertyValue('dtstart') as ICAL.Time | null)?.toJSDate().toISOString(),
        attendees: event
          ?.getAllProperties('attendee')
          .map((attendee) => String(attendee.getFirstValue()).toLowerCase()),
      }
    })

describe('deciding a poll', () => {
  it('tells everybody with an address once, in their own zone, with an invitation that names nobody else', async () => {
    expect((await press('decision', { time: poll.timeIds[2] })).headers.get('location')).toContain('said=saidDecided')
    expect(h.post.map(({ to }) => to.address).toSorted()).toEqual(['ana@city.example', 'kofi@city.example'])
    const ana = h.post.find(({ to }) => to.address === 'ana@city.example')
    expect(ana?.text).toContain('Thursday 3 December 2026, 05:00 (Bogota time)')
    expect(ana?.text).toContain('Thursday 3 December 2026, 10:00 (Accra time)')
    expect(entries('ana@city.example')).toMatchObject([
      { method: 'REQUEST', start: '2026-12-03T10:00:00.000Z', attendees: ['mailto:ana@city.example'] },
    ])
  })

  it('moves the same entry, takes it out when it is taken back, and makes another one afterwards', async () => {
    await press('decision', { time: poll.timeIds[2] })
    await press('decision', { time: poll.timeIds[2] })
    await press('decision', { time: poll.timeIds[0] })
    await press('decision/removal')
    await press('decision/removal')
    expect(await state()).toBe('closed')
    await press('decision', { time: poll.timeIds[1] })
    const seen = entries('kofi@city.example')
    expect(seen.map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL', 'REQUEST'])
    expect(seen.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4])
    const uids = seen.map(({ uid }) => uid)
    expect([new Set(uids.slice(0, 3)).size, new Set(uids).size]).toEqual([1, 2])
    expect(seen[1]?.start).toBe('2026-12-02T10:00:00.000Z')
    expect(seen[2]?.start).toBe('2026-12-02T10:00:00.000Z')
  })

  it('takes the entry out of the calendar of who withdraws, and of all when the poll is removed', async () => {
    await press('decision', { time: poll.timeIds[2] })
    const [kofi] = await h.world.db
      .selectFrom('poll_people')
      .select('id')
      .where('email', '=', 'kofi@city.example')
      .execute()
    h.post.length = 0
    await press(`guests/${kofi?.id}/removal`)
    expect(h.post.map(({ to, calendar }) => [to.address, calendar?.method])).toEqual([['kofi@city.example', 'CANCEL']])
    h.post.length = 0
    expect((await press('removal')).headers.get('location')).toContain('said=saidRemoved')
    expect(h.post.map(({ to, calendar }) => [to.address, calendar?.method])).toEqual([['ana@city.example', 'CANCEL']])
    expect((await h.get(poll.page, scene.facilitator)).status).toBe(404)
    expect(await h.world.db.selectFrom('poll_people').selectAll().execute()).toEqual([])
  })

  it('leaves the entry of who answered twice in their calendar when one of the answers goes, until the other does', async () => {
    await press('decision', { time: poll.timeIds[2] })
    h.post.length = 0
    const answers = await h.world.db
      .selectFrom('poll_people')
      .select(['id', 'told_uid'])
      .where('email', '=', 'ana@city.example')
      .execute()
    const told = answers.find(({ told_uid }) => told_uid !== null)
    const other = answers.find(({ told_uid }) => told_uid === null)
    await press(`guests/${told?.id}/removal`)
    expect(h.post).toEqual([])
    await press('decision', { time: poll.timeIds[0] })
    expect(entries('ana@city.example')).toMatchObject([{ method: 'REQUEST', start: '2026-12-02T10:00:00.000Z' }])
    h.post.length = 0
    await press(`guests/${other?.id}/removal`)
    expect(h.post.map(({ to, calendar }) => [to.address, calendar?.method])).toEqual([['ana@city.example', 'CANCEL']])
  })

  it('offers the entry as a file to who answered, and nobody else’s address in it', async () => {
    const sent = await h.submit(poll.shared, answerFields(poll.keys, ['yes'], { name: 'Leïla' }))
    const own = sent.headers.get('location') ?? ''
    expect((await h.get(`${own}/calendar.ics`)).status).toBe(404)
    await press('decision', { time: poll.timeIds[2] })
    const file = await h.get(`${own}/calendar.ics`)
    const text = await file.text()
    expect(file.headers.get('content-type')).toContain('text/calendar')
    expect(text).toContain('DTSTART:20261203T100000Z')
    expect(text).not.toMatch(/kofi@|ana@/)
  })

  it('refuses a time that has passed, and a time that is none', async () => {
    h.clock.moveTo(Temporal.Instant.from('2026-12-02T12:00:00Z'))
    const past = await press('decision', { time: poll.timeIds[0] })
    expect([past.status, (await past.text()).includes('This time has passed')]).toEqual([422, true])
    expect((await press('decision', { time: crypto.randomUUID() })).status).toBe(404)
    expect((await press('decision', { time: 'soon' })).status).toBe(422)
    expect(await state()).toBe('open')
    expect(h.post).toEqual([])
  })

  it('keeps a decision that is over in the calendars', async () => {
    await press('decision', { time: poll.timeIds[2] })
    h.post.length = 0
    h.clock.moveTo(Temporal.Instant.from('2026-12-05T12:00:00Z'))
    await press('removal')
    expect(h.post).toEqual([])
  })
})

describe('the end of a poll', () => {
  it('comes by itself when its last day is over by the organiser’s clock, and it opens again', async () => {
    await h.world.db.updateTable('polls').set({ zone: 'America/Bogota' }).execute()
    h.clock.moveTo(Temporal.Instant.from('2026-12-01T04:00:00Z'))
    await closeDuePolls(h.world)
    expect(await state()).toBe('open')
    h.clock.moveTo(Temporal.Instant.from('2026-12-01T06:00:00Z'))
    await closeDuePolls(h.world)
    expect(await state()).toBe('closed')
    await press('opening')
    await closeDuePolls(h.world)
    expect(await state()).toBe('open')
    expect(await (await h.get(poll.page, scene.facilitator)).text()).toContain('Open until 8 December 2026.')
  })

  it('is followed, 90 days after the decided time, by forgetting everybody in it and every mail about it', async () => {
    const other = await playPoll(h, scene, { answerByOn: Temporal.PlainDate.from('2027-12-01') })
    await press('decision', { time: poll.timeIds[2] })
    const decided = Temporal.Instant.from(pollTimes[2] ?? '')
    const rest = async () => {
      await forgetEndedPolls(h.world)
      const rows = await h.world.db.selectFrom('polls').select('id').execute()
      return rows.map(({ id }) => id)
    }
    h.clock.moveTo(decided.add({ hours: 24 * keptDays - 1 }))
    expect(await rest()).toHaveLength(2)
    h.clock.moveTo(decided.add({ hours: 24 * keptDays + 1 }))
    expect(await rest()).toEqual([other.pollId])
    expect(await h.world.db.selectFrom('poll_people').select('email').execute()).toEqual([])
    const mails = await h.world.db.selectFrom('mails').select('to_address').where('kind', 'like', 'poll.%').execute()
    expect(mails).toEqual([])
  })
})
