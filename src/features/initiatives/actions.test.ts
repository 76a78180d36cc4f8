import { describe, expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { playAgency, playPeer, type Scene } from '../../../test/scene.ts'
import { weekOf } from '../availability/half-days.ts'
import {
  addEngagement,
  addSeason,
  addTopic,
  createInitiative,
  invite,
  leaveParticipation,
  listImported,
  listParticipant,
  markAttendance,
  pauseParticipation,
  remind,
  resumeDueParticipations,
  returnParticipation,
  saveProfile,
} from './actions.ts'
import type { ProfileAnswers } from './profile-answers.ts'
import { readPeer, readPeers, readTopics } from './profiles.ts'

const h = useHarness()

const answers: ProfileAnswers = {
  problem: 'Citizens do not read the budget',
  problemTopicId: null,
  offers: [],
  wants: [],
  languages: [{ language: 'en', level: 'fluent' }],
  hoursPerMonth: 4,
  freeHalfDays: ['mon-am', 'thu-pm'],
  zone: 'Africa/Accra',
  channels: ['video', 'phone'],
  wishes: [],
  expectedMonths: 6,
  reportConsent: true,
  locale: 'en',
  standing: 'active',
  pausedUntilOn: null,
}

async function stateOf(participationId: string) {
  return (await readPeer(h.world.db, participationId))?.state
}

async function auditVerbs(scene: Scene) {
  const rows = await h.world.db
    .selectFrom('audit_events')
    .select('verb')
    .where('agency_id', '=', scene.agencyId)
    .orderBy('id')
    .execute()
  return rows.map(({ verb }) => verb)
}

describe('an initiative', () => {
  test('is made with its vocabulary, season and foundational engagement', async () => {
    const scene = await playAgency(h)
    const { agencyId } = scene
    const kofi = await playPeer(h, scene, cast.kofi)
    await h.change(async (work) => {
      const initiativeId = await createInitiative(work, {
        agencyId,
        title: 'Roads',
        purpose: 'Better roads',
        languages: ['en', 'fr'],
      })
      const place = { agencyId, initiativeId }
      const days = { startsOn: Temporal.PlainDate.from('2026-10-01'), endsOn: Temporal.PlainDate.from('2026-10-03') }
      await addSeason(work, { ...place, title: 'First season', ...days })
      const engagementId = await addEngagement(work, {
        ...place,
        title: 'Founding week',
        ...days,
        place: 'Sfax',
        link: '',
      })
      await markAttendance(work, engagementId, kofi.personId, true)
      await markAttendance(work, engagementId, kofi.personId, false)
      const topic = await addTopic(work, { ...place, name: ' Citizen   budgets ' })
      expect(await addTopic(work, { ...place, name: 'CITIZEN budgets' })).toBe(topic)
      expect(await readTopics(work.db, initiativeId)).toEqual([{ id: topic, name: 'Citizen budgets' }])
    })
    expect(await auditVerbs(scene)).toEqual([
      'initiative.create',
      'season.add',
      'engagement.add',
      'engagement.attend',
      'engagement.attend',
      'topic.add',
    ])
  })

  test('lists a person once, and a roster of 5,000 in one go', async () => {
    const scene = await playAgency(h)
    const { agencyId, initiativeId } = scene
    const people = Array.from({ length: 5000 }, (_, index) => ({
      agency_id: agencyId,
      name: `Peer ${index}`,
      email: `peer${index}@peers.example`,
      created_at: h.clock.now(),
      updated_at: h.clock.now(),
    }))
    const rows = await h.world.db.insertInto('persons').values(people).returning('id').execute()
    const personIds = rows.map(({ id }) => id)
    const first = personIds[0] ?? ''
    const once = await h.change((work) => listParticipant(work, { agencyId, initiativeId, personId: first }))
    expect(await h.change((work) => listParticipant(work, { agencyId, initiativeId, personId: first }))).toBe(once)
    const started = performance.now()
    await h.change((work) => listImported(work, { initiativeId, personIds }))
    expect(performance.now() - started).toBeLessThan(2000)
    await h.change((work) => listImported(work, { initiativeId, personIds }))
    expect(await readPeers(h.world.db, initiativeId)).toHaveLength(5000)
    expect(await auditVerbs(scene)).toEqual(['participation.list', 'participation.list'])
  })

  test('never lists a person of another agency', async () => {
    const scene = await playAgency(h)
    const other = await playAgency(h, 'Another Network')
    const stranger = await playPeer(h, other, cast.luc)
    await h.change((work) => listImported(work, { initiativeId: scene.initiativeId, personIds: [stranger.personId] }))
    expect(await readPeers(h.world.db, scene.initiativeId)).toEqual([])
  })
})

describe('asking peers', () => {
  test('the invitation comes in the peer’s language, once, however often it is pressed that day', async () => {
    const scene = await playAgency(h)
    const leila = await playPeer(h, scene, cast.leila, 'listed')
    expect(await h.change((work) => invite(work, [leila.participationId]))).toBe(1)
    expect(await h.change((work) => invite(work, [leila.participationId]))).toBe(0)
    await h.settle()
    expect(h.post).toHaveLength(1)
    expect(h.post[0]?.to.address).toBe(cast.leila.email)
    expect(h.post[0]?.subject).toBe('Une minute pour City budgets that people can read')
    expect(linkIn(h.post[0], 'profile')).toMatch(/^\/profile\//)
    expect(await stateOf(leila.participationId)).toBe('invited')
    h.clock.advance({ hours: 24 })
    expect(await h.change((work) => invite(work, [leila.participationId]))).toBe(1)
  })

  test('nobody who left or paused is invited', async () => {
    const scene = await playAgency(h)
    const ana = await playPeer(h, scene, cast.ana, 'left')
    const kofi = await playPeer(h, scene, cast.kofi, 'paused')
    expect(await h.change((work) => invite(work, [ana.participationId, kofi.participationId]))).toBe(0)
  })

  test('a reminder goes out after three days, only to those who have not answered', async () => {
    const scene = await playAgency(h)
    const [ana, kofi] = [await playPeer(h, scene, cast.ana, 'listed'), await playPeer(h, scene, cast.kofi, 'listed')]
    const both = [ana.participationId, kofi.participationId]
    await h.change((work) => invite(work, both))
    await h.settle()
    h.clock.advance({ hours: 71 })
    expect(await h.change((work) => remind(work, both))).toBe(0)
    h.clock.advance({ hours: 1 })
    await h.change((work) => saveProfile(work, kofi.participationId, answers))
    expect(await h.change((work) => remind(work, both))).toBe(1)
    expect(await h.change((work) => remind(work, both))).toBe(0)
    await h.settle()
    expect(h.post.at(-1)?.subject).toBe('Still one minute for City budgets that people can read?')
    h.clock.advance({ hours: 72 })
    expect(await h.change((work) => remind(work, both))).toBe(1)
  })
})

describe('what a peer says', () => {
  test('is read back whole, with new topics in the vocabulary and only people of the roster as wishes', async () => {
    const scene = await playAgency(h)
    const other = await playAgency(h, 'Another Network')
    const [kofi, ana] = [await playPeer(h, scene, cast.kofi), await playPeer(h, scene, cast.ana)]
    const stranger = await playPeer(h, other, cast.luc)
    const place = { agencyId: scene.agencyId, initiativeId: scene.initiativeId }
    const topic = await h.change((work) => addTopic(work, { ...place, name: 'Participation' }))
    const foreign = await h.change((work) =>
      addTopic(work, { agencyId: other.agencyId, initiativeId: other.initiativeId, name: 'Elsewhere' }),
    )
    const wishes = [ana.personId, stranger.personId, kofi.personId]
    const said = { ...answers, offers: [topic, foreign], newWants: ['Open data'], wishes, locale: 'fr' as const }
    await h.change((work) => saveProfile(work, kofi.participationId, said))
    const peer = await readPeer(h.world.db, kofi.participationId)
    const names = new Map((await readTopics(h.world.db, scene.initiativeId)).map(({ id, name }) => [id, name]))
    expect(peer).toMatchObject({
      name: 'Kofi Mensah',
      organisationName: 'Kumasi Metropolitan Assembly',
      organisationIds: [kofi.organisationId],
      locale: 'fr',
      problem: 'Citizens do not read the budget',
      hoursPerMonth: 4,
      week: weekOf('mon-am', 'thu-pm'),
      channels: ['video', 'phone'],
      languages: [{ language: 'en', level: 'fluent' }],
      wishes: [ana.personId],
      state: 'active',
    })
    expect(peer?.offers).toEqual([topic])
    expect(peer?.wants.map((id) => names.get(id))).toEqual(['Open data'])
    await h.change((work) =>
      saveProfile(work, kofi.participationId, { ...answers, languages: [{ language: 'fr', level: 'working' }] }),
    )
    expect(await readPeer(h.world.db, kofi.participationId)).toMatchObject({
      offers: [],
      wants: [],
      wishes: [],
      languages: [{ language: 'fr', level: 'working' }],
    })
  })

  test('never reaches the audit trail', async () => {
    const scene = await playAgency(h)
    const [kofi, ana] = [await playPeer(h, scene, cast.kofi), await playPeer(h, scene, cast.ana)]
    await h.change((work) => saveProfile(work, kofi.participationId, { ...answers, wishes: [ana.personId] }))
    const rows = await h.world.db.selectFrom('audit_events').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(ana.personId)
    expect(JSON.stringify(rows)).not.toContain('budget')
  })

  test('500 peers are read in at most four queries', async () => {
    const scene = await playAgency(h)
    const peers = []
    for (const member of Object.values(cast)) peers.push(await playPeer(h, scene, member))
    let queries = 0
    const counted = h.world.db.withPlugin({
      transformQuery: ({ node }) => {
        queries += 1
        return node
      },
      transformResult: async ({ result }) => result,
    })
    expect(await readPeers(counted, scene.initiativeId)).toHaveLength(12)
    expect(queries).toBeLessThanOrEqual(4)
  })
})

describe('a pause', () => {
  test('ends by itself on its day in the peer’s own zone, with one mail', async () => {
    const scene = await playAgency(h)
    const rahim = await playPeer(h, scene, cast.rahim)
    await h.change((work) => saveProfile(work, rahim.participationId, { ...answers, zone: 'Asia/Dhaka' }))
    await h.change((work) => pauseParticipation(work, rahim.participationId, Temporal.PlainDate.from('2026-12-10')))
    h.clock.moveTo(Temporal.Instant.from('2026-12-09T17:59:00Z'))
    await resumeDueParticipations(h.world)
    expect(await stateOf(rahim.participationId)).toBe('paused')
    h.clock.moveTo(Temporal.Instant.from('2026-12-09T18:00:00Z'))
    await resumeDueParticipations(h.world)
    await resumeDueParticipations(h.world)
    await h.settle()
    expect(await stateOf(rahim.participationId)).toBe('active')
    expect(h.post.map(({ subject }) => subject)).toEqual(['Welcome back to City budgets that people can read'])
    expect(h.post[0]?.text).toContain('10 December 2026')
  })

  test('that a system down for days has missed ends once', async () => {
    const scene = await playAgency(h)
    const ana = await playPeer(h, scene, cast.ana, 'listed')
    await h.change((work) => pauseParticipation(work, ana.participationId, Temporal.PlainDate.from('2026-12-01')))
    h.clock.moveTo(Temporal.Instant.from('2027-01-20T12:00:00Z'))
    await resumeDueParticipations(h.world)
    await h.settle()
    expect(h.post).toHaveLength(1)
    expect(await stateOf(ana.participationId)).toBe('listed')
  })

  test('is not the same as leaving, and both can be taken back', async () => {
    const scene = await playAgency(h)
    const ana = await playPeer(h, scene, cast.ana)
    await h.change((work) => saveProfile(work, ana.participationId, answers))
    await h.change((work) => leaveParticipation(work, ana.participationId))
    expect(await stateOf(ana.participationId)).toBe('left')
    await h.change((work) => returnParticipation(work, ana.participationId))
    expect(await stateOf(ana.participationId)).toBe('active')
  })
})
