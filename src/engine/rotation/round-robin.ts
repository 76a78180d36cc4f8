/**
 * Everybody meets everybody in pairs: 2g - 1 rounds for 2g players, none of whom meets twice.
 *
 * Method: the circle, R. Anstice 1852 and E. Lucas, 'Récréations mathématiques' II, 1883: one player stays, the others
 * walk around a table.
 *
 * @example roundRobin(2) // [[[3, 0], [1, 2]], [[3, 1], [2, 0]], [[3, 2], [0, 1]]]
 */
export function roundRobin(groups: number): number[][][] {
  const seats = 2 * groups - 1
  return Array.from({ length: seats }, (_, turn) =>
    Array.from({ length: groups }, (_, step) =>
      step === 0 ? [seats, turn] : [(turn + step) % seats, (turn + seats - step) % seats],
    ),
  )
}
