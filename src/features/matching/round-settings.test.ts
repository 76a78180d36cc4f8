import { describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { playProposal } from '../../../test/pair.ts'
import { playAnswers, useWorkbench } from '../../../test/round.ts'
import { playAgency, playPeer } from '../../../test/scene.ts'
import { closeConnection } from '../connections/closing.ts'
import { answerProposal } from '../connections/proposing.ts'

const h = useHarness()
const at = useWorkbench(h)
const { ids, look, post, refused } = at

const settings = { title: 'Pairs for January', kind: 'pairs', who: 'all', contact: 'freeze' }

/** Sends a form of the round and reads the page it leads to. */
async function after(path: string, fields: Record<string, string | string[]>): Promise<string> {
  const answer = await h.submit(`${at.round.path}${path}`, fields, at.scene.facilitator)
  expect(answer.status, await answer.clone().text()).toBe(303)
  return wordsOf(h.get(answer.headers.get('location') ?? '', at.scene.facilitator))
}

/** Ana and Kofi were in a connection that is over. */
async function playEarlier() {
  const { ana, kofi } = at.round.people
  const { agencyId, initiativeId } = at.scene
  await h.world.db
    .insertInto('connections')
    .values({
      agency_id: agencyId,
      initiative_id: initiativeId,
      state: 'closed',
      rhythm_days: 30,
      proposed_at: h.clock.now(),
      last_contact_at: h.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
    .then(({ id: connection_id }) =>
      h.world.db
        .insertInto('connection_members')
        .values([ana, kofi].map((person_id) => ({ connection_id, person_id, answer: 'yes' })))
        .execute(),
    )
}

describe('the settings of a draft', () => {
  it('say its purpose, and change without losing pins, bans or weights', async () => {
    await post('/pins', { people: ids('ana', 'luc') })
    await post('/bans', { people: ids('kofi', 'grace') })
    await after('/weights', { language: '5', commitment: '0' })
    const page = await after('/settings', { ...settings, purpose: 'First conversations', allowConnected: 'yes' })
    expect(page).toContain('The settings are saved.')
    const bench = await look()
    expect(bench).toContain('First conversations')
    expect(bench).toContain('Pinned: Ana Morales and Luc Tremblay')
    expect(bench).toMatch(/Forbidden: (Kofi Mensah and Grace Wanjiru|Grace Wanjiru and Kofi Mensah)/)
    expect(bench).toContain('Also peers who have an open connection')
    const html = await (await h.get(`${at.round.path}/settings`, at.scene.facilitator)).text()
    expect(html).toMatch(/name="language"[^>]*value="5"|value="5"[^>]*name="language"/)
    expect(html).toMatch(/name="commitment"[^>]*value="0"|value="0"[^>]*name="commitment"/)
  })

  it('come back with what was typed when something is wrong, each mistake at its field', async () => {
    const page = await refused('/settings', { ...settings, title: '', groupLeast: '2', 'startsOn.d': '40' })
    expect(page).toContain('Give the round a title, so that you find it again.')
    expect(page).toContain('A group has 3 to 8 peers')
    expect(page).toContain('Give the day as three numbers')
    expect(await refused('/weights', { language: '9' })).toContain('A weight is a whole number from 0 to 5.')
    expect(await look()).toContain('Pairs for January')
  })

  it('keep apart who was matched before, bring them together again, or neither', async () => {
    await playEarlier()
    await post('/scoring', {})
    expect(await look()).toContain('Never two people who were matched before')
    expect(await refused('/pins', { people: ids('ana', 'kofi') })).toContain('A rule keeps Ana Morales and Kofi Mensah')
    expect(await look()).not.toContain('Matched before')
    await after('/settings', { ...settings, contact: 'continuity' })
    const again = await look()
    expect(again).toContain('Matched before')
    expect(again).toContain('Ana and Kofi were in a connection before.')
    expect(again).toContain('Ana Morales · Kofi Mensah')
    await after('/settings', { ...settings, contact: 'any' })
    expect(await look()).toContain('Whether people were matched before does not matter')
    expect((await post('/pins', { people: ids('ana', 'kofi') })).status).toBe(303)
  })

  it('take in who pauses until the round starts, and nobody who pauses longer', async () => {
    const pausedUntilOn = Temporal.PlainDate.from('2027-01-04')
    await playAnswers(h, at.scene, cast.paola, { standing: 'paused', pausedUntilOn })
    await after('/settings', { ...settings, 'startsOn.d': '3', 'startsOn.m': '1', 'startsOn.y': '2027' })
    expect(await look()).toContain('Pauses: 1 Paola Andrade, until 4 January 2027')
    await after('/settings', { ...settings, 'startsOn.d': '4', 'startsOn.m': '1', 'startsOn.y': '2027' })
    expect(await look()).not.toContain('Pauses: 1')
    expect(await look()).toMatch(/3 pairs|Paola Andrade/)
  })
})

describe('who takes part', () => {
  it('is said of single people, and taken back', async () => {
    const page = await after('/people', { chosen: [at.round.people.grace], say: 'out' })
    expect(page).toContain('That is noted, and the proposals are made anew.')
    expect(page).toContain('4 peers take part')
    expect(await look()).toContain('Left out by you: 1 Grace Wanjiru')
    expect(await refused('/pins', { people: ids('ana', 'grace') })).toContain('does not take part in this round')
    expect(await after('/people', { chosen: [at.round.people.grace], say: 'usual' })).toContain('5 peers take part')
  })

  it('is said of all that a filter finds', async () => {
    expect(await after('/people', { whom: 'all', language: 'fr', say: 'out' })).toContain('3 peers take part')
    expect(await look()).toContain('Left out by you: 2')
    const found = await wordsOf(h.get(`${at.round.path}/people?show=out&find=leila`, at.scene.facilitator))
    expect(found).toContain('1 of 5')
    expect(found).toContain('Leïla Ben Salah')
    expect(found).not.toContain('Luc Tremblay')
  })

  it('is only whom the facilitator takes in, where the round says so', async () => {
    await after('/settings', { ...settings, who: 'chosen' })
    expect(await look()).toContain('Not taken in: 5')
    await after('/people', { chosen: [at.round.people.ana, at.round.people.luc], say: 'in' })
    expect(await look()).toContain('One pair is ready, nobody is left out')
  })

  it('is also somebody with an open connection, when they are taken in', async () => {
    const busy = await playProposal(h, at.scene, [cast.aoife, cast.rahim])
    await post('/scoring', {})
    expect(await look()).toContain('Has an open connection: 2')
    await after('/people', { chosen: [busy.personIds[0] ?? ''], say: 'in' })
    expect(await look()).toContain('Has an open connection: 1')
  })

  it('takes as many pairs as the facilitator or their own form says', async () => {
    expect(await look()).toContain('One pair and one trio are ready')
    await after('/people', { chosen: [at.round.people.ana], say: 'pairs', pairs: '2' })
    const page = await look()
    expect(page).toContain('3 pairs are ready, nobody is left out')
    expect(page.split('Ana Morales ·').length + page.split('· Ana Morales').length).toBe(4)
    expect((await post('/pins', { people: ids('ana', 'kofi') })).status).toBe(303)
    expect((await post('/pins', { people: ids('ana', 'luc') })).status).toBe(303)
    expect(await refused('/pins', { people: ids('ana', 'grace') })).toContain('pinned with somebody else')
    await after('/people', { chosen: [at.round.people.ana], say: 'pairs', pairs: '' })
    expect(await look()).not.toContain('3 pairs are ready')
  })

  it('is nobody who takes no pair this time', async () => {
    await after('/people', { chosen: [at.round.people.kofi], say: 'pairs', pairs: '0' })
    expect(await look()).toContain('Takes no pair this time: 1 Kofi Mensah')
  })

  it('is refused of nobody, of strangers, and by who is not in charge', async () => {
    expect(await refused('/people', { say: 'in' })).toContain('Tick somebody first')
    expect((await post('/people', { chosen: at.round.people.ana, say: 'pairs', pairs: '9' })).status).toBe(422)
    const elsewhere = await playAgency(h, 'Elsewhere')
    const stranger = await playPeer(h, elsewhere, cast.amadou)
    expect((await post('/people', { chosen: stranger.personId, say: 'in' })).status).toBe(404)
    const path = `${at.round.path}/people`
    expect((await h.submit(path, { chosen: at.round.people.ana, say: 'out' }, elsewhere.facilitator)).status).toBe(404)
    expect((await h.get(path, elsewhere.facilitator)).status).toBe(404)
    expect((await h.get(`${at.round.path}/settings`, elsewhere.facilitator)).status).toBe(404)
  })
})

describe('who must be with somebody of a kind', () => {
  it('is with them, until the rule is taken back', async () => {
    const need = { person: at.round.people.ana, need: 'language:fr' }
    const page = await after('/needs', need)
    expect(page).toContain('Ana Morales must be with somebody who works in French')
    const bench = await look()
    expect(bench).toContain('Ana Morales · Luc Tremblay')
    expect(await refused('/pins', { people: ids('ana', 'kofi') })).toContain('must be with somebody of a kind')
    expect(await after('/needs/removal', need)).toContain('Nobody must be with anybody in particular.')
    expect(await look()).toContain('Ana Morales · Kofi Mensah')
  })

  it('is asked for a topic or a country, and left out where nobody has it', async () => {
    await after('/needs', { person: at.round.people.kofi, need: 'country:CA' })
    expect(await look()).toContain('Kofi Mensah · Luc Tremblay')
    await after('/needs', { person: at.round.people.kofi, need: 'country:FR' })
    expect(await look()).toContain('Nobody else has what they must be with')
  })

  it('is refused where it says nothing or names what is not there', async () => {
    expect(await refused('/needs', { person: '', need: '' })).toContain('Choose who, and what the other must have.')
    const { ana } = at.round.people
    for (const need of ['language:xx', 'country:QQ', 'offer:00000000-0000-4000-8000-000000000000'])
      expect((await post('/needs', { person: ana, need })).status).toBe(404)
    const stranger = await playPeer(h, await playAgency(h, 'Elsewhere'), cast.amadou)
    expect((await post('/needs', { person: stranger.personId, need: 'language:fr' })).status).toBe(404)
  })
})

describe('a reporting line', () => {
  it('keeps two apart at any remove, unless the round lifts it', async () => {
    const { ana, kofi, luc } = at.round.people
    const under = (person: string, over: string) =>
      h.world.db.updateTable('posts').set({ reports_to_id: over }).where('person_id', '=', person).execute()
    await under(ana, luc)
    await under(luc, kofi)
    expect(await refused('/pins', { people: ids('ana', 'kofi') })).toContain(
      'apart: one organisation or reporting line',
    )
    await after('/settings', { ...settings, allowReportingLine: 'yes' })
    expect((await post('/pins', { people: ids('ana', 'kofi') })).status).toBe(303)
  })

  it('is also that somebody decides on the other’s time', async () => {
    const { ana, kofi } = at.round.people
    const day = Temporal.PlainDate.from('2026-09-01')
    await h.world.db
      .insertInto('authorities')
      .values({
        agency_id: at.scene.agencyId,
        initiative_id: at.scene.initiativeId,
        person_id: ana,
        authoriser_name: cast.kofi.name,
        authoriser_email: cast.kofi.email,
        hours_per_month: 3,
        starts_on: day,
        ends_on: day.add({ years: 1 }),
        created_at: h.clock.now(),
        updated_at: h.clock.now(),
      })
      .execute()
    expect(await refused('/pins', { people: `${ana},${kofi}` })).toContain('apart: one organisation or reporting line')
  })
})

describe('who was left out or let down last time', () => {
  it('comes first, and the proposal says so', async () => {
    const publish = async (path: string) => {
      const confirm = await (await h.get(`${path}/publication`, at.scene.facilitator)).text()
      const revision = /name="revision" value="(\d+)"/.exec(confirm)?.[1] ?? ''
      expect((await h.submit(`${path}/publication`, { revision }, at.scene.facilitator)).status).toBe(303)
      await h.settle()
    }
    await publish(at.round.path)
    const connections = await h.world.db
      .selectFrom('connections')
      .innerJoin('connection_members as member', 'member.connection_id', 'connections.id')
      .select(['connections.id', 'member.person_id'])
      .execute()
    const of = (person: string) => connections.find(({ person_id }) => person_id === person)?.id ?? ''
    const { ana, luc } = at.round.people
    // Luc declines Leïla; the trio starts and is closed before anybody was in touch.
    await h.change((work) => answerProposal(work, of(luc), luc, 'no', ''))
    for (const { id, person_id } of connections.filter(({ id }) => id === of(ana)))
      await h.change((work) => answerProposal(work, id, person_id, 'yes', ''))
    const next = await h.submit(
      `/initiatives/${at.scene.initiativeId}/matching`,
      { title: 'Next', contact: 'any' },
      at.scene.facilitator,
    )
    const path = (next.headers.get('location') ?? '').replace(/\?.*/, '')
    const page = await wordsOf(h.get(path, at.scene.facilitator))
    expect(page).toContain('Leïla was left out or let down last time.')
    expect(page).toContain('Left out last time')
    expect(page).not.toMatch(/Luc (and Leïla )?(was|were) left out/)
    await h.change((work) => closeConnection(work, of(ana), { reason: 'no_fit' }))
    await h.submit(`${path}/scoring`, {}, at.scene.facilitator)
    const later = await wordsOf(h.get(path, at.scene.facilitator))
    expect(later).toMatch(/(Ana|Kofi|Grace)[^.]* left out or let down last time/)
  })
})
