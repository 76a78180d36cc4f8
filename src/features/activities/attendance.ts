import { FormMistake, orNotHere } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import { isAttendable, isTimed } from './meeting.ts'
import type { PeerWords } from './peer-words.ts'
import { readPlaces, saveAttendance, updatePlace } from './place-store.ts'
import { lockMeeting } from './store.ts'
import { noteMeeting } from './trail.ts'

/** 'I am here', or afterwards 'I was there' and 'I was not': for who has a place. */
export async function sayAttendance(
  work: Work,
  activityId: string,
  personId: string,
  wasThere: boolean,
  t: PeerWords,
): Promise<void> {
  const meeting = await lockMeeting(work.db, activityId)
  if (!isTimed(meeting) || !isAttendable(meeting, work.now)) throw new FormMistake(t.notYetHere)
  const place = orNotHere((await readPlaces(work.db, activityId)).find((one) => one.person_id === personId))
  if (place.state !== 'coming') throw new FormMistake(t.noPlaceHere)
  await updatePlace(work.db, place, { attended: wasThere, attended_at: work.now, attended_said_by: 'peer' })
  await noteMeeting(work, meeting, 'meeting.attend', { personId })
}

/**
 * Ticks who is there, as the facilitator sees it; whoever had a place and is not ticked was not. What somebody else noted
 * since the page was shown, at another door or by their own tap, stays.
 */
export async function tickAttendance(
  work: Work,
  activityId: string,
  { present, shown }: { present: readonly string[]; shown: readonly string[] },
): Promise<void> {
  const meeting = await lockMeeting(work.db, activityId)
  const invited = new Set((await readPlaces(work.db, activityId)).map((place) => place.person_id))
  const here = present.filter((id) => invited.has(id))
  await saveAttendance(work.db, activityId, { present: here, shown }, work.now)
  await noteMeeting(work, meeting, 'meeting.tick', { here: here.length })
}
