import { invitePeople, makeMeeting } from '../../src/features/activities/actions.ts'
import { answerInvitation } from '../../src/features/activities/answering.ts'
import { peerWords } from '../../src/features/activities/peer-words.ts'
import { words as activityWords } from '../../src/features/activities/words.ts'
import { giveAuthority, sendReport } from '../../src/features/authority/actions.ts'
import { words as authorityWords } from '../../src/features/authority/words.ts'
import { acceptAgreement } from '../../src/features/connections/agreeing.ts'
import { closeConnection } from '../../src/features/connections/closing.ts'
import { recordContact } from '../../src/features/connections/contacts.ts'
import { answerProposal, proposeConnection } from '../../src/features/connections/proposing.ts'
import { makeRound } from '../../src/features/matching/actions.ts'
import { usualWeights } from '../../src/features/matching/fit/parts.ts'
import { makeSeating, proposeAttendance } from '../../src/features/seating/actions.ts'
import { planSession } from '../../src/features/sessions/actions.ts'
import { proposeTimes } from '../../src/features/sessions/times/asking.ts'
import { changeAnswer } from '../../src/features/polls/answering.ts'
import { answerWords } from '../../src/features/polls/answer-words.ts'
import { type LinkPurpose, makeLink } from '../../src/platform/links/links.ts'
import type { Actor } from '../../src/platform/work.ts'
import type { CastMember } from '../cast.ts'
import type { Harness, Who } from '../harness.ts'
import { inviteTo, playPoll } from '../poll.ts'
import { hybridAsked } from '../meeting.ts'
import { playAgency, playPeer, playStaff, type Scene } from '../scene.ts'

/** Somebody who tries a route: a cookie, links, or nothing at all. */
export interface Player {
  name: string
  who: Who
  links: Partial<Record<LinkPurpose, string>>
}

const roundAsked = {
  title: 'Pairs',
  weights: usualWeights,
  allowSameOrganisation: false,
  contact: 'any' as const,
  allowConnected: true,
}

const seatingAsked = {
  title: 'Speed rounds',
  rounds: 2,
  least: 2,
  most: 3,
  minutes: 10,
  changeMinutes: 2,
  startsAt: Temporal.Instant.from('2026-09-14T14:00:00Z'),
  zone: 'Europe/Lisbon',
  countsTables: true,
  countsConnections: true,
  countsOrganisations: true,
}

/** One agency with everything in it that a route can be about, and everybody who is somebody to it. */
export interface Side {
  scene: Scene
  /** What a parameter of a path stands for here: 'connection' -> its id. */
  objects: Record<string, string>
  players: Record<
    | 'owner'
    | 'partner'
    | 'former partner'
    | 'authoriser'
    | 'other authoriser'
    | 'wall'
    | 'asked'
    | 'guest'
    | 'other guest'
    | 'staff calendar',
    Player
  >
}

