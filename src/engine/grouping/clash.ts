import { GroupingClash, type GroupingProblem } from './problem.ts'

/**
 * Names the first clash that is plain to prove. Passing proves nothing: rules can clash in deeper ways.
 *
 * @throws GroupingClash in one sentence
 */
export function explainClash(problem: GroupingProblem): void {
  const { n, sizes, together = [], apart = [], fixed = [], shares = [] } = problem
  const [least, most] = [0, 1].map((end) => sizes.reduce((sum, bounds) => sum + bounds[end]!, 0)) as [number, number]
  if (n < least) throw new GroupingClash(`The groups need at least ${least} people, and there are ${n}.`)
  if (n > most) throw new GroupingClash(`The groups hold at most ${most} people, and there are ${n}.`)
  const largest = Math.max(...sizes.map(([, upper]) => upper))
  const bound = unite(n, together)
  for (const all of bound.values()) {
    if (all.length > largest) {
      throw new GroupingClash(`${list(all)} must stay together, and no group holds ${all.length} people.`)
    }
  }
  const inGroup = new Map<number, Set<number>>()
  for (const [person, group] of fixed) {
    const all = [...bound.values()].find((each) => each.includes(person)) ?? [person]
    inGroup.set(group, new Set([...(inGroup.get(group) ?? []), ...all]))
  }
  for (const [group, all] of inGroup) {
    const [, upper] = sizes[group]!
    if (all.size > upper) {
      throw new GroupingClash(`${list([...all])} belong in group ${group}, which holds at most ${upper} people.`)
    }
    const clash = apart.find(([one, other]) => all.has(one) && all.has(other))
    if (clash)
      throw new GroupingClash(`${clash[0]} and ${clash[1]} must stay apart, and both belong in group ${group}.`)
  }
  for (const { name, members, least: needed } of shares) {
    const small = sizes.findIndex(([, upper]) => upper < needed)
    if (small !== -1)
      throw new GroupingClash(`Group ${small} cannot hold the ${needed} people that the share '${name}' asks for.`)
    if (members.length < needed * sizes.length) {
      throw new GroupingClash(
        `The share '${name}' needs ${needed} in each of ${sizes.length} groups, ${needed * sizes.length} in all, and there are ${members.length}.`,
      )
    }
  }
  const crowd = mutuallyApart(n, apart)
  if (crowd.length > sizes.length) {
    throw new GroupingClash(`${list(crowd)} must all stay apart, and there are only ${sizes.length} groups.`)
  }
}

function unite(n: number, together: readonly (readonly number[])[]): Map<number, number[]> {
  const home = Int32Array.from({ length: n }, (_, person) => person)
  for (const all of together) {
    const homes = new Set(all.map((person) => home[person]!))
    const lowest = Math.min(...homes)
    for (let person = 0; person < n; person++) if (homes.has(home[person]!)) home[person] = lowest
  }
  const bound = new Map<number, number[]>()
  for (const [person, at] of home.entries()) bound.set(at, [...(bound.get(at) ?? []), person])
  for (const [at, all] of bound) if (all.length < 2) bound.delete(at)
  return bound
}

/** A crowd of whom every two must stay apart, found greedily by how many each must avoid. */
function mutuallyApart(n: number, apart: readonly (readonly [number, number])[]): number[] {
  const avoids = Array.from({ length: n }, () => new Set<number>())
  for (const [one, other] of apart) {
    avoids[one]!.add(other)
    avoids[other]!.add(one)
  }
  const order = [...avoids.keys()].toSorted((a, b) => avoids[b]!.size - avoids[a]!.size)
  let largest: number[] = []
  for (const first of order.slice(0, 50)) {
    const crowd = [first]
    for (const person of order) if (crowd.every((each) => avoids[each]!.has(person))) crowd.push(person)
    if (crowd.length > largest.length) largest = crowd
  }
  return largest.toSorted((a, b) => a - b)
}

function list(people: number[]): string {
  return people.length < 3 ? people.join(' and ') : `${people.slice(0, -1).join(', ')} and ${people.at(-1)}`
}
