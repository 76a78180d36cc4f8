import { beforeEach, describe, expect, it } from 'vitest'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { answerFields, inviteTo, playPoll } from '../../../test/poll.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { closePoll } from './actions.ts'
import { decideTime } from './deciding.ts'
import { endSharedLinks } from './inviting.ts'
import { mostPeople } from './people-store.ts'
import { words } from './words.ts'

const h = useHarness()
let scene: Scene
let poll: Awaited<ReturnType<typeof playPoll>>

beforeEach(async () => {
  scene = await playAgency(h)
  poll = await playPoll(h, scene)
})

const people = () => h.world.db.selectFrom('poll_people').selectAll().orderBy('created_at').execute()
const levelsOf = async (id: string) =>
  (
    await h.world.db
      .selectFrom('poll_answers')
      .innerJoin('poll_times', 'poll_times.id', 'poll_time_id')
      .select('answer')
      .where('poll_person_id', '=', id)
      .orderBy('starts_at')
      .execute()
  ).map(({ answer }) => answer)
const mailTo = (address: string) => h.post.filter((mail) => mail.to.address === address)

async function answer(levels: string[], differing = {}): Promise<string> {
  const sent = await h.submit(poll.shared, answerFields(poll.keys, levels, differing))
  expect(sent.status).toBe(303)
  return sent.headers.get('location') ?? ''
}

