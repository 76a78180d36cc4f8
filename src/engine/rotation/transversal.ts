import { columnsOf, orthogonalArray } from './orthogonal-array.ts'

/**
 * g rounds of g groups with one member from each of `size` teams of g players (team * g + place); two players of one
 * team never meet. Needs size + 1 columns of an orthogonal array; undefined where we have fewer.
 *
 * Method: resolvable transversal designs from Latin squares, R. C. Bose, S. S. Shrikhande & E. T. Parker, 'Further
 * results on the construction of mutually orthogonal Latin squares', Canadian Journal of Mathematics 12, 1960.
 *
 * @example acrossTeams(3, 2)?.length // 3
 */
export function acrossTeams(g: number, size: number): number[][][] | undefined {
  if (columnsOf(g) < size + 1) return undefined
  const [, ...teams] = orthogonalArray(g, size + 1)
  return Array.from({ length: g }, (_, round) =>
    Array.from({ length: g }, (_, group) =>
      Array.from({ length: size }, (_, team) => team * g + teams[team]![round * g + group]!),
    ),
  )
}

/**
 * As many rounds of g groups with one member from each of `size` teams as orthogonal rectangles allow: every column of
 * an orthogonal array but the first names the groups of one round. Undefined where a team is smaller than a group.
 *
 * Method: mutually orthogonal Latin rectangles, W. Harvey & T. Winterer, 'Solving the MOLR and social golfer
 * problems', CP 2005.
 *
 * @example byRectangles(6, 4)?.length // 2
 */
export function byRectangles(g: number, size: number): number[][][] | undefined {
  if (size > g) return undefined
  const [, ...columns] = orthogonalArray(g)
  return columns.map((column) => {
    const groups: number[][] = Array.from({ length: g }, () => [])
    for (let player = 0; player < g * size; player++) groups[column[player]!]!.push(player)
    return groups
  })
}
