/**
 * What somebody is called among a few people: the first word of their name where it tells them apart, else the whole.
 * @param names of everybody who is spoken about together
 */
export function callName(name: string, names: readonly string[]): string {
  const [first = name] = name.trim().split(/\s+/)
  const isAlone = names.filter((other) => other.trim().split(/\s+/)[0] === first).length <= 1
  return first.length > 2 && !first.endsWith('.') && isAlone ? first : name
}
