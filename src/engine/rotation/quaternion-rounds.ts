/** One base round, and what the other one consists of besides its images: players are class * 8 + quaternion. */
const base = [
  [0, 15, 17, 22],
  [1, 7, 10, 29],
  [2, 9, 13, 28],
  [3, 6, 14, 19],
  [4, 16, 24, 30],
  [5, 18, 23, 27],
  [8, 21, 26, 31],
  [11, 12, 20, 25],
]
const kept = [
  [0, 9, 18, 25],
  [4, 5, 6, 7],
  [12, 13, 14, 15],
  [20, 21, 22, 23],
  [28, 29, 30, 31],
]

/**
 * Ten clean rounds of eight groups of four, as many as there can be: the players are four copies of the quaternion group,
 * whose eight elements take one base round to eight, while a second one is kept by the powers of i and gives two.
 *
 * Found by our own search, which `npx tsx bench/rotation-starters.ts quaternions` runs again: annealing, as in
 * `findStarter`, over rotations that a group of permutations takes to themselves; no cyclic group of the kind gave one.
 *
 * @example quaternionRounds().length // 10
 */
export function quaternionRounds(): number[][][] {
  const [i, j] = [2, 4]
  const powersOfI = [0, 1, i, i + 1]
  const second = new Map<string, number[]>()
  for (const group of kept) {
    for (const power of powersOfI) {
      const image = turned(group, power)
      second.set(image.toSorted((a, b) => a - b).join(), image)
    }
  }
  const other = [...second.values()]
  const eight = Array.from({ length: 8 }, (_, element) => base.map((group) => turned(group, element)))
  return [...eight, other, other.map((group) => turned(group, j))]
}

function turned(group: readonly number[], element: number): number[] {
  return group.map((player) => player - (player % 8) + multiplyQuaternions(element, player % 8))
}

/**
 * Multiplies two of the quaternions 1, -1, i, -i, j, -j, k, -k, written as 0 to 7 (W. R. Hamilton, 1843).
 *
 * @example multiplyQuaternions(2, 4) // 6, for i * j = k
 */
export function multiplyQuaternions(a: number, b: number): number {
  const [first, second] = [a >> 1, b >> 1]
  const isSquare = first === second && first > 0
  const isBackwards = first > 0 && second > 0 && (first - second + 3) % 3 === 1
  return 2 * (first ^ second) + ((a + b + (isSquare || isBackwards ? 1 : 0)) & 1)
}
