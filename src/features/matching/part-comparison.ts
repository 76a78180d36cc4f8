import { fisherExact, type Share } from '../../engine/chance/fisher-exact.ts'
import { holmAdjusted } from '../../engine/chance/holm-adjusted.ts'

/** Pairs fewer than this are counted and shown as such: no percentage, and no verdict. */
export const fewest = 5

/**
 * What a difference between two halves is worth. chance: such a difference, or a greater one, comes about in more than one
 * of twenty rounds where the part means nothing. hint: in fewer, but several parts were looked at, and one of them was
 * bound to stand out. clear: in fewer also when all that was looked at is counted in.
 */
export type Worth = 'few' | 'chance' | 'hint' | 'clear'

/** Proposals whose level in a part lies between two bounds, and to how many of those where it is known something happened. */
export interface Half {
  from: number
  to: number
  share: Share
}

export interface Comparison<Name extends string> {
  name: Name
  /** Null where all levels are alike, or none is known: there is nothing to compare. */
  halves: { lower: Half; upper: Half } | null
  worth: Worth
  /** Of the exact test of Fisher, before any correction; null without a verdict. */
  p: number | null
  /** Proposals whose level in this part is not known. */
  unknown: number
}

/** A proposal: its levels by part (null where unknown), and whether it happened (null: too early to say). */
export interface Case<Name extends string> {
  levels: ReadonlyMap<Name, number | null>
  happened: boolean | null
}

/**
 * Sets, for each part of the fit, the proposals with the higher levels against those with the lower ones, and says of each
 * difference whether chance explains it: the exact test of Fisher, two-sided, corrected by Holm for the number of parts.
 */
export function compareParts<Name extends string>(
  names: readonly Name[],
  cases: readonly Case<Name>[],
): Comparison<Name>[] {
  const split = names.map((name) => {
    const known = cases.flatMap(({ levels, happened }) => {
      const level = levels.get(name) ?? null
      return level === null ? [] : [{ level, happened }]
    })
    return { name, halves: halvesOf(known), unknown: cases.length - known.length }
  })
  const tested = split.map(({ halves }) => {
    if (!halves || Math.min(halves.lower.share.of, halves.upper.share.of) < fewest) return null
    return fisherExact({ one: halves.lower.share, other: halves.upper.share })
  })
  const corrected = holmAdjusted(tested.filter((p) => p !== null))
  let next = 0
  return split.map((part, place) => {
    const p = tested[place] ?? null
    const adjusted = p === null ? 1 : (corrected[next++] ?? 1)
    return { ...part, p, worth: p === null ? 'few' : adjusted < 0.05 ? 'clear' : p < 0.05 ? 'hint' : 'chance' }
  })
}

/** Cuts where the halves come out most alike in size; equal levels are never parted. */
function halvesOf(known: readonly { level: number; happened: boolean | null }[]) {
  const sorted = known.toSorted((a, b) => a.level - b.level)
  let cut = 0
  for (let at = 1; at < sorted.length; at++) {
    if (sorted[at]?.level === sorted[at - 1]?.level) continue
    if (cut === 0 || Math.abs(2 * at - sorted.length) < Math.abs(2 * cut - sorted.length)) cut = at
  }
  return cut === 0 ? null : { lower: halfOf(sorted.slice(0, cut)), upper: halfOf(sorted.slice(cut)) }
}

function halfOf(sorted: readonly { level: number; happened: boolean | null }[]): Half {
  const settled = sorted.filter(({ happened }) => happened !== null)
  return {
    from: sorted[0]?.level ?? 0,
    to: sorted.at(-1)?.level ?? 0,
    share: { yes: settled.filter(({ happened }) => happened).length, of: settled.length },
  }
}
