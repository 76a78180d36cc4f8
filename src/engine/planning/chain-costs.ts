import type { OpenStarts } from './open-starts.ts'
import type { Chain } from './sequence.ts'

/**
 * What the cheapest chain of sessions through each choice costs: dynamic programming forward and backward over the
 * choices that are left, the least within the gaps by a monotone queue. Exact, where no session is left out.
 */
export class ChainCosts {
  /** By choice; Infinity where none keeps the gaps, and unsaid for choices that are gone. */
  readonly through: Float64Array
  private readonly open: OpenStarts
  private readonly isGone: Uint8Array
  private readonly onward: Float64Array
  private readonly queue: Int32Array

  constructor(open: OpenStarts, isGone: Uint8Array) {
    this.open = open
    this.isGone = isGone
    this.through = open.cost.slice()
    this.onward = new Float64Array(open.cost.length)
    this.queue = new Int32Array(open.cost.length)
  }

  /** Brings `through` up to date for the sessions of a chain, from the first one on; returns the least of all. */
  weigh(chain: Chain, first: number): number {
    const { open, isGone, through } = this
    const end = first + chain.sessions
    if (chain.sessions > 1 || chain.before !== undefined) {
      for (let session = first; session < end; session++) this.pass(chain, first, session, 1)
      for (let session = end - 1; session >= first; session--) this.pass(chain, first, session, -1)
    }
    let least = Infinity
    for (let choice = open.first[first]!; choice < open.first[first + 1]!; choice++) {
      if (isGone[choice] === 0 && through[choice]! < least) least = through[choice]!
    }
    return least
  }

  /** Costs up to each choice of a session and with it (1); or, going back, all costs through it (-1). */
  private pass(chain: Chain, head: number, session: number, sign: number): void {
    const { open, isGone, through, onward, queue } = this
    const { first, day, cost } = open
    const isLast = sign > 0 ? session === head : session === head + chain.sessions - 1
    const before = isLast && sign > 0 && !standsIn(chain, session - head) ? chain.before : undefined
    const areStanding = !isLast && standsIn(chain, session - head) && standsIn(chain, session - sign - head)
    const values = sign > 0 ? through : onward
    const step = (from: number, to: number, visit: (choice: number) => void) => {
      if (sign > 0) for (let choice = from; choice < to; choice++) visit(choice)
      else for (let choice = to - 1; choice >= from; choice--) visit(choice)
    }
    let [top, tail, entering] = [0, 0, 0]
    const others: number[] = []
    if (!isLast) step(first[session - sign]!, first[session - sign + 1]!, (choice) => others.push(choice))
    step(first[session]!, first[session + 1]!, (choice) => {
      if (isGone[choice] === 1) return
      let least = 0
      if (before !== undefined) {
        const apart = day[choice]! - before
        least = apart < chain.leastGap || apart > chain.greatestGap ? Infinity : 0
      } else if (!isLast) {
        for (; entering < others.length; entering++) {
          const other = others[entering]!
          if (!areStanding && sign * (day[choice]! - day[other]!) < chain.leastGap) break
          if (isGone[other] === 1) continue
          while (tail > top && values[queue[tail - 1]!]! >= values[other]!) tail--
          queue[tail++] = other
        }
        while (!areStanding && tail > top && sign * (day[choice]! - day[queue[top]!]!) > chain.greatestGap) top++
        least = tail > top ? values[queue[top]!]! : Infinity
      }
      if (sign > 0) through[choice] = cost[choice]! + least
      else {
        onward[choice] = cost[choice]! + least
        through[choice] = through[choice]! + least
      }
    })
  }
}

function standsIn({ standing }: Chain, index: number): boolean {
  return standing !== undefined && standing[index]! >= 0
}
