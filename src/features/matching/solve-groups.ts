import { group } from '../../engine/grouping/group.ts'
import { GroupingClash, sizesBetween } from '../../engine/grouping/problem.ts'
import type { Cohort } from './fit/fit.ts'
import type { Need } from './fit/need.ts'
import { meetsNeed } from './fit/need.ts'
import { canDivide, languagePools, type Pool, type Sizes } from './group-pools.ts'
import type { Solution } from './solve.ts'

/** Steps of the search in all, shared among the pools by their size: the same answer on every machine. */
const steps = 3000
const seed = 1

/**
 * Puts people into groups within the bounds: in each all work in one language, no two whom a rule keeps apart, pins together;
 * the fit within groups as great as the search finds in a fixed number of steps. Who can be in none is left out, who comes
 * first last of all.
 * @param pins people who stay together, as many as a group holds
 * @param needs what somebody in the group of a person must have; where nobody who has it can be with them, they are left out
 */
export function solveGroups(
  cohort: Cohort,
  pins: readonly (readonly [number, number])[],
  needs: ReadonlyMap<string, readonly Need[]>,
  sizes: Sizes,
): Solution {
  const helped = withHelpers(cohort, pins, needs)
  const atoms = joinPins(cohort, helped.pins, sizes).filter((atom) => !atom.some((place) => helped.unmet.has(place)))
  const { pools, out } = languagePools(cohort, atoms, sizes)
  const all = pools.reduce((sum, pool) => sum + pool.atoms.flat().length, 0)
  const found = pools.map((pool) => groupPool(cohort, pool, sizes, Math.ceil((steps * pool.atoms.length) / all)))
  const groups = found.flatMap((one) => one.groups).map((members) => weakestLast(cohort, members))
  const placed = new Set(groups.flat())
  return {
    groups,
    leftOut: cohort.peers.map((_peer, place) => place).filter((place) => !placed.has(place) || out.includes(place)),
    pairsWorth: groups.reduce((sum, members) => sum + meanWorth(cohort, members), 0),
  }
}

/** Groups of one pool; whom the rules leave no place goes out, who has most of them first. */
function groupPool(cohort: Cohort, pool: Pool, sizes: Sizes, iterations: number): { groups: number[][] } {
  let atoms = pool.atoms
  while (atoms.length > 0) {
    const places = atoms.flat()
    const index = new Map(places.map((place, at) => [place, at]))
    const at = (place: number) => index.get(place) ?? 0
    const fit = new Float64Array(places.length ** 2)
    const apart: [number, number][] = []
    for (const [i, a] of places.entries()) {
      for (const [j, b] of places.entries()) {
        if (i === j) continue
        fit[i * places.length + j] = cohort.points(a, b)
        if (i < j && cohort.worth(a, b) < 0) apart.push([i, j])
      }
    }
    const together = atoms.filter((atom) => atom.length > 1).map((atom) => atom.map(at))
    if (canDivide(places.length, sizes)) {
      try {
        const problem = {
          n: places.length,
          fit,
          sizes: sizesBetween(places.length, sizes.groupLeast, sizes.groupMost),
          together,
          apart,
        }
        const { groups } = group(problem, { iterations }, seed)
        return { groups: groups.filter((one) => one.length > 0).map((one) => one.map((i) => places[i] ?? -1)) }
      } catch (clash) {
        if (!(clash instanceof GroupingClash)) throw clash
      }
    }
    const bans = (atom: readonly number[]) =>
      apart.filter((two) => two.some((i) => atom.includes(places[i] ?? -1))).length
    const isFirst = (atom: readonly number[]) => Number(atom.some((place) => cohort.peers[place]?.isFirst))
    const [leaving] = atoms.toSorted((a, b) => isFirst(a) - isFirst(b) || bans(b) - bans(a) || a.length - b.length)
    atoms = atoms.filter((atom) => atom !== leaving)
  }
  return { groups: [] }
}

/** For everybody who needs somebody the best of those who may be with them, as a pin; and who has nobody. */
function withHelpers(
  cohort: Cohort,
  pins: readonly (readonly [number, number])[],
  needs: ReadonlyMap<string, readonly Need[]>,
) {
  const more: [number, number][] = []
  const unmet = new Set<number>()
  for (const [personId, wanted] of needs) {
    const place = cohort.placeOf.get(personId)
    if (place === undefined) continue
    for (const need of wanted) {
      const able = cohort.peers
        .map((_peer, other) => other)
        .filter((other) => other !== place && cohort.worth(place, other) >= 0)
        .filter((other) => meetsNeed(need, cohort.peers[other]!.profile))
        .toSorted((a, b) => cohort.worth(place, b) - cohort.worth(place, a))
      const has = (other: number) => pins.some((pin) => pin.includes(place) && pin.includes(other))
      const helper = able.find(has) ?? able[0]
      if (helper === undefined) unmet.add(place)
      else more.push([place, helper])
    }
  }
  return { pins: [...pins, ...more], unmet }
}

/** Everybody with whom they are pinned, at any remove, as far as a group holds them and nobody is kept apart. */
function joinPins(cohort: Cohort, pins: readonly (readonly [number, number])[], { groupMost }: Sizes): number[][] {
  const atomOf = cohort.peers.map((_peer, place) => [place])
  for (const [a, b] of pins) {
    const [one, other] = [atomOf[a] ?? [], atomOf[b] ?? []]
    const fits = one.length + other.length <= groupMost
    if (one === other || !fits || one.some((x) => other.some((y) => cohort.worth(x, y) < 0))) continue
    const joined = [...one, ...other].toSorted((x, y) => x - y)
    for (const place of joined) atomOf[place] = joined
  }
  return [...new Set(atomOf)]
}

function weakestLast(cohort: Cohort, members: readonly number[]): number[] {
  const fit = (place: number) =>
    members.reduce((sum, other) => sum + (other === place ? 0 : cohort.points(place, other)), 0)
  const weakest = members.toSorted((a, b) => fit(a) - fit(b) || a - b)[0]
  return [...members.filter((place) => place !== weakest), ...[weakest ?? []].flat()]
}

function meanWorth(cohort: Cohort, members: readonly number[]): number {
  const pairs = members.flatMap((a, at) => members.slice(at + 1).map((b) => cohort.points(a, b)))
  return pairs.length === 0 ? 0 : Math.floor(pairs.reduce((sum, one) => sum + one, 0) / pairs.length)
}
