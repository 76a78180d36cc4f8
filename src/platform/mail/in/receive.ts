import { createHash } from 'node:crypto'
import { carryOut, theSystem, type World } from '../../work.ts'
import { handleMailJob } from './handle.ts'

/** The largest mail that is taken, in bytes: an answer with a few pictures in its signature. */
export const largestMail = 5_000_000

/**
 * Takes a mail: when this has resolved it is on the disk and will be worked, so that it may be acknowledged. The same mail
 * again, by whichever way, is known by its Message-ID and the hash of what follows its headers: those grow on the way.
 * @param content the whole message as it came; longer than `largestMail` is a RangeError
 * @param recipients whom the envelope named
 * @returns whether it was new
 */
export async function receiveMail(
  world: World,
  content: Uint8Array,
  recipients: readonly string[] = [],
): Promise<boolean> {
  if (content.byteLength > largestMail) throw new RangeError('The mail is too large.')
  const { messageId, body } = partsOf(Buffer.from(content))
  const hash = createHash('sha256').update(body).digest()
  return carryOut(world, theSystem, async (work) => {
    const row = await work.db
      .insertInto('received_mails')
      .values({
        message_id: messageId,
        content_hash: hash,
        content: Buffer.from(content),
        recipients: recipients.slice(0, 50),
        received_at: work.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (row) await world.jobs.enqueue(work.db, handleMailJob, { id: row.id })
    return row !== undefined
  })
}

function partsOf(content: Buffer): { messageId: string; body: Buffer } {
  const end = /\r?\n\r?\n/.exec(content.toString('latin1', 0, 200_000))
  const head = content.toString('latin1', 0, end?.index ?? content.length)
  // No text column takes a NUL: a mail with one would come again and again, and stand before all others.
  const messageId = /^message-id:\s*(<[^>\r\n\0]{1,900}>)/im.exec(head)?.[1] ?? ''
  return { messageId, body: content.subarray(end ? end.index + end[0].length : 0) }
}
