import { beforeEach, describe, expect, it } from 'vitest'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { answerFields, inviteTo, playPoll } from '../../../test/poll.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'

const h = useHarness()
let scene: Scene
let list: string

beforeEach(async () => {
  scene = await playAgency(h)
  list = `/initiatives/${scene.initiativeId}/polls`
})

const row = (number: number, [y = '', m = '', d = '']: string[], time: string) => ({
  [`day.${number}.d`]: d,
  [`day.${number}.m`]: m,
  [`day.${number}.y`]: y,
  [`time.${number}`]: time,
})
const filled = {
  title: 'Preparing the visit',
  note: '',
  minutes: '60',
  place: '',
  zone: 'Europe/Lisbon',
  showsNames: 'yes',
  'answerBy.d': '30',
  'answerBy.m': '11',
  'answerBy.y': '2026',
  ...row(1, ['2026', '12', '2'], '14:00'),
  ...row(2, ['2026', '12', '3'], '9:30'),
}
const press = async (path: string, fields = {}) => {
  const sent = await h.submit(path, fields, scene.facilitator)
  await h.settle()
  return sent
}
const startsOf = async () =>
  (await h.world.db.selectFrom('poll_times').select('starts_at').orderBy('starts_at').execute()).map(({ starts_at }) =>
    starts_at.toString(),
  )

describe('making a poll', () => {
  it('begins at an empty list that says what belongs there', async () => {
    const html = await (await h.get(list, scene.facilitator)).text()
    expect(html).toContain('Ask a few people which times suit them')
    expect((await h.get(`${list}/new`, scene.facilitator)).status).toBe(200)
  })

  it('takes the times by the clock of the zone and leads to the poll', async () => {
    const sent = await press(list, filled)
    expect(sent.status).toBe(303)
    expect(await startsOf()).toEqual(['2026-12-02T14:00:00Z', '2026-12-03T09:30:00Z'])
    const page = await h.get(sent.headers.get('location') ?? '', scene.facilitator)
    expect(await page.text()).toContain('Nobody has answered yet')
    expect(await (await h.get(list, scene.facilitator)).text()).toContain('One poll is open')
  })

  it('adds rows and copies a row to the following days without writing anything', async () => {
    const more = await (await press(list, { ...filled, more: 'yes' })).text()
    expect(more).toContain('name="time.6"')
    expect(more).toContain('value="14:00"')
    const copied = await press(list, { ...filled, copy: '1' })
    expect(copied.status).toBe(200)
    expect((await copied.text()).match(/name="time.\d+"[^>]*value="14:00"/g)).toHaveLength(5)
    expect(await startsOf()).toEqual([])
  })

  it('says at each field what is wrong, and keeps what was typed', async () => {
    const wrong = { ...filled, title: ' ', minutes: '3', 'answerBy.d': '20', ...row(2, ['2026', '12', '40'], '9:30') }
    const sent = await press(list, wrong)
    const html = await sent.text()
    expect(sent.status).toBe(422)
    for (const sentence of [
      'Say in a few words what the meeting is about.',
      'Minutes are a whole number from 10 to 480.',
      'Give the day as day, month and year.',
    ])
      expect(html).toContain(sentence)
    expect(html).toContain('value="14:00"')
    const late = await (await press(list, { ...filled, 'answerBy.m': '12' })).text()
    expect(late).toContain('lies after the last time proposed')
    const past = await (await press(list, { ...filled, 'answerBy.d': '20' })).text()
    expect(past).toContain('The last day to answer has passed.')
  })

  it('is not for a facilitator of another agency, nor for a funder of this one', async () => {
    const { page } = await playPoll(h, scene)
    const elsewhere = await playAgency(h, 'Elsewhere')
    for (const path of [list, page, `${page}/edit`]) expect((await h.get(path, elsewhere.facilitator)).status).toBe(404)
    expect((await h.submit(`${page}/closing`, {}, elsewhere.facilitator)).status).toBe(404)
    const foreign = page.replace(scene.initiativeId, elsewhere.initiativeId)
    expect((await h.get(foreign, elsewhere.facilitator)).status).toBe(404)
  })
})

