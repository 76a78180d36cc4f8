/**
 * Corrects several p values for having looked several times: whoever compares twenty things finds one 'significant' by
 * chance. A corrected value below 0.05 is below it for the whole family.
 *
 * Method: S. Holm, 'A simple sequentially rejective multiple test procedure', Scandinavian Journal of Statistics 6, 1979.
 *
 * @param values each from 0 to 1
 * @returns the corrected values, 0 to 1, in the order of `values`
 * @example holmAdjusted([0.01, 0.04, 0.03, 0.005]) // [0.03, 0.06, 0.06, 0.02]
 */
export function holmAdjusted(values: readonly number[]): number[] {
  const rising = values.map((_value, place) => place).toSorted((a, b) => values[a]! - values[b]!)
  const adjusted = Array.from(values, () => 0)
  let least = 0
  for (const [rank, place] of rising.entries()) {
    least = Math.min(1, Math.max(least, (values.length - rank) * values[place]!))
    adjusted[place] = least
  }
  return adjusted
}