export async function setSide(h: Harness, name: string, cast: readonly CastMember[]): Promise<Side> {
  const [first, second, third] = cast
  if (!first || !second || !third) throw new Error('A side takes three peers.')
  const scene = await playAgency(h, name)
  const owner = await playPeer(h, scene, first)
  const partner = await playPeer(h, scene, second)
  const former = await playPeer(h, scene, third)
  await h.world.db
    .updateTable('participations')
    .set({ report_consent_at: h.clock.now() })
    .where('agency_id', '=', scene.agencyId)
    .execute()
  const { agencyId, initiativeId } = scene
  const staff: Actor = { kind: 'staff', id: scene.staffId, name: 'Youssef', agencyId }

  const connect = async (personIds: string[]) => {
    const members = personIds.map((personId) => ({
      personId,
      gives: 'drafts',
      wants: 'readers',
      why: 'Both write budgets.',
    }))
    const id = await h.change((work) =>
      proposeConnection(work, { agencyId, initiativeId, roundId: null, personIds, fit: 80, members }),
    )
    for (const personId of personIds) await h.change((work) => answerProposal(work, id, personId, 'yes', ''))
    return id
  }
  const connection = await connect([owner.personId, partner.personId])
  const closed = await connect([owner.personId, former.personId])
  await h.change((work) => closeConnection(work, closed, { reason: 'no_fit' }))
  await h.change((work) => acceptAgreement(work, connection, owner.personId, 1))
  const contact = await h.change(
    (work) =>
      recordContact(work, { connectionId: connection, happenedAt: work.now, kind: 'live', minutes: 30, note: '' }),
    staff,
  )
  const session = await h.change((work) => planSession(work, connection, work.now.add({ hours: 100 }), 45))
  const poll = await h.change((work) => proposeTimes(work, connection))
  const authorise = async (personId: string, email: string) => {
    const grant = {
      authoriserName: `Head of ${email}`,
      authoriserEmail: email,
      authoriserTitle: '',
      locale: 'en',
      hoursPerMonth: 4,
      startsOn: Temporal.PlainDate.from('2026-09-01'),
      endsOn: Temporal.PlainDate.from('2026-12-10'),
    }
    const id = await h.change((work) => giveAuthority(work, { agencyId, initiativeId, personId }, grant))
    const report = await h.change((work) => sendReport(work, id, '', authorityWords('en')), staff)
    return { id, report }
  }
  const authority = await authorise(owner.personId, `boss@${name.toLowerCase().replaceAll(' ', '')}.example`)
  const otherAuthority = await authorise(partner.personId, `chief@${name.toLowerCase().replaceAll(' ', '')}.example`)
  const round = await h.change((work) => makeRound(work, { id: initiativeId, agencyId }, roundAsked), staff)
  await suggestEachOther(h, round, [owner, partner, former])
  const engagement = await h.world.db
    .insertInto('engagements')
    .values({
      agency_id: agencyId,
      initiative_id: initiativeId,
      title: 'Lisbon',
      starts_on: Temporal.PlainDate.from('2026-09-14'),
      ends_on: Temporal.PlainDate.from('2026-09-16'),
      created_at: h.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const everybody = [owner.personId, partner.personId, former.personId]
  const event = { agencyId, initiativeId, of: { engagementId: engagement.id } }
  const seating = await h.change((work) => makeSeating(work, event, { ...seatingAsked, people: everybody }), staff)
  const plan = await h.change((work) => proposeAttendance(work, seating, everybody.slice(0, 2)), staff)
  const where = { agencyId, initiativeId }
  const meeting = await h.change((work) => makeMeeting(work, where, hybridAsked), staff)
  await h.change((work) => invitePeople(work, meeting, everybody, activityWords('en')), staff)
  await h.change((work) =>
    answerInvitation(work, meeting, owner.personId, { how: 'online', party: 1, companions: '' }, peerWords('en')),
  )
  const roster = await uploadedRoster(h, scene)
  const post = await h.world.db
    .selectFrom('posts')
    .select('id')
    .where('person_id', '=', owner.personId)
    .executeTakeFirstOrThrow()
  const topic = await h.world.db
    .insertInto('topics')
    .values({ agency_id: agencyId, initiative_id: initiativeId, name: 'Citizens’ budgets' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const season = await h.world.db
    .insertInto('seasons')
    .values({
      agency_id: agencyId,
      initiative_id: initiativeId,
      title: 'Winter',
      starts_on: Temporal.PlainDate.from('2026-09-14'),
      ends_on: Temporal.PlainDate.from('2027-03-31'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const timetable = await sentSeason(h, scene, { season: season.id, connection, session })
  await askedAboutSeason(h, scene, timetable, [owner.personId, partner.personId, former.personId])
  const asking = await playAsking(h, scene, name)
  const colleague = await playStaff(h, agencyId, 'facilitator', `Colleague of ${name}`)
  const mail = await h.world.db
    .selectFrom('mails')
    .select('id')
    .where('agency_id', '=', agencyId)
    .executeTakeFirstOrThrow()

  const link = (purpose: LinkPurpose, personId: string | null, subjectId: string | null) =>
    h
      .change((work) => makeLink(work, { agencyId, purpose, personId, subjectId, days: 30 }))
      .then((url) => new URL(url).pathname.split('/').at(-1) ?? '')
  const peerLinks = async (
    peer: { personId: string; participationId: string },
    about: string,
  ): Promise<Player['links']> => ({
    home: await link('home', peer.personId, null),
    profile: await link('profile', peer.personId, peer.participationId),
    proposal: await link('proposal', peer.personId, about),
    choice: await link('choice', peer.personId, round),
    agreement: await link('agreement', peer.personId, about),
    times: await link('times', peer.personId, poll),
    checkin: await link('checkin', peer.personId, session),
    series: await link('series', peer.personId, timetable),
    reply: await link('reply', peer.personId, session),
    feed: await link('feed', peer.personId, null),
    meeting: await link('meeting', peer.personId, meeting),
    connectionFeed: await link('connectionFeed', peer.personId, about),
    availability: await link('availability', peer.personId, null),
  })
  const reportLink = async (report: string): Promise<Player['links']> => ({
    report: await link('report', null, report),
  })
  return {
    scene,
    objects: {
      initiative: initiativeId,
      connection,
      contact,
      session,
      authority: authority.id,
      report: authority.report,
      round,
      engagement: engagement.id,
      seating,
      poll: asking.pollId,
      guest: asking.guest,
      'other guest': asking.otherGuest,
      'poll time': asking.timeIds[0] ?? '',
      'poll key': asking.keys[0] ?? '',
      plan: plan ?? '',
      meeting,
      roster,
      person: owner.personId,
      one: owner.personId,
      other: partner.personId,
      merge: '00000000-0000-4000-8000-000000000000',
      participation: owner.participationId,
      staff: colleague.staffId,
      mail: mail.id,
      post: post.id,
      topic: topic.id,
      season: season.id,
      timetable,
    },
    players: {
      owner: { name: 'owner', who: undefined, links: await peerLinks(owner, connection) },
      partner: { name: 'partner', who: undefined, links: await peerLinks(partner, connection) },
      'former partner': { name: 'former partner', who: undefined, links: await peerLinks(former, closed) },
      authoriser: { name: 'authoriser', who: undefined, links: await reportLink(authority.report) },
      wall: { name: 'wall', who: undefined, links: { projector: await link('projector', null, seating) } },
      asked: { name: 'asked', who: undefined, links: { poll: await link('poll', null, asking.pollId) } },
      guest: { name: 'guest', who: undefined, links: { pollAnswer: await link('pollAnswer', null, asking.guest) } },
      'other guest': {
        name: 'other guest',
        who: undefined,
        links: { pollAnswer: await link('pollAnswer', null, asking.otherGuest) },
      },
      'staff calendar': {
        name: 'staff calendar',
        who: undefined,
        links: { initiativeFeed: await link('initiativeFeed', null, initiativeId) },
      },
      'other authoriser': { name: 'other authoriser', who: undefined, links: await reportLink(otherAuthority.report) },
    },
  }
}

/** Straight into the tables: the three of a side share no language in which a round would suggest them to each other. */
async function suggestEachOther(h: Harness, round: string, peers: readonly { personId: string }[]): Promise<void> {
  const asked = { round_id: round, asked_at: h.clock.now() }
  await h.world.db
    .updateTable('matching_rounds')
    .set({ answer_by_on: Temporal.PlainDate.from('2026-12-08') })
    .where('id', '=', round)
    .execute()
  for (const { personId: person_id } of peers) {
    await h.world.db
      .insertInto('matching_asked')
      .values({ ...asked, person_id })
      .execute()
    for (const [place, { personId: other_person_id }] of peers.entries()) {
      if (other_person_id === person_id) continue
      await h.world.db
        .insertInto('matching_choices')
        .values({ round_id: round, person_id, other_person_id, place, why: 'You both write budgets.' })
        .execute()
    }
  }
}

/** Straight into the tables: a published plan of the season with the one session there is. */
async function sentSeason(
  h: Harness,
  { agencyId, initiativeId }: Scene,
  of: { season: string; connection: string; session: string },
): Promise<string> {
  const { db, clock } = h.world
  const plan = await db
    .insertInto('season_plans')
    .values({
      agency_id: agencyId,
      initiative_id: initiativeId,
      season_id: of.season,
      state: 'published',
      minutes: 45,
      sharing: 'total first',
      earliest_hour: 6,
      latest_hour: 22,
      answer_by_on: Temporal.PlainDate.from('2026-12-08'),
      created_at: clock.now(),
      published_at: clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('planned_sessions')
    .values({
      plan_id: plan.id,
      agency_id: agencyId,
      connection_id: of.connection,
      number: 0,
      session_id: of.session,
      is_changed: false,
    })
    .execute()
  return plan.id
}

async function askedAboutSeason(h: Harness, { agencyId }: Scene, plan: string, people: string[]): Promise<void> {
  const asked = { plan_id: plan, agency_id: agencyId, asked_at: h.clock.now() }
  await h.world.db
    .insertInto('series_asked')
    .values(people.map((person_id) => ({ ...asked, person_id })))
    .execute()
}

/** A poll in which two who are no peers have answered; their names are kept from each other. */
async function playAsking(h: Harness, scene: Scene, side: string) {
  const poll = await playPoll(h, scene, { showsNames: false })
  const answer = async (name: string) => {
    const email = `${name}@${side.toLowerCase()}.example`
    await inviteTo(h, poll.pollId, email)
    const { id } = await h.world.db
      .selectFrom('poll_people')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirstOrThrow()
    const levels = new Map(poll.keys.map((key) => [key, 'yes' as const]))
    const given = { name, email, zone: 'Africa/Accra', locale: 'en', levels }
    await h.change((work) => changeAnswer(work, id, given, answerWords('en')))
    return id
  }
  return { ...poll, guest: await answer('guest'), otherGuest: await answer('other') }
}

async function uploadedRoster(h: Harness, scene: Scene): Promise<string> {
  const csv = 'Name;E-mail;Organisation;Country\nNew Person;new.person@peers.example;City of New;GH\n'
  const answer = await h.submit(`/initiatives/${scene.initiativeId}/people/import`, { pasted: csv }, scene.facilitator)
  const id = /import\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1]
  if (!id) throw new Error(`The roster was not taken: ${answer.status}`)
  return id
}
