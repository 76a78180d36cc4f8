/** Fields of this many rounds stay at hand in one process; one of 500 peers takes 1 MB. */
const most = 8

interface Kept {
  mark: string
  value: unknown
}

// What is kept is told by its mark alone, which comes from the database: no process can hold something outdated.
const kept = new Map<string, Kept>()

/**
 * What was made for a place before, if the mark is still the same; else it is made anew.
 * @param place what it is and of what: 'field 7'
 */
export async function remember<T>(place: string, mark: string, make: () => Promise<T>): Promise<T> {
  const found = kept.get(place)
  const value = found?.mark === mark ? (found.value as T) : await make()
  kept.delete(place)
  kept.set(place, { mark, value })
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break
    kept.delete(oldest)
  }
  return value
}
