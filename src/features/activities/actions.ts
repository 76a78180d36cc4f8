import type { Locale } from '../../platform/i18n/catalogue.ts'
import { FormMistake, orNotHere } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import type { AgendaItem } from './agenda.ts'
import { leftToSeason, meetingCancelled, meetingMoved } from './announcements.ts'
import { offerFreeSeats } from './answering.ts'
import { formWords } from './form-words.ts'
import { lettersOf } from './letters.tsx'
import { mailExpecting, mailInvitations } from './mails.tsx'
import { capacityOf, isTimed, isToCome, type Mode, takenSeats, type Timed, type tools, whereOf } from './meeting.ts'
import { insertPlaces, type Place, readPlaces } from './place-store.ts'
import type { How } from './seats.ts'
import { chooseSeason, requirePeople, type SeasonWish } from './season-wish.ts'
import { listPeers } from './overview.ts'
import * as store from './store.ts'
import { noteMeeting } from './trail.ts'
import { type Words, words } from './words.ts'

/** What a facilitator says about a group meeting. */
export interface Asked {
  tool: (typeof tools)[number]
  title: string
  purpose: string
  /** Null: a season finds it. */
  startsAt: Temporal.Instant | null
  season?: SeasonWish | null
  /** Without them there is no meeting; absent: nothing is said of it. */
  mustBeThere?: readonly string[]
  zone: string
  minutes: number
  mode: Mode
  place: string
  roomCapacity: number | null
  link: string
  telephone: string
  onlineCapacity: number | null
  languages: string[]
  answerBy: Temporal.Instant | null
  mostParty: number
  namesShown: boolean
}

const columnsOf = (asked: Asked) => ({
  tool: asked.tool,
  title: asked.title,
  purpose: asked.purpose,
  starts_at: asked.startsAt,
  not_before_on: asked.season?.notBeforeOn ?? null,
  not_after_on: asked.season?.notAfterOn ?? null,
  zone: asked.zone,
  minutes: asked.minutes,
  mode: asked.mode,
  place: asked.mode === 'online' ? '' : asked.place,
  room_capacity: asked.mode === 'online' ? null : asked.roomCapacity,
  link: asked.mode === 'room' ? '' : asked.link,
  telephone: asked.mode === 'room' ? '' : asked.telephone,
  online_capacity: asked.mode === 'room' ? null : asked.onlineCapacity,
  languages: asked.languages,
  answer_by: asked.answerBy,
  most_party: asked.mostParty,
  names_shown: asked.namesShown,
})

/** Makes a draft: nobody is told. @returns its id */
export async function makeMeeting(
  work: Work,
  where: { agencyId: string; initiativeId: string },
  asked: Asked,
  locale: Locale = 'en',
): Promise<string> {
  const id = await store.insertMeeting(work.db, {
    agency_id: where.agencyId,
    initiative_id: where.initiativeId,
    created_at: work.now,
    ...columnsOf(asked),
    season_id: await seasonOf(work, where.initiativeId, asked, locale),
  })
  const meeting = orNotHere(await store.findMeeting(work.db, id))
  await requirePeople(work, meeting, asked.mustBeThere ?? [])
  await noteMeeting(work, meeting, 'meeting.make')
  if (meeting.season_id) await leftToSeason.tell(work, { activityId: id, isOther: false })
  return id
}

async function seasonOf(work: Work, initiativeId: string, { startsAt, season }: Asked, locale: Locale) {
  const any = { seasonId: null, notBeforeOn: null, notAfterOn: null }
  return startsAt ? null : chooseSeason(work, initiativeId, season ?? any, formWords(locale))
}

/**
 * Changes a meeting. Once people have places, a new time or place is told to them with the calendar entry, and to those who
 * are asked or wait without one; seats nobody can keep are not taken away.
 */
