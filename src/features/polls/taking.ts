import { record } from '../../platform/audit/record.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import { lockPoll, type Poll, readPoll } from './store.ts'

/** A poll, taken for this change alone. */
export async function takePoll(work: Work, pollId: string): Promise<Poll> {
  await lockPoll(work.db, pollId)
  return orNotHere(await readPoll(work.db, pollId))
}

/** Puts what happened to a poll into the audit trail. */
export function note(work: Work, poll: Poll, verb: string, details: Record<string, unknown> = {}): Promise<void> {
  return record(work, {
    verb,
    subjectKind: 'poll',
    subjectId: poll.id,
    agencyId: poll.agency_id,
    initiativeId: poll.initiative_id,
    details,
  })
}
