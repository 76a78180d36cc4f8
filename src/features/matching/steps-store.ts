import type { ExpressionBuilder } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { MatchingSteps, Schema } from '../../platform/database/schema.ts'
import type { Tx } from '../../platform/work.ts'
import type { Arrangement } from './arrangement-store.ts'

export interface NewStep {
  roundId: string
  revision: number
  verb: string
  people: readonly string[]
  /** Null for a step that cannot be taken back. */
  around: { before: Arrangement; after: Arrangement } | null
  staffId: string | null
}

/** Writes a step down. Whatever had been undone before cannot be done again after a step of one's own. */
export async function keepStep(db: Tx, step: NewStep, now: Temporal.Instant): Promise<void> {
  const { roundId, around } = step
  if (around) await setStanding(db, { roundId, from: 'undone', to: 'told' })
  await db
    .insertInto('matching_steps')
    .values({
      round_id: roundId,
      revision: step.revision,
      verb: step.verb,
      people: JSON.stringify(step.people),
      before: around && JSON.stringify(around.before),
      after: around && JSON.stringify(around.after),
      standing: around ? 'done' : 'told',
      staff_id: step.staffId,
      done_at: now,
    })
    .execute()
}

type Standing = 'done' | 'undone' | 'told'

/** Changes how one step of a round stands, or all that stand alike. */
export async function setStanding(
  db: Tx,
  which: { roundId: string; revision?: number; from: Standing; to: Standing },
): Promise<void> {
  let query = db
    .updateTable('matching_steps')
    .set({ standing: which.to })
    .where('round_id', '=', which.roundId)
    .where('standing', '=', which.from)
  if (which.revision !== undefined) query = query.where('revision', '=', which.revision)
  await query.execute()
}

export interface Step {
  revision: number
  verb: string
  people: string[]
  /** Who did it, where that was staff. */
  byId: string | null
  by: string | null
}

function steps(db: Db | Tx, roundId: string) {
  return db
    .selectFrom('matching_steps as step')
    .leftJoin('staff', 'staff.id', 'step.staff_id')
    .leftJoin('auth_users', 'auth_users.id', 'staff.user_id')
    .select(['step.revision', 'step.verb', 'step.people', 'step.staff_id', 'auth_users.name'])
    .where('step.round_id', '=', roundId)
}

type StepRow = Awaited<ReturnType<ReturnType<typeof steps>['executeTakeFirstOrThrow']>>

function asStep({ revision, verb, people, staff_id, name }: StepRow): Step {
  return { revision, verb, people: people as string[], byId: staff_id, by: name }
}

/** The step that would be taken back next, and the one that would be done again next. */
export async function readUndoable(db: Db | Tx, roundId: string): Promise<{ undo: Step | null; redo: Step | null }> {
  const rows = await steps(db, roundId)
    .select('step.standing')
    .where((eb) => isNext(eb))
    .execute()
  return undoableAmong(rows.map((row) => ({ ...asStep(row), standing: row.standing })))
}

/** Whether a step is the last one done, or the first one undone. */
export function isNext(eb: ExpressionBuilder<Schema & { step: MatchingSteps }, 'step'>) {
  const among = (standing: Standing) =>
    eb
      .selectFrom('matching_steps as own')
      .whereRef('own.round_id', '=', 'step.round_id')
      .where('own.standing', '=', standing)
  return eb.or([
    eb(
      'step.revision',
      '=',
      among('done').select(({ fn }) => fn.max('own.revision').as('revision')),
    ),
    eb(
      'step.revision',
      '=',
      among('undone').select(({ fn }) => fn.min('own.revision').as('revision')),
    ),
  ])
}

/** Sorts the steps that `isNext` finds. */
export function undoableAmong<S extends { standing: string }>(found: readonly S[]): { undo: S | null; redo: S | null } {
  const [undo = null, redo = null] = ['done', 'undone'].map((standing) =>
    found.find((step) => step.standing === standing),
  )
  return { undo, redo }
}

/** What was done in a round after a revision, the oldest first; the last twenty. */
export async function listStepsSince(db: Db | Tx, roundId: string, revision: number): Promise<Step[]> {
  const rows = await steps(db, roundId)
    .where('step.revision', '>', revision)
    .orderBy('step.revision', 'desc')
    .limit(20)
    .execute()
  return rows.toReversed().map(asStep)
}

/** What was set before and after a step. */
export function readAround(db: Tx, roundId: string, revision: number) {
  return db
    .selectFrom('matching_steps')
    .select((eb) => [
      eb.ref('before').$castTo<Arrangement>().as('before'),
      eb.ref('after').$castTo<Arrangement>().as('after'),
    ])
    .where('round_id', '=', roundId)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow()
}
