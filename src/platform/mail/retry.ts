import { record } from '../audit/record.ts'
import type { Work } from '../work.ts'
import { deliverMailJob } from './deliver.ts'

/**
 * Queues a failed mail of an agency once more, from its first try on, with the same Message-ID.
 * @returns false when the agency has no such mail, or it has not failed
 */
export async function retryMail(work: Work, agencyId: string, mailId: string): Promise<boolean> {
  const mail = await work.db
    .updateTable('mails')
    .set({ state: 'queued', attempts: 0, next_attempt_at: work.now, last_error: null })
    .where('id', '=', mailId)
    .where('agency_id', '=', agencyId)
    .where('state', '=', 'failed')
    .returning(['id', 'kind'])
    .executeTakeFirst()
  if (!mail) return false
  await work.world.jobs.enqueue(work.db, deliverMailJob, { mailId })
  await record(work, {
    verb: 'mail.retry',
    subjectKind: 'mail',
    subjectId: mailId,
    agencyId,
    details: { kind: mail.kind },
  })
  return true
}
