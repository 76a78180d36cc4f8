import { record } from '../../platform/audit/record.ts'
import { dayIn } from '../../platform/clock.ts'
import { revokeLinks } from '../../platform/links/links.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { carryOut, theSystem, type Work, type World } from '../../platform/work.ts'
import { sayHalfDays } from '../availability/actions.ts'
import { savePersonsOwnWord } from '../people/actions.ts'
import { partStopped } from './announcements.ts'
import { mailInvitation, mailWelcomeBack } from './mails.tsx'
import { isPauseOver, isReminderDue, lastAskedAt, type ParticipationState, stateOnReturn } from './participation.ts'
import {
  deleteDraft,
  insertParticipations,
  type Invitee,
  lockInvitees,
  noteInvited,
  noteReminded,
  participationOf,
  readPaused,
  replaceRatherNots,
  replaceTopics,
  replaceWishes,
  updateProfile,
  updateState,
  upsertDraft,
} from './participation-store.ts'
import type { ProfileAnswers } from './profile-answers.ts'
import {
  type EngagementFacts,
  ensureTopic,
  initiativeOf,
  type InitiativePlace,
  type InitiativeTexts,
  insertEngagement,
  insertInitiative,
  insertSeason,
  placeOfEngagement,
  type SeasonDates,
  upsertAttendance,
} from './store.ts'

/** Makes an initiative. @returns its id */
export async function createInitiative(
  work: Work,
  initiative: InitiativeTexts & { agencyId: string; rhythmDays?: number },
): Promise<string> {
  const id = await insertInitiative(work.db, initiative, work.now)
  const { agencyId } = initiative
  await record(work, {
    verb: 'initiative.create',
    subjectKind: 'initiative',
    subjectId: id,
    initiativeId: id,
    agencyId,
  })
  return id
}

/** Adds a topic to the vocabulary. @returns its id, or that of the topic which has this name already */
export async function addTopic(work: Work, topic: InitiativePlace & { name: string }): Promise<string> {
  const name = topic.name.trim().replace(/\s+/g, ' ')
  const { id, made } = await ensureTopic(work.db, topic, name)
  if (made) await record(work, { verb: 'topic.add', subjectKind: 'topic', subjectId: id, ...place(topic) })
  return id
}

/** Adds a season. @returns its id */
export async function addSeason(work: Work, season: InitiativePlace & SeasonDates): Promise<string> {
  const id = await insertSeason(work.db, season, season)
  await record(work, { verb: 'season.add', subjectKind: 'season', subjectId: id, ...place(season) })
  return id
}

/** Adds a foundational engagement. @returns its id */
export async function addEngagement(work: Work, engagement: InitiativePlace & EngagementFacts): Promise<string> {
  const id = await insertEngagement(work.db, engagement, engagement, work.now)
  await record(work, { verb: 'engagement.add', subjectKind: 'engagement', subjectId: id, ...place(engagement) })
  return id
}

/** Notes whether one person was at an engagement. */
export async function markAttendance(
  work: Work,
  engagementId: string,
  personId: string,
  attended: boolean,
): Promise<void> {
  await saveRoster(work, engagementId, [{ personId, attended }])
}

/** Notes for many persons at once whether they were there. */
export async function saveRoster(
  work: Work,
  engagementId: string,
  people: { personId: string; attended: boolean }[],
): Promise<void> {
  const engagement = orNotHere(await placeOfEngagement(work.db, engagementId))
  await upsertAttendance(work.db, engagementId, people)
  const details = { listed: people.length, attended: people.filter(({ attended }) => attended).length }
  await record(work, {
    verb: 'engagement.attend',
    subjectKind: 'engagement',
    subjectId: engagementId,
    ...place(engagement),
    details,
  })
}

/** Puts a person on the roster; again is no change. @returns the participation's id */
export async function listParticipant(work: Work, who: InitiativePlace & { personId: string }): Promise<string> {
  const made = await insertParticipations(work.db, who, [who.personId], work.now)
  const { id } = orNotHere(await participationOf(work.db, who.initiativeId, who.personId))
  if (made > 0)
    await record(work, { verb: 'participation.list', subjectKind: 'participation', subjectId: id, ...place(who) })
  return id
}

/** Puts all persons of an imported roster into the initiative, in one statement. */
export async function listImported(
  work: Work,
  roster: { initiativeId: string; personIds: readonly string[] },
): Promise<void> {
  const { agency_id: agencyId } = orNotHere(await initiativeOf(work.db, roster.initiativeId))
  const { initiativeId } = roster
  const listed = await insertParticipations(work.db, { agencyId, initiativeId }, roster.personIds, work.now)
  if (listed === 0) return
  const details = { listed }
  await record(work, {
    verb: 'participation.list',
    subjectKind: 'initiative',
    subjectId: initiativeId,
    initiativeId,
    agencyId,
    details,
  })
}

/**
 * Mails the one-minute form to these peers. Who left, paused or was asked today is passed over.
 * @returns how many mails were sent
 */
export async function invite(work: Work, participationIds: readonly string[]): Promise<number> {
  const today = dayIn('UTC', work.now)
  const peers = (await lockInvitees(work.db, participationIds)).filter(({ state, invitedAt, remindedAt }) => {
    const asked = lastAskedAt({ invited_at: invitedAt, reminded_at: remindedAt })
    return state !== 'left' && state !== 'paused' && !(asked && dayIn('UTC', asked).equals(today))
  })
  return ask(work, peers, 'invite')
}

/** Reminds those of these peers who were invited and have not answered, at most every three days. @returns how many */
export async function remind(work: Work, participationIds: readonly string[]): Promise<number> {
  const peers = (await lockInvitees(work.db, participationIds)).filter((peer) => isReminderDue(asRow(peer), work.now))
  return ask(work, peers, 'remind')
}

