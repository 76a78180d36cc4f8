/** Two groups and in how many of each something happened. Whole numbers, `yes` at most `of`. */
export interface TwoShares {
  one: Share
  other: Share
}

/** Something happened `yes` times out of `of`. */
export interface Share {
  yes: number
  of: number
}

/**
 * How often a difference at least as unlikely as this one comes about by chance alone, when both groups are alike: the
 * two-sided p of a two by two table with its margins fixed, exact however small the groups.
 *
 * Method: R. A. Fisher, 'The Design of Experiments', 1935; two-sided by adding up every table that is no likelier than the
 * observed one, as in J. O. Irwin, Metron 12(2), 1935. Tables whose likelihood differs by rounding alone count as equal.
 *
 * @throws RangeError when a share is not made of whole numbers with 0 <= yes <= of
 * @returns 0 to 1
 * @example fisherExact({ one: { yes: 3, of: 4 }, other: { yes: 1, of: 4 } }) // 0.4857: tea or milk first
 */
export function fisherExact({ one, other }: TwoShares): number {
  checkShare(one)
  checkShare(other)
  const yes = one.yes + other.yes
  const logFactorial = logFactorials(one.of + other.of)
  const logChoose = (n: number, k: number) => logFactorial[n]! - logFactorial[k]! - logFactorial[n - k]!
  const logAll = logChoose(one.of + other.of, yes)
  const likelihood = (yesOfOne: number) =>
    Math.exp(logChoose(one.of, yesOfOne) + logChoose(other.of, yes - yesOfOne) - logAll)
  const observed = likelihood(one.yes) * (1 + 1e-7)
  let sum = 0
  for (let k = Math.max(0, yes - other.of); k <= Math.min(yes, one.of); k++) {
    const p = likelihood(k)
    if (p <= observed) sum += p
  }
  return Math.min(1, sum)
}

/**
 * Refuses a share that cannot be.
 *
 * @throws RangeError in one sentence
 */
export function checkShare({ yes, of }: Share): void {
  if (Number.isInteger(yes) && Number.isInteger(of) && yes >= 0 && yes <= of) return
  throw new RangeError(`${yes} of ${of} is no share.`)
}

function logFactorials(most: number): Float64Array {
  const sums = new Float64Array(most + 1)
  for (let n = 2; n <= most; n++) sums[n] = sums[n - 1]! + Math.log(n)
  return sums
}
