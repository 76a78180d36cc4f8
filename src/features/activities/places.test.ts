import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { meetingCast, type PlayedMeeting, playMeeting, taken } from '../../../test/meeting.ts'
import { wordsOf } from '../../../test/page.ts'
import { mailTo, playPair } from '../../../test/pair.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { runSweeps } from '../../schedule.ts'
import { planSession } from '../sessions/actions.ts'

const h = useHarness()
let scene: Scene

beforeEach(async () => {
  scene = await playAgency(h)
})

const heads = async (at: PlayedMeeting, how: string) => {
  const rows = await h.world.db
    .selectFrom('activity_places')
    .select('party_size')
    .where('activity_id', '=', at.id)
    .where('how', '=', how)
    .where('state', 'in', ['coming', 'offered'])
    .execute()
  return rows.reduce((sum, row) => sum + row.party_size, 0)
}
const calendarOf = (who: keyof typeof cast) => {
  const mail = h.post.findLast((one) => one.to.address === cast[who].email && one.calendar)
  return mail?.calendar?.text.replaceAll('\r\n ', '') ?? ''
}

describe('an invitation', () => {
  it('names both times, the programme and each way to come, and keeps the link to itself', async () => {
    await playMeeting(h, scene)
    const mail = mailTo(h, cast.ana)
    expect(mail?.subject).toContain('What the auditors read')
    expect(mail?.text).toContain('09:00 (Bogota time)')
    expect(mail?.text).toContain('14:00 (Lisbon time)')
    expect(mail?.text).toContain('I will come to the room')
    expect(mail?.text).toContain('I will join online')
    expect(mail?.text).not.toContain('secret-room')
    expect(mailTo(h, cast.leila)?.text).toContain('Je viendrai dans la salle')
  })

  it('is answered in one tap, and opening it alone says nothing', async () => {
    const at = await playMeeting(h, scene)
    const page = at.page('ana')
    expect(await wordsOf(h.get(`${page}?pick=online`))).toContain('Will you come to “What the auditors read”?')
    expect(await at.states()).toMatchObject({ ana: 'asked' })
    taken(await at.answer('ana', 'online'))
    expect(await at.states()).toMatchObject({ ana: 'coming' })
    const after = await wordsOf(h.get(page))
    expect(after).toContain('You have a place')
    expect(after).toContain('https://perennial.test/secret-room')
  })
})

describe('the calendar', () => {
  it('holds the room for who comes to the room, the link for who is online, and nobody else’s name', async () => {
    const at = await playMeeting(h, scene)
    await at.answer('ana', 'room')
    await at.answer('kofi', 'online')
    expect(calendarOf('ana')).toContain('METHOD:REQUEST')
    expect(calendarOf('ana')).toContain('LOCATION:Casa do Rossio Novo')
    expect(calendarOf('ana')).not.toContain('secret-room')
    expect(calendarOf('kofi')).toContain('LOCATION:https://perennial.test/secret-room')
    expect(calendarOf('kofi')).toContain(cast.kofi.email)
    expect(calendarOf('kofi')).not.toContain(cast.ana.email)
  })

  it('loses the meeting for who gives the place up, and for nobody else', async () => {
    const at = await playMeeting(h, scene)
    await at.answer('ana', 'room')
    await at.answer('kofi', 'room')
    h.post.length = 0
    taken(await at.answer('ana', 'no'))
    expect(calendarOf('ana')).toContain('METHOD:CANCEL')
    expect(h.post.map((mail) => mail.to.address)).toEqual([cast.ana.email])
  })

  it('takes the meeting back from who comes after all, with a higher sequence than the cancellation', async () => {
    const at = await playMeeting(h, scene)
    const sequence = () => Number(/SEQUENCE:(\d+)/.exec(calendarOf('ana'))?.[1])
    await at.answer('ana', 'room')
    await at.answer('ana', 'no')
    const cancelled = sequence()
    await at.answer('ana', 'online')
    expect(calendarOf('ana')).toContain('METHOD:REQUEST')
    expect(sequence()).toBeGreaterThan(cancelled)
  })

  it('refuses a meeting at a time that is given to another session', async () => {
    const at = await playMeeting(h, scene)
    const pair = await playPair(h, scene, [cast.yasmin, cast.diego])
    await h.world.db
      .updateTable('connection_members')
      .set({ person_id: at.people.ana })
      .where('connection_id', '=', pair.connectionId)
      .where('person_id', '=', pair.personIds[0] ?? '')
      .execute()
    await h.change((work) => planSession(work, pair.connectionId, Temporal.Instant.from('2026-12-03T14:30:00Z'), 45))
    await h.settle()
    const answer = await at.answer('ana', 'room')
    expect(answer.status).toBe(422)
    expect(await wordsOf(answer)).toContain('You have another session at that time')
    expect(await at.states()).toMatchObject({ ana: 'asked' })
  })
})