export async function changeMeeting(work: Work, activityId: string, asked: Asked, locale: Locale): Promise<void> {
  const t = words(locale)
  const before = await store.lockMeeting(work.db, activityId)
  if (before.state === 'held' || before.state === 'cancelled') throw new FormMistake(t.isOver)
  if (before.state !== 'draft' && !asked.startsAt) throw new FormMistake({ startsOn: formWords(locale).dayWrong })
  const places = await readPlaces(work.db, activityId)
  refuseLosingSeats(asked, places, t)
  const columns = { ...columnsOf(asked), season_id: await seasonOf(work, before.initiative_id, asked, locale) }
  const isSame = asked.startsAt !== null && before.starts_at !== null && before.starts_at.equals(asked.startsAt)
  const isMoved =
    !isSame ||
    before.minutes !== asked.minutes ||
    before.place !== columns.place ||
    before.link !== columns.link ||
    before.telephone !== columns.telephone
  const again = isSame ? {} : { nudged_at: null, reminded_at: null }
  await store.updateMeeting(work.db, activityId, { ...columns, ...again })
  // Only a draft without a time is asked who must be there.
  const areOthers =
    asked.mustBeThere !== undefined && asked.startsAt === null && (await requirePeople(work, before, asked.mustBeThere))
  const meeting = orNotHere(await store.findMeeting(work.db, activityId))
  if (meeting.state !== 'draft' && isTimed(meeting)) {
    if (isMoved) await tellMoved(work, meeting, places, locale)
    await offerFreeSeats(work, meeting)
  }
  if (before.season_id !== null || meeting.season_id !== null)
    await leftToSeason.tell(work, { activityId, isOther: areOthers || asksOther(before, meeting) })
  await noteMeeting(work, meeting, isMoved && meeting.state !== 'draft' ? 'meeting.move' : 'meeting.change')
}

/** Whether a draft asks a season for something else, so that the time found for it says nothing any more. */
function asksOther(before: store.Meeting, now: store.Meeting): boolean {
  const asked = (one: store.Meeting) =>
    [one.season_id, one.minutes, one.mode, one.place, one.not_before_on, one.not_after_on].join()
  return asked(before) !== asked(now)
}

/** Moves a meeting to another time of the same length; answers are taken at most until then. */
export async function moveTo(work: Work, meeting: Timed, startsAt: Temporal.Instant, locale: Locale): Promise<void> {
  const isAfter = meeting.answer_by !== null && Temporal.Instant.compare(meeting.answer_by, startsAt) > 0
  await changeMeeting(
    work,
    meeting.id,
    {
      tool: meeting.tool as Asked['tool'],
      title: meeting.title,
      purpose: meeting.purpose,
      startsAt,
      zone: meeting.zone,
      minutes: meeting.minutes,
      mode: meeting.mode as Mode,
      place: meeting.place,
      roomCapacity: meeting.room_capacity,
      link: meeting.link,
      telephone: meeting.telephone,
      onlineCapacity: meeting.online_capacity,
      languages: meeting.languages,
      answerBy: isAfter ? null : meeting.answer_by,
      mostParty: meeting.most_party,
      namesShown: meeting.names_shown,
    },
    locale,
  )
}

/** Writes the programme anew. */
export async function saveAgenda(work: Work, activityId: string, items: readonly AgendaItem[]): Promise<void> {
  const meeting = await store.lockMeeting(work.db, activityId)
  await store.replaceAgenda(work.db, meeting, items)
  await noteMeeting(work, meeting, 'meeting.agenda', { items: items.length })
}

/** Invites people; the first time, the meeting opens. Nobody is invited twice. @returns how many were invited now */
export async function invitePeople(
  work: Work,
  activityId: string,
  personIds: readonly string[],
  t: Words,
): Promise<number> {
  const meeting = await store.lockMeeting(work.db, activityId)
  if (!isTimed(meeting)) throw new FormMistake(t.noTimeYet)
  if (meeting.state !== 'draft' && meeting.state !== 'open') throw new FormMistake(t.isOver)
  if (Temporal.Instant.compare(meeting.starts_at, work.now) <= 0) throw new FormMistake(t.startsInPast)
  const peers = new Set((await listPeers(work.db, meeting.initiative_id)).map(({ id }) => id))
  const invited = await insertPlaces(
    work.db,
    meeting,
    personIds.filter((id) => peers.has(id)),
    work.now,
  )
  if (invited.length === 0) throw new FormMistake({ people: t.nobodyToInvite })
  const opened: Timed = { ...meeting, state: 'open', opened_at: meeting.opened_at ?? work.now }
  await store.updateMeeting(work.db, activityId, { state: opened.state, opened_at: opened.opened_at })
  const fresh = new Set(invited)
  const places = (await readPlaces(work.db, activityId)).filter((place) => fresh.has(place.person_id))
  await mailInvitations(work, opened, places)
  await noteMeeting(work, meeting, 'meeting.invite', { people: invited.length })
  return invited.length
}

