import { record } from '../../platform/audit/record.ts'
import { chooseLocale, type Locale } from '../../platform/i18n/catalogue.ts'
import { tellNews } from '../../platform/news/tell.ts'
import { FormMistake } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import { refusalWords, type RefusalWords } from './refusal-words.ts'
import { type PlanSession, type RowChange, saveRows } from './rows-store.ts'
import { type Around, keepStep, readAround, readUndoable, setStanding } from './steps-store.ts'
import { changePlan, lockPlan, type PlanRow } from './store.ts'

/** What a step was, for the audit trail as 'season.move' and for a colleague in words. */
export type StepVerb =
  | 'plan'
  | 'repair'
  | 'move'
  | 'pin'
  | 'unpin'
  | 'close'
  | 'open'
  | 'set'
  | 'publish'
  | 'find'
  | 'drop'
  | 'remind'
  | 'meeting'

/** Refuses with a sentence in the language of whoever asks. */
export async function refuse(
  work: Work,
  sentence: (t: RefusalWords, locale: Locale) => string,
  field = '_form',
): Promise<never> {
  const { db, actor } = work
  const staff =
    actor.kind === 'staff' && actor.id
      ? await db.selectFrom('staff').select('locale').where('id', '=', actor.id).executeTakeFirst()
      : undefined
  const locale = chooseLocale(staff?.locale)
  throw new FormMistake({ [field]: sentence(refusalWords(locale), locale) })
}

/** A plan that may be changed, locked: nothing is being planned at the moment. */
export async function openPlan(work: Work, planId: string, revision?: number): Promise<PlanRow> {
  const plan = await lockPlan(work.db, planId)
  if (plan.state === 'dropped') await refuse(work, (t) => t.dropped)
  if (plan.run_state === 'waiting' || plan.run_state === 'running') await refuse(work, (t) => t.isPlanning)
  if (revision !== undefined && plan.revision !== revision) await refuse(work, (t) => t.meanwhile)
  return plan
}

/** A row as a step keeps it. */
export function asChange(row: PlanSession): RowChange {
  const { seriesId, number, isPinned, reason, burdens, missing } = row
  return { seriesId, number, startsAt: row.startsAt?.toString() ?? null, isPinned, reason, burdens, missing }
}

/**
 * One step in a plan: writes what changed, and the step, so that it can be taken back.
 * @param next the rows that are to be other than before
 */
export async function takeStep(
  work: Work,
  plan: PlanRow,
  verb: StepVerb,
  { before, next, closedWeeks }: { before: readonly PlanSession[]; next: readonly RowChange[]; closedWeeks?: string[] },
): Promise<void> {
  const old = new Map(before.map((row) => [`${row.seriesId} ${row.number}`, asChange(row)]))
  const changed = next.filter((row) => !isSame(row, old.get(`${row.seriesId} ${row.number}`)))
  const weeks = plan.closed_weeks.map(String)
  const around = {
    before: {
      rows: changed.flatMap((row) => old.get(`${row.seriesId} ${row.number}`) ?? []),
      closedWeeks: weeks,
    },
    after: { rows: changed, closedWeeks: closedWeeks ?? weeks },
  }
  await restore(work, plan, around.after)
  await keepAndTell(work, plan, verb, around)
}

function isSame(one: RowChange, other: RowChange | undefined): boolean {
  return other !== undefined && plain(one) === plain(other)
}

/** A row as one text, in whatever order its burdens are. */
function plain({ burdens, ...rest }: RowChange): string {
  return JSON.stringify([rest, Object.entries(burdens).toSorted(([one], [other]) => (one < other ? -1 : 1))])
}

async function restore(work: Work, plan: PlanRow, { rows, closedWeeks }: Around): Promise<void> {
  await saveRows(work.db, plan.id, rows)
  await changePlan(work.db, plan.id, { closed_weeks: closedWeeks.map((day) => Temporal.PlainDate.from(day)) })
}

/** Writes a step down that is done already; without what it changed it cannot be taken back. */
export async function keepAndTell(
  work: Work,
  plan: PlanRow,
  verb: StepVerb | 'undo' | 'redo',
  around: { before: Around; after: Around } | null,
  details: Record<string, unknown> = {},
): Promise<void> {
  const staffId = work.actor.kind === 'staff' ? work.actor.id : null
  const revision = plan.revision + 1
  await keepStep(work.db, { plan, revision, verb, around, staffId }, work.now)
  await changePlan(work.db, plan.id, { revision })
  await tellNews(work.db, planTopic(plan.id))
  await record(work, {
    verb: `season.${verb}`,
    subjectKind: 'initiative',
    subjectId: plan.initiative_id,
    agencyId: plan.agency_id,
    initiativeId: plan.initiative_id,
    details: { planId: plan.id, ...(around ? { sessions: around.after.rows.length } : {}), ...details },
  })
}

/**
 * Takes the last step back, or does it again: everything is planned as it was before it.
 * @param revision the step that was shown; another one, when a colleague was quicker, is refused
 */
export async function goBack(work: Work, planId: string, revision: number, verb: 'undo' | 'redo'): Promise<void> {
  const plan = await openPlan(work, planId)
  const step = (await readUndoable(work.db, plan.id))[verb]
  if (step === null) return refuse(work, (t) => t[`nothing to ${verb}`])
  if (step.revision !== revision) return refuse(work, (t) => t.meanwhile)
  const { before, after } = await readAround(work.db, plan.id, revision)
  await restore(work, plan, verb === 'undo' ? before : after)
  await setStanding(work.db, { planId: plan.id, revision, to: verb === 'undo' ? 'undone' : 'done' })
  await keepAndTell(work, plan, verb, null)
}

/** What was published cannot be taken back by a step: everybody has it in their calendars. */
export async function closeSteps(work: Work, plan: PlanRow): Promise<void> {
  await setStanding(work.db, { planId: plan.id, to: 'told' })
}

/** On which topic the changes of a plan are told. */
export function planTopic(planId: string): string {
  return `plan ${planId}`
}
