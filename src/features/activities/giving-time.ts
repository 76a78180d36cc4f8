import type { Work } from '../../platform/work.ts'
import { invitePeople } from './actions.ts'
import { listPeers, lockMeeting, updateMeeting } from './store.ts'
import { noteMeeting } from './trail.ts'
import { words } from './words.ts'

/** Whether a meeting opens as soon as a season has given it its time: everybody is meant. Whom a small one is for, the facilitator says. */
export function opensByItself({ tool }: { tool: string }): boolean {
  return tool === 'large group meeting'
}

/**
 * Gives a draft the time that its season found. A large group meeting opens, and everybody of the initiative is invited.
 * @returns false where it waits for no time any more, or the time is past
 */
export async function giveTime(work: Work, activityId: string, startsAt: Temporal.Instant): Promise<boolean> {
  const meeting = await lockMeeting(work.db, activityId)
  if (meeting.season_id === null || Temporal.Instant.compare(startsAt, work.now) <= 0) return false
  const isAfter = meeting.answer_by !== null && Temporal.Instant.compare(meeting.answer_by, startsAt) > 0
  await updateMeeting(work.db, activityId, {
    starts_at: startsAt,
    season_id: null,
    ...(isAfter ? { answer_by: null } : {}),
  })
  await noteMeeting(work, meeting, 'meeting.time', { startsAt: startsAt.toString() })
  const peers = opensByItself(meeting) ? await listPeers(work.db, meeting.initiative_id) : []
  const ids = peers.map(({ id }) => id)
  if (ids.length > 0) await invitePeople(work, activityId, ids, words('en'))
  return true
}
