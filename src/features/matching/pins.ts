import type { Cohort } from './fit/fit.ts'
import type { PinnedGroup } from './solve.ts'

/**
 * The pins that hold, as groups of two or three: both people take part and no hard rule came between them since. Three who
 * are pinned each to each are a trio; of more pins than somebody takes pairs, the earlier ones hold.
 */
export function pinnedGroups(pins: readonly (readonly [string, string])[], cohort: Cohort): PinnedGroup[] {
  const sound = soundPins(pins, cohort)
  const has = (a: number, b: number) => sound.some((pin) => pin.includes(a) && pin.includes(b))
  const groups: number[][] = []
  const inTrio = new Set<number>()
  const taken = (place: number) => groups.filter((group) => group.includes(place)).length
  const isFull = (place: number) => inTrio.has(place) || taken(place) >= (cohort.peers[place]?.profile.capacity ?? 1)
  for (const [a, b] of sound) {
    if (isFull(a) || isFull(b)) continue
    const isThird = (c: number) => c !== a && c !== b && taken(c) === 0 && has(a, c) && has(b, c)
    const third = taken(a) + taken(b) === 0 ? sound.flat().find(isThird) : undefined
    const group = [a, b, ...(third === undefined ? [] : [third])].toSorted((left, right) => left - right)
    if (third !== undefined) for (const place of group) inTrio.add(place)
    groups.push(group)
  }
  return groups
}

/** Pins of two who both take part and whom no hard rule keeps apart, by their places. */
export function soundPins(pins: readonly (readonly [string, string])[], cohort: Cohort): [number, number][] {
  return pins.flatMap(([one, other]): [number, number][] => {
    const [a, b] = [cohort.placeOf.get(one), cohort.placeOf.get(other)]
    return a !== undefined && b !== undefined && cohort.worth(a, b) >= 0 ? [[a, b]] : []
  })
}

/** Every two of some people, each two in the order of their ids: how a pin of two or three is kept. */
export function everyTwo(personIds: readonly string[]): [string, string][] {
  const sorted = personIds.toSorted()
  return sorted.flatMap((one, index) => sorted.slice(index + 1).map((other): [string, string] => [one, other]))
}
