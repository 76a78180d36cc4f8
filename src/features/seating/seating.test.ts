import { describe, expect, it } from 'vitest'
import { seatingFields, useSeating } from '../../../test/event.ts'
import { useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { playAgency, playStaff } from '../../../test/scene.ts'
import { meetingsIn } from './meetings.ts'

const h = useHarness()
const at = useSeating(h)
const { look, post, doAndLook, refused, ids, seats } = at

describe('a new seating', () => {
  it('seats everybody in every round, and nobody meets twice', async () => {
    const page = await look()
    expect(page).toContain('Nobody meets twice in 3 rounds')
    expect(page).toContain('12 people at 4 tables of 3. 36 of 66 pairs meet.')
    expect(page).toContain('From 14:00 to 14:34: rounds of 10 minutes, 2 minutes to change tables.')
    const rounds = await seats()
    for (const round of rounds) expect(round.flat().toSorted()).toEqual(Object.values(at.event.people).toSorted())
    expect([...meetingsIn(rounds).values()].every((times) => times === 1)).toBe(true)
  })

  it('shows each round as tables with names, and everybody’s path', async () => {
    const page = await look()
    expect(page).toMatch(/Round 1, 14:00 Table 1 .*Table 2 .*Table 3 .*Round 2, 14:12/)
    expect(page).toMatch(/Ana MoralesAlcaldía de Medellín \d · \d · \d 6 .*Aoife/)
    expect(page).toContain('12 people have somebody left whom they have not met.')
  })

  it('names whoever sits there also after they left the initiative', async () => {
    const left = at.event.people.luc ?? ''
    await h.world.db.updateTable('participations').set({ state: 'left' }).where('person_id', '=', left).execute()
    expect(await look()).toMatch(/12 people at 4 tables of 3.* Table \d [^0-9]*Luc Tremblay/)
    expect(await wordsOf(h.get(at.event.list, at.event.scene.facilitator))).not.toContain('Luc Tremblay')
  })

  it('is found from the page of the event, and listed there', async () => {
    const event = at.event.list.replace('/seatings', '')
    expect(await (await h.get(event, at.event.scene.facilitator)).text()).toContain(`href="${at.event.list}"`)
    expect(await wordsOf(h.get(at.event.list, at.event.scene.facilitator))).toMatch(
      /One seating is planned .*Speed rounds .*14:00 .* 12 3/,
    )
  })

  it('is made once, however often the button is pressed', async () => {
    const sent = {
      ...seatingFields,
      people: ids('ana', 'kofi', 'leila', 'luc', 'grace', 'diego'),
      _key: 'a-key-that-is-pressed-twice',
    }
    const [one, two] = [
      await h.submit(at.event.list, sent, at.event.scene.facilitator),
      await h.submit(at.event.list, sent, at.event.scene.facilitator),
    ]
    expect(one.headers.get('location')).toBe(two.headers.get('location'))
    expect(await wordsOf(h.get(at.event.list, at.event.scene.facilitator))).toContain('2 seatings are planned')
  })

  it.for([
    [{ rounds: '0' }, 'Rounds are a whole number from 1 to 20.'],
    [{ least: '3', most: '2' }, 'The most cannot be fewer than the least.'],
    [{ least: '5', most: '5' }, '12 people cannot all sit at tables of 5. Let the sizes differ by one.'],
    [{ startsAt: 'noon' }, 'Enter the time as hours and minutes, for example 14:00.'],
    [{ title: ' ' }, 'Give the seating a title, so that you find it again.'],
    [{ 'startsOn.d': '31' }, 'Enter the day as day, month and year.'],
  ] as const)('says at the field what is wrong, and keeps what was typed: %j', async ([wrong, sentence]) => {
    const people = Object.values(at.event.people)
    const answer = await h.submit(
      at.event.list,
      { ...seatingFields, minutes: '17', ...wrong, people },
      at.event.scene.facilitator,
    )
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html.split(sentence)).toHaveLength(3)
    expect(html).toContain('value="17"')
  })

  it('needs two people, and begins with the roster where there is nobody', async () => {
    const alone = await h.submit(at.event.list, { ...seatingFields, people: ids('ana') }, at.event.scene.facilitator)
    expect(await wordsOf(alone)).toContain('At least two people must take part.')
    const other = await playAgency(h, 'Elsewhere')
    expect((await h.get(at.event.list, other.facilitator)).status).toBe(404)
    await h.world.db.deleteFrom('attendances').execute()
    await h.world.db.updateTable('participations').set({ state: 'left' }).execute()
    expect(await wordsOf(h.get(at.event.list, at.event.scene.facilitator))).toContain(
      'Bring in the roster first: there is nobody to seat.',
    )
  })
})

