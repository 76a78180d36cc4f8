import { finiteField, primePowerBase, type Field } from './field.ts'

/**
 * Every pair meets once: groups of `size` where size and q are powers of 2 and there are q*size - q + size players.
 * The players are points of an affine plane of order q that every line meets in `size` points or none; the rounds are
 * the points of one line that meets none of them. Undefined where there is no such q.
 *
 * Method: R. H. F. Denniston, 'Some maximal arcs in finite projective planes', Journal of Combinatorial Theory 6,
 * 1969: all points where an irreducible quadratic form takes a value from an additive subgroup.
 *
 * @example maximalArc(7, 4)?.length // 9
 */
export function maximalArc(groups: number, size: number): number[][][] | undefined {
  const q = arcOrder(groups, size)
  if (!q) return undefined
  const field = finiteField(q)!
  const form = irreducibleForm(field)
  const number = new Map<number, number>()
  for (let x = 0; x < q; x++) {
    for (let y = 0; y < q; y++) if (form(x, y) < size) number.set(x * q + y, number.size)
  }
  // The line at infinity meets none of the points, and its own points are the directions of lines.
  return Array.from({ length: q + 1 }, (_, slope) => {
    const lines: number[][] = Array.from({ length: q }, () => [])
    for (const [point, player] of number) {
      const [x, y] = [Math.floor(point / q), point % q]
      lines[slope === q ? x : field.add(y, field.multiply(slope, x))]!.push(player)
    }
    return lines.filter((line) => line.length > 0)
  })
}

/** The q of a maximal arc with so many groups of this size, or 0 where there is none. */
export function arcOrder(groups: number, size: number): number {
  const q = (groups * size - size) / (size - 1)
  const isTwos = (n: number) => n > 2 && primePowerBase(n) === 2
  return isTwos(size) && isTwos(q) && size < q ? q : 0
}

/** x*x + c*x*y + y*y, irreducible: in a field of characteristic 2 that is true where it is 0 at (0, 0) alone. */
function irreducibleForm({ size, add, multiply }: Field): (x: number, y: number) => number {
  for (let c = 1; ; c++) {
    const form = (x: number, y: number) => add(multiply(x, x), add(multiply(c, multiply(x, y)), multiply(y, y)))
    if (Array.from({ length: size }, (_, x) => form(x, 1)).every((value) => value !== 0)) return form
  }
}
