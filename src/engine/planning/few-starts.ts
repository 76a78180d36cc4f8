import { BurdenRoom } from './burden-room.ts'
import { ChainCosts } from './chain-costs.ts'
import { unit } from './choices.ts'
import { Clashes } from './clashes.ts'
import type { Draft } from './draft.ts'
import { listOpenStarts, type OpenStarts } from './open-starts.ts'
import { PaidHours } from './paid-hours.ts'
import type { Prices } from './prices.ts'

/** More than any chain costs. */
const never = 2 ** 45

/**
 * The starts that are left for each session, when a plan may cost no more than so much and ask no more of anybody than
 * a cap. To settle a session takes away what clashes with it; then what has become too dear or too heavy falls, by the
 * least of all others; all of it can be undone.
 *
 * Method: forward checking, R. M. Haralick and G. L. Elliott, 'Increasing tree search efficiency for constraint
 * satisfaction problems', Artificial Intelligence 14, 1980; what is too dear by prices falls as in `Prices.allowed`, and
 * an hour with a price keeps its last taker (complementary slackness of linear programs).
 */
export class FewStarts {
  readonly open: OpenStarts
  /** How many choices are left of each session. */
  readonly left: Int32Array
  /** How often it was a session that could go no further. */
  readonly failures: Float64Array
  /** Whether all plans that are as good are made of these choices: it never pays to leave a session out. */
  readonly isWhole: boolean
  /** Whether there may be a plan at all. */
  readonly isPossible: boolean
  private readonly draft: Draft
  private readonly isGone: Uint8Array
  private readonly trail: number[] = []
  /** Choices that are the last of their session, and how long the trail was when they became it. */
  private readonly settled: { choice: number; mark: number }[] = []
  private readonly isSettled: Uint8Array
  /** Series that have lost choices. */
  private readonly waiting: number[] = []
  private readonly isWaiting: Uint8Array
  private readonly chains: ChainCosts
  private readonly clashes: Clashes
  private readonly hours: PaidHours
  private readonly burdens: BurdenRoom
  /** What the cheapest chain of each series costs, and by how much all together may become dearer. */
  private readonly least: Float64Array
  private spare: number
  /** What was spare when all dear choices were last taken away. */
  private scanned = Infinity

  constructor(draft: Draft, prices: Prices, known: number) {
    const { bookings, problem } = draft
    const open = listOpenStarts(draft, prices, known)
    this.draft = draft
    this.open = open
    this.left = Int32Array.from(draft.starts, (_, session) => open.first[session + 1]! - open.first[session]!)
    this.failures = new Float64Array(draft.starts.length)
    this.isSettled = new Uint8Array(draft.starts.length)
    this.isGone = new Uint8Array(open.start.length)
    this.isWaiting = new Uint8Array(problem.series.length)
    this.chains = new ChainCosts(open, this.isGone)
    this.clashes = new Clashes(draft, open)
    this.burdens = new BurdenRoom(draft, open, this.isGone)
    const priced = prices.pricedCells()
    const takers = priced.map(([cell]) => this.clashes.takersOf(cell))
    this.hours = new PaidHours(
      priced.map(([, price]) => price),
      takers,
      open.start.length,
    )
    this.least = new Float64Array(problem.series.length)
    this.spare = known * unit + prices.paid
    this.isWhole = true
    for (const [at, { sessions }] of problem.series.entries()) {
      const isHole = sessions === 1 && draft.candidates[at]!.start.length === 0 && !draft.stands(bookings.first[at]!)
      if (isHole) this.spare -= prices.pays(at)
      else {
        if (prices.isOptional(at, known)) this.isWhole = false
        this.wait(at)
      }
    }
    this.isPossible = this.isWhole && this.follow()
  }

  /** Sets what nobody may bear more than; `follow` then takes away what they cannot. */
  setCap(cap: number): void {
    const sessions = Array.from(this.left.keys())
    this.burdens.setCap(
      cap,
      sessions.filter((session) => this.left[session]! > 0),
    )
  }

  /** What somebody must bear at least. */
  leastWorst(): number {
    this.setCap(never)
    return this.burdens.greatest()
  }

  /** Takes every choice of a session away but this one. */
  settle(choice: number): void {
    this.dropOf(this.open.sessionOf[choice]!, (other) => other !== choice)
  }

  /** Takes a choice away. */
  drop(choice: number): void {
    if (this.isGone[choice] === 1) return
    const session = this.open.sessionOf[choice]!
    this.isGone[choice] = 1
    this.trail.push(choice)
    this.left[session]!--
    this.hours.drop(choice)
    this.wait(this.draft.bookings.seriesOf[session]!)
  }

  /** The choice left of a session whose chain is cheapest; -1 when there is none. */
  cheapest(session: number): number {
    const { first } = this.open
    const { through } = this.chains
    let best = -1
    for (let choice = first[session]!; choice < first[session + 1]!; choice++) {
      if (this.isGone[choice] === 0 && (best < 0 || through[choice]! < through[best]!)) best = choice
    }
    return best
  }

