/** The first of each address: whoever answered twice is told once. */
export function eachAddressOnce<T extends { email: string }>(people: readonly T[]): T[] {
  const seen = new Set<string>()
  return people.filter(({ email }) => {
    if (email === '' || seen.has(email)) return false
    seen.add(email)
    return true
  })
}
