import { sql, type Selectable } from 'kysely'
import { anyOf } from '../../platform/database/any-of.ts'
import type { Db } from '../../platform/database/database.ts'
import type { MatchingRounds } from '../../platform/database/schema.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import type { Tx } from '../../platform/work.ts'
import type { Changes } from './changes.ts'
import type { Weights } from './fit/parts.ts'
import type { LeftOut } from './left-out.ts'
import type { Proposal } from './proposal.ts'
import type { RoundSettings } from './round-settings.ts'

export type Round = Selectable<MatchingRounds>

export interface Rule {
  kind: 'pin' | 'forbid'
  /** In the order of their ids. */
  people: [string, string]
}

export async function insertRound(
  db: Tx,
  where: { id: string; agencyId: string },
  round: { settings: RoundSettings; weights: Weights },
  now: Temporal.Instant,
) {
  return db
    .insertInto('matching_rounds')
    .values({
      agency_id: where.agencyId,
      initiative_id: where.id,
      ...columnsOf(round.settings),
      weights: JSON.stringify(round.weights),
      created_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** @returns the round as it is now */
export async function setSettings(db: Tx, roundId: string, settings: RoundSettings): Promise<Round> {
  return db
    .updateTable('matching_rounds')
    .set(columnsOf(settings))
    .where('id', '=', roundId)
    .returningAll()
    .executeTakeFirstOrThrow()
}

function columnsOf(settings: RoundSettings) {
  return {
    title: settings.title,
    purpose: settings.purpose,
    kind: settings.kind,
    group_least: settings.groupLeast,
    group_most: settings.groupMost,
    starts_on: settings.startsOn,
    takes_everybody: settings.takesEverybody,
    contact: settings.contact,
    allow_same_organisation: settings.allowSameOrganisation,
    allow_reporting_line: settings.allowReportingLine,
    allow_connected: settings.allowConnected,
  }
}

/** The row, kept from everybody else until the change is over: two facilitators' acts come one after the other. */
export async function lockRound(db: Tx, id: string): Promise<Round> {
  return orNotHere(
    await db.selectFrom('matching_rounds').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
  )
}

/** Lets one change at a time bring people of an initiative together, so that nobody is promised twice. @returns its agency */
export async function lockInitiative(db: Tx, initiativeId: string): Promise<string> {
  const query = db.selectFrom('initiatives').select('agency_id').where('id', '=', initiativeId).forNoKeyUpdate()
  return orNotHere(await query.executeTakeFirst()).agency_id
}

/** Rounds of an initiative with how many groups each has, newest first; dropped ones are left out. */
export function listRounds(db: Db, initiativeId: string) {
  return db
    .selectFrom('matching_rounds as round')
    .selectAll('round')
    .select((eb) => [
      eb
        .selectFrom('matching_left_out')
        .whereRef('round_id', '=', 'round.id')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .$asScalar()
        .as('left_out'),
      eb
        .selectFrom('matching_proposals')
        .whereRef('round_id', '=', 'round.id')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .$asScalar()
        .as('groups'),
    ])
    .where('round.initiative_id', '=', initiativeId)
    .where('round.state', '!=', 'dropped')
    .orderBy('round.created_at', 'desc')
    .orderBy('round.id')
    .execute()
}

/** How the last published round of an initiative was set, if there was one. */
export function latestPublished(db: Db | Tx, initiativeId: string): Promise<Round | undefined> {
  return db
    .selectFrom('matching_rounds')
    .selectAll()
    .where('initiative_id', '=', initiativeId)
    .where('state', '=', 'published')
    .orderBy('published_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function setWeights(db: Tx, roundId: string, weights: Weights): Promise<void> {
  await db
    .updateTable('matching_rounds')
    .set({ weights: JSON.stringify(weights) })
    .where('id', '=', roundId)
    .execute()
}

export async function setState(
  db: Tx,
  roundId: string,
  state: 'published' | 'dropped',
  now: Temporal.Instant,
): Promise<void> {
  const published_at = state === 'published' ? now : null
  await db.updateTable('matching_rounds').set({ state, published_at }).where('id', '=', roundId).execute()
}

export async function listRules(db: Db | Tx, roundId: string): Promise<Rule[]> {
  const rows = await db
    .selectFrom('matching_rules')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('created_at')
    .orderBy('first_person_id')
    .orderBy('second_person_id')
    .execute()
  return rows.map((row) => ({ kind: row.kind as Rule['kind'], people: [row.first_person_id, row.second_person_id] }))
}

export async function addRule(
  db: Tx,
  roundId: string,
  kind: Rule['kind'],
  people: [string, string],
  now: Temporal.Instant,
) {
  const [first_person_id, second_person_id] = people.toSorted() as [string, string]
  await db
    .insertInto('matching_rules')
    .values({ round_id: roundId, first_person_id, second_person_id, kind, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function removeRules(
  db: Tx,
  roundId: string,
  kind: Rule['kind'],
  pairs: readonly (readonly [string, string])[],
): Promise<void> {
  for (const pair of pairs) {
    const [first = '', second = ''] = pair.toSorted()
    await db
      .deleteFrom('matching_rules')
      .where('round_id', '=', roundId)
      .where('kind', '=', kind)
      .where('first_person_id', '=', first)
      .where('second_person_id', '=', second)
      .execute()
  }
}

export interface Solved {
  /** Proposals that are kept as they stand. */
  stay: string[]
  fresh: Proposal[]
  leftOut: LeftOut[]
  pairsWorth: number
  changes: Changes
  countedFrom: string
}

/** Puts a new solution in the place of the old one, writing only what is another. */
export async function keepSolution(db: Tx, round: Round, solved: Solved, now: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('matching_proposals')
    .where('round_id', '=', round.id)
    .where((eb) => eb.not(eb('id', '=', anyOf(solved.stay))))
    .execute()
  await db.deleteFrom('matching_left_out').where('round_id', '=', round.id).execute()
  if (solved.fresh.length > 0) {
    // As one value, whatever their number: a thousand of them would have to be read by the server again each time.
    const rows = JSON.stringify(
      solved.fresh.map(({ personIds, fit, parts, reasons }) => ({ people: personIds, fit, parts: { parts, reasons } })),
    )
    await sql`
      insert into matching_proposals (round_id, person_ids, fit, parts)
      select ${round.id}, array(select jsonb_array_elements_text(row.people)::uuid), row.fit, row.parts
      from jsonb_to_recordset(${rows}::jsonb) as row (people jsonb, fit integer, parts jsonb)`.execute(db)
  }
  if (solved.leftOut.length > 0) {
    await sql`
      insert into matching_left_out (round_id, person_id, reason, nearest)
      select ${round.id}, row."personId", row.reason, row.nearest
      from jsonb_to_recordset(${JSON.stringify(solved.leftOut)}::jsonb)
        as row ("personId" uuid, reason text, nearest jsonb)`.execute(db)
  }
  await db
    .updateTable('matching_rounds')
    .set({
      solved_at: now,
      revision: round.revision + 1,
      pairs_worth: solved.pairsWorth,
      changes: JSON.stringify(solved.changes),
      counted_from: solved.countedFrom,
    })
    .where('id', '=', round.id)
    .execute()
}

/** Proposals to two active people of an initiative that nobody has said yes to. */
export async function listUnanswered(db: Db | Tx, initiativeId: string) {
  const rows = await db
    .selectFrom('connections')
    .innerJoin('connection_members as member', 'member.connection_id', 'connections.id')
    .innerJoin('participations as part', (join) =>
      join
        .onRef('part.person_id', '=', 'member.person_id')
        .onRef('part.initiative_id', '=', 'connections.initiative_id')
        .on('part.state', '=', 'active'),
    )
    .select(['connections.id', sql<string[]>`array_agg(member.person_id order by member.person_id)`.as('person_ids')])
    .where('connections.initiative_id', '=', initiativeId)
    .where('connections.state', '=', 'proposed')
    .groupBy('connections.id')
    .having(sql<boolean>`not bool_or(member.answer is not distinct from 'yes')`)
    .orderBy('connections.id')
    .execute()
  return rows.filter(({ person_ids }) => person_ids.length === 2)
}
