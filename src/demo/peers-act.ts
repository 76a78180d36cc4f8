import { saySo } from '../features/availability/actions.ts'
import { saveProfile } from '../features/initiatives/actions.ts'
import type { ProfileAnswers } from '../features/initiatives/profile-answers.ts'
import { acceptAgreement, changeAgreement } from '../features/connections/agreeing.ts'
import { recordContact } from '../features/connections/contacts.ts'
import { answerProposal } from '../features/connections/proposing.ts'
import { memberConnection } from '../features/connections/access.ts'
import { choose } from '../features/matching/asking-peers.ts'
import { answerTimes, proposeTimes } from '../features/sessions/times/asking.ts'
import { burdenAt } from '../features/sessions/burden.ts'
import { answerCheckin, type Held } from '../features/sessions/checkin/checkin.ts'
import { words as sessionWords } from '../features/sessions/words.ts'
import type { SignedLink } from '../platform/links/links.ts'
import { answers, halfDaysOf } from './answers.ts'
import { exactHours } from './exact-hours.ts'
import { peers } from './cast.ts'
import { glanceAround } from './find.ts'
import { type AskingMail, openLink } from './mailbox.ts'
import { mannerOf } from './manners.ts'
import { answerTheSeason } from './season.ts'
import { agreementOf, contactNotes, reasons } from './sayings.ts'
import type { Stage, StagedPeer } from './stage.ts'
import { contentWithAgreement, fallsThrough, settledAnswer, standingOf, withoutReport } from './turns.ts'
import { topicNames, type TopicKey } from './topics.ts'

type React = (stage: Stage, peer: StagedPeer, mail: AskingMail, link: SignedLink) => Promise<unknown>

const reactions: Partial<Record<SignedLink['purpose'], React>> = {
  profile: fillInForm,
  proposal: answerToProposal,
  choice: sayWhatTheyThink,
  agreement: signAgreement,
  times: chooseTimes,
  series: answerTheSeason,
  checkin: tellWhetherMet,
  home: answerNudge,
}

/** A peer reads a mail, and does what it asks when they get to it; or lets it lie. */
export function readMail(stage: Stage, peer: StagedPeer, mail: AskingMail): void {
  const { temper } = answers[peer.key]
  const manner = mannerOf(temper, peer.key, stage.dayNumber)
  const chance = stage.chance('read', mail.key)
  const react = reactions[mail.purpose]
  if (!react || chance.next() >= manner.answers || (temper === 'shy' && mail.purpose !== 'profile')) return
  const [from, to] = manner.lies
  const minutes = Math.round(60 * (from + (to - from) * chance.next() ** 2))
  stage.plan(mail.at.add({ minutes }), peer.zone, mail.key, async () => {
    const link = await openLink(stage, mail)
    if (link) await react(stage, peer, mail, link)
  })
}

async function fillInForm(stage: Stage, peer: StagedPeer, _mail: AskingMail, link: SignedLink): Promise<void> {
  const said = answers[peer.key]
  const topics = await stage.db
    .selectFrom('topics')
    .select(['id', 'name'])
    .where('initiative_id', '=', stage.initiativeId)
    .execute()
  const idOf = (key: TopicKey) => topics.find(({ name }) => name === topicNames[key])?.id ?? ''
  const profile: ProfileAnswers = {
    problem: stage.settings.confide('problem', peer.key, said.problem),
    problemTopicId: idOf(said.topic),
    offers: said.offers.map(idOf),
    wants: said.wants.map(idOf),
    languages: Object.entries(peers[peer.key].languages).map(([language, level]) => ({ language, level })),
    hoursPerMonth: said.hours,
    freeHalfDays: halfDaysOf(said.week),
    zone: peer.zone,
    channels: said.hours > 2 ? ['video', 'email', 'messenger'] : ['phone', 'email'],
    wishes: said.wishes.map((key) => stage.peer(key).personId),
    expectedMonths: said.months,
    reportConsent: !withoutReport.includes(peer.key),
    locale: peer.locale,
    ...standingOf(stage, peer.key),
  }
  await stage.attempt(stage.actorOf(peer), (work) => saveProfile(work, link.subjectId ?? '', profile))
  const hours = exactHours[peer.key]
  if (hours) await stage.attempt(stage.actorOf(peer), (work) => saySo(work, peer.personId, hours))
}