/** Takes no more answers, or takes them again; who has a place keeps it. */
export async function setAnswering(work: Work, activityId: string, isOpen: boolean, t: Words): Promise<void> {
  const meeting = await store.lockMeeting(work.db, activityId)
  if (!isTimed(meeting) || !isToCome(meeting, work.now)) throw new FormMistake(t.isOver)
  await store.updateMeeting(work.db, activityId, { state: isOpen ? 'open' : 'closed' })
  await noteMeeting(work, meeting, isOpen ? 'meeting.reopen' : 'meeting.close')
}

/** The meeting will not take place: everybody who was to come, waits or was asked is told, and calendars are cleaned up. */
export async function cancelMeeting(work: Work, activityId: string, t: Words): Promise<void> {
  const meeting = await store.lockMeeting(work.db, activityId)
  if (!isTimed(meeting) || !isToCome(meeting, work.now)) throw new FormMistake(t.isOver)
  await store.updateMeeting(work.db, activityId, { state: 'cancelled' })
  const cancelled: Timed = { ...meeting, state: 'cancelled' }
  const { coming, expecting } = partsOf(await readPlaces(work.db, activityId))
  const letters = await lettersOf(work, 'cancelled', cancelled, coming)
  const people = letters.map(({ place, letter }) => ({ personId: place.person_id, letter }))
  await meetingCancelled.tell(work, { activityId, people })
  await mailExpecting(work, 'cancelled', cancelled, expecting)
  await noteMeeting(work, meeting, 'meeting.cancel', { people: people.length })
}

/** Removes a draft: nobody was told of it. */
export async function removeDraft(work: Work, activityId: string, t: Words): Promise<void> {
  const meeting = await store.lockMeeting(work.db, activityId)
  if (meeting.state !== 'draft') throw new FormMistake(t.notADraft)
  await store.removeDraft(work.db, activityId)
  await noteMeeting(work, meeting, 'meeting.remove')
}

function refuseLosingSeats(asked: Asked, places: readonly Place[], t: Words): void {
  const columns = columnsOf(asked)
  for (const how of ['room', 'online'] as const) {
    const taken = takenSeats(places, how)
    const isLost = asked.mode !== 'hybrid' && asked.mode !== how && places.some((place) => hasPart(place, how))
    if (isLost) throw new FormMistake({ mode: how === 'room' ? t.roomTaken : t.onlineTaken })
    const capacity = capacityOf(columns, how)
    if (capacity !== null && capacity < taken)
      throw new FormMistake({ [how === 'room' ? 'roomCapacity' : 'onlineCapacity']: t.seatsTaken({ seats: taken }) })
  }
}

const hasPart = (place: Place, how: How) =>
  place.how === how && (place.state === 'coming' || place.state === 'offered' || place.state === 'waiting')

async function tellMoved(work: Work, meeting: Timed, places: readonly Place[], locale: Locale): Promise<void> {
  const { coming, expecting } = partsOf(places)
  const people = (await lettersOf(work, 'moved', meeting, coming)).map(({ place, letter }) => ({
    personId: place.person_id,
    place: whereOf(meeting, place.how ?? 'online'),
    letter,
  }))
  const time = { activityId: meeting.id, startsAt: meeting.starts_at, minutes: meeting.minutes }
  await meetingMoved.tell(work, { ...time, people, locale })
  await mailExpecting(work, 'moved', meeting, expecting)
}

/** Who has the meeting in their calendar, and who still expects it. */
function partsOf(places: readonly Place[]): { coming: Place[]; expecting: Place[] } {
  return {
    coming: places.filter((place) => place.state === 'coming'),
    expecting: places.filter(({ state }) => state === 'asked' || state === 'waiting' || state === 'offered'),
  }
}
