import type { FewStarts } from './few-starts.ts'

/** What a dive says of the plans it looks for: here is one, there is none, or it was too long to tell. */
export type DiveVerdict = 'found' | 'none' | 'unknown'

type Accept = (starts: Int32Array) => boolean

/** How often a dive may fail before it begins anew; then twice as often. */
const firstPatience = 32

/**
 * Looks through all plans made of a few starts, in which nobody bears more than a cap, until one is accepted: settles the
 * session that failed most for the choices it has left at its cheapest, or else does without that choice. After many
 * failures it begins anew and remembers where it failed.
 *
 * Method: backtracking with weighted failures and restarts, F. Boussemart, F. Hemery, C. Lecoutre and L. Sais, 'Boosting
 * systematic search by weighting constraints', ECAI 2004.
 *
 * @param isOver asked before each choice
 * @param accept told of the start of each session (or -1); whether the plan will do
 * @example dive(new FewStarts(draft, prices, 146), 9, () => steps++ > 500, (starts) => isGood(starts)) // 'none'
 */
export function dive(few: FewStarts, cap: number, isOver: () => boolean, accept: Accept): DiveVerdict {
  if (!few.isWhole) return 'unknown'
  if (!few.isPossible) return 'none'
  const root = few.mark()
  few.setCap(cap)
  let verdict: DiveVerdict = few.follow() ? 'unknown' : 'none'
  const capped = few.mark()
  for (let patience = firstPatience; verdict === 'unknown' && !isOver(); patience *= 2) {
    verdict = look(few, patience, isOver, accept)
    few.undo(capped)
  }
  few.undo(root)
  return verdict
}

function look(few: FewStarts, patience: number, isOver: () => boolean, accept: Accept): DiveVerdict {
  const tried: { mark: number; choice: number }[] = []
  for (let failures = 0; ;) {
    const session = mostTroubled(few)
    let goesOn = session >= 0
    if (session >= 0) {
      if (failures > patience || isOver()) return 'unknown'
      const choice = few.cheapest(session)
      tried.push({ mark: few.mark(), choice })
      few.settle(choice)
      goesOn = few.follow()
    } else if (accept(startsOf(few))) return 'found'
    while (!goesOn) {
      const last = tried.pop()
      if (!last) return 'none'
      failures++
      few.undo(last.mark)
      few.drop(last.choice)
      goesOn = few.follow()
    }
  }
}

/** The session with most failures for the choices it has left; -1 when all are settled. */
function mostTroubled({ left, failures }: FewStarts): number {
  let [most, session] = [0, -1]
  for (let one = 0; one < left.length; one++) {
    if (left[one]! < 2) continue
    const value = (1 + failures[one]!) / left[one]!
    if (value > most) [most, session] = [value, one]
  }
  return session
}

function startsOf(few: FewStarts): Int32Array {
  return Int32Array.from(few.left, (left, session) => (left === 0 ? -1 : few.open.start[few.cheapest(session)]!))
}
