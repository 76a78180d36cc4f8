import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { hybridAsked, meetingCast, type PlayedMeeting, playMeeting, taken } from '../../../test/meeting.ts'
import { wordsOf } from '../../../test/page.ts'
import { mailsTo, mailTo } from '../../../test/pair.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { runSweeps } from '../../schedule.ts'
import { leaveParticipation } from '../initiatives/actions.ts'
import { cancelMeeting, changeMeeting, saveAgenda } from './actions.ts'
import { readPlaces } from './place-store.ts'
import { words } from './words.ts'

const h = useHarness()
let scene: Scene
let at: PlayedMeeting

beforeEach(async () => {
  scene = await playAgency(h)
  at = await playMeeting(h, scene)
})

const post = (path: string, sent: Record<string, string | string[]> = {}) =>
  h.submit(`${at.path}${path}`, sent, scene.facilitator)
/** What a page says that it shows, as its form sends it back. */
const shownOn = async (path: string) => {
  const html = await (await h.get(`${at.path}${path}`, scene.facilitator)).text()
  return /name="shown" value="([^"]*)"/.exec(html)?.[1] ?? 'nothing'
}
const write = async (outcome: Record<string, string>) =>
  post('/outcome', { ...outcome, shown: await shownOn('/outcome') })
const sweep = async () => {
  await runSweeps(h.world)
  await h.settle()
}
const calendarTo = (who: keyof typeof cast) =>
  mailTo(h, cast[who])?.calendar?.text.replaceAll('\r\n ', '') ?? 'no calendar entry'
const start = hybridAsked.startsAt

describe('what moves', () => {
  it('is told to those who come with the entry, and to those who are asked without one', async () => {
    await at.say('ana', {})
    await at.say('kofi', { how: null })
    await h.settle()
    h.post.length = 0
    const later = start.add({ hours: 24 })
    await h.change((work) => changeMeeting(work, at.id, { ...hybridAsked, startsAt: later }, 'en'))
    await h.settle()
    expect(calendarTo('ana')).toMatch(/SEQUENCE:[1-9]/)
    expect(calendarTo('ana')).toContain('DTSTART;TZID=Europe/Lisbon:20261204T140000')
    expect(mailTo(h, cast.leila)?.subject).toContain('Changement')
    expect(mailTo(h, cast.leila)?.calendar ?? null).toBeNull()
    expect(mailsTo(h, cast.kofi)).toBe(0)
  })

  it('refuses fewer seats than are taken, and offers new ones to the queue', async () => {
    await at.say('ana', {})
    await at.say('kofi', {})
    const change = (roomCapacity: number) =>
      h.change((work) => changeMeeting(work, at.id, { ...hybridAsked, roomCapacity }, 'en'))
    await expect(change(1)).rejects.toThrow('The form has a mistake.')
    await change(2)
    await at.say('leila', {})
    expect(await at.states()).toMatchObject({ leila: 'waiting 1' })
    await change(3)
    expect(await at.states()).toMatchObject({ leila: 'offered' })
  })

  it('leaves every calendar when the meeting is cancelled, once', async () => {
    await at.say('ana', {})
    await h.settle()
    h.post.length = 0
    await h.change((work) => cancelMeeting(work, at.id, words('en')))
    await h.settle()
    expect(calendarTo('ana')).toContain('METHOD:CANCEL')
    expect(h.post).toHaveLength(meetingCast.length)
    expect(await wordsOf(h.get(at.page('ana')))).toContain('will not take place')
    expect((await at.answer('kofi', 'room')).status).toBe(422)
    expect((await post('/cancellation')).status).toBe(422)
  })
})

describe('what comes by itself', () => {
  it('asks again only those who have not answered', async () => {
    await at.say('ana', {})
    await at.say('kofi', { how: null })
    await h.settle()
    h.post.length = 0
    h.clock.moveTo(start.subtract({ hours: 40 }))
    await sweep()
    expect(h.post.map((mail) => mail.to.address).toSorted()).toEqual(
      [cast.leila, cast.luc, cast.grace, cast.amadou].map(({ email }) => email).toSorted(),
    )
    await sweep()
    expect(h.post).toHaveLength(4)
  })

  it('reminds the day before, of the room or of the link, in the reader’s own time', async () => {
    await at.say('ana', { how: 'online' })
    await at.say('leila', {})
    await h.change((work) => saveAgenda(work, at.id, [{ title: 'Findings', minutes: 60, who: 'Kofi' }]))
    h.clock.moveTo(start.subtract({ hours: 25 }))
    await sweep()
    expect(mailTo(h, cast.ana, 'Tomorrow')?.text).toContain('secret-room')
    expect(mailTo(h, cast.ana, 'Tomorrow')?.text).toContain('09:00 Findings (Kofi)')
    expect(mailTo(h, cast.leila, 'Demain')?.text).toContain('Casa do Rossio Novo')
    expect(mailTo(h, cast.leila, 'Demain')?.text).not.toContain('secret-room')
    expect(mailsTo(h, cast.kofi, 'Tomorrow')).toBe(0)
  })

  it('does not say tomorrow of a meeting that is today', async () => {
    await at.say('ana', { how: 'online' })
    h.clock.moveTo(start.subtract({ hours: 4 }))
    await sweep()
    expect(mailsTo(h, cast.ana, 'Tomorrow')).toBe(0)
    expect(mailTo(h, cast.ana, 'Soon')?.text).toContain('secret-room')
  })
})