async function answerToProposal(stage: Stage, peer: StagedPeer, mail: AskingMail, link: SignedLink): Promise<void> {
  const { temper } = answers[peer.key]
  const chance = stage.chance('proposal', mail.key)
  const drawn = chance.next()
  const [no, later] = temper === 'busy' ? [0.08, 0.3] : temper === 'steady' ? [0.03, 0.06] : [0.05, 0.12]
  const settled = settledAnswer(peer.key, stage.dayNumber)
  const answer = settled ?? (drawn < no ? 'no' : drawn < later && mail.kind !== 'proposal.again' ? 'later' : 'yes')
  const said = answer === 'yes' ? '' : chance.pick(reasons[peer.locale][answer])
  const reason = stage.settings.confide('answerReason', peer.key, said)
  const { subjectId, personId } = link
  await stage.attempt(stage.actorOf(peer), (work) =>
    answerProposal(work, subjectId ?? '', personId ?? '', answer, reason),
  )
}

/** Most are glad to meet somebody on their list; now and then one would rather not. */
async function sayWhatTheyThink(stage: Stage, peer: StagedPeer, mail: AskingMail, link: SignedLink): Promise<void> {
  const roundId = link.subjectId ?? ''
  const suggested = await stage.db
    .selectFrom('matching_choices')
    .select('other_person_id')
    .where('round_id', '=', roundId)
    .where('person_id', '=', peer.personId)
    .orderBy('place')
    .execute()
  const chance = stage.chance('choice', mail.key)
  const answers = new Map(
    suggested.map(({ other_person_id: id }) => [id, chance.pick(['glad', 'glad', 'fine', 'fine', 'not'] as const)]),
  )
  await stage.attempt(stage.actorOf(peer), (work) =>
    choose(work, { roundId, personId: peer.personId }, { answers, named: [] }),
  )
}

async function signAgreement(stage: Stage, peer: StagedPeer, mail: AskingMail, link: SignedLink): Promise<void> {
  const chance = stage.chance('agreement', mail.key)
  const { connection, member } = await memberConnection(stage.db, link)
  const { id, agreement_version: version } = connection
  const isFirst = mail.kind === 'connection.on' && version === 1
  await stage.attempt(stage.actorOf(peer), (work) => {
    if (!isFirst || chance.next() > 0.55 || contentWithAgreement.includes(peer.key))
      return acceptAgreement(work, id, peer.personId, version)
    const terms = agreementOf(stage, peer, member, chance)
    return changeAgreement(work, id, peer.personId, version, terms)
  })
}

async function chooseTimes(stage: Stage, peer: StagedPeer, mail: AskingMail, link: SignedLink): Promise<void> {
  const pollId = link.subjectId ?? ''
  const options = await stage.db
    .selectFrom('time_options')
    .innerJoin('time_polls', 'time_polls.id', 'time_options.poll_id')
    .select(['time_options.id', 'time_options.starts_at', 'time_polls.minutes'])
    .where('poll_id', '=', pollId)
    .orderBy('starts_at')
    .execute()
  const chance = stage.chance('times', mail.key)
  const suits = options.filter(({ starts_at, minutes }) => {
    const { points } = burdenAt(starts_at, minutes, peer.zone)
    return chance.next() < (points === 0 ? 0.86 : points <= 3 ? 0.7 : 0.45)
  })
  const optionIds = suits.map(({ id }) => id)
  await stage.attempt(stage.actorOf(peer), (work) =>
    answerTimes(work, pollId, peer.personId, optionIds, sessionWords(peer.locale)),
  )
}

