/** A plan for a season: each session of each series in order, placed or with the reason why not. */
export interface Plan {
  sessions: PlannedSession[]
  /** All burdens, fixed sessions too, and the points of missing optional members. */
  total: number
  /** Everybody's points over the season, `borne` included, in the order of the season's people. */
  burdens: { personId: string; points: number }[]
  /** The greatest of these. */
  worst: number
  certificate: PlanCertificate
  /** Steps of the search that were done, fewer than asked for when optimality was proved or time was up. */
  iterations: number
}

export interface PlannedSession {
  seriesId: string
  /** From 0, within its series. */
  index: number
  startsAt: string | null
  /** Who attends, and what it asks of them. */
  burdens: { personId: string; points: number }[]
  /** Optional members who cannot attend. */
  missing: string[]
  /** Why it has no place; only where `startsAt` is null. */
  reason?: UnplacedReason
}

/** A planned session by its series and number, or a fixed one. */
export type SessionRef = { seriesId: string; index: number } | { fixedId: string }

/**
 * Why a session has no place, in words that can be checked:
 * - 'nobody free together': these people have no common hour in the dates of the series; one: has no hour at all.
 * - 'gap': they have, but none that keeps the gaps from these sessions.
 * - the others: each hour that is left is barred by one of `bars`; the kind is that of the bar with most hours.
 */
export interface UnplacedReason {
  kind: 'nobody free together' | 'gap' | BarKind
  people: string[]
  /** For a gap: the sessions it would be too near to or too far from. For bookings: what is in the way. */
  sessions: SessionRef[]
  place?: string
  bars: Bar[]
}

export type BarKind = 'already booked' | 'weekly limit' | 'monthly limit' | 'place taken'

/** One thing that bars hours which would otherwise be possible. */
export interface Bar {
  kind: BarKind
  /** Who is booked, or whose limit it is. */
  personId?: string
  place?: string
  /** What books the person or the place. */
  by?: SessionRef
  /** Monday of the week, or first day of the month, that is full by the person's own clock. */
  from?: string
  /** How many starts it bars. */
  starts: number
}

/**
 * What is proved about a plan, each for plans with as few sessions without a place as this one.
 * - `leastTotal`: no plan has a lower total.
 * - `leastWorst`: 'worst first': no plan has a lower worst burden; 'total first': none with a total as low.
 */
export interface PlanCertificate {
  leastTotal: number
  isTotalProved: boolean
  leastWorst: number
  isWorstProved: boolean
  /** No plan leaves fewer sessions without a place. */
  isPlacingProved: boolean
  /** How the bound came about: by prices on shared hours (Lagrangian), or each series alone was enough. */
  method: 'each alone' | 'prices'
}

/** When to stop, and whom to tell. The same seed and iterations give the same plan; time only cuts off. */
export interface PlanOptions {
  seed: number
  /** Steps of the search; 20,000 unless said otherwise. Less when optimality is proved before. */
  iterations?: number
  /** A time to stop at, by the clock given. */
  seconds?: number
  milliseconds?: () => number
  /** Told of each better plan: figures only, quick. */
  onBetter?: (progress: PlanProgress) => void
  /** Asked now and then; true ends the search with the best plan so far. */
  shouldStop?: () => boolean
}

export interface PlanProgress {
  iterations: number
  unplaced: number
  total: number
  worst: number
  leastTotal: number
}

/** A plan after a change, and what the change cost. */
export interface RepairedPlan {
  plan: Plan
  /** Sessions that had a place and have another now, or none. */
  moved: { seriesId: string; index: number; from: string; to: string | null }[]
}

/** A start that a session could have, compared with now. */
export interface PossibleStart {
  startsAt: string
  /** Change of the plan's total: less is better. */
  change: number
  /** Each member whose burden changes. */
  changes: { personId: string; points: number }[]
  /** Optional members who could not attend. */
  missing: string[]
  /** What it would break; empty: it can be taken as it is. */
  clashes: Clash[]
}

export type Clash =
  | { kind: 'already booked'; personId: string; by: SessionRef }
  | { kind: 'place taken'; by: SessionRef }
  | { kind: 'weekly limit'; personId: string }
  | { kind: 'monthly limit'; personId: string }
  | { kind: 'gap'; with: SessionRef }
