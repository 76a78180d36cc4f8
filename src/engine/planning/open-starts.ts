import type { Draft } from './draft.ts'
import type { Prices } from './prices.ts'

/** Starts that sessions may have, one after the other: a choice is one session with one start. */
export interface OpenStarts {
  /** Where the choices of each session begin, and where the last end; in the order of days. */
  first: Int32Array
  /** -1 for a session that stands already. */
  start: Int32Array
  /** Day in the count of the series. */
  day: Int32Array
  /** With prices, in 256ths of a point. */
  cost: Float64Array
  sessionOf: Int32Array
}

/**
 * Lists what sessions may have in a plan of at most this value, as far as prices can tell.
 *
 * @example listOpenStarts(draft, prices, 146).start.length // 709 of 7,232
 */
export function listOpenStarts(draft: Draft, prices: Prices, known: number): OpenStarts {
  const { bookings, candidates, chains, problem } = draft
  const allows = prices.allowed(known)
  const [start, day, cost, sessionOf] = [[], [], [], []] as [number[], number[], number[], number[]]
  const add = (session: number, one: number, on: number, asks: number) => {
    start.push(one)
    day.push(on)
    cost.push(asks)
    sessionOf.push(session)
  }
  const first = Int32Array.from({ length: draft.starts.length + 1 }, (_, session) => {
    const from = start.length
    if (session === draft.starts.length) return from
    const at = bookings.seriesOf[session]!
    const index = session - bookings.first[at]!
    if (draft.stands(session)) add(session, -1, chains[at]!.standing![index]!, 0)
    else {
      const kept = problem.series[at]!.kept?.[index] ?? -1
      const starts = candidates[at]!.start
      for (const [place, one] of starts.entries()) {
        if (allows[at]![index * starts.length + place] === 0 || !isWithinLimits(draft, at, one)) continue
        add(
          session,
          one,
          draft.dayOf(at, one),
          prices.costOf(at, place) + (kept >= 0 && kept !== one ? prices.move : 0),
        )
      }
    }
    return from
  })
  return {
    first,
    start: Int32Array.from(start),
    day: Int32Array.from(day),
    cost: Float64Array.from(cost),
    sessionOf: Int32Array.from(sessionOf),
  }
}

/** Whether one session alone keeps the limits. */
function isWithinLimits({ bookings }: Draft, at: number, start: number): boolean {
  return bookings.limitsOf[at]!.every((layer) => {
    const limit = layer[start]!
    return limit === 0 || bookings.weight(at, limit) <= bookings.most[limit]!
  })
}