describe('on the day and after', () => {
  it('notes who is there by one tap, from fifteen minutes before', async () => {
    await at.say('ana', { how: 'online' })
    h.clock.moveTo(start.subtract({ minutes: 16 }))
    expect((await h.submit(`${at.page('ana')}/attendance`, { there: 'yes' })).status).toBe(422)
    h.clock.moveTo(start.subtract({ minutes: 15 }))
    expect(await wordsOf(h.get(at.page('ana')))).toContain('I am here')
    taken(await h.submit(`${at.page('ana')}/attendance`, { there: 'yes' }))
    expect(await wordsOf(h.get(at.page('ana')))).toContain('It is noted that you were there.')
    expect((await h.submit(`${at.page('kofi')}/attendance`, { there: 'yes' })).status).toBe(422)
  })

  it('is ticked by the facilitator too, and asked of those not noted the day after', async () => {
    for (const who of ['ana', 'kofi', 'leila'] as const) await at.say(who, {})
    h.clock.moveTo(start.add({ minutes: 10 }))
    taken(await post('/attendance', { present: [at.people.ana] }))
    await h.world.db
      .updateTable('activity_places')
      .set({ attended: null })
      .where('activity_id', '=', at.id)
      .where('person_id', '=', at.people.leila)
      .execute()
    h.clock.moveTo(start.add({ hours: 25 }))
    await h.settle()
    h.post.length = 0
    await sweep()
    expect(h.post.map((mail) => mail.to.address)).toEqual([cast.leila.email])
    expect(await wordsOf(h.get(at.page('leila')))).toContain('J’y étais')
    taken(await h.submit(`${at.page('leila')}/attendance`, { there: 'no' }))
    expect(await wordsOf(h.get(at.path, scene.facilitator))).toContain('was there')
  })

  it('keeps who was noted at another door, or by their own tap, since the page was shown', async () => {
    for (const who of ['ana', 'kofi', 'leila', 'luc'] as const) await at.say(who, {})
    h.clock.moveTo(start)
    const present = async () => {
      const places = await readPlaces(h.world.db, at.id)
      return places.filter(({ attended }) => attended).map(({ name }) => name.split(' ')[0])
    }
    const before = await shownOn('/attendance')
    taken(await h.submit(`${at.page('ana')}/attendance`, { there: 'yes' }))
    taken(await post('/attendance', { present: [at.people.kofi], shown: before }))
    taken(await post('/attendance', { present: [at.people.leila], shown: before }))
    expect(await present()).toEqual(['Ana', 'Kofi', 'Leïla'])
    taken(await post('/attendance', { present: [at.people.ana, at.people.leila], shown: await shownOn('/attendance') }))
    expect(await present()).toEqual(['Ana', 'Leïla'])
  })

  it('sends minutes and decisions to those who were invited or came, and shows them on their pages', async () => {
    for (const who of ['ana', 'kofi'] as const) await at.say(who, {})
    expect((await post('/outcome/sending', { to: 'invited' })).status).toBe(422)
    h.clock.moveTo(start.add({ hours: 2 }))
    await post('/attendance', { present: [at.people.ana] })
    expect((await post('/outcome/sending', { to: 'came' })).status).toBe(422)
    const outcome = { notes: 'Three findings.\nOne each.', 'what.1': 'Publish', 'who.1': 'Ana', 'by.1': '2027-01-15' }
    expect((await write({ ...outcome, 'by.1': 'soon' })).status).toBe(422)
    taken(await write(outcome))
    expect(await wordsOf(h.get(at.page('ana')))).not.toContain('Three findings.')
    await h.settle()
    h.post.length = 0
    taken(await post('/outcome/sending', { to: 'came' }))
    await h.settle()
    expect(h.post.map((mail) => mail.to.address)).toEqual([cast.ana.email])
    expect(mailTo(h, cast.ana)?.text).toContain('Publish (Ana, by 15 January 2027)')
    taken(await post('/outcome/sending', { to: 'invited' }))
    await h.settle()
    expect(mailTo(h, cast.leila)?.subject).toContain('corrigés')
    expect(await wordsOf(h.get(at.page('leila')))).toContain('Three findings. One each.')
  })

  it('does not write over what a colleague wrote since the page was shown, unasked', async () => {
    const mine = await shownOn('/outcome')
    taken(await write({ notes: 'By a colleague.' }))
    const refused = await post('/outcome', { notes: 'My own.', shown: mine })
    const page = await refused.text()
    expect([refused.status, page.includes('Somebody else saved minutes'), page.includes('My own.')]).toEqual([
      422,
      true,
      true,
    ])
    taken(await write({ notes: 'My own.' }))
    expect(await (await h.get(`${at.path}/outcome`, scene.facilitator)).text()).toContain('My own.')
  })

  it('is not told to who takes no more part in the initiative since', async () => {
    for (const who of ['ana', 'kofi'] as const) await at.say(who, {})
    h.clock.moveTo(start.add({ hours: 2 }))
    await sweep()
    const { id } = await h.world.db
      .selectFrom('participations')
      .select('id')
      .where('person_id', '=', at.people.ana)
      .executeTakeFirstOrThrow()
    await h.change((work) => leaveParticipation(work, id))
    await h.settle()
    h.post.length = 0
    h.clock.advance({ hours: 22 })
    await sweep()
    await write({ notes: 'Three findings.' })
    taken(await post('/outcome/sending', { to: 'invited' }))
    await h.settle()
    expect([mailsTo(h, cast.ana), mailsTo(h, cast.kofi)]).toEqual([0, 2])
  })

  it('fills tables with those who are in the room', async () => {
    for (const who of ['ana', 'kofi', 'leila', 'luc'] as const) await at.say(who, {})
    await at.say('grace', { how: 'online' })
    const answer = await post('/tables', { tablesTitle: 'Two by two', rounds: '3', size: '2', roundMinutes: '10' })
    taken(answer)
    const plan = await wordsOf(h.get(answer.headers.get('location') ?? '', scene.facilitator))
    expect(plan).toContain(cast.ana.name)
    expect(plan).not.toContain(cast.grace.name)
    expect(await wordsOf(h.get(at.path, scene.facilitator))).toContain('Two by two: 3 rounds')
  })
})

