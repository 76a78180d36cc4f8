/** How hard to try. Without a clock an answer depends on the request, the seed and the effort alone. */
export interface RotationLimits {
  /** Chance, repeatable; 1 where it is left out. */
  seed?: number
  /** How many trades are tried at most; 2,000,000 where it is left out, about a second. */
  effort?: number
  /** A clock that only goes forward, and how long it may take: then what was found by then is given back. */
  milliseconds?: () => number
  mostMilliseconds?: number
}
