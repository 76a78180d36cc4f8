import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'
import type { FitContext } from './fit/hard.ts'
import { readWeights, type Weights } from './fit/parts.ts'
import { readHistory, readKeptApart } from './history-store.ts'
import { referenceWeek } from './solving.ts'
import { latestPublished } from './store.ts'

/** How people are held against each other outside of a round: as in the last published one, and nobody twice with the same. */
export interface AfterRound {
  weights: Weights
  context: FitContext
  /** Persons with an open connection, proposals among them. */
  connected: ReadonlySet<string>
}

export async function readAfterRound(db: Db | Tx, initiativeId: string, now: Temporal.Instant): Promise<AfterRound> {
  const { earlier, together, loads } = await readHistory(db, initiativeId)
  const round = await latestPublished(db, initiativeId)
  return {
    weights: readWeights(round?.weights),
    context: {
      weekStart: referenceWeek(now),
      // The usual weeks are enough for a suggestion: the times themselves are proposed with everything that is known.
      times: new Map(),
      allowSameOrganisation: round?.allow_same_organisation ?? false,
      allowReportingLine: round?.allow_reporting_line ?? false,
      allowConnected: false,
      contact: 'freeze',
      earlier,
      together,
      forbidden: new Set(),
      ...(await readKeptApart(db, initiativeId, round?.id)),
      needs: new Map(),
      loads,
      leftOutLast: new Set(),
    },
    connected: new Set(loads.keys()),
  }
}
