import { finiteField, primePowerBase, type Field } from './field.ts'

/**
 * Every pair meets once: groups of q + 1 for q*q*q + 1 players, q a power of a prime: the points of the Hermitian
 * curve in the plane over the field with q*q elements, and its lines. Round after round belongs to a point of one
 * tangent: the lines through that point that meet the curve in q + 1 points, and the one line they leave room for.
 * Undefined where players and size are not of this kind.
 *
 * Method: R. C. Bose, 'On the application of finite projective geometry for deriving a certain series of balanced
 * Kirkman arrangements', Calcutta Mathematical Society Golden Jubilee volume, 1959.
 *
 * @example hermitianUnital(7, 4)?.length // 9
 */
export function hermitianUnital(groups: number, size: number): number[][][] | undefined {
  const q = size - 1
  if (!isUnital(groups, size)) return undefined
  const field = finiteField(q * q)!
  const conjugate = (x: number) => powerOf(field, x, q)
  const points = planePoints(q * q)
  const lieOn = (line: number[], point: number[]) =>
    line.reduce((sum, entry, at) => field.add(sum, field.multiply(entry, conjugate(point[at]!))), 0) === 0
  // The polar line of a point holds all points that are conjugate to it, a point of the curve its own tangent.
  const curve = points.filter((point) => lieOn(point, point))
  const tangent = points.filter((point) => lieOn(curve[0]!, point) && point !== curve[0])
  const number = new Map(curve.map((point, player) => [point, player]))
  return tangent.map((centre) => {
    const secants = points
      .filter((pole) => lieOn(pole, centre) && !lieOn(pole, pole))
      .concat([centre])
      .map((pole) => curve.filter((point) => lieOn(pole, point)).map((point) => number.get(point)!))
    return secants
  })
}

/** Whether so many groups of this size are those of a Hermitian curve. */
export function isUnital(groups: number, size: number): boolean {
  const q = size - 1
  return q > 1 && primePowerBase(q) > 0 && groups * size === q ** 3 + 1
}

/** Each point of a projective plane once: its first coordinate that is not 0 is 1. */
function planePoints(order: number): number[][] {
  const points = [[0, 0, 1]]
  for (let z = 0; z < order; z++) points.push([0, 1, z])
  for (let y = 0; y < order; y++) for (let z = 0; z < order; z++) points.push([1, y, z])
  return points
}

function powerOf({ power, size }: Field, x: number, exponent: number): number {
  return x === 0 ? 0 : power[(power.indexOf(x) * exponent) % (size - 1)]!
}