  /** A moment to come back to by `undo`; only after `follow` said true. */
  mark(): number {
    return this.trail.length
  }

  /** Brings back all that was taken away since a mark. */
  undo(mark: number): void {
    while (this.settled.length > 0 && this.settled.at(-1)!.mark > mark) {
      const { choice } = this.settled.pop()!
      this.isSettled[this.open.sessionOf[choice]!] = 0
      this.clashes.count(choice, -1)
    }
    while (this.trail.length > mark) {
      const choice = this.trail.pop()!
      const session = this.open.sessionOf[choice]!
      this.isGone[choice] = 0
      this.left[session]!++
      this.hours.revive(choice)
      this.wait(this.draft.bookings.seriesOf[session]!)
    }
    for (const at of this.waiting) {
      this.isWaiting[at] = 0
      this.weigh(at)
    }
    this.waiting.length = this.burdens.heavier.length = 0
    this.scanned = Infinity
  }

  /** Takes away what can be no more, until nothing changes; false when no plan is left. */
  follow(): boolean {
    const { waiting, burdens, hours } = this
    while (waiting.length > 0 || burdens.heavier.length > 0) {
      while (waiting.length > 0) if (!this.followSeries(waiting.pop()!)) return false
      while (burdens.heavier.length > 0) if (!this.lighten(burdens.heavier.pop()!)) return false
      const slack = this.spare - hours.lost
      if (slack < 0) return false
      for (let hour = hours.next(slack); hour >= 0; hour = hours.next(slack)) this.giveTo(hour)
      if (waiting.length > 0 || slack >= this.scanned) continue
      this.scanned = slack
      for (let at = 0; at < this.least.length; at++) this.dropDear(at, slack)
    }
    return true
  }

  private followSeries(at: number): boolean {
    const { first } = this.draft.bookings
    this.isWaiting[at] = 0
    for (let session = first[at]!; session < first[at + 1]!; session++) {
      if (this.left[session] === 0) return this.fail(session)
    }
    this.weigh(at)
    const slack = this.spare - this.hours.lost
    if (slack < 0) return this.fail(first[at]!)
    if (first[at + 1]! - first[at]! > 1) this.dropDear(at, slack)
    for (let session = first[at]!; session < first[at + 1]!; session++) {
      if (this.left[session] === 1 && this.isSettled[session] === 0) this.bar(this.cheapest(session))
    }
    return true
  }

  private fail(session: number): false {
    this.failures[session]!++
    return false
  }

  private wait(at: number): void {
    if (this.isWaiting[at] === 1) return
    this.isWaiting[at] = 1
    this.waiting.push(at)
  }

  /** Brings up to date what a series costs and asks at least. */
  private weigh(at: number): void {
    const { first } = this.draft.bookings
    const least = Math.min(never, this.chains.weigh(this.draft.chains[at]!, first[at]!))
    this.spare -= least - this.least[at]!
    this.least[at] = least
    for (let session = first[at]!; session < first[at + 1]!; session++) this.burdens.weigh(session)
  }

  /** Takes away what costs so much more than the cheapest chain of a series. */
  private dropDear(at: number, slack: number): void {
    const { through } = this.chains
    const { first } = this.draft.bookings
    const most = this.least[at]! + slack
    for (let session = first[at]!; session < first[at + 1]!; session++) {
      this.dropOf(session, (choice) => through[choice]! > most)
    }
  }

  private lighten(person: number): boolean {
    const hasRoom = this.burdens.hasRoom(person)
    for (const session of this.clashes.sessionsWith(person)) {
      if (!hasRoom) this.fail(session)
      else if (this.left[session]! > 0) this.burdens.tooHeavy(person, session, (choice) => this.drop(choice))
    }
    return hasRoom
  }

  /** Takes away what cannot be beside the last choice of a session. */
  private bar(choice: number): void {
    const { clashes } = this
    this.isSettled[this.open.sessionOf[choice]!] = 1
    this.settled.push({ choice, mark: this.trail.length })
    clashes.count(choice, 1)
    clashes.overlaps(choice, (session, isOut) => this.dropOf(session, isOut))
    clashes.overruns(choice, (session, isOut) => {
      if (this.isSettled[session] === 0) this.dropOf(session, isOut)
    })
  }

  /** Lets the one session that can still take an hour take it. */
  private giveTo(hour: number): void {
    const takers = this.hours.takers[hour]!
    let session = -1
    for (const choice of takers) {
      if (this.isGone[choice] === 1) continue
      if (session >= 0 && session !== this.open.sessionOf[choice]) return
      session = this.open.sessionOf[choice]!
    }
    if (this.left[session]! > 1) this.dropOf(session, (choice) => !takers.includes(choice))
  }

  private dropOf(session: number, isOut: (choice: number) => boolean): void {
    const end = this.open.first[session + 1]!
    for (let choice = this.open.first[session]!; choice < end; choice++) {
      if (this.isGone[choice] === 0 && isOut(choice)) this.drop(choice)
    }
  }
}
