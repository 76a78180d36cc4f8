import type { Sharing } from './season.ts'

/** In a row of starts: nobody can be asked for this one. */
export const impossible = 255

/**
 * A season below the wall clock: people, places and starts are numbers. Two sessions of one person may not overlap:
 * a session that starts in slot s takes `lead` slots before it, its `length`, and `lead` after; slots outside
 * 0 .. slots-1 take nothing.
 */
export interface PlanningProblem {
  /** Slots on which a session may start, 0 .. slots-1. */
  slots: number
  people: number
  series: readonly ProblemSeries[]
  sharing: Sharing
  /** Points a person has whatever is planned: borne and fixed sessions. */
  borne?: Int32Array
  limits?: readonly ProblemLimit[]
}

export interface ProblemSeries {
  /** Who must attend. */
  members: readonly number[]
  /** For each member the points of a session starting in each slot, or `impossible`. Rows may be shared. */
  rows: readonly Uint8Array[]
  /** Points that count for the total and for nobody, by start, or `impossible`. */
  extra?: Uint8Array
  /** Members whose points count and who do not hinder: where their row says `impossible` they are missing. */
  optional?: { members: readonly number[]; rows: readonly Uint8Array[]; missing: number }
  /** How many sessions. */
  sessions: number
  /** Slots a session takes. */
  length: number
  /** What a session counts against limits of minutes. */
  minutes: number
  lead?: number
  /** Number of a place that holds one session at a time. */
  place?: number
  /** Day of each slot by the clock of the series, never falling; absent: 48 slots a day. */
  dayOf?: Int32Array
  /** Days from one session to the next, at least 1; with a session left out between, the greatest gap doubles. */
  leastGap: number
  greatestGap: number
  /** Day of a session held before: the first keeps the gaps from it. */
  before?: number
  /** Day of each session that stands already (with rows and borne that know of it), or -1. They get no start. */
  standing?: Int32Array
  /** Start each session had, or -1: leaving it is a move. Moves are made few before burdens are made small. */
  kept?: Int32Array
}

/** No more than `most` of the weights of a person's sessions may start in one span of slots. */
export interface ProblemLimit {
  person: number
  /** Slots from and up to, not including. */
  from: number
  to: number
  most: number
  /** What a session counts: 'one', or its minutes. */
  counts: 'sessions' | 'minutes'
}

/** Where every session goes, and what is proved about it. */
export interface Solution {
  /** For each series the start of each session in order, or -1. */
  starts: Int32Array[]
  unplaced: number
  /** Sessions that left the start they had, or lost it. */
  moves: number
  /** Points of all placed sessions; `borne` does not count. */
  total: number
  /** Points of each person, `borne` included. */
  burdens: Int32Array
  worst: number
  /** See `PlanCertificate`; of moves too, where sessions had a start: no plan has fewer, or as few and a lower total. */
  leastTotal: number
  leastWorst: number
  isTotalProved: boolean
  isWorstProved: boolean
  isPlacingProved: boolean
  method: 'each alone' | 'prices'
  iterations: number
}
