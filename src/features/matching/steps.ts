import { record } from '../../platform/audit/record.ts'
import { tellNews } from '../../platform/news/tell.ts'
import type { Work } from '../../platform/work.ts'
import { NotHere } from '../../platform/web/mistakes.ts'
import type { Weights } from './fit/parts.ts'
import { openRound, refuse } from './refusing.ts'
import { solveAgain } from './solving.ts'
import {
  type Arrangement,
  keepStep,
  readArrangement,
  readAround,
  readUndoable,
  restoreArrangement,
  setStanding,
} from './steps-store.ts'
import type { Round } from './store.ts'

/** What a step was, for the audit trail as 'round.pin' and for a colleague in words. */
export type StepVerb = 'pin' | 'unpin' | 'forbid' | 'allow' | 'swap' | 'weigh' | 'score' | 'undo' | 'redo'

/** On which channel the changes of a round are told. */
export function roundTopic(roundId: string): string {
  return `round ${roundId}`
}

interface TakenStep {
  verb: StepVerb
  people: readonly string[]
  /** What counts from now on, where the step changes that. */
  weights?: Weights | undefined
  /** See `readField`. */
  inputs?: string
}

/**
 * One step in a draft round: changes rules or weights, solves again, and writes the step down so that it can be taken back.
 * @param change does it, in the tables
 */
export async function takeStep(
  work: Work,
  round: Round,
  { verb, people, weights, inputs }: TakenStep,
  change: () => Promise<void>,
): Promise<void> {
  const before = await readArrangement(work.db, round)
  await change()
  const after = await readArrangement(work.db, weights ? { id: round.id, weights: { ...weights } } : round)
  const isChanged = JSON.stringify(before) !== JSON.stringify(after)
  await solveWith(work, round, after, weights === undefined, inputs)
  await keepAndTell(work, round, verb, people, isChanged ? { before, after } : null)
}

/**
 * Takes the last step back: rules and weights are what they were before it, and so are the proposals.
 * @param revision the step that was shown; another one, when a colleague was quicker, is refused
 * @returns whom it named
 */
export function undoStep(work: Work, roundId: string, revision: number): Promise<string[]> {
  return move(work, roundId, revision, 'undo')
}

/** Does the step again that was taken back last. */
export function redoStep(work: Work, roundId: string, revision: number): Promise<string[]> {
  return move(work, roundId, revision, 'redo')
}

async function move(work: Work, roundId: string, revision: number, verb: 'undo' | 'redo'): Promise<string[]> {
  const round = await openRound(work, roundId)
  const step = (await readUndoable(work.db, round.id))[verb]
  if (step === null) await refuse(work, (t) => t[`nothing to ${verb}`])
  if (step?.revision !== revision) await refuse(work, (t) => t.stepMeanwhile)
  if (!step) throw new NotHere()
  const { before, after } = await readAround(work.db, round.id, revision)
  const target = verb === 'undo' ? before : after
  const [from, to] = verb === 'undo' ? (['done', 'undone'] as const) : (['undone', 'done'] as const)
  await setStanding(work.db, { roundId: round.id, revision, from, to })
  await restoreArrangement(work.db, round.id, target)
  await solveWith(work, round, target, JSON.stringify(before.weights) === JSON.stringify(after.weights))
  await keepAndTell(work, round, verb, step.people, null)
  return step.people
}

async function solveWith(
  work: Work,
  round: Round,
  { weights }: Arrangement,
  sameWeights: boolean,
  inputs?: string,
): Promise<void> {
  await solveAgain(work, { ...round, weights: { ...weights } }, sameWeights, inputs)
}

async function keepAndTell(
  work: Work,
  round: Round,
  verb: StepVerb,
  people: readonly string[],
  around: { before: Arrangement; after: Arrangement } | null,
): Promise<void> {
  const staffId = work.actor.kind === 'staff' ? work.actor.id : null
  await keepStep(work.db, { roundId: round.id, revision: round.revision + 1, verb, people, around, staffId }, work.now)
  await note(work, round, `round.${verb === 'weigh' ? 'score' : verb}`, people.length > 0 ? { persons: people } : {})
  await tellNews(work.db, roundTopic(round.id))
}

/** One line of the audit trail about a round. */
export function note(work: Work, round: Round, verb: string, details: Record<string, unknown> = {}): Promise<void> {
  return record(work, {
    verb,
    subjectKind: 'round',
    subjectId: round.id,
    agencyId: round.agency_id,
    initiativeId: round.initiative_id,
    details,
  })
}