describe('the desk', () => {
  const desk = () => wordsOf(h.get(`/initiatives/${scene.initiativeId}`, scene.facilitator))

  it('asks for minutes three days after, and not once they are sent', async () => {
    await at.say('ana', {})
    h.clock.moveTo(start.add({ hours: 24 * 3 + 2 }))
    await sweep()
    expect(await desk()).toContain('its minutes are not sent')
    await write({ notes: 'Three findings.' })
    await post('/outcome/sending', { to: 'invited' })
    expect(await desk()).not.toContain('its minutes are not sent')
  })

  it('tells of a programme that is too long the day before, and of a place that nobody took', async () => {
    await h.change((work) => saveAgenda(work, at.id, [{ title: 'Findings', minutes: 75, who: '' }]))
    expect(await desk()).not.toContain('longer than the meeting')
    await h.change((work) => changeMeeting(work, at.id, { ...hybridAsked, roomCapacity: 1 }, 'en'))
    await at.say('ana', {})
    await at.say('kofi', {})
    await at.say('ana', { how: null })
    h.clock.advance({ hours: 49 })
    await sweep()
    expect(await desk()).toContain('A place came free')
    h.clock.moveTo(start.subtract({ hours: 20 }))
    expect(await desk()).toContain('its programme is 15 minutes longer than the meeting')
  })
})

describe('names', () => {
  it('are shown to nobody unless the facilitator says so, and then to those who come', async () => {
    await at.say('ana', {})
    await at.say('kofi', {})
    expect(await wordsOf(h.get(at.page('ana')))).toContain('Only the organiser sees who comes.')
    expect(await wordsOf(h.get(at.page('ana')))).not.toContain(cast.kofi.name)
    await h.change((work) => changeMeeting(work, at.id, { ...hybridAsked, namesShown: true }, 'en'))
    expect(await wordsOf(h.get(at.page('ana')))).toContain(cast.kofi.name)
    expect(await wordsOf(h.get(at.page('leila')))).not.toContain(cast.kofi.name)
  })
})

describe('the peer’s own page', () => {
  it('asks for an answer, then shows the meeting among what comes, and leads to it', async () => {
    const home = /(\/my\/[\w-]{43})/.exec(mailTo(h, cast.ana)?.text ?? '')?.[1] ?? ''
    expect(await wordsOf(h.get(home))).toContain('Will you come to “What the auditors read”')
    await at.say('ana', {})
    expect(await wordsOf(h.get(home))).toContain('You have a place.')
    const opened = await h.submit(`${home}/open`, { way: 'meeting', subject: at.id })
    expect(opened.headers.get('location')).toContain('/meeting/')
    const data = await (await h.get(`${home}/data`)).text()
    expect(data).toContain('What the auditors read')
  })
})
