import { FormMistake, orNotHere } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import { placeGivenUp, placeTaken } from './announcements.ts'
import { letterOf } from './letters.tsx'
import { mailOffered, mailWaiting } from './mails.tsx'
import { capacityOf, isTaking, isTimed, isToCome, queueOf, takenSeats, type Timed, waysOf, whereOf } from './meeting.ts'
import { listPartsAhead, notePassed, type Place, readPlaces, updatePlace } from './place-store.ts'
import { freeSeats, type How, keepUntil, nextInLine } from './seats.ts'
import { lockMeeting } from './store.ts'
import { noteMeeting } from './trail.ts'
import type { PeerWords } from './peer-words.ts'

export interface Answer {
  /** How one comes; null is 'I cannot come'. */
  how: How | null
  /** How many come together, with the person who answers. */
  party: number
  companions: string
}

/**
 * Notes whether somebody comes, how, and with how many. Answers to one meeting are settled one after the other, so that no
 * seat is given twice; who finds no seat waits in the queue. A seat that becomes free goes to the queue at once.
 */
export async function answerInvitation(
  work: Work,
  activityId: string,
  personId: string,
  answer: Answer,
  t: PeerWords,
): Promise<void> {
  const meeting = await lockTimed(work, activityId)
  const places = await readPlaces(work.db, meeting.id)
  const place = orNotHere(places.find((one) => one.person_id === personId))
  if (answer.how === null && !isToCome(meeting, work.now)) throw new FormMistake(t.isOver)
  if (answer.how === null) await decline(work, meeting, place)
  else await accept(work, meeting, places, place, { ...answer, how: answer.how }, t)
  await offerFreeSeats(work, meeting)
}

/**
 * Somebody said by their calendar, or by the answer to it, that they do not come: the place goes to the next, and the one
 * letter about it is ours. Any other answer leaves the place as it is.
 */
export async function giveUpPlace(
  work: Work,
  said: { activityId: string | null; personId: string; reply: string; takeOver(): void },
): Promise<void> {
  if (said.activityId === null || said.reply !== 'no') return
  if (await leave(work, said.activityId, said.personId)) said.takeOver()
}

/** A person rests, or takes no more part in an initiative: their places at its meetings until a moment go to the next. */
export async function freePlaces(
  work: Work,
  person: { personId: string; initiativeId: string; until: Temporal.Instant | null },
): Promise<void> {
  for (const id of await listPartsAhead(work.db, person, work.now)) await leave(work, id, person.personId)
}

/** Offers every seat that is free to whom it is due by the rule of the queue, and tells them at once. */
export async function offerFreeSeats(work: Work, meeting: Timed): Promise<void> {
  if (!isToCome(meeting, work.now)) return
  for (const how of waysOf(meeting)) {
    for (let offered = await offerNext(work, meeting, how); offered; offered = await offerNext(work, meeting, how));
  }
}

/** Lets an offered place go that was not kept in time, and offers it to the next. */
export async function endOffer(work: Work, activityId: string, personId: string): Promise<void> {
  const meeting = await lockTimed(work, activityId)
  const place = (await readPlaces(work.db, meeting.id)).find((one) => one.person_id === personId)
  if (place?.state !== 'offered' || !isOver(place.keep_until, work.now)) return
  await updatePlace(work.db, place, { state: 'left' })
  await noteMeeting(work, meeting, 'meeting.lapse', { personId })
  await offerFreeSeats(work, meeting)
}

/** @returns whether there was a part to give up in a meeting to come */
async function leave(work: Work, activityId: string, personId: string): Promise<boolean> {
  const meeting = await lockTimed(work, activityId)
  const place = (await readPlaces(work.db, meeting.id)).find((one) => one.person_id === personId)
  if (!place || !isToCome(meeting, work.now)) return false
  await decline(work, meeting, place)
  await offerFreeSeats(work, meeting)
  return true
}

async function lockTimed(work: Work, activityId: string): Promise<Timed> {
  const meeting = await lockMeeting(work.db, activityId)
  return orNotHere(isTimed(meeting) ? meeting : null)
}

async function decline(work: Work, meeting: Timed, place: Place): Promise<void> {
  if (place.state === 'declined' || place.state === 'left') return
  const state = place.state === 'asked' ? 'declined' : 'left'
  await updatePlace(work.db, place, { state, queue_number: null, keep_until: null, answered_at: work.now })
  if (place.state === 'coming') {
    const letter = await letterOf(work, 'left', meeting, place)
    await placeGivenUp.tell(work, { activityId: meeting.id, personId: place.person_id, letter })
  }
  await noteMeeting(work, meeting, 'meeting.decline', { personId: place.person_id })
}

