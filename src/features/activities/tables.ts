import { FormMistake } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import { makeSeating } from '../seating/actions.ts'
import type { Timed } from './meeting.ts'
import { readPlaces } from './place-store.ts'
import { noteMeeting } from './trail.ts'
import type { Words } from './words.ts'

/** Minutes to change tables between two rounds. */
const changeMinutes = 2

/**
 * Fills tables for rounds at a meeting, by the same search as at a foundational engagement: those who are noted as present,
 * or those who come where nobody is noted yet. In a hybrid meeting these are the ones in the room.
 * @returns the id of the seating
 */
export async function fillTables(
  work: Work,
  meeting: Timed,
  asked: { title: string; rounds: number; size: number; minutes: number },
  t: Words,
): Promise<string> {
  const places = (await readPlaces(work.db, meeting.id)).filter(
    ({ how }) => meeting.mode !== 'hybrid' || how === 'room',
  )
  const here = places.filter(({ attended }) => attended === true)
  const people = (here.length > 0 ? here : places.filter(({ state }) => state === 'coming')).map((one) => one.person_id)
  if (people.length < 4) throw new FormMistake(t.breakoutFew)
  const where = {
    agencyId: meeting.agency_id,
    initiativeId: meeting.initiative_id,
    of: { activityId: meeting.id },
  }
  const least = Math.max(2, asked.size - 1)
  const id = await makeSeating(work, where, {
    title: asked.title,
    rounds: asked.rounds,
    least,
    most: asked.size,
    minutes: asked.minutes,
    changeMinutes,
    startsAt: meeting.starts_at,
    zone: meeting.zone,
    countsTables: true,
    countsConnections: true,
    countsOrganisations: true,
    people,
  })
  await noteMeeting(work, meeting, 'meeting.seat', { people: people.length, rounds: asked.rounds })
  return id
}
