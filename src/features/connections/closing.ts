import { daysAfter } from '../../platform/clock.ts'
import type { Locale } from '../../platform/i18n/catalogue.ts'
import { revokeLinks } from '../../platform/links/links.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import { connectionStopped, memberLeft } from './announcements.ts'
import { type CloseReason, exchanged, isUnderWay, reopenWithinDays, stateAfter } from './connection-state.ts'
import { sendLeft, sendOff, sendReopened, sendThanks } from './mails.tsx'
import { stopAsking } from './proposing.ts'
import { membersOf } from './members.ts'
import { changeConnection, type Connection, lockConnection, readSetting } from './store.ts'
import { defaultThanks, type Thanks } from './thanks.ts'
import { note, refuse } from './trail.ts'
import { rewatch } from './watching.ts'

export interface Close {
  reason: CloseReason
  /** The facilitator's own words on it, for the facilitators of the initiative alone. */
  words?: string
  /** The thank-you to each member; a text of ours in each one's language without it. */
  thanks?: Thanks
  /** A thank-you in one language; goes before `thanks` for those who read that language. */
  thanksIn?: Partial<Record<Locale, Thanks>>
}

/** Ends a connection, or takes back a proposal: each member gets one mail, links end, what was to come is off. */
export async function closeConnection(work: Work, id: string, close: Close): Promise<void> {
  const connection = await lockConnection(work.db, id)
  const state = stateAfter(connection.state, 'closed')
  if (!state) return refuse(work, (t) => t.alreadyClosed)
  const setting = await readSetting(work.db, connection.initiative_id)
  const members = await membersOf(work.db, id)
  await changeConnection(work.db, id, {
    state,
    closed_at: work.now,
    close_reason: close.reason,
    close_words: close.words ?? '',
    paused_until_on: null,
    next_watch_at: null,
    stuck_at: null,
  })
  await stopAsking(work, id)
  await revokeLinks(work, { subjectId: id })
  await note(work, connection, 'connection.close', { reason: close.reason })
  for (const member of members) {
    // Each gets another proposal in its place, which says so.
    if (close.reason === exchanged) continue
    if (!connection.started_at) await sendOff(work, connection, member, members)
    else {
      const thanks =
        close.thanksIn?.[member.locale] ?? close.thanks ?? defaultThanks(member.locale, setting.title, members)
      await sendThanks(work, connection, member, thanks)
    }
  }
  await connectionStopped.tell(work, { connectionId: id, why: 'closed' })
}

/** Whether a close can still be taken back. */
export function canReopen(connection: Connection, now: Temporal.Instant): boolean {
  if (connection.state !== 'closed' || !connection.started_at || !connection.closed_at) return false
  return Temporal.Instant.compare(now, daysAfter(connection.closed_at, reopenWithinDays)) <= 0
}

/** Takes a close back within 14 days; silence counts from now on, and each member gets a fresh link. */
export async function reopenConnection(work: Work, id: string): Promise<void> {
  const connection = await lockConnection(work.db, id)
  if (isUnderWay(connection.state)) return
  const state = stateAfter(connection.state, 'reopened')
  const members = await membersOf(work.db, id)
  if (!state || !canReopen(connection, work.now) || members.length < 2) return refuse(work, (t) => t.tooLateToReopen)
  await changeConnection(work.db, id, {
    state,
    closed_at: null,
    close_reason: null,
    close_words: '',
    watch_from_at: work.now,
  })
  await rewatch(work, id)
  await note(work, connection, 'connection.reopen')
  for (const member of members) await sendReopened(work, connection, member, members)
}

/** A person stops taking part in an initiative: pairs end, larger connections go on without them. */
export async function leaveConnections(work: Work, which: { personId: string; initiativeId: string }): Promise<void> {
  const rows = await work.db
    .selectFrom('connections')
    .innerJoin('connection_members as member', 'member.connection_id', 'connections.id')
    .select('connections.id')
    .where('connections.initiative_id', '=', which.initiativeId)
    .where('connections.state', 'not in', ['declined', 'closed'])
    .where('member.person_id', '=', which.personId)
    .where('member.left_at', 'is', null)
    .orderBy('connections.id')
    .execute()
  for (const { id } of rows) await leave(work, id, which.personId)
}

async function leave(work: Work, id: string, personId: string): Promise<void> {
  const connection = await lockConnection(work.db, id)
  const members = await membersOf(work.db, id)
  const leaver = orNotHere(members.find((member) => member.personId === personId))
  if (members.length <= 2 || connection.state === 'proposed') return closeConnection(work, id, { reason: 'left' })
  await work.db
    .updateTable('connection_members')
    .set({ left_at: work.now, next_ask_at: null })
    .where('connection_id', '=', id)
    .where('person_id', '=', personId)
    .execute()
  await revokeLinks(work, { personId, subjectId: id })
  await note(work, connection, 'connection.leave', { personId })
  const stay = members.filter((member) => member.personId !== personId)
  for (const member of stay) await sendLeft(work, connection, member, leaver)
  await memberLeft.tell(work, { connectionId: id, personId })
}
