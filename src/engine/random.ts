/** A repeatable source of chance: the same seed gives the same sequence on every machine. Not for secrets. */
export interface Random {
  /** A number in [0, 1) with 32 random bits. */
  next(): number
  /** A whole number in 0 .. n-1. Throws RangeError unless n is a whole number from 1 to 2^32. */
  int(n: number): number
  /** One element, each as likely. Throws RangeError on an empty array. */
  pick<T>(array: readonly T[]): T
  /** A shuffled copy; the array given is left as it was. */
  shuffle<T>(array: readonly T[]): T[]
}

/**
 * Makes a generator from a seed. Any safe integer will do; neighbouring seeds give unrelated sequences.
 *
 * Method: sfc32, 'small fast counting', C. Doty-Humphrey, PractRand 0.94 (2010-2018); 128 bits of state, a period
 * of at least 2^32 for every seed. The first 15 outputs are thrown away, as the author advises. `shuffle` is
 * Fisher-Yates in the form of R. Durstenfeld, Algorithm 235, Communications of the ACM 7(7), 1964.
 *
 * @throws RangeError when the seed is not a safe integer
 * @example seededRandom(7).shuffle(['a', 'b', 'c'])
 */
export function seededRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`A seed must be a safe integer, not ${seed}.`)
  let a = seed | 0
  let b = Math.floor(seed / 2 ** 32) | 0
  let c = 0
  let counter = 1

  function bits(): number {
    const mixed = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + mixed) | 0
    return mixed >>> 0
  }
  for (let warm = 0; warm < 15; warm++) bits()

  const next = () => bits() / 2 ** 32
  function int(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > 2 ** 32) {
      throw new RangeError(`A random whole number needs an upper end from 1 to 2^32, not ${n}.`)
    }
    return Math.floor(next() * n)
  }
  function pick<T>(array: readonly T[]): T {
    if (array.length === 0) throw new RangeError('Nothing can be picked from an empty list.')
    return array[int(array.length)] as T
  }
  function shuffle<T>(array: readonly T[]): T[] {
    const copy = [...array]
    for (let last = copy.length - 1; last > 0; last--) {
      const other = int(last + 1)
      const kept = copy[last] as T
      copy[last] = copy[other] as T
      copy[other] = kept
    }
    return copy
  }
  return { next, int, pick, shuffle }
}
