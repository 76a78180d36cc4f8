import type { Cohort } from './fit/fit.ts'
import type { RoundSettings } from './round-settings.ts'

/** Bounds of a group. */
export type Sizes = Pick<RoundSettings, 'groupLeast' | 'groupMost'>

/** People who are put into groups among themselves: all of them work in its language. */
export interface Pool {
  /** Number of the language. */
  language: number
  /** People who stay together, one or several, by their places. */
  atoms: number[][]
}

const working = 2

/** Whether so many people divide into groups within the bounds. */
export function canDivide(count: number, { groupLeast, groupMost }: Sizes): boolean {
  const groups = Math.ceil(count / groupMost)
  return count > 0 && groups * groupLeast <= count
}

/**
 * Divides people by a language in which they work, so that every group has one for all. Who works in one language alone goes
 * there; the others go where they fit the people there best, and move on where a pool would not divide into groups. Whoever
 * no pool can take is left out. The same people give the same pools; that no better division exists is not proven.
 */
export function languagePools(
  cohort: Cohort,
  atoms: readonly number[][],
  sizes: Sizes,
): { pools: Pool[]; out: number[] } {
  const count = cohort.peers[0]?.languages.length ?? 0
  const pools = Array.from({ length: count }, (_, language): Pool => ({ language, atoms: [] }))
  const choices = (atom: readonly number[]) =>
    pools.filter(({ language }) => atom.every((place) => (cohort.peers[place]?.languages[language] ?? 0) >= working))
  const rest = atoms.toSorted((a, b) => choices(a).length - choices(b).length || (a[0] ?? 0) - (b[0] ?? 0))
  const out: number[] = []
  for (const atom of rest) {
    const [best] = byFit(cohort, atom, choices(atom))
    if (best) best.atoms.push([...atom])
    else out.push(...atom)
  }
  // Each turn empties a pool, moves somebody for good, or leaves somebody out.
  const moved = new Set<number>()
  for (let pool = unfit(pools, sizes); pool; pool = unfit(pools, sizes)) {
    const isTooSmall = sizeOf(pool) < sizes.groupLeast
    const movable = pool.atoms.filter((atom) => !moved.has(atom[0] ?? -1) && others(atom, pool).length > 0)
    const leaving = (movable.length > 0 ? movable : pool.atoms).toSorted(
      (a, b) => standing(cohort, a, pool) - standing(cohort, b, pool),
    )
    for (const atom of isTooSmall ? pool.atoms.slice() : leaving.slice(0, 1)) {
      pool.atoms.splice(pool.atoms.indexOf(atom), 1)
      const [next] = moved.has(atom[0] ?? -1) ? [] : byFit(cohort, atom, others(atom, pool))
      moved.add(atom[0] ?? -1)
      if (next) next.atoms.push(atom)
      else out.push(...atom)
    }
  }
  return { pools: pools.filter((pool) => pool.atoms.length > 0), out }

  function others(atom: readonly number[], pool: Pool): Pool[] {
    return choices(atom).filter((other) => other !== pool && sizeOf(other) >= sizes.groupLeast)
  }
}

function unfit(pools: readonly Pool[], sizes: Sizes): Pool | undefined {
  return pools
    .filter((pool) => pool.atoms.length > 0 && !canDivide(sizeOf(pool), sizes))
    .toSorted((a, b) => sizeOf(a) - sizeOf(b))[0]
}

function sizeOf({ atoms }: Pool): number {
  return atoms.reduce((sum, atom) => sum + atom.length, 0)
}

/** Where these people fit best on the whole; an empty pool last. */
function byFit(cohort: Cohort, atom: readonly number[], pools: readonly Pool[]): Pool[] {
  const fits = new Map(pools.map((pool) => [pool, meanFit(cohort, atom, pool)]))
  return pools.toSorted((a, b) => (fits.get(b) ?? 0) - (fits.get(a) ?? 0) || sizeOf(b) - sizeOf(a))
}

/** Who comes first stays longest; then who fits best, and the many before the few. */
function standing(cohort: Cohort, atom: readonly number[], pool: Pool): number {
  const isFirst = atom.some((place) => cohort.peers[place]?.isFirst)
  return (Number(isFirst) + atom.length) * cohort.most * 4 + meanFit(cohort, atom, pool)
}

function meanFit(cohort: Cohort, atom: readonly number[], { atoms }: Pool): number {
  const people = atoms.flat().filter((place) => !atom.includes(place))
  const sum = atom.flatMap((a) => people.map((b) => Math.max(0, cohort.worth(a, b)))).reduce((all, one) => all + one, 0)
  return people.length === 0 ? 0 : Math.floor(sum / (atom.length * people.length))
}
