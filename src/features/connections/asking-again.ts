import { carryOut, theSystem, type Work, type World } from '../../platform/work.ts'
import { nextAsking } from './asking.ts'
import { sendProposal } from './mails.tsx'
import { membersOf } from './members.ts'
import { changeConnection, lockConnection, readSetting } from './store.ts'
import { note } from './trail.ts'

/** Sweep: reminds whoever has not answered, asks 'later' again, and shows the desk where asking was of no use. */
export async function askAboutProposals(world: World): Promise<void> {
  const due = await world.db
    .selectFrom('connection_members as member')
    .innerJoin('connections', 'connections.id', 'member.connection_id')
    .select(['member.connection_id as connectionId', 'member.person_id as personId'])
    .where('connections.state', '=', 'proposed')
    .where('member.left_at', 'is', null)
    .where('member.next_ask_at', '<=', world.clock.now())
    .orderBy('member.next_ask_at')
    .limit(500)
    .execute()
  for (const { connectionId, personId } of due) {
    await carryOut(world, theSystem, (work) => askNext(work, connectionId, personId))
  }
}

async function askNext(work: Work, connectionId: string, personId: string): Promise<void> {
  const connection = await lockConnection(work.db, connectionId)
  const members = await membersOf(work.db, connectionId)
  const member = members.find((candidate) => candidate.personId === personId)
  if (connection.state !== 'proposed' || !member) return
  const asking = { ...member, askedAt: connection.proposed_at }
  const next = nextAsking(asking)
  if (!next || Temporal.Instant.compare(next.at, work.now) > 0)
    return keep(work, connectionId, personId, { next_ask_at: next?.at ?? null })
  if (next.step === 'tell the desk') {
    await keep(work, connectionId, personId, { next_ask_at: null })
    if (connection.stuck_at) return
    await changeConnection(work.db, connectionId, { stuck_at: work.now })
    return note(work, connection, 'connection.stuck', { personId })
  }
  const asked = next.step === 'remind' ? { remindedAt: work.now } : { askedAgainAt: work.now }
  await keep(work, connectionId, personId, {
    ...(next.step === 'remind' ? { reminded_at: work.now } : { asked_again_at: work.now }),
    next_ask_at: nextAsking({ ...asking, ...asked })?.at ?? null,
  })
  const setting = await readSetting(work.db, connection.initiative_id)
  await sendProposal(work, setting, { connection, to: member, members }, next.step === 'remind' ? 'remind' : 'again')
  await note(work, connection, 'connection.remind', { personId })
}

async function keep(
  work: Work,
  connectionId: string,
  personId: string,
  set: { next_ask_at: Temporal.Instant | null; reminded_at?: Temporal.Instant; asked_again_at?: Temporal.Instant },
): Promise<void> {
  await work.db
    .updateTable('connection_members')
    .set(set)
    .where('connection_id', '=', connectionId)
    .where('person_id', '=', personId)
    .execute()
}
