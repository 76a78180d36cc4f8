import { pairKey } from './fit/hard.ts'

/**
 * Everybody with each of those over them, at whatever remove, as pairs by `pairKey`. Colleagues under one head are not in one
 * line. A circle is followed once.
 */
export function reportingLines(steps: readonly { under: string; over: string }[]): Set<string> {
  const over = Map.groupBy(steps, ({ under }) => under)
  const lines = new Set<string>()
  for (const person of over.keys()) {
    const met = new Set([person])
    const open = [person]
    for (let under = open.pop(); under !== undefined; under = open.pop()) {
      for (const step of over.get(under) ?? []) {
        if (met.has(step.over)) continue
        met.add(step.over)
        open.push(step.over)
        lines.add(pairKey(person, step.over))
      }
    }
  }
  return lines
}