describe('the queue of a full meeting', () => {
  it('says the number and the rule, and gives a freed place to the first who asked', async () => {
    const at = await playMeeting(h, scene, { roomCapacity: 1 })
    await at.answer('ana', 'room')
    await at.answer('kofi', 'room')
    await at.answer('leila', 'room')
    expect(await at.states()).toMatchObject({ ana: 'coming', kofi: 'waiting 1', leila: 'waiting 2' })
    expect(mailTo(h, cast.kofi)?.subject).toContain('You are number 1 in the queue')
    expect(await wordsOf(h.get(at.page('leila')))).toContain('Vous êtes au rang 2 de la file')
    await at.say('ana', { how: null })
    await h.settle()
    expect(await at.states()).toMatchObject({ ana: 'left', kofi: 'offered', leila: 'waiting 1' })
    expect(mailTo(h, cast.kofi)?.subject).toContain('A place is free for you until')
    taken(await at.answer('kofi', 'room'))
    expect(calendarOf('kofi')).toContain('METHOD:REQUEST')
  })

  it('passes on an offered place that is not taken in time, and tells so on the page', async () => {
    const at = await playMeeting(h, scene, { roomCapacity: 1 })
    for (const who of ['ana', 'kofi', 'leila'] as const) await at.say(who, {})
    await at.say('ana', { how: null })
    await h.settle()
    const page = at.page('kofi')
    h.clock.advance({ hours: 49 })
    await runSweeps(h.world)
    expect(await at.states()).toMatchObject({ kofi: 'left', leila: 'offered' })
    expect(await wordsOf(h.get(page))).toContain('The place went to somebody else')
  })

  it('lets who is at the end of the queue ask for the other way of coming at once', async () => {
    const at = await playMeeting(h, scene, { roomCapacity: 1 })
    await at.say('ana', {})
    await at.say('kofi', {})
    await at.say('kofi', { how: 'online' })
    expect(await at.states()).toMatchObject({ kofi: 'coming' })
  })

  it('keeps parties whole, lets a smaller one past at most twice, and refuses one larger than the room', async () => {
    const at = await playMeeting(h, scene, { roomCapacity: 3, mostParty: 4 })
    await at.say('ana', { party: 2 })
    await at.say('kofi', { party: 3 })
    await at.say('leila', { party: 1 })
    expect(await at.states()).toMatchObject({ ana: 'coming', kofi: 'waiting 1', leila: 'coming' })
    await at.say('leila', { how: null })
    await at.say('luc', { party: 1 })
    await at.say('luc', { how: null })
    await at.say('grace', { party: 1 })
    expect(await at.states()).toMatchObject({ kofi: 'waiting 1', grace: 'waiting 2' })
    await at.say('ana', { how: null })
    expect(await at.states()).toMatchObject({ kofi: 'offered', grace: 'waiting 1' })
    await expect(at.say('amadou', { party: 4 })).rejects.toThrow('The form has a mistake.')
  })

  it('grows a party only where seats are free, and keeps the place as it was otherwise', async () => {
    const at = await playMeeting(h, scene, { roomCapacity: 3, mostParty: 3 })
    await at.say('ana', { party: 2 })
    await at.say('kofi', {})
    await expect(at.say('ana', { party: 3 })).rejects.toThrow('The form has a mistake.')
    expect(await at.states()).toMatchObject({ ana: 'coming', kofi: 'coming' })
    await at.say('ana', { party: 1 })
    await at.say('kofi', { party: 2 })
    expect(await heads(at, 'room')).toBe(3)
  })
})

describe('many at once', () => {
  it('never gives one seat twice, and nobody is lost', async () => {
    const at = await playMeeting(h, scene, { roomCapacity: 2, onlineCapacity: 1 })
    await Promise.all(meetingCast.map((who, index) => at.say(who, { how: index % 2 === 0 ? 'room' : 'online' })))
    expect(await heads(at, 'room')).toBe(2)
    expect(await heads(at, 'online')).toBe(1)
    const states = Object.values(await at.states()).toSorted()
    expect(states).toEqual(['coming', 'coming', 'coming', 'waiting 1', 'waiting 1', 'waiting 2'])
  })

  it('never gives a freed seat twice while some leave and others come', async () => {
    const at = await playMeeting(h, scene, { roomCapacity: 2, mode: 'room' })
    for (const who of ['ana', 'kofi', 'leila', 'luc'] as const) await at.say(who, {})
    await Promise.all([
      at.say('ana', { how: null }),
      at.say('grace', {}),
      at.say('kofi', { how: null }),
      at.say('amadou', {}),
    ])
    expect(await heads(at, 'room')).toBe(2)
    const states = await at.states()
    expect([states.leila, states.luc]).toEqual(['offered', 'offered'])
    expect(Object.values(states).filter((state) => state?.startsWith('waiting'))).toHaveLength(2)
  })

  it('answers a second click of the same form once', async () => {
    const at = await playMeeting(h, scene)
    const page = at.page('ana')
    const form = { _key: 'the-same-key-of-one-form', answer: 'room' }
    const before = h.post.length
    const answers = await Promise.all([h.submit(`${page}/answer`, form), h.submit(`${page}/answer`, form)])
    await h.settle()
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(h.post.slice(before).filter((mail) => mail.to.address === cast.ana.email)).toHaveLength(1)
  })
})