describe('changing a poll', () => {
  it('keeps answers to times that stay, drops the others, and tells everybody with an address', async () => {
    const poll = await playPoll(h, scene)
    await inviteTo(h, poll.pollId, 'kofi@city.example')
    const answer = answerFields(poll.keys, ['yes', 'maybe', 'yes'], { email: 'ana@city.example' })
    const own = (await h.submit(poll.shared, answer)).headers.get('location') ?? ''
    await h.settle()
    h.post.length = 0
    const changed = {
      ...filled,
      zone: 'Africa/Accra',
      ...row(1, ['2026', '12', '2'], '10:00'),
      ...row(2, ['2026', '12', '4'], '15:00'),
    }
    expect((await press(`${poll.page}/edit`, changed)).headers.get('location')).toContain('said=saidChanged')
    const kept = await h.world.db.selectFrom('poll_answers').select(['poll_time_id', 'answer']).execute()
    expect(kept).toEqual([{ poll_time_id: poll.timeIds[0], answer: 'yes' }])
    expect(h.post.map(({ to, subject }) => `${to.address} ${subject}`).toSorted()).toEqual([
      'ana@city.example The times have changed: Preparing the visit',
      'kofi@city.example The times have changed: Preparing the visit',
    ])
    const html = await (await h.get(own)).text()
    expect(html).toContain('Not said')
    expect((await h.submit(own, answer)).status).toBe(422)
  })

  it('tells nobody where only the words are others, and shows in the form what is there', async () => {
    const poll = await playPoll(h, scene)
    await inviteTo(h, poll.pollId, 'kofi@city.example')
    await h.settle()
    h.post.length = 0
    const html = await (await h.get(`${poll.page}/edit`, scene.facilitator)).text()
    expect(html).toMatch(/name="time.2"[^>]*value="20:00"/)
    const same = {
      ...filled,
      zone: 'Africa/Accra',
      ...row(1, ['2026', '12', '2'], '10:00'),
      ...row(2, ['2026', '12', '2'], '20:00'),
      ...row(3, ['2026', '12', '3'], '10:00'),
    }
    await press(`${poll.page}/edit`, same)
    expect(h.post).toEqual([])
  })

  it('does not drop times that a colleague proposed since the page was shown, unasked', async () => {
    const poll = await playPoll(h, scene)
    const shownIn = (html: string) => /name="shown" value="([^"]*)"/.exec(html)?.[1] ?? ''
    const before = shownIn(await (await h.get(`${poll.page}/edit`, scene.facilitator)).text())
    const times = { ...row(2, ['2026', '12', '4'], '15:00'), ...row(3, ['2026', '12', '5'], '15:00') }
    await press(`${poll.page}/edit`, { ...filled, ...times, shown: before })
    const more = await press(`${poll.page}/edit`, { ...filled, shown: before, more: 'yes' })
    expect(shownIn(await more.text())).toBe(before)
    const refused = await press(`${poll.page}/edit`, { ...filled, shown: before })
    const html = await refused.text()
    expect([refused.status, html.includes('Somebody else changed the times')]).toEqual([422, true])
    const again = await press(`${poll.page}/edit`, { ...filled, shown: shownIn(html) })
    expect(again.headers.get('location')).toContain('said=saidChanged')
  })

  it('waits until a decision is taken back', async () => {
    const poll = await playPoll(h, scene)
    await press(`${poll.page}/decision`, { time: poll.timeIds[0] })
    const sent = await press(`${poll.page}/edit`, filled)
    expect([sent.status, (await sent.text()).includes('Take the decision back before')]).toEqual([422, true])
    const french = await press(`${poll.page}/edit?lang=fr`, filled)
    expect(await french.text()).toContain('Annulez la décision avant')
  })
})

