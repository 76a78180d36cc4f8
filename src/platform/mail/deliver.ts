import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { isDatabaseAway } from '../database/away.ts'
import type { JobKind } from '../jobs/jobs.ts'
import type { World } from '../work.ts'

/** Minutes until the next try after the n-th failure; after the last one the mail counts as failed. */
const waits = [1, 5, 15, 60, 180, 600, 1440]

/** How long another process's delivery may take before it counts as cut off and is tried again with the same Message-ID. */
const cutOffMinutes = 5

/** How long to go on trying to note that a mail was taken, while the database is away. */
const patienceSeconds = 120

/** The mails that this process is handing over right now. */
const inHand = new Set<string>()

/** Delivers one mail as soon as the change that queued it has committed; see `deliverMail`. */
export const deliverMailJob: JobKind<{ mailId: string }> = {
  name: 'mail.deliver',
  run: (world, { mailId }) => deliverMail(world, mailId),
}

/**
 * Delivers one queued mail, if nobody else has claimed it. Without a mail server it waits in the outbox; mail of a
 * demonstration never leaves, it is kept to be read. A kill inside the SMTP exchange is the one case in which a mail
 * goes out twice, with the same Message-ID.
 */
export async function deliverMail(world: World, mailId: string): Promise<void> {
  const { db, transport, settings } = world
  const waiting = await db
    .selectFrom('mails')
    .leftJoin('agencies', 'agencies.id', 'mails.agency_id')
    .select((eb) => eb.fn.coalesce('agencies.is_demonstration', sql<boolean>`false`).as('isDemonstration'))
    .where('mails.id', '=', mailId)
    .where('mails.state', '=', 'queued')
    .executeTakeFirst()
  if (!waiting) return
  const stays = settings.development || waiting.isDemonstration
  if (!stays && !transport) return
  inHand.add(mailId)
  try {
    await claimAndSend(world, mailId, stays)
  } finally {
    inHand.delete(mailId)
  }
}

async function claimAndSend(world: World, mailId: string, stays: boolean): Promise<void> {
  const { db, transport, settings } = world
  const now = world.clock.now()
  const mail = await db
    .updateTable('mails')
    .set({
      state: stays ? 'kept' : 'sending',
      claimed_at: now,
      attempts: sql`attempts + 1`,
      ...(stays ? { sent_at: sql.ref('created_at') } : {}),
    })
    .where('id', '=', mailId)
    .where('state', '=', 'queued')
    .where('next_attempt_at', '<=', now)
    .returningAll()
    .executeTakeFirst()
  if (!mail || stays || !transport) return
  try {
    await transport.send({
      messageId: mail.message_id,
      from: settings.mailFrom,
      to: { address: mail.to_address, name: mail.to_name },
      replyTo: mail.reply_to,
      subject: mail.subject,
      text: mail.body_text,
      html: mail.body_html,
      calendar:
        mail.calendar_method && mail.calendar_text ? { method: mail.calendar_method, text: mail.calendar_text } : null,
    })
  } catch (error) {
    await patiently(() => postpone(world, mailId, mail.attempts, error))
    return
  }
  await patiently(() => noteSent(world, mailId))
}

// What the mail server took must not be forgotten because the database was away for a moment: it would go out again.
async function patiently(note: () => Promise<void>): Promise<void> {
  for (let waited = 0; ; waited += 0.25) {
    try {
      return await note()
    } catch (error) {
      if (!isDatabaseAway(error) || waited >= patienceSeconds) throw error
      await sleep(250)
    }
  }
}

async function noteSent(world: World, mailId: string): Promise<void> {
  await world.db
    .updateTable('mails')
    .set({
      state: 'sent',
      sent_at: world.clock.now(),
      last_error: null,
      // A delivered mail's links are its reader's alone: the outbox keeps the words, not the keys.
      body_text: withoutKeys('body_text'),
      body_html: withoutKeys('body_html'),
      calendar_text: withoutKeys('calendar_text'),
      reply_to: null,
    })
    .where('id', '=', mailId)
    .execute()
}

const withoutKeys = (column: 'body_text' | 'body_html' | 'calendar_text') =>
  sql<string>`regexp_replace(regexp_replace(${sql.ref(column)}, '/[A-Za-z0-9_-]{43}', '/…', 'g'),
    '[+][0-9a-z]+-[0-9a-z]{20}@', '+…@', 'g')`

async function postpone(world: World, mailId: string, attempts: number, error: unknown): Promise<void> {
  const minutes = waits[attempts - 1]
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  world.log.warn({ mailId, attempts, code }, 'mail not delivered')
  await world.db
    .updateTable('mails')
    .set({
      state: minutes === undefined ? 'failed' : 'queued',
      next_attempt_at: world.clock.now().add({ minutes: minutes ?? 0 }),
      last_error: error instanceof Error ? error.message.slice(0, 500) : 'unknown',
    })
    .where('id', '=', mailId)
    .execute()
}

/**
 * Sweep: takes up again mail whose time has come and mail whose delivery was cut off. The embedded database serves one
 * process, so there whatever that process has not in hand was cut off; elsewhere time must tell.
 */
export async function deliverDueMail(world: World): Promise<void> {
  const now = world.clock.now()
  const isAlone = world.settings.databaseUrl === undefined
  await world.db
    .updateTable('mails')
    .set({ state: 'queued' })
    .where('state', '=', 'sending')
    .where(sql<boolean>`id <> all(${[...inHand]}::uuid[])`)
    .$if(!isAlone, (query) => query.where('claimed_at', '<', now.subtract({ minutes: cutOffMinutes })))
    .execute()
  const due = await world.db
    .selectFrom('mails')
    .select('id')
    .where('state', '=', 'queued')
    .where('next_attempt_at', '<=', now)
    .orderBy('next_attempt_at')
    .limit(200)
    .execute()
  for (const { id } of due) await deliverMail(world, id)
}
