import type { Work } from '../../platform/work.ts'
import { insertCopy } from './copying-store.ts'
import { openRound, sayTo } from './refusing.ts'
import { note } from './trail.ts'

const longestTitle = 120

/** Makes a second draft of a draft, to try another way beside the first. @returns the id of the new one */
export async function copyRound(work: Work, roundId: string): Promise<string> {
  const round = await openRound(work, roundId)
  const title = await sayTo(work, (t) => t.anotherWay({ title: round.title }))
  const copy = await insertCopy(work.db, round.id, title.slice(0, longestTitle), work.now)
  await note(work, { ...round, id: copy }, 'round.copy', { of: round.id })
  return copy
}