describe('answering a poll by a shared address', () => {
  it('asks in the reader’s own zone and the organiser’s, and writes nothing by being opened', async () => {
    const page = await h.app.request(`http://perennial.test${poll.shared}`, { headers: { 'accept-language': 'es-CO' } })
    const html = await page.text()
    expect(html).toContain('Wednesday 2 December 2026, 05:00 (Bogota time)')
    expect(html).toContain('For the organiser: Wednesday 2 December 2026, 10:00 (Accra time)')
    expect(await people()).toEqual([])
  })

  it('shows the times in another zone and keeps what was typed', async () => {
    const fields = answerFields(poll.keys, ['yes'], { zone: 'Asia/Dhaka', show: 'yes', email: 'half' })
    const html = await (await h.submit(poll.shared, fields)).text()
    expect(html).toContain('Wednesday 2 December 2026, 16:00 (Dhaka time)')
    expect(html).toMatch(new RegExp(`name="answer.${poll.keys[0]}" value="yes" checked`))
    expect(html).toContain('value="half"')
    expect(await people()).toEqual([])
  })

  it('gives every answer an address of its own, and leads there', async () => {
    const own = await answer(['yes', 'maybe', ''])
    const [ana] = await people()
    expect(await levelsOf(ana?.id ?? '')).toEqual(['yes', 'maybe', 'no'])
    const html = await (await h.get(own)).text()
    expect(html).toContain('Thank you, your times are noted')
    expect(html).toContain(`http://perennial.test${own}`)
    const kept = await h.world.db.selectFrom('answered_forms').select('location').execute()
    expect(kept).toEqual([])
  })

  it('never shows or changes somebody else’s answer', async () => {
    const own = await answer(['yes', 'yes', 'yes'], { email: 'ana@city.example' })
    const html = await (await h.get(poll.shared)).text()
    expect(html).not.toMatch(/Ana Ruiz|ana@city/)
    h.clock.advance({ minutes: 1 })
    await answer(['no', 'no', 'maybe'], { email: 'ana@city.example' })
    const [first, second, ...others] = await people()
    expect([first?.name, second?.name, others]).toEqual(['Ana Ruiz', 'Ana Ruiz', []])
    expect(await levelsOf(first?.id ?? '')).toEqual(['yes', 'yes', 'yes'])
    expect(await (await h.get(own)).text()).toContain('1 yes, 0 if need be, 1 no')
  })

  it('takes the key of one form in two polls as two answers', async () => {
    const fields = { ...answerFields(poll.keys, ['yes']), _key: crypto.randomUUID() }
    const other = await playPoll(h, scene)
    for (const { shared } of [poll, other]) expect((await h.submit(shared, fields)).status).toBe(303)
    expect((await people()).map(({ poll_id }) => poll_id)).toEqual([poll.pollId, other.pollId])
  })

  it('takes one form sent twice as one answer', async () => {
    const fields = { ...answerFields(poll.keys, ['yes']), _key: crypto.randomUUID() }
    const ways = [await h.submit(poll.shared, fields), await h.submit(poll.shared, fields)]
    for (const sent of ways) {
      expect(sent.status).toBe(303)
      expect(await (await h.get(sent.headers.get('location') ?? '')).text()).toContain('your times are noted')
    }
    expect(await people()).toHaveLength(1)
  })

  it('keeps what a form said last when it is sent again with other answers', async () => {
    const fields = { ...answerFields(poll.keys, ['yes']), _key: crypto.randomUUID() }
    await h.submit(poll.shared, fields)
    const other = answerFields(poll.keys, ['no', 'yes'], { email: 'ana@city.example' })
    expect((await h.submit(poll.shared, { ...other, _key: fields._key })).status).toBe(303)
    const [ana, ...others] = await people()
    expect([await levelsOf(ana?.id ?? ''), ana?.email, others]).toEqual([['no', 'yes', 'no'], 'ana@city.example', []])
  })

  it('says at the field what is wrong and keeps the rest', async () => {
    const sent = await h.submit(poll.shared, answerFields(poll.keys, [], { name: ' ', email: 'nobody' }))
    const html = await sent.text()
    expect(sent.status).toBe(422)
    expect(html).toContain('Give the name by which the organiser knows you.')
    expect(html).toContain('It can stay empty.')
    expect(html).toContain('value="nobody"')
    const open = await h.submit(poll.shared, answerFields(poll.keys, []))
    expect([open.status, (await open.text()).includes('Say for at least one time')]).toEqual([422, true])
    await answer([], { none: 'yes' })
    expect(await levelsOf((await people())[0]?.id ?? '')).toEqual(['no', 'no', 'no'])
  })

  it('refuses a time of another poll, and a form without its key', async () => {
    const other = await playPoll(h, scene, {}, [Temporal.Instant.from('2026-12-07T10:00:00Z')])
    const sent = await h.submit(poll.shared, answerFields(other.keys, ['yes']))
    expect([sent.status, (await sent.text()).includes('The times have changed')]).toEqual([422, true])
    expect((await h.submit(poll.shared, { ...answerFields(poll.keys, ['yes']), _key: '' })).status).toBe(422)
    expect(await people()).toEqual([])
  })

  it('mails the way back to who gave an address, three times a day at most to one address', async () => {
    for (let turn = 0; turn < 5; turn += 1) await answer(['yes'], { email: 'Ana@City.example' })
    const own = await answer(['yes'])
    for (const email of ['ana@city.example', '', 'ana@city.example'])
      await h.submit(own, answerFields(poll.keys, ['yes'], { email }))
    await h.settle()
    expect(mailTo('ana@city.example')).toHaveLength(3)
    const page = await h.get(linkIn(mailTo('ana@city.example')[0], 'answer'))
    expect(await page.text()).toContain('your times are noted')
  })

  it('takes no more people than a poll is for', async () => {
    const rows = Array.from({ length: mostPeople }, () => ({
      agency_id: scene.agencyId,
      poll_id: poll.pollId,
      zone: 'UTC',
      locale: 'en',
      created_at: h.clock.now(),
    }))
    await h.world.db.insertInto('poll_people').values(rows).execute()
    const sent = await h.submit(poll.shared, answerFields(poll.keys, ['yes']))
    expect([sent.status, (await sent.text()).includes('as many answers as it can take')]).toEqual([422, true])
  })

  it('ends with the addresses that were passed on, not with the answers', async () => {
    const own = await answer(['yes'])
    await h.change((work) => endSharedLinks(work, poll.pollId))
    expect((await h.get(poll.shared)).status).toBe(404)
    expect((await h.submit(poll.shared, answerFields(poll.keys, ['yes']))).status).toBe(404)
    expect((await h.get(own)).status).toBe(200)
  })

  it('says, once it is over, that it is closed or what was decided, and takes nothing', async () => {
    await h.change((work) => closePoll(work, poll.pollId))
    expect(await (await h.get(poll.shared)).text()).toContain('This poll is closed')
    const late = await h.submit(poll.shared, answerFields(poll.keys, ['yes']))
    expect([late.status, (await late.text()).includes('closed, so nothing was changed')]).toEqual([422, true])
    await h.change((work) => decideTime(work, poll.pollId, poll.timeIds[0] ?? '', words('en')))
    expect(await (await h.get(poll.shared)).text()).toContain('Decided: Wednesday 2 December 2026, 10:00 (Accra time)')
    expect(await people()).toEqual([])
  })
})

