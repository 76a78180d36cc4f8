import type { Selectable } from 'kysely'
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
    .select(['round.id', 'round.title', 'round.purpose', 'round.kind', 'round.state'])
    .select(['round.created_at', 'round.published_at'])
    .select((eb) =>
      eb
        .selectFrom('matching_proposals')
        .whereRef('round_id', '=', 'round.id')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .$asScalar()
        .as('groups'),
    )
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
): Promise<number> {
  let removed = 0n
  for (const pair of pairs) {
    const [first = '', second = ''] = pair.toSorted()
    const { numDeletedRows } = await db
      .deleteFrom('matching_rules')
      .where('round_id', '=', roundId)
      .where('kind', '=', kind)
      .where('first_person_id', '=', first)
      .where('second_person_id', '=', second)
      .executeTakeFirst()
    removed += numDeletedRows
  }
  return Number(removed)
}

export interface Solved {
  proposals: Proposal[]
  leftOut: LeftOut[]
  pairsWorth: number
  changes: Changes
}

/** Puts a new solution in the place of the old one. */
export async function keepSolution(db: Tx, round: Round, solved: Solved, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('matching_proposals').where('round_id', '=', round.id).execute()
  await db.deleteFrom('matching_left_out').where('round_id', '=', round.id).execute()
  if (solved.proposals.length > 0) {
    const rows = solved.proposals.map(({ personIds, fit, parts, reasons }) => ({
      round_id: round.id,
      person_ids: personIds,
      fit,
      parts: JSON.stringify({ parts, reasons }),
    }))
    await db.insertInto('matching_proposals').values(rows).execute()
  }
  if (solved.leftOut.length > 0) {
    const rows = solved.leftOut.map(({ personId, reason, nearest }) => ({
      round_id: round.id,
      person_id: personId,
      reason,
      nearest_person_id: nearest?.personId ?? null,
      nearest_fit: nearest?.fit ?? null,
    }))
    await db.insertInto('matching_left_out').values(rows).execute()
  }
  await db
    .updateTable('matching_rounds')
    .set({
      solved_at: now,
      revision: round.revision + 1,
      pairs_worth: solved.pairsWorth,
      changes: JSON.stringify(solved.changes),
    })
    .where('id', '=', round.id)
    .execute()
}
