/**
 * The dearest assignment of rows to columns, each column at most once: exact.
 *
 * Method: H. W. Kuhn, 'The Hungarian method for the assignment problem', Naval Research Logistics Quarterly 2, 1955, by
 * shortest augmenting paths with potentials as in J. Edmonds & R. M. Karp, Journal of the ACM 19(2), 1972; rows times
 * rows times columns steps.
 *
 * @param worth - `row * columns + column`; -Infinity bars a place; there are at least as many columns as rows
 * @returns for each row its column and what all are worth; undefined where the bars leave none
 * @example assignTalks(Float64Array.of(1, 2, 5, 0), 2, 2) // { columnOf: Int32Array [1, 0], worth: 7 }
 */
export function assignTalks(
  worth: Float64Array,
  rows: number,
  columns: number,
): { columnOf: Int32Array; worth: number } | undefined {
  const rowPrice = new Float64Array(rows)
  const price = new Float64Array(columns + 1)
  const rowIn = new Int32Array(columns + 1).fill(-1)
  const distance = new Float64Array(columns + 1)
  const before = new Int32Array(columns + 1)
  const done = new Uint8Array(columns + 1)
  for (let row = 0; row < rows; row++) {
    rowIn[columns] = row
    distance.fill(Infinity)
    done.fill(0)
    let column = columns
    do {
      done[column] = 1
      const from = rowIn[column]!
      let [least, next] = [Infinity, -1]
      for (let to = 0; to < columns; to++) {
        if (done[to]) continue
        const along = -worth[from * columns + to]! - rowPrice[from]! - price[to]!
        if (along < distance[to]!) {
          distance[to] = along
          before[to] = column
        }
        if (distance[to]! < least) [least, next] = [distance[to]!, to]
      }
      if (next === -1) return undefined
      for (let to = 0; to <= columns; to++) {
        if (done[to]) {
          rowPrice[rowIn[to]!]! += least
          price[to]! -= least
        } else distance[to]! -= least
      }
      column = next
    } while (rowIn[column] !== -1)
    for (; column !== columns; column = before[column]!) rowIn[column] = rowIn[before[column]!]!
  }
  const columnOf = new Int32Array(rows)
  let sum = 0
  for (let column = 0; column < columns; column++) {
    if (rowIn[column] === -1) continue
    columnOf[rowIn[column]!] = column
    sum += worth[rowIn[column]! * columns + column]!
  }
  return { columnOf, worth: sum }
}