describe('who met before', () => {
  it('sits apart at the next event of the initiative, as far as can be', async () => {
    await post('/settings', { ...seatingFields, rounds: '1' })
    const first = meetingsIn(await seats())
    const later = { ...seatingFields, title: 'Second day', 'startsOn.d': '25', rounds: '2' }
    const sent = { ...later, people: Object.values(at.event.people) }
    const answer = await h.submit(at.event.list, sent, at.event.scene.facilitator)
    at.path = (answer.headers.get('location') ?? '').replace(/\?.*/, '')
    const met = [...meetingsIn(await seats()).keys()].filter((pair) => first.has(pair))
    expect(met).toEqual([])
    expect(await look()).toContain('Nobody meets twice in 2 rounds')
  })

  it('counts colleagues and people who are connected, when asked to', async () => {
    const { db } = h.world
    const { organisation_id } = await db
      .selectFrom('posts')
      .select('organisation_id')
      .where('person_id', '=', at.event.people.ana)
      .executeTakeFirstOrThrow()
    await db.updateTable('posts').set({ organisation_id }).where('person_id', '=', at.event.people.kofi).execute()
    await doAndLook('/plans')
    const [ana = '', kofi = ''] = ids('ana', 'kofi')
    expect((await seats()).flat().some((people) => people.includes(ana) && people.includes(kofi))).toBe(false)
  })
})

describe('changing a plan', () => {
  it('keeps somebody at a table in every round, and sets them free', async () => {
    const [grace = ''] = ids('grace')
    expect(await doAndLook('/locks', { person: grace, table: '3' })).toContain(
      'Grace Wanjiru at table 3 in every round',
    )
    for (const round of await seats()) expect(round[2]).toContain(grace)
    expect(await doAndLook('/locks/removal', { person: grace })).toContain(
      'They change tables like everybody else, and the rounds to come are planned again.',
    )
  })

  it('keeps nobody at a table that is not there, or full', async () => {
    const [ana = '', kofi = '', luc = '', grace = ''] = ids('ana', 'kofi', 'luc', 'grace')
    expect(await refused('/locks', { person: ana, table: '5' })).toContain('There are 4 tables at most.')
    expect(await refused('/locks', { person: ana, table: 'x' })).toContain('Choose a table by its number.')
    for (const person of [ana, kofi, luc]) await post('/locks', { person, table: '1' })
    expect(await refused('/locks', { person: grace, table: '1' })).toContain('3 people are kept at table 1 already.')
  })

  it('plans again in another way, and takes that back', async () => {
    const first = await seats()
    expect(await doAndLook('/plans')).toContain('The rounds are planned in another way.')
    expect(await seats()).not.toEqual(first)
    expect(await look()).toContain('Take the last change back The rounds were planned another way.')
    expect(await doAndLook('/reversal')).toContain('The last change is taken back.')
    expect(await seats()).toEqual(first)
    expect(await refused('/reversal')).toContain('This is the first plan. There is nothing to take back.')
  })

  it('plans with other settings, which can be taken back too', async () => {
    expect(await doAndLook('/settings', { ...seatingFields, title: 'Longer', rounds: '4' })).toContain(
      'The rounds are planned with the new settings.',
    )
    expect(await seats()).toHaveLength(4)
    await post('/reversal')
    expect(await seats()).toHaveLength(3)
    expect(await refused('/settings', { ...seatingFields, minutes: 'ten' })).toContain(
      'Minutes a round are a whole number from 1 to 240.',
    )
  })

  it('never changes a round that has begun', async () => {
    await post('/clock', { act: 'start' })
    const before = await seats()
    await doAndLook('/plans')
    const after = await seats()
    expect(after[0]).toEqual(before[0])
    expect(after[1]).not.toEqual(before[1])
    expect([...meetingsIn(after).values()].every((times) => times === 1)).toBe(true)
    expect(await look()).toMatch(/Round 1, 14:00 begun/)
    await doAndLook('/reversal')
    expect(await seats()).toEqual(before)
  })

  it('removes a seating, which is not here afterwards', async () => {
    expect(await doAndLook('/removal')).toContain('The seating is removed.')
    expect((await h.get(at.path, at.event.scene.facilitator)).status).toBe(404)
  })

  it('is for facilitators of the agency alone', async () => {
    const other = await playAgency(h, 'Elsewhere')
    const funder = await playStaff(h, at.event.scene.agencyId, 'funder', 'Funder')
    for (const who of [other.facilitator, funder.who]) {
      expect((await h.get(at.path, who)).status).toBe(404)
      expect((await h.submit(`${at.path}/plans`, {}, who)).status).toBe(404)
    }
    expect((await h.get(at.path)).headers.get('location')).toMatch(/^\/sign-in/)
  })
})
