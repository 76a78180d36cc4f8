import type { Work } from '../../platform/work.ts'
import { invitePeople } from './actions.ts'
import { listPeers } from './overview.ts'
import { lockMeeting, updateMeeting } from './store.ts'
import { noteMeeting } from './trail.ts'
import { words } from './words.ts'

/** Whether a meeting opens as soon as a season has given it its time: everybody is meant. Whom a small one is for, the facilitator says. */
export function opensByItself({ tool }: { tool: string }): boolean {
  return tool === 'large group meeting'
}

/** The last moment for answers was set before anybody knew the time: it must lie between the invitation and the start. */
function mayAnswerBy(by: Temporal.Instant | null, now: Temporal.Instant, startsAt: Temporal.Instant): boolean {
  return by !== null && Temporal.Instant.compare(by, now) > 0 && Temporal.Instant.compare(by, startsAt) <= 0
}

/**
 * Gives a draft the time that its season found. A large group meeting opens, and everybody of the initiative is invited.
 * @returns false where it waits for no time any more, or the time is past
 */
export async function giveTime(work: Work, activityId: string, startsAt: Temporal.Instant): Promise<boolean> {
  const meeting = await lockMeeting(work.db, activityId)
  if (meeting.season_id === null || Temporal.Instant.compare(startsAt, work.now) <= 0) return false
  await updateMeeting(work.db, activityId, {
    starts_at: startsAt,
    season_id: null,
    ...(mayAnswerBy(meeting.answer_by, work.now, startsAt) ? {} : { answer_by: null }),
  })
  await noteMeeting(work, meeting, 'meeting.time', { startsAt: startsAt.toString() })
  const peers = opensByItself(meeting) ? await listPeers(work.db, meeting.initiative_id) : []
  const ids = peers.map(({ id }) => id)
  if (ids.length > 0) await invitePeople(work, activityId, ids, words('en'))
  return true
}