async function ask(work: Work, peers: Invitee[], manner: 'invite' | 'remind'): Promise<number> {
  const asked: Invitee[] = []
  for (const peer of peers) if (await mailInvitation(work, peer, manner)) asked.push(peer)
  const ids = asked.map(({ participationId }) => participationId)
  await (manner === 'invite' ? noteInvited : noteReminded)(work.db, ids, work.now)
  for (const peer of asked) await recordPart(work, peer, manner)
  return asked.length
}

/** Saves the answers of the one-minute form; what it says about the person goes to the person. */
export async function saveProfile(work: Work, participationId: string, answers: ProfileAnswers): Promise<void> {
  const peer = orNotHere((await lockInvitees(work.db, [participationId]))[0])
  const { agencyId, initiativeId, personId } = peer
  const { locale, zone, languages } = answers
  await savePersonsOwnWord(work, personId, { locale, zone, languages })
  await sayHalfDays(work, personId, answers.freeHalfDays)
  const topicIds = (names: readonly string[] = []) =>
    Promise.all(names.map((topic) => addTopic(work, { agencyId, initiativeId, name: topic })))
  const offer = [...answers.offers, ...(await topicIds(answers.newOffers))]
  const want = [...answers.wants, ...(await topicIds(answers.newWants))]
  await updateProfile(work.db, participationId, { ...answers, state: answers.standing }, work.now)
  await replaceTopics(work.db, peer, { offer, want })
  await replaceWishes(work.db, peer, answers.wishes)
  await deleteDraft(work.db, participationId)
  await recordPart(work, peer, 'answer', { standing: answers.standing })
}

/** Keeps whom a peer would rather not be matched with. Not on the trail, and no change that staff are told of. */
export async function saveRatherNots(work: Work, participationId: string, personIds: readonly string[]): Promise<void> {
  const peer = orNotHere((await lockInvitees(work.db, [participationId]))[0])
  await replaceRatherNots(work.db, peer, personIds)
}

/**
 * Keeps what a peer has typed so far, unchecked; it counts for nothing until they save it. A page opened before the last
 * save has nothing newer to say.
 */
export async function keepDraft(
  work: Work,
  participationId: string,
  typed: object,
  openedAt: Temporal.Instant | null,
): Promise<void> {
  const peer = orNotHere((await lockInvitees(work.db, [participationId]))[0])
  if (openedAt && peer.answeredAt && Temporal.Instant.compare(peer.answeredAt, openedAt) > 0) return
  await upsertDraft(work.db, participationId, typed, work.now)
}

/** Pauses a peer's part until a day, on which it goes on by itself. */
export async function pauseParticipation(
  work: Work,
  participationId: string,
  untilOn: Temporal.PlainDate,
): Promise<void> {
  await changeState(work, participationId, 'pause', () => ({ state: 'paused', pausedUntilOn: untilOn }))
}

/** Ends a peer's part in the initiative; the links to their form end with it. */
export async function leaveParticipation(work: Work, participationId: string): Promise<void> {
  await revokeLinks(work, { purpose: 'profile', subjectId: participationId })
  await changeState(work, participationId, 'leave', () => ({ state: 'left', pausedUntilOn: null }))
}

/** Takes a peer back who had left, paused or said 'not now'. */
export async function returnParticipation(work: Work, participationId: string): Promise<void> {
  await changeState(work, participationId, 'return', (peer) => ({
    state: stateOnReturn(asRow(peer)),
    pausedUntilOn: null,
  }))
}

type NextState = { state: ParticipationState; pausedUntilOn: Temporal.PlainDate | null }

async function changeState(
  work: Work,
  participationId: string,
  verb: string,
  next: (peer: Invitee) => NextState,
): Promise<void> {
  const peer = orNotHere((await lockInvitees(work.db, [participationId]))[0])
  const { state, pausedUntilOn } = next(peer)
  await updateState(work.db, participationId, { state, pausedUntilOn }, work.now)
  await recordPart(work, peer, verb)
  if (state !== 'left' && state !== 'paused') return
  const until = pausedUntilOn?.toZonedDateTime(peer.zone).toInstant() ?? null
  await partStopped.tell(work, { personId: peer.personId, initiativeId: peer.initiativeId, until })
}

/** Sweep: whose pause is over takes part again, and is told so once. */
export async function resumeDueParticipations(world: World): Promise<void> {
  const now = world.clock.now()
  // Where a day begins first.
  for (const id of await readPaused(world.db, dayIn('Pacific/Kiritimati', now))) {
    await carryOut(world, theSystem, async (work) => {
      const peer = (await lockInvitees(work.db, [id]))[0]
      const untilOn = peer?.pausedUntilOn
      if (peer?.state !== 'paused' || !untilOn || !isPauseOver(untilOn, dayIn(peer.zone, work.now))) return
      await updateState(work.db, id, { state: stateOnReturn(asRow(peer)), pausedUntilOn: null }, work.now)
      await recordPart(work, peer, 'resume')
      await mailWelcomeBack(work, peer, untilOn)
    })
  }
}

function recordPart(work: Work, peer: Invitee, verb: string, details: Record<string, unknown> = {}): Promise<void> {
  const subjectId = peer.participationId
  return record(work, {
    verb: `participation.${verb}`,
    subjectKind: 'participation',
    subjectId,
    ...place(peer),
    details,
  })
}

function asRow(peer: Invitee) {
  return { state: peer.state, invited_at: peer.invitedAt, reminded_at: peer.remindedAt, answered_at: peer.answeredAt }
}

const place = ({ agencyId, initiativeId }: InitiativePlace): InitiativePlace => ({ agencyId, initiativeId })
