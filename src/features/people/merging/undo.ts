import { record } from '../../../platform/audit/record.ts'
import { FormMistake } from '../../../platform/web/mistakes.ts'
import type { Work } from '../../../platform/work.ts'
import type { words } from '../words.ts'
import { type RowChange, takeBack } from './change-log.ts'
import { holderOfAddresses, isMergedLater, lockMerge, markUndone } from './store.ts'

/**
 * Takes a merge back: both records and all that belonged to each are as they were, except for what somebody changed since.
 * Merges of one person are undone in the opposite order.
 */
export async function undoMerge(work: Work, t: ReturnType<typeof words>, mergeId: string): Promise<void> {
  const merge = await lockMerge(work.db, mergeId)
  if (merge.undone_at) return
  if (await isMergedLater(work.db, merge)) throw new FormMistake(t.undoLater)
  const changes = merge.moved as RowChange[]
  const holder = await holderOfAddresses(work.db, merge, addressesBefore(changes))
  if (holder) throw new FormMistake(t.undoAddress({ email: holder.email }))
  await takeBack(work.db, changes)
  await markUndone(work, mergeId)
  const details = { mergedId: merge.merged_id }
  await record(work, {
    verb: 'person.unmerge',
    subjectKind: 'person',
    subjectId: merge.kept_id,
    agencyId: merge.agency_id,
    details,
  })
}

function addressesBefore(changes: readonly RowChange[]): string[] {
  return changes.flatMap((change) =>
    change.did === 'update' && change.table === 'persons' && 'email' in change.before
      ? [String(change.before.email)]
      : [],
  )
}
