import { finiteField } from './field.ts'

/**
 * Columns of an orthogonal array of strength 2: each has g * g entries from 0 .. g-1, and any two columns show each of
 * the g * g pairs once. k columns are k - 2 mutually orthogonal Latin squares. The first column is constant on runs of
 * g entries. There are g + 1 columns where g is a power of a prime, else one more than its least such factor has, or
 * what is known better for 12; no more than `most` are made.
 *
 * Method: lines of affine planes over finite fields, R. C. Bose, 'On the application of the properties of Galois
 * fields to the problem of construction of hyper-Graeco-Latin squares', Sankhya 3, 1938; their products,
 * H. F. MacNeish, 'Euler squares', Annals of Mathematics 23, 1922.
 *
 * @example orthogonalArray(3).length // 4
 */
export function orthogonalArray(g: number, most = Infinity): number[][] {
  if (g === 1) return [[0], [0], [0]]
  if (g === 12) return developed(dozen).slice(0, most)
  const part = leadingFactor(g)
  if (part === g) return affinePlane(g, most)
  return product(affinePlane(part, most), part, orthogonalArray(g / part, most), g / part)
}

/**
 * How many columns orthogonalArray(g) has, without making them.
 *
 * @example columnsOf(10) // 3
 */
export function columnsOf(g: number): number {
  if (g === 1) return Infinity
  if (g === 12) return dozen.length + 1
  const part = leadingFactor(g)
  return Math.min(part + 1, columnsOf(g / part))
}

/**
 * Rows of a difference matrix over the integers modulo 2 and modulo 6 (element 6u + w): any two rows differ by every
 * element once. The first two rows are all 0 and the elements themselves.
 *
 * Found by our own search (`npx tsx bench/rotation-starters.ts dozen`): all 16512 permutations that keep 0 and differ
 * from the identity by a permutation, then four of them that differ so from each other.
 */
const dozen = [
  [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  [0, 2, 1, 6, 8, 7, 10, 9, 11, 4, 3, 5],
  [0, 3, 8, 10, 1, 9, 2, 6, 5, 7, 11, 4],
  [0, 4, 10, 9, 7, 1, 11, 5, 3, 2, 8, 6],
  [0, 8, 6, 4, 3, 10, 9, 11, 2, 5, 1, 7],
]

function developed(matrix: number[][]): number[][] {
  const elements = [...matrix[0]!.keys()]
  const add = (a: number, b: number) => ((Math.floor(a / 6) + Math.floor(b / 6)) % 2) * 6 + (((a % 6) + (b % 6)) % 6)
  const runs = elements.flatMap((a) => elements.map(() => a))
  return [runs, ...matrix.map((row) => row.flatMap((entry) => elements.map((b) => add(entry, b))))]
}

/** The power of its least prime that divides g. */
function leadingFactor(g: number): number {
  let prime = 2
  while (g % prime !== 0) prime++
  let part = prime
  while (g % (part * prime) === 0) part *= prime
  return part
}

function affinePlane(q: number, most: number): number[][] {
  const { add, multiply } = finiteField(q)!
  const columns: number[][] = Array.from({ length: Math.min(q + 1, most) }, () => [])
  for (let a = 0; a < q; a++) {
    for (let b = 0; b < q; b++) {
      columns[0]!.push(a)
      for (let slope = 0; slope < columns.length - 1; slope++) columns[slope + 1]!.push(add(multiply(a, slope), b))
    }
  }
  return columns
}

function product(left: number[][], m: number, right: number[][], n: number): number[][] {
  const depth = Math.min(left.length, right.length)
  return Array.from({ length: depth }, (_, k) => {
    const column: number[] = []
    for (let a = 0; a < m * n; a++) {
      for (let b = 0; b < m * n; b++) {
        const inLeft = left[k]![Math.floor(a / n) * m + Math.floor(b / n)]!
        column.push(inLeft * n + right[k]![(a % n) * n + (b % n)]!)
      }
    }
    return column
  })
}
