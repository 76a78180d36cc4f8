import { dayIn } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { isTooLate, mayRemind } from './choice-reminder.ts'
import { listWaiting, readSetting } from './choice-people-store.ts'
import { countAnswers } from './choice-store.ts'
import { fewest } from './part-comparison.ts'
import { readSuggested } from './asking-peers.ts'
import type { AccessedRound } from './access.ts'

/** Suggestions for each, unless the facilitator says otherwise. */
export const usualMany = 4
/** Days peers are given to answer, unless the facilitator says otherwise. */
const usualDays = 7

/** How the asking of a draft round stands: for the facilitator, so without a word of who would rather not meet whom. */
export async function readAsking(db: Db, round: AccessedRound, now: Temporal.Instant, many = usualMany) {
  const { zone } = await readSetting(db, round.initiative_id)
  const { answer_by_on: answerByOn, asking } = round
  const { asked, answered } = asking ?? { asked: 0, answered: 0 }
  const waiting = asked === 0 ? [] : await listWaiting(db, round)
  const isDayOver = answerByOn !== null && isTooLate(now, answerByOn, zone)
  const mayCount = isDayOver && answered >= fewest
  return {
    ...(await readSuggested(db, round, now, many)),
    asked,
    answered,
    answeredSince: asking?.answeredSince ?? 0,
    waiting,
    toRemind: waiting.filter((one) => mayRemind(one, now)).length,
    said: mayCount ? await countAnswers(db, round.id) : null,
    isDayOver,
    usualDay: dayIn(zone, now).add({ days: usualDays }),
  }
}

export type Asking = Awaited<ReturnType<typeof readAsking>>