async function accept(
  work: Work,
  meeting: Timed,
  places: readonly Place[],
  place: Place,
  answer: Answer & { how: How },
  t: PeerWords,
): Promise<void> {
  const { how, party, companions } = answer
  const hasSeat = place.state === 'coming' || place.state === 'offered'
  if (!(hasSeat ? isToCome(meeting, work.now) : isTaking(meeting, work.now))) throw new FormMistake(t.isClosed)
  if (!waysOf(meeting).includes(how)) throw new FormMistake({ how: t.howWrong })
  if (party > meeting.most_party) throw new FormMistake({ party: t.partyTooLarge({ most: meeting.most_party }) })
  const capacity = capacityOf(meeting, how)
  if (capacity !== null && party > capacity) throw new FormMistake({ party: t.partyBeyondRoom({ seats: capacity }) })
  const said = { how, party_size: party, companions, answered_at: work.now }
  const needsSeats = !hasSeat || place.how !== how || party > place.party_size
  const passed = needsSeats ? passedFor(meeting, places, place, how, party) : []
  if (passed) {
    const isSame = place.state === 'coming' && !needsSeats && place.party_size === party
    await updatePlace(work.db, place, { ...said, state: 'coming', queue_number: null, keep_until: null })
    if (passed.length > 0) await notePassed(work.db, meeting.id, passed)
    if (!isSame) await putInCalendar(work, meeting, { ...place, ...said, state: 'coming' })
    return
  }
  if (hasSeat) {
    const seats = freeSeats(capacity, takenSeats(places, how, place)) ?? 0
    throw new FormMistake({ party: t.noMoreSeats({ seats }) })
  }
  if (place.state === 'waiting' && place.how === how) await updatePlace(work.db, place, said)
  else await joinQueue(work, meeting, places, place, said)
}

/**
 * Whom somebody would be let past who asks for seats now, from the end of the queue; null when the seats are not there, or
 * are due to somebody in the queue.
 */
function passedFor(meeting: Timed, places: readonly Place[], place: Place, how: How, size: number): string[] | null {
  const capacity = capacityOf(meeting, how)
  const self = { personId: place.person_id, size, passedOver: 0 }
  const queue = queueOf(places, how).filter((one) => one !== place)
  const free = freeSeats(capacity, takenSeats(places, how, place))
  const found = nextInLine([...queue.map(asParty), self], free, capacity)
  return found?.next === self ? found.passed.map((one) => one.personId) : null
}

async function joinQueue(
  work: Work,
  meeting: Timed,
  places: readonly Place[],
  place: Place,
  said: { how: How; party_size: number; companions: string; answered_at: Temporal.Instant },
): Promise<void> {
  const last = Math.max(0, ...places.map((one) => one.queue_number ?? 0))
  const waiting = { ...said, state: 'waiting' as const, queue_number: last + 1, passed_over: 0, keep_until: null }
  await updatePlace(work.db, place, waiting)
  await mailWaiting(work, meeting, { ...place, ...waiting }, queueOf(places, said.how).length + 1)
  await noteMeeting(work, meeting, 'meeting.wait', { personId: place.person_id })
}

async function offerNext(work: Work, meeting: Timed, how: How): Promise<boolean> {
  const places = await readPlaces(work.db, meeting.id)
  const queue = queueOf(places, how)
  const capacity = capacityOf(meeting, how)
  const found = nextInLine(queue.map(asParty), freeSeats(capacity, takenSeats(places, how)), capacity)
  const place = found && queue.find((one) => one.person_id === found.next.personId)
  if (!place) return false
  const offered = {
    state: 'offered' as const,
    queue_number: null,
    keep_until: keepUntil(work.now, meeting.starts_at),
  }
  await updatePlace(work.db, place, offered)
  const passed = found.passed.map((one) => one.personId)
  if (passed.length > 0) await notePassed(work.db, meeting.id, passed)
  await mailOffered(work, meeting, { ...place, ...offered })
  await noteMeeting(work, meeting, 'meeting.offer', { personId: place.person_id })
  return true
}

const asParty = (place: Place) => ({
  personId: place.person_id,
  size: place.party_size,
  passedOver: place.passed_over,
})

async function putInCalendar(work: Work, meeting: Timed, place: Place & { how: How }): Promise<void> {
  await placeTaken.tell(work, {
    activityId: meeting.id,
    startsAt: meeting.starts_at,
    minutes: meeting.minutes,
    personId: place.person_id,
    place: whereOf(meeting, place.how),
    letter: await letterOf(work, 'coming', meeting, place),
  })
  await noteMeeting(work, meeting, 'meeting.accept', { personId: place.person_id, how: place.how })
}

function isOver(until: Temporal.Instant | null, now: Temporal.Instant): boolean {
  return until !== null && Temporal.Instant.compare(until, now) <= 0
}
