import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { taken } from '../../../test/meeting.ts'
import { wordsOf } from '../../../test/page.ts'
import { mailTo } from '../../../test/pair.ts'
import { bookmarksOf, isAccessible } from '../../../test/pdf.ts'
import { playAgency, playPeer, type Scene } from '../../../test/scene.ts'

const h = useHarness()
let scene: Scene
let list: string

beforeEach(async () => {
  scene = await playAgency(h)
  list = `/initiatives/${scene.initiativeId}/meetings`
})

const fields = {
  tool: 'small group meeting',
  title: 'Reading audits',
  purpose: 'One finding each.',
  languages: ['en', 'fr'],
  'startsOn.d': '3',
  'startsOn.m': '12',
  'startsOn.y': '2026',
  startsAt: '14:00',
  zone: 'Europe/Lisbon',
  minutes: '60',
  mode: 'hybrid',
  place: 'Casa do Rossio Novo',
  roomCapacity: '6',
  link: 'https://perennial.test/room',
  telephone: '',
  onlineCapacity: '',
  'answerBy.d': '1',
  'answerBy.m': '12',
  'answerBy.y': '2026',
  mostParty: '1',
}
const post = (path: string, sent: Record<string, string | string[]> = {}) => h.submit(path, sent, scene.facilitator)
const look = (path: string) => wordsOf(h.get(path, scene.facilitator))
const make = async (more: Record<string, string> = {}) => {
  const answer = await post(list, { ...fields, ...more })
  taken(answer)
  return (answer.headers.get('location') ?? '').replace(/\?.*/, '')
}

