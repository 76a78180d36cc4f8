import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'
import type { RowChange } from './rows-store.ts'

/** What a step changed: only the rows that are other than before. */
export interface Around {
  rows: RowChange[]
  closedWeeks: string[]
}

type Standing = 'done' | 'undone' | 'told'

/** Writes a step down. What had been undone before cannot be done again after a step of one's own. */
export async function keepStep(
  db: Tx,
  step: {
    plan: { id: string; agency_id: string }
    revision: number
    verb: string
    around: { before: Around; after: Around } | null
    staffId: string | null
  },
  now: Temporal.Instant,
): Promise<void> {
  const { plan, around } = step
  if (around) await setStanding(db, { planId: plan.id, from: 'undone', to: 'told' })
  await db
    .insertInto('plan_steps')
    .values({
      plan_id: plan.id,
      agency_id: plan.agency_id,
      revision: step.revision,
      verb: step.verb,
      before: around && JSON.stringify(around.before),
      after: around && JSON.stringify(around.after),
      standing: around ? 'done' : 'told',
      staff_id: step.staffId,
      done_at: now,
    })
    .execute()
}

export async function setStanding(
  db: Tx,
  which: { planId: string; revision?: number; from?: Standing; to: Standing },
): Promise<void> {
  let query = db.updateTable('plan_steps').set({ standing: which.to }).where('plan_id', '=', which.planId)
  if (which.from) query = query.where('standing', '=', which.from)
  if (which.revision !== undefined) query = query.where('revision', '=', which.revision)
  await query.execute()
}

export interface Step {
  revision: number
  verb: string
}

/** The step that would be taken back next, and the one that would be done again next. */
export async function readUndoable(db: Db | Tx, planId: string): Promise<{ undo: Step | null; redo: Step | null }> {
  const rows = await db
    .selectFrom('plan_steps')
    .select(['revision', 'verb', 'standing'])
    .where('plan_id', '=', planId)
    .where('standing', '<>', 'told')
    .orderBy('revision')
    .execute()
  return {
    undo: rows.findLast(({ standing }) => standing === 'done') ?? null,
    redo: rows.find(({ standing }) => standing === 'undone') ?? null,
  }
}

/** What was planned before and after a step. */
export function readAround(db: Tx, planId: string, revision: number): Promise<{ before: Around; after: Around }> {
  return db
    .selectFrom('plan_steps')
    .select((eb) => [eb.ref('before').$castTo<Around>().as('before'), eb.ref('after').$castTo<Around>().as('after')])
    .where('plan_id', '=', planId)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow()
}
