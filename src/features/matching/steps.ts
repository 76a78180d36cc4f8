import { tellNews } from '../../platform/news/tell.ts'
import type { Work } from '../../platform/work.ts'
import { NotHere } from '../../platform/web/mistakes.ts'
import { type Arrangement, readArrangement, restoreArrangement } from './arrangement-store.ts'
import { openRound, refuse } from './refusing.ts'
import { solveAgain } from './solving.ts'
import { keepStep, readAround, readUndoable, setStanding } from './steps-store.ts'
import { lockRound, type Round } from './store.ts'
import { note } from './trail.ts'

/** What a step was, for the audit trail as 'round.pin' and for a colleague in words. */
export type StepVerb =
  | 'pin'
  | 'unpin'
  | 'forbid'
  | 'allow'
  | 'swap'
  | 'weigh'
  | 'score'
  | 'set'
  | 'people'
  | 'demand'
  | 'waive'

export interface TakenStep {
  verb: StepVerb
  /** Whom it names: few. */
  people: readonly string[]
  /** Whether points before and after are counted alike; they are, unless said. */
  isComparable?: boolean
  /** For the audit trail, where it is more than the people. */
  details?: Record<string, unknown>
  /** For a step that changes rules only: see `readField`. */
  inputs?: string
}

/**
 * One step in a draft round: changes what is set, solves again, and writes the step down so that it can be taken back.
 * @param change does it, in the tables
 */
export async function takeStep(
  work: Work,
  round: Round,
  { verb, people, isComparable = true, details, inputs }: TakenStep,
  change: () => Promise<void>,
): Promise<void> {
  const before = await readArrangement(work.db, round.id)
  await change()
  const after = await readArrangement(work.db, round.id)
  const isChanged = JSON.stringify(before) !== JSON.stringify(after)
  await solveAgain(work, inputs ? round : await lockRound(work.db, round.id), isComparable, inputs)
  await keepAndTell(work, round, { verb, people, around: isChanged ? { before, after } : null })
  await note(work, round, `round.${verb === 'weigh' ? 'score' : verb}`, details ?? { persons: people })
}

/**
 * Takes the last step back: everything is set as it was before it, and so are the proposals.
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
  const [from, to] = verb === 'undo' ? (['done', 'undone'] as const) : (['undone', 'done'] as const)
  await setStanding(work.db, { roundId: round.id, revision, from, to })
  await restoreArrangement(work.db, round.id, verb === 'undo' ? before : after)
  const isComparable = JSON.stringify(before.settings) === JSON.stringify(after.settings)
  await solveAgain(work, await lockRound(work.db, round.id), isComparable)
  await keepAndTell(work, round, { verb, people: step.people, around: null })
  await note(work, round, `round.${verb}`, { step: step.verb })
  return step.people
}

async function keepAndTell(
  work: Work,
  round: Round,
  step: { verb: string; people: readonly string[]; around: { before: Arrangement; after: Arrangement } | null },
): Promise<void> {
  const staffId = work.actor.kind === 'staff' ? work.actor.id : null
  await keepStep(work.db, { ...step, roundId: round.id, revision: round.revision + 1, staffId }, work.now)
  await tellRound(work, round.id)
}

/** On which topic the changes of a round are told. */
export function roundTopic(roundId: string): string {
  return `round ${roundId}`
}

/** Tells everybody who looks at a round that it changed. */
export function tellRound(work: Work, roundId: string): Promise<void> {
  return tellNews(work.db, roundTopic(roundId))
}
