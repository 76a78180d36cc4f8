type Pair = readonly [u: number, v: number]

/** One change of a standing problem. Each has an inverse, which `change` returns. */
export type Change =
  /** This pair must be in the answer. */
  | { pin: Pair }
  | { unpin: Pair }
  /** This pair must not be in the answer; it need not be among the edges. */
  | { forbid: Pair }
  | { allow: Pair }
  /** What a pair is worth, a whole number. A pair that was no edge becomes one. */
  | { weigh: readonly [u: number, v: number, weight: number] }
  /** This pair is no edge any more. */
  | { drop: Pair }
  /** One person more, with the next number, and what a pair with each of some others is worth. */
  | { join: readonly (readonly [other: number, weight: number])[] }
  /** One person fewer. The number is not given to anybody else. */
  | { leave: number }
  /** A person who left is there again, with the same edges. */
  | { rejoin: number }
