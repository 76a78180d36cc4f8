import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Db } from '../../platform/database/database.ts'
import type { SignedLink } from '../../platform/links/links.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { isUuid } from '../../platform/web/uuid.ts'
import type { VisitContext } from '../../platform/web/visit.ts'
import type { Tx } from '../../platform/work.ts'
import { isNext } from './steps-store.ts'

/** A round of the initiative of this visit, with its rules and whom it leaves out, or 'not here'. Dropped ones are not. */
export async function accessRound(db: Db | Tx, c: VisitContext, id: string) {
  const row = isUuid(id)
    ? await db
        .selectFrom('matching_rounds as round')
        .selectAll('round')
        .select((eb) => [
          jsonArrayFrom(
            eb
              .selectFrom('matching_rules as rule')
              .select(['rule.kind', 'rule.first_person_id', 'rule.second_person_id'])
              .whereRef('rule.round_id', '=', 'round.id')
              .orderBy('rule.kind', 'desc')
              .orderBy('rule.created_at')
              .orderBy('rule.first_person_id'),
          ).as('rules'),
          jsonArrayFrom(
            eb
              .selectFrom('matching_left_out as one')
              .select(['one.person_id', 'one.reason', 'one.nearest'])
              .whereRef('one.round_id', '=', 'round.id')
              .orderBy('one.person_id'),
          ).as('left_out'),
          jsonArrayFrom(
            eb
              .selectFrom('matching_needs as need')
              .select(['need.person_id', 'need.kind', 'need.value'])
              .whereRef('need.round_id', '=', 'round.id')
              .orderBy('need.created_at')
              .orderBy('need.person_id')
              .orderBy('need.value'),
          ).as('needs'),
          jsonArrayFrom(
            eb
              .selectFrom('matching_steps as step')
              .select(['step.revision', 'step.verb', 'step.people', 'step.standing'])
              .whereRef('step.round_id', '=', 'round.id')
              .where((inner) => isNext(inner)),
          ).as('next_steps'),
          jsonObjectFrom(
            eb
              .selectFrom('matching_asked as one')
              .select((of) => [
                of.fn.countAll<number>().as('asked'),
                of.fn.count<number>('one.answered_at').as('answered'),
                of.fn
                  .countAll<number>()
                  .filterWhere('one.answered_at', '>', of.ref('round.solved_at'))
                  .as('answeredSince'),
              ])
              .whereRef('one.round_id', '=', 'round.id'),
          ).as('asking'),
        ])
        .where('round.id', '=', id)
        .where('round.initiative_id', '=', c.var.initiative.id)
        .where('round.agency_id', '=', c.var.initiative.agencyId)
        .where('round.state', '!=', 'dropped')
        .executeTakeFirst()
    : null
  return orNotHere(row)
}

/** The same door without what stands behind it: enough to act on a round. */
export async function accessRevision(db: Db | Tx, c: VisitContext, id: string) {
  const row = isUuid(id)
    ? await db
        .selectFrom('matching_rounds')
        .select(['id', 'revision'])
        .where('id', '=', id)
        .where('initiative_id', '=', c.var.initiative.id)
        .where('agency_id', '=', c.var.initiative.agencyId)
        .where('state', '!=', 'dropped')
        .executeTakeFirst()
    : null
  return orNotHere(row)
}

/**
 * How a round of this visit's initiative stands, in one cheap query: 'draft 7' after its seventh solving. A dropped one says so.
 * @returns null when there is none
 */
export async function readStanding(db: Db, c: VisitContext, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('matching_rounds')
    .select(['state', 'revision'])
    .where('id', '=', id)
    .where('initiative_id', '=', c.var.initiative.id)
    .where('agency_id', '=', c.var.initiative.agencyId)
    .executeTakeFirst()
  return row ? `${row.state} ${row.revision}` : null
}

export type AccessedRound = Awaited<ReturnType<typeof accessRound>>

/** A round for a peer who holds a link and was asked in it: the round, whatever its state, and when they answered. */
export async function accessChoice(db: Db | Tx, link: SignedLink, roundId: string | null = link.subjectId) {
  if (!roundId || !isUuid(roundId) || !link.personId) return orNotHere<never>(null)
  const row = await db
    .selectFrom('matching_asked as asked')
    .innerJoin('matching_rounds as round', 'round.id', 'asked.round_id')
    .select(['round.id', 'round.initiative_id', 'round.state', 'round.answer_by_on'])
    .select(['asked.person_id', 'asked.answered_at'])
    .where('asked.round_id', '=', roundId)
    .where('asked.person_id', '=', link.personId)
    .where('round.agency_id', '=', link.agencyId)
    .executeTakeFirst()
  return orNotHere(row)
}
