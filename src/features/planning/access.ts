import type { Db } from '../../platform/database/database.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { isUuid } from '../../platform/web/uuid.ts'
import { linkOf, type VisitContext } from '../../platform/web/visit.ts'
import type { Tx } from '../../platform/work.ts'
import { wasAsked } from './series-store.ts'
import type { PlanRow } from './store.ts'

/** A plan of the initiative of this visit, or 'not here'. Dropped ones are not. */
export async function accessPlan(db: Db | Tx, c: VisitContext, id: string): Promise<PlanRow> {
  const row = isUuid(id)
    ? await db
        .selectFrom('season_plans')
        .selectAll()
        .where('id', '=', id)
        .where('initiative_id', '=', c.var.initiative.id)
        .where('agency_id', '=', c.var.initiative.agencyId)
        .where('state', '<>', 'dropped')
        .executeTakeFirst()
    : null
  return orNotHere(row)
}

/** The published plan of a signed link whose holder was asked in it; anything else is 'not here'. */
export async function accessOwnSeries(db: Db | Tx, c: VisitContext): Promise<{ plan: PlanRow; personId: string }> {
  const { link } = linkOf(c)
  const personId = orNotHere(link.personId)
  const row = await db
    .selectFrom('season_plans')
    .selectAll()
    .where('id', '=', orNotHere(link.subjectId))
    .where('agency_id', '=', link.agencyId)
    .where('state', '=', 'published')
    .executeTakeFirst()
  const plan = orNotHere(row)
  if (!(await wasAsked(db, plan.id, personId))) orNotHere(null)
  return { plan, personId }
}

/** How a plan stands, in one cheap query: 'draft idle 7'; null when there is none. */
export async function readStanding(db: Db, c: VisitContext, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('season_plans')
    .select(['state', 'run_state', 'revision', 'run_progress'])
    .where('id', '=', id)
    .where('initiative_id', '=', c.var.initiative.id)
    .where('agency_id', '=', c.var.initiative.agencyId)
    .executeTakeFirst()
  return row ? JSON.stringify([row.state, row.run_state, row.revision, row.run_progress]) : null
}
