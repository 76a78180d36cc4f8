import { announcement } from '../../announcement.ts'
import type { JobKind } from '../../jobs/jobs.ts'
import { carryOut, theSystem, type Work, type World } from '../../work.ts'
import { type IncomingMail, readMail } from './read-mail.ts'

/** A mail came in. Whoever knows what it is about says so by `settle`; the last word stands. */
export const mailReceived = announcement<{
  mail: IncomingMail
  /** @param outcome one word for what came of it, without names; the agency is null where it is nobody's */
  settle(outcome: string, agencyId?: string): void
}>()

/** Times a mail is tried before it is left lying, with what it said, for the operator. */
const mostAttempts = 5

/** Works one mail that was taken. */
export const handleMailJob: JobKind<{ id: string }> = {
  name: 'mail.in',
  run: (world, { id }) => handleMail(world, id),
}

/**
 * Works one mail in one transaction: what it changes and that it is done with commit together, so it counts once. That it
 * is tried is written down before: a mail that takes the whole server with it is left lying in the end, as any other.
 */
export async function handleMail(world: World, id: string): Promise<void> {
  const tried = await world.db
    .updateTable('received_mails')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('handled_at', 'is', null)
    .where('attempts', '<', mostAttempts)
    .returning('id')
    .executeTakeFirst()
  if (!tried) return
  try {
    await carryOut(world, theSystem, (work) => handle(work, id))
  } catch (error) {
    world.log.warn({ err: error, id }, 'mail in')
  }
}

async function handle(work: Work, id: string): Promise<void> {
  const row = await work.db
    .selectFrom('received_mails')
    .select(['content', 'recipients'])
    .where('id', '=', id)
    .where('handled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row?.content) return
  let settled: { outcome: string; agencyId: string | null } = { outcome: 'not for us', agencyId: null }
  const mail = await readMail(row.content, row.recipients).catch(() => null)
  if (!mail) settled = { outcome: 'unreadable', agencyId: null }
  else if (await isOurOwn(work, mail)) settled = { outcome: 'our own', agencyId: null }
  else
    await mailReceived.tell(work, {
      mail,
      settle: (outcome, agencyId) => void (settled = { outcome, agencyId: agencyId ?? null }),
    })
  await work.db
    .updateTable('received_mails')
    // What people wrote, and the signed addresses they wrote to, are kept no longer than it takes to understand them.
    .set({
      handled_at: work.now,
      content: null,
      recipients: [],
      outcome: settled.outcome,
      agency_id: settled.agencyId,
    })
    .where('id', '=', id)
    .execute()
}

async function isOurOwn(work: Work, mail: IncomingMail): Promise<boolean> {
  if (!mail.messageId) return false
  const own = await work.db.selectFrom('mails').select('id').where('message_id', '=', mail.messageId).executeTakeFirst()
  return own !== undefined
}

/** Sweep: works mail that was taken and whose job was lost or failed. */
export async function handleWaitingMail(world: World): Promise<void> {
  const waiting = await world.db
    .selectFrom('received_mails')
    .select('id')
    .where('handled_at', 'is', null)
    .where('attempts', '<', mostAttempts)
    .where('received_at', '<=', world.clock.now().subtract({ minutes: 1 }))
    .orderBy('received_at')
    .limit(200)
    .execute()
  for (const { id } of waiting) await handleMail(world, id)
}
