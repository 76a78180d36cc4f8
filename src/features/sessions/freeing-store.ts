import type { Tx } from '../../platform/work.ts'

/** The sessions of connections still to come that a person has not declined, of an initiative or one connection, until a moment. */
export async function listAhead(
  db: Tx,
  of: { personId: string } & ({ initiativeId: string } | { connectionId: string }),
  now: Temporal.Instant,
  until: Temporal.Instant | null,
): Promise<string[]> {
  let rows = db
    .selectFrom('sessions')
    .innerJoin('session_members', 'session_members.session_id', 'sessions.id')
    .select('sessions.id')
    .where('session_members.person_id', '=', of.personId)
    .where((eb) => eb.or([eb('session_members.reply', 'is', null), eb('session_members.reply', '<>', 'no')]))
    .where('sessions.state', '=', 'planned')
    .where('sessions.connection_id', 'is not', null)
    .where('sessions.starts_at', '>', now)
  rows =
    'initiativeId' in of
      ? rows.where('sessions.initiative_id', '=', of.initiativeId)
      : rows.where('sessions.connection_id', '=', of.connectionId)
  if (until) rows = rows.where('sessions.starts_at', '<', until)
  return (await rows.orderBy('sessions.starts_at').orderBy('sessions.id').execute()).map(({ id }) => id)
}