describe('a facilitator', () => {
  it('begins with nothing, makes a draft that nobody is told of, and finds it in the list', async () => {
    expect(await look(list)).toContain('No group meeting yet')
    await playPeer(h, scene, cast.ana)
    const meeting = await make()
    await h.settle()
    expect(h.post).toEqual([])
    expect(await look(list)).toContain('Reading audits')
    expect(await look(meeting)).toContain('A draft: nobody has been told')
  })

  it('hears of every mistake beside its field, with what was typed', async () => {
    const wrong = {
      ...fields,
      title: '',
      startsAt: 'noon',
      place: '',
      roomCapacity: 'many',
      link: 'javascript:alert(1)',
      'startsOn.d': '31',
      'startsOn.m': '2',
    }
    const answer = await post(list, wrong)
    expect(answer.status).toBe(422)
    const page = await wordsOf(answer)
    for (const sentence of ['Give the meeting a title', 'Give the time as hours', 'Seats must be', 'Give the link as'])
      expect(page).toContain(sentence)
    const past = await post(list, { ...fields, 'startsOn.y': '2025', 'answerBy.y': '2025' })
    expect(await wordsOf(past)).toContain('The meeting must lie in the future.')
    const late = await post(list, { ...fields, 'answerBy.d': '4' })
    expect(await wordsOf(late)).toContain('Answers must end before the meeting begins.')
    expect(await wordsOf(await post(list, { ...fields, place: '' }))).toContain('Say where the room is.')
    const spring = { 'startsOn.d': '28', 'startsOn.m': '3', 'startsOn.y': '2027', startsAt: '01:30' }
    expect(await wordsOf(await post(list, { ...fields, ...spring }))).toContain('leave this time out')
  })

  it('writes a programme whose minutes add up, with the start of each item', async () => {
    const meeting = await make()
    const rows = {
      'order.1': '2',
      'title.1': 'Findings',
      'minutes.1': '40',
      'who.1': 'Kofi',
      'order.2': '1',
      'title.2': 'Welcome',
      'minutes.2': '10',
      'who.2': '',
      'order.3': '3',
      'title.3': '',
      'minutes.3': '',
      'who.3': '',
    }
    taken(await post(`${meeting}/agenda`, rows))
    const page = await look(meeting)
    expect(page).toMatch(/14:00 Welcome 10 14:10 Findings Kofi 40/)
    expect(page).toContain('10 minutes are not planned.')
    const form = await (await h.get(`${meeting}/agenda`, scene.facilitator)).text()
    expect(form.match(/role="group" aria-label="Item \d"/g)).toHaveLength(5)
    const wrong = await post(`${meeting}/agenda`, { ...rows, 'minutes.1': 'long' })
    expect(wrong.status).toBe(422)
    taken(await post(`${meeting}/agenda`, { ...rows, 'minutes.1': '55' }))
    expect(await look(meeting)).toContain('The programme is 5 minutes longer than the meeting.')
  })

  it('compares times by what everybody said and their clock, and takes one', async () => {
    await playPeer(h, scene, cast.ana)
    await playPeer(h, scene, cast.kofi)
    const meeting = await make()
    const page = await look(`${meeting}/times`)
    expect(page).toContain('Good for 2, if need be for 0.')
    expect(page).toContain('Bogota 09:00 (1)')
    expect((await post(`${meeting}/time`, { startsAt: 'tomorrow' })).status).toBe(422)
    taken(await post(`${meeting}/time`, { startsAt: '2026-12-04T14:00:00Z' }))
    expect(await look(meeting)).toContain('Friday 4 December 2026, 14:00 (Lisbon time)')
  })

  it('invites everybody, then only those who came later, and nobody twice', async () => {
    await playPeer(h, scene, cast.ana)
    await playPeer(h, scene, cast.kofi)
    await playPeer(h, scene, cast.leila, 'left')
    const meeting = await make()
    taken(await post(`${meeting}/invitations`, { whom: 'everybody' }))
    await h.settle()
    expect(h.post.map((mail) => mail.to.address).toSorted()).toEqual([cast.ana.email, cast.kofi.email].toSorted())
    expect((await post(`${meeting}/invitations`, { whom: 'everybody' })).status).toBe(422)
    const { personId } = await playPeer(h, scene, cast.grace)
    taken(await post(`${meeting}/invitations`, { whom: 'chosen', people: [personId] }))
    await h.settle()
    expect(h.post).toHaveLength(3)
    expect(await look(meeting)).toContain('Everybody of the initiative is invited.')
  })

  it('asks for answers until the last minute of the day that was chosen', async () => {
    await playPeer(h, scene, cast.ana)
    const meeting = await make()
    await post(`${meeting}/invitations`, { whom: 'everybody' })
    await h.settle()
    const until = 'Tuesday 1 December 2026, 18:59 (Bogota time)'
    const mail = mailTo(h, cast.ana)?.text ?? ''
    expect(mail).toContain(until)
    expect(await wordsOf(h.get(/(\/meeting\/[\w-]{43})/.exec(mail)?.[1] ?? ''))).toContain(until)
    expect(await look(meeting)).toContain('answers until Tuesday 1 December 2026, 23:59 (Lisbon time)')
  })

  it('takes no more answers and takes them again', async () => {
    await playPeer(h, scene, cast.ana)
    const meeting = await make()
    await post(`${meeting}/invitations`, { whom: 'everybody' })
    await h.settle()
    const page = /(\/meeting\/[\w-]{43})/.exec(mailTo(h, cast.ana)?.text ?? '')?.[1] ?? ''
    taken(await post(`${meeting}/answers`, { taken: 'no' }))
    expect(await wordsOf(h.get(page))).toContain('takes no more answers')
    expect((await h.submit(`${page}/answer`, { answer: 'room' })).status).toBe(422)
    taken(await post(`${meeting}/answers`, { taken: 'yes' }))
    taken(await h.submit(`${page}/answer`, { answer: 'room' }))
  })

  it('removes a draft, and only a draft', async () => {
    await playPeer(h, scene, cast.ana)
    const draft = await make()
    await post(`${draft}/agenda`, { 'title.1': 'Welcome', 'minutes.1': '10' })
    await post(`${draft}/outcome`, { 'what.1': 'Publish' })
    taken(await post(`${draft}/removal`))
    expect((await h.get(draft, scene.facilitator)).status).toBe(404)
    const meeting = await make()
    await post(`${meeting}/invitations`, { whom: 'everybody' })
    expect((await post(`${meeting}/removal`)).status).toBe(422)
  })

  it('prints the programme and the list of names', async () => {
    const meeting = await make({ title: 'Lire les audits' })
    await post(`${meeting}/agenda`, { 'title.1': 'Welcome', 'minutes.1': '10' })
    for (const file of ['programme', 'names']) {
      const answer = await h.get(`${meeting}/${file}.pdf`, scene.facilitator)
      expect(answer.headers.get('content-type')).toBe('application/pdf')
      const pdf = new Uint8Array(await answer.arrayBuffer())
      expect(isAccessible(pdf)).toBe(true)
      expect(bookmarksOf(pdf)).toContain('Lire les audits')
    }
  })
})
