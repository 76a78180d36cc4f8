import { createHash } from 'node:crypto'
import { FormMistake } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import type { FormWords } from './form-words.ts'
import { mailOutcome } from './mails.tsx'
import { isTimed } from './meeting.ts'
import { readPlaces } from './place-store.ts'
import { type Decision, lockMeeting, readDecisions, replaceDecisions, updateMeeting } from './store.ts'
import { noteMeeting } from './trail.ts'
import type { Words } from './words.ts'

interface Outcome {
  notes: string
  decisions: readonly Decision[]
}

/** Which minutes and decisions a page showed. */
export function markOf({ notes, decisions }: Outcome): string {
  return createHash('sha256')
    .update(JSON.stringify([notes, decisions]))
    .digest('base64url')
}

/**
 * Keeps the minutes and decisions; nobody is told until they are sent.
 * @param page what the page showed, by its mark: what somebody else wrote since is not written over unasked
 */
export async function saveOutcome(
  work: Work,
  activityId: string,
  outcome: Outcome,
  page?: { shown: string | undefined; t: FormWords },
): Promise<void> {
  const meeting = await lockMeeting(work.db, activityId)
  const before = { notes: meeting.notes, decisions: await readDecisions(work.db, activityId) }
  if (page?.shown !== undefined && page.shown !== markOf(before)) throw new FormMistake(page.t.outcomeMeanwhile)
  await updateMeeting(work.db, activityId, { notes: outcome.notes })
  await replaceDecisions(work.db, meeting, outcome.decisions)
  await noteMeeting(work, meeting, 'meeting.minutes', { decisions: outcome.decisions.length })
}

/**
 * Sends minutes and decisions to those who came, or to all who were invited. Sent again after a change, they say so.
 * @returns how many got them
 */
export async function sendOutcome(work: Work, activityId: string, to: 'came' | 'invited', t: Words): Promise<number> {
  const meeting = await lockMeeting(work.db, activityId)
  const decisions = await readDecisions(work.db, activityId)
  if (!isTimed(meeting) || meeting.state === 'cancelled' || Temporal.Instant.compare(meeting.starts_at, work.now) > 0)
    throw new FormMistake(t.notHeldYet)
  if (meeting.notes === '' && decisions.length === 0) throw new FormMistake({ notes: t.nothingToSend })
  const places = (await readPlaces(work.db, activityId)).filter(({ hasLeft }) => !hasLeft)
  const readers = to === 'invited' ? places : places.filter((place) => place.attended === true)
  if (readers.length === 0) throw new FormMistake({ to: t.nobodyCame })
  const isAgain = meeting.notes_sent_at !== null
  await updateMeeting(work.db, activityId, { notes_sent_at: work.now })
  await mailOutcome(work, meeting, readers, decisions, isAgain)
  await noteMeeting(work, meeting, 'meeting.send', { people: readers.length })
  return readers.length
}