describe('an answer of one’s own', () => {
  it('is given by an invitation, and changed from any device', async () => {
    await inviteTo(h, poll.pollId, 'kofi@city.example', 'Kofi Mensah')
    await h.settle()
    const own = linkIn(mailTo('kofi@city.example')[0], 'answer')
    expect(await (await h.get(own)).text()).toContain('value="Kofi Mensah"')
    const fields = answerFields(poll.keys, ['yes', 'no', 'no'], { name: 'Kofi', email: 'kofi@city.example' })
    expect((await h.submit(own, fields)).headers.get('location')).toBe(own)
    const html = await (await h.get(`${own}?change`)).text()
    expect(html.match(/value="(yes|maybe|no)" checked/g)).toEqual([
      'value="yes" checked',
      'value="no" checked',
      'value="no" checked',
    ])
    await h.submit(own, { ...fields, [`answer.${poll.keys[1]}`]: 'maybe' })
    const [kofi, ...others] = await people()
    expect([await levelsOf(kofi?.id ?? ''), others]).toEqual([['yes', 'maybe', 'no'], []])
    await h.settle()
    expect(mailTo('kofi@city.example')).toHaveLength(1)
  })

  it('shows the names of the others only where the organiser says so, and never an address', async () => {
    const own = await answer(['yes'])
    await answer(['no', 'yes'], { name: 'Kofi Mensah', email: 'kofi@city.example' })
    const open = await (await h.get(own)).text()
    expect(open).toContain('Kofi Mensah')
    expect(open).not.toContain('kofi@city')
    await h.world.db.updateTable('polls').set({ shows_names: false }).execute()
    const closed = await (await h.get(own)).text()
    expect(closed).not.toContain('Kofi Mensah')
    expect(closed).toContain('1 yes, 0 if need be, 1 no')
  })

  it('shows numbers in place of names from the 21st answer on', async () => {
    const own = await answer(['yes'])
    for (let turn = 2; turn <= 20; turn += 1) await answer(['yes'], { name: `Guest ${turn}` })
    expect(await (await h.get(own)).text()).toContain('Guest 20')
    await answer(['yes'], { name: 'Guest 21' })
    const html = await (await h.get(own)).text()
    expect(html).not.toContain('Guest 20')
    expect(html).toContain('21 yes')
  })

  it('is withdrawn at once, also by a second click, and says that nothing is kept', async () => {
    const own = await answer(['yes'], { email: 'ana@city.example' })
    const other = await answer(['no'], { name: 'Kofi Mensah' })
    const form = { _key: crypto.randomUUID() }
    for (const sent of [await h.submit(`${own}/withdrawal`, form), await h.submit(`${own}/withdrawal`, form)])
      expect(sent.headers.get('location')).toBe(own)
    expect((await people()).map(({ name }) => name)).toEqual(['Kofi Mensah'])
    expect(await (await h.get(own)).text()).toContain('Nothing of yours is kept here')
    expect((await h.submit(own, answerFields(poll.keys, ['yes']))).status).toBe(404)
    expect((await h.get(other)).status).toBe(200)
  })

  it('is not open to a shared address, and a shared poll not to an own one', async () => {
    const own = await answer(['yes'])
    expect((await h.get(own.replace('/answer/', '/poll/'))).status).toBe(404)
    expect((await h.get(poll.shared.replace('/poll/', '/answer/'))).status).toBe(404)
  })

  it('is in French for who reads French, mails included', async () => {
    const fields = answerFields(poll.keys, ['yes'], { email: 'leila@city.example' })
    const question = await (await h.get(`${poll.shared}?lang=fr`)).text()
    expect(question).toContain('Merci de répondre au plus tard le 30 novembre 2026')
    const sent = await h.submit(`${poll.shared}?lang=fr`, fields)
    const page = await h.get(sent.headers.get('location') ?? '')
    expect(await page.text()).toContain('Merci, vos horaires sont notés')
    await h.settle()
    expect(mailTo('leila@city.example')[0]?.subject).toBe('Votre réponse : Preparing the visit to Kumasi')
  })
})
