import { dayIn } from '../../platform/clock.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { carryOut, theSystem, type Tx, type Work, type World } from '../../platform/work.ts'
import type { Db } from '../../platform/database/database.ts'
import { readTopics } from '../initiatives/profiles.ts'
import { listWaiting, readSetting } from './choice-people-store.ts'
import { sendChoice } from './choice-mails.tsx'
import { isTooLate, mayRemind, remindAt } from './choice-reminder.ts'
import * as store from './choice-store.ts'
import { writeLetters } from './letters.ts'
import { openRound, refuse } from './refusing.ts'
import { type Field, readField } from './solving.ts'
import { lockRound, type Round } from './store.ts'
import { suggest } from './suggest.ts'
import { note } from './trail.ts'

/** Days a peer may be given to answer. */
export const mostDaysToAnswer = 60

/** What one peer would be asked. */
export interface Suggested {
  personId: string
  suggestions: store.Suggestion[]
}

/** Everybody in a round whom nobody has asked yet, each with the list they would get; who has nobody to be suggested. */
export async function readSuggested(db: Db | Tx, round: Round, now: Temporal.Instant, many: number) {
  const field = await readField(db, round, now)
  const topics = new Map((await readTopics(db, round.initiative_id)).map(({ id, name }) => [id, name]))
  const asked = new Set((await store.listAsked(db, round.id)).map(({ person_id }) => person_id))
  const lists = suggest(field.cohort, field.pins, many)
  const suggested = field.cohort.peers.flatMap(({ profile: { personId } }, place): Suggested[] => {
    if (asked.has(personId)) return []
    return [{ personId, suggestions: (lists[place] ?? []).map((other) => suggestionOf(field, topics, place, other)) }]
  })
  return {
    names: field.names,
    toAsk: suggested.filter(({ suggestions }) => suggestions.length > 0),
    withNobody: suggested.filter(({ suggestions }) => suggestions.length === 0).map(({ personId }) => personId),
  }
}

function suggestionOf({ cohort }: Field, topics: ReadonlyMap<string, string>, place: number, other: number) {
  const [reader, them] = [orNotHere(cohort.peers[place]).profile, orNotHere(cohort.peers[other]).profile]
  const letters = writeLetters([reader, them], cohort.fit(place, other).reasons, (id) => topics.get(id) ?? '')
  return { otherId: them.personId, why: letters[0]?.why ?? '' }
}

/**
 * Sends everybody in a draft round who was not asked before their list of suggestions, and sets the last day to answer
 * for all.
 * @returns how many were asked by this
 */
export async function askPeers(
  work: Work,
  roundId: string,
  { answerByOn, many }: { answerByOn: Temporal.PlainDate; many: number },
): Promise<number> {
  const round = await openRound(work, roundId)
  const zone = await zoneOf(work, round)
  const days = dayIn(zone, work.now).until(answerByOn).days
  if (days < 1 || days > mostDaysToAnswer) await refuse(work, (t) => t.answerByWrong, 'answerBy')
  const { toAsk } = await readSuggested(work.db, round, work.now, many)
  const reminder = remindAt(work.now, answerByOn, zone)
  await store.insertAsked(work.db, round.id, toAsk, { askedAt: work.now, remindAt: reminder })
  await store.setDeadline(work.db, round.id, answerByOn, reminder)
  await sendChoice(
    work,
    { ...round, answer_by_on: answerByOn },
    toAsk.map(({ personId }) => personId),
    'ask',
  )
  await note(work, round, 'round.ask', { asked: toAsk.length, answerBy: answerByOn.toString() })
  return toAsk.length
}

/** Reminds who has not answered, still takes part, and has not heard of it for a day. @returns how many */
export async function remindUnanswered(work: Work, roundId: string): Promise<number> {
  const round = await openRound(work, roundId)
  const waiting = (await listWaiting(work.db, round)).filter((one) => mayRemind(one, work.now))
  return remind(
    work,
    round,
    waiting.map(({ person_id }) => person_id),
  )
}

/** Sweep: reminds, two days before the last day to answer, who has not; not after that day, and not once it is published. */
export async function remindAboutChoices(world: World): Promise<void> {
  for (const due of await store.dueReminders(world.db, world.clock.now())) {
    await carryOut(world, theSystem, async (work) => {
      const round = await lockRound(work.db, due.roundId)
      if (!(await store.claimReminder(work.db, due, work.now))) return
      const zone = await zoneOf(work, round)
      if (round.state !== 'draft' || isTooLate(work.now, round.answer_by_on, zone)) return
      const waiting = await listWaiting(work.db, round)
      if (waiting.some(({ person_id }) => person_id === due.personId)) await remind(work, round, [due.personId])
    })
  }
}

async function remind(work: Work, round: Round, personIds: readonly string[]): Promise<number> {
  if (personIds.length === 0) return 0
  await store.noteReminded(work.db, round.id, personIds, work.now)
  await sendChoice(work, round, personIds, 'remind')
  await note(work, round, 'round.remind', { reminded: personIds.length })
  return personIds.length
}

export interface Chosen {
  answers: ReadonlyMap<string, store.ChoiceAnswer>
  /** People they would like, beside those they were suggested. */
  named: readonly string[]
}

/** Keeps what a peer says of their suggestions, until the round is published. Nothing of it goes on the audit trail. */
export async function choose(work: Work, which: { roundId: string; personId: string }, chosen: Chosen): Promise<void> {
  const round = await lockRound(work.db, which.roundId)
  if (round.state !== 'draft') await refuse(work, (t) => t.roundIsOver)
  await store.keepAnswers(work.db, which, chosen, work.now)
  await note(work, round, 'round.choose')
}

async function zoneOf(work: Work, round: Round): Promise<string> {
  return (await readSetting(work.db, round.initiative_id)).zone
}
