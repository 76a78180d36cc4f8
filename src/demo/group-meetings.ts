import { invitePeople, makeMeeting, saveAgenda } from '../features/activities/actions.ts'
import { answerInvitation } from '../features/activities/answering.ts'
import { sayAttendance, tickAttendance } from '../features/activities/attendance.ts'
import { saveOutcome, sendOutcome } from '../features/activities/outcome.ts'
import { peerWords } from '../features/activities/peer-words.ts'
import { words } from '../features/activities/words.ts'
import type { Actor } from '../platform/work.ts'
import type { PeerKey } from './cast.ts'
import type { Company } from './opening.ts'
import type { Stage, StagedPeer } from './stage.ts'

/** A large meeting in the autumn, in a room and online, with its minutes; and a small one to come, with a queue. */
export function planGroupMeetings(stage: Stage, { youssef }: Company): void {
  const { actor } = youssef
  stage.agenda.add(stage.day(133, 10, 10), 'large meeting', () => largeMeeting(stage, actor))
  stage.agenda.add(stage.day(175, 10, 10), 'small meeting', () => smallMeeting(stage, actor))
}

async function largeMeeting(stage: Stage, actor: Actor): Promise<void> {
  const startsAt = stage.day(147, 14)
  const id = await stage.act(actor, (work) =>
    makeMeeting(work, stage, {
      tool: 'large group meeting',
      title: 'Half a year after Lisbon',
      purpose: 'What each of us has tried at home, and one thing we take from somebody else.',
      startsAt,
      zone: 'Europe/Lisbon',
      minutes: 75,
      mode: 'hybrid',
      place: 'Casa do Rossio Novo, room 2, Lisbon',
      roomCapacity: 12,
      link: 'https://meet.agora.example/half-a-year',
      telephone: '',
      onlineCapacity: 40,
      languages: ['en', 'fr'],
      answerBy: stage.day(145, 18),
      mostParty: 1,
      namesShown: true,
    }),
  )
  const agenda = [
    { title: 'Welcome', minutes: 5, who: 'Youssef' },
    { title: 'Three stories from home', minutes: 30, who: 'Ana, Kofi, Leïla' },
    { title: 'In threes: what would work at yours?', minutes: 25, who: '' },
    { title: 'What we decide', minutes: 15, who: 'Youssef' },
  ]
  await stage.act(actor, (work) => saveAgenda(work, id, agenda))
  const everybody = [...stage.peers.values()]
  await invite(stage, actor, id, everybody)
  for (const peer of everybody) planAnswer(stage, id, peer, peer.zone.startsWith('Europe/') ? 'room' : 'online', 8)
  stage.agenda.add(startsAt.add({ minutes: 3 }), 'large meeting begins', () => sayWhoIsThere(stage, id, everybody))
  stage.agenda.add(startsAt.add({ minutes: 40 }), 'large meeting ticked', () => tickRoom(stage, actor, id))
  stage.agenda.add(stage.day(148, 11), 'large meeting minutes', () => sendMinutes(stage, actor, id))
}

const circle: readonly PeerKey[] = [
  'ana',
  'kofi',
  'leila',
  'salma',
  'grace',
  'luc',
  'paola',
  'amadou',
  'niamh',
  'rahim',
]

async function smallMeeting(stage: Stage, actor: Actor): Promise<void> {
  const id = await stage.act(actor, (work) =>
    makeMeeting(work, stage, {
      tool: 'small group meeting',
      title: 'Reading audit findings together',
      purpose: 'Each brings one finding nobody at home understood.',
      startsAt: stage.day(192, 14),
      zone: 'Europe/Lisbon',
      minutes: 60,
      mode: 'online',
      place: '',
      roomCapacity: null,
      link: 'https://meet.agora.example/findings',
      telephone: '',
      onlineCapacity: 5,
      languages: ['en'],
      answerBy: stage.day(190, 18),
      mostParty: 1,
      namesShown: false,
    }),
  )
  const agenda = [
    { title: 'One finding each', minutes: 40, who: '' },
    { title: 'What we would write instead', minutes: 20, who: 'Grace' },
  ]
  await stage.act(actor, (work) => saveAgenda(work, id, agenda))
  const invited = circle.map((key) => stage.peer(key))
  await invite(stage, actor, id, invited)
  for (const peer of invited) planAnswer(stage, id, peer, 'online', 6)
}

function invite(stage: Stage, actor: Actor, id: string, peers: readonly StagedPeer[]): Promise<unknown> {
  const ids = peers.map(({ personId }) => personId)
  return stage.attempt(actor, (work) => invitePeople(work, id, ids, words('en')))
}

/** Most say yes within some days, a few no, a few nothing. */
function planAnswer(stage: Stage, id: string, peer: StagedPeer, how: 'room' | 'online', days: number): void {
  const chance = stage.chance('group meeting', how, days, peer.key)
  const says = chance.int(10)
  if (says === 9) return
  const after = 3 + chance.int(days * 24 - 6)
  stage.plan(stage.now.add({ hours: after }), peer.zone, `meeting ${how} ${days} ${peer.key}`, async () => {
    const answer = { how: says === 8 ? null : how, party: 1, companions: '' }
    await stage.attempt(stage.actorOf(peer), (work) =>
      answerInvitation(work, id, peer.personId, answer, peerWords(peer.locale)),
    )
  })
}

async function sayWhoIsThere(stage: Stage, id: string, peers: readonly StagedPeer[]): Promise<void> {
  for (const peer of peers) {
    if (stage.chance('at the meeting', peer.key).int(10) >= 7) continue
    await stage.attempt(stage.actorOf(peer), (work) =>
      sayAttendance(work, id, peer.personId, true, peerWords(peer.locale)),
    )
  }
}

/** Those in the room whom nobody has noted yet, and all who have said that they are there. */
async function tickRoom(stage: Stage, actor: Actor, id: string): Promise<void> {
  const rows = await stage.db
    .selectFrom('activity_places')
    .select(['person_id', 'how', 'attended'])
    .where('activity_id', '=', id)
    .where('state', '=', 'coming')
    .execute()
  const present = rows.filter(({ how, attended }) => how === 'room' || attended).map(({ person_id }) => person_id)
  const shown = rows.filter(({ attended }) => attended).map(({ person_id }) => person_id)
  await stage.act(actor, (work) => tickAttendance(work, id, { present, shown }))
}

async function sendMinutes(stage: Stage, actor: Actor, id: string): Promise<void> {
  const notes =
    'Ana showed the two-page budget of Medellín; Kofi the radio hour in Kumasi; Leïla the board at the town hall.\n' +
    'In threes, most wanted to begin with one page, one ward, one month.'
  const decisions = [
    { what: 'Everybody publishes one page for one ward', who: 'all', byOn: stage.dayOn(178) },
    { what: 'A folder with our pages, to copy from', who: 'Grace', byOn: stage.dayOn(160) },
    { what: 'We meet again in spring', who: 'Youssef', byOn: null },
  ]
  await stage.act(actor, (work) => saveOutcome(work, id, { notes, decisions }))
  await stage.attempt(actor, (work) => sendOutcome(work, id, 'invited', words('en')))
}