async function tellWhetherMet(stage: Stage, peer: StagedPeer, _mail: AskingMail, link: SignedLink): Promise<void> {
  const sessionId = link.subjectId ?? ''
  const session = await stage.db
    .selectFrom('sessions')
    .select(['starts_at', 'connection_id'])
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow()
  const members = await stage.db
    .selectFrom('session_members')
    .innerJoin('persons', 'persons.id', 'session_members.person_id')
    .select('persons.name')
    .where('session_id', '=', sessionId)
    .orderBy('persons.name')
    .execute()
  const about = `${session.starts_at} ${members.map(({ name }) => name).join(' ')}`
  const chance = stage.chance('meeting', about)
  const staged = [...stage.peers.values()].filter(({ name }) => members.some((member) => member.name === name))
  const keeps = staged.reduce((all, one) => all * mannerOf(answers[one.key].temper, one.key, stage.dayNumber).keeps, 1)
  const keys = staged.map(({ key }) => key)
  const drawn = chance.next()
  const held: Held = fallsThrough(keys, stage.dayNumber)
    ? 'no'
    : drawn < keeps
      ? 'yes'
      : drawn < keeps + (1 - keeps) * 0.45
        ? 'moved'
        : 'no'
  const minutes = chance.pick([30, 40, 45, 45, 50, 60])
  await stage.attempt(stage.actorOf(peer), (work) => answerCheckin(work, sessionId, peer.personId, held, minutes))
  if (held === 'yes' && session.connection_id && staged[0] === peer && chance.next() < 0.3)
    writeLater(stage, peer, session.connection_id, about)
}

/** Some days after a good meeting one of them sends the other something, and writes it down. */
function writeLater(stage: Stage, peer: StagedPeer, connectionId: string, about: string): void {
  const chance = stage.chance('message', about)
  const said = chance.pick(contactNotes[peer.locale])
  const note = stage.settings.confide('contactNote', peer.key, said)
  stage.plan(stage.now.add({ hours: 60 + chance.int(100) }), peer.zone, `message ${about}`, async () => {
    await stage.attempt(stage.actorOf(peer), (work) =>
      recordContact(work, { connectionId, happenedAt: work.now, kind: 'message', minutes: 10, note }),
    )
  })
}

/** A word from the facilitator: they sign what waits, note what had happened anyway, or ask for a time. */
async function answerNudge(stage: Stage, peer: StagedPeer, mail: AskingMail): Promise<void> {
  const mine = (await glanceAround(stage)).find(
    ({ keys, state }) => keys.includes(peer.key) && (state === 'active' || state === 'quiet'),
  )
  if (!mine || mine.keys.some((key) => mannerOf(answers[key].temper, key, stage.dayNumber).answers < 0.2)) return
  const chance = stage.chance('nudge', mail.key)
  const drawn = chance.next()
  const version = await unsignedVersion(stage, peer, mine.id)
  if (version !== null) {
    await stage.attempt(stage.actorOf(peer), (work) => acceptAgreement(work, mine.id, peer.personId, version))
    return
  }
  if (drawn > 0.6 || fallsThrough(mine.keys, stage.dayNumber)) return
  await stage.attempt(stage.actorOf(peer), (work) => {
    if (drawn < 0.35) return proposeTimes(work, mine.id, { locale: peer.locale })
    const note = stage.settings.confide('contactNote', peer.key, chance.pick(contactNotes[peer.locale]))
    return recordContact(work, { connectionId: mine.id, happenedAt: work.now, kind: 'message', minutes: 15, note })
  })
}

/** The version of the agreement that waits for this member, or null. */
async function unsignedVersion(stage: Stage, peer: StagedPeer, connectionId: string): Promise<number | null> {
  const row = await stage.db
    .selectFrom('connections')
    .innerJoin('connection_members', 'connection_members.connection_id', 'connections.id')
    .select(['agreement_version', 'agreed_version'])
    .where('connections.id', '=', connectionId)
    .where('person_id', '=', peer.personId)
    .executeTakeFirst()
  return row && row.agreed_version !== row.agreement_version ? row.agreement_version : null
}