describe('asking people', () => {
  it('gives each invited address a link of its own, and asks nobody twice', async () => {
    const poll = await playPoll(h, scene)
    const addresses = 'Ana Ruiz <ana@city.example>\nkofi@city.example, KOFI@city.example'
    expect((await press(`${poll.page}/invitations`, { addresses })).headers.get('location')).toContain('saidInvited')
    expect((await press(`${poll.page}/invitations`, { addresses })).headers.get('location')).toContain('saidNobody')
    expect(h.post.map(({ to }) => `${to.name} ${to.address}`).toSorted()).toEqual([
      ' kofi@city.example',
      'Ana Ruiz ana@city.example',
    ])
    const [first, second] = h.post.map((mail) => linkIn(mail, 'answer'))
    expect(first).not.toBe(second)
    expect(h.post[0]?.text).toContain('because Agora Fiscal Network looks for a time')
    const html = await (await h.get(poll.page, scene.facilitator)).text()
    expect(html).toContain('Not answered yet')
  })

  it('names the address that is none', async () => {
    const poll = await playPoll(h, scene)
    const sent = await press(`${poll.page}/invitations`, { addresses: 'ana@city.example\nkofi at city' })
    expect([sent.status, (await sent.text()).includes('not an e-mail address: kofi at city')]).toEqual([422, true])
    expect(h.post).toEqual([])
    await press(`${poll.page}/closing`)
    const late = await press(`${poll.page}/invitations`, { addresses: 'ana@city.example' })
    expect([late.status, (await late.text()).includes('Open it again before you invite')]).toEqual([422, true])
  })

  it('reminds those who have not answered, once a day at most', async () => {
    const poll = await playPoll(h, scene)
    for (const email of ['ana@city.example', 'kofi@city.example']) await inviteTo(h, poll.pollId, email)
    await h.settle()
    const toAna = h.post.find(({ to }) => to.address === 'ana@city.example')
    await h.submit(linkIn(toAna, 'answer'), answerFields(poll.keys, ['yes'], { email: 'ana@city.example' }))
    h.post.length = 0
    const remind = async () => (await press(`${poll.page}/reminders`)).headers.get('location') ?? ''
    expect(await remind()).toContain('saidNotReminded')
    h.clock.advance({ days: 1 })
    expect(await remind()).toContain('saidReminded')
    expect(await remind()).toContain('saidNotReminded')
    expect(h.post.map(({ to }) => to.address)).toEqual(['kofi@city.example'])
  })

  it('makes addresses to pass on, shown once, and ends them all', async () => {
    const poll = await playPoll(h, scene)
    const made = await press(`${poll.page}/links`)
    const html = await made.text()
    const path = /(\/poll\/[\w-]{43})/.exec(html)?.[1] ?? ''
    expect([(await h.get(path)).status, (await h.get(poll.shared)).status]).toEqual([200, 200])
    const page = await (await h.get(poll.page, scene.facilitator)).text()
    expect(page).toContain('2 addresses work.')
    expect(page).not.toContain(path)
    await press(`${poll.page}/links/removal`)
    expect([(await h.get(path)).status, (await h.get(poll.shared)).status]).toEqual([404, 404])
  })

  it('shows who said what by a word, the best time first', async () => {
    const poll = await playPoll(h, scene)
    await h.submit(poll.shared, answerFields(poll.keys, ['no', 'maybe', 'yes']))
    await h.submit(poll.shared, answerFields(poll.keys, ['yes', 'no', 'yes'], { name: 'Kofi', zone: 'Africa/Accra' }))
    const html = await (await h.get(poll.page, scene.facilitator)).text()
    const rows = [...html.matchAll(/<tr><th scope="row">([^<]+)<\/th>/g)].map(([, when]) => when)
    expect(rows.slice(0, 3).map((when) => when?.slice(0, 10))).toEqual(['Thursday 3', 'Wednesday ', 'Wednesday '])
    expect(html).toContain('2 yes, 0 if need be, 0 no')
    expect(html).toContain('early, late or on a weekend for one')
    expect(html).toContain('if need be')
    await press(`${poll.page}/closing`)
    expect(await (await h.get(poll.page, scene.facilitator)).text()).toContain('Closed with 2 answers')
  })
})
