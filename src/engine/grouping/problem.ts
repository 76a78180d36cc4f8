/** People 0 .. n-1 to put into groups 0 .. sizes.length-1. */
export interface GroupingProblem {
  n: number
  /** What each two people are worth in one group: n x n, row by row, symmetric; the diagonal does not count. */
  fit: Float64Array
  /** Fewest and most people of each group. */
  sizes: readonly (readonly [least: number, most: number])[]
  /** People who must share a group. */
  together?: readonly (readonly number[])[]
  /** Pairs who must not share a group. */
  apart?: readonly (readonly [number, number])[]
  /** People who must be in a certain group. */
  fixed?: readonly (readonly [person: number, group: number])[]
  /** Every group must have at least so many of these members: one experienced, one interpreter. */
  shares?: readonly Share[]
  /** Traits to spread evenly. A category is one trait with 0 and 1 a level. */
  spread?: readonly Spread[]
  /** The greatest sum of fit within groups (default), or the worst group first. */
  objective?: 'sum' | 'worst'
}

export interface Share {
  name: string
  members: readonly number[]
  least: number
}

/** Costs `weight` times the sum, over groups, of the squared sum of deviations from everybody's mean. */
export interface Spread {
  values: readonly number[]
  weight: number
}

export interface GroupingLimit {
  /** Steps of the search (one disturbance and climb each). The same seed and limit give the same answer anywhere. */
  iterations?: number
  /** How many steps the cooling was planned for; `iterations` unless an answer given by time is repeated. */
  plan?: number
  /** Or a time to stop at, by the clock given. */
  seconds?: number
  milliseconds?: () => number
}

export interface Grouping {
  /** Sum of fit within groups; spread counts against it. */
  value: number
  /** The lowest mean fit of a pair in a group of two or more. */
  worst: number
  groupOf: Int32Array
  /** Members of each group in rising order. */
  groups: number[][]
  /** Steps done and planned: as a limit with the same seed they repeat the answer. */
  iterations: number
  plan: number
}

/** No grouping keeps all the rules, or none was found; the sentence says which and why. */
export class GroupingClash extends RangeError {}

/**
 * Checks what a problem is made of, not whether it can be solved.
 *
 * @throws RangeError with one sentence that names the first fault
 */
export function checkProblem(problem: GroupingProblem): void {
  const { n, fit, sizes } = problem
  if (!Number.isInteger(n) || n < 1 || n > 4000) throw new RangeError(`There must be 1 to 4000 people, not ${n}.`)
  if (fit.length !== n * n) throw new RangeError(`The fit of ${n} people needs ${n * n} numbers, not ${fit.length}.`)
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const one = fit[i * n + j]!
      if (!(Math.abs(one) <= 1e9)) throw new RangeError(`The fit of ${i} and ${j} is ${one}, no number up to 10^9.`)
      if (one !== fit[j * n + i]) throw new RangeError(`The fit of ${i} and ${j} differs from that of ${j} and ${i}.`)
    }
  }
  if (sizes.length === 0) throw new RangeError('There must be at least one group.')
  for (const [group, [least, most]] of sizes.entries()) {
    if (!Number.isInteger(least) || !Number.isInteger(most) || least < 0 || most < least) {
      throw new RangeError(`Group ${group} cannot have from ${least} to ${most} people.`)
    }
  }
  const person = (who: number, what: string) => {
    if (!Number.isInteger(who) || who < 0 || who >= n) throw new RangeError(`${what} names ${who}, who is nobody.`)
  }
  for (const all of problem.together ?? []) for (const who of all) person(who, 'A rule of who stays together')
  for (const pair of problem.apart ?? []) {
    for (const who of pair) person(who, 'A rule of who stays apart')
    if (pair[0] === pair[1]) throw new RangeError(`${pair[0]} cannot be kept apart from themselves.`)
  }
  for (const [who, group] of problem.fixed ?? []) {
    person(who, 'A fixed place')
    if (sizes[group] === undefined)
      throw new RangeError(`Person ${who} is fixed in group ${group}, which does not exist.`)
  }
  for (const { name, members, least } of problem.shares ?? []) {
    for (const who of members) person(who, `The share '${name}'`)
    if (new Set(members).size < members.length) throw new RangeError(`The share '${name}' names somebody twice.`)
    if (!Number.isInteger(least) || least < 0)
      throw new RangeError(`The share '${name}' needs a whole number of people.`)
  }
  for (const { values, weight } of problem.spread ?? []) {
    if (values.length !== n) throw new RangeError(`A trait to spread has ${values.length} values for ${n} people.`)
    if (!(weight >= 0 && weight <= 1e9) || !values.every((value) => Math.abs(value) <= 1e6)) {
      throw new RangeError('A trait to spread needs values up to 10^6 and a weight from 0 to 10^9.')
    }
  }
}

/**
 * Bounds for so many groups of `least` to `most` people; without a number of groups, as many as come nearest to the
 * middle size.
 *
 * @throws GroupingClash when so many people cannot be divided so
 * @example sizesBetween(23).length // 4 groups of 5 to 7
 */
export function sizesBetween(n: number, least = 5, most = 7, groups?: number): [number, number][] {
  const count =
    groups ?? Math.min(Math.floor(n / least), Math.max(Math.ceil(n / most), Math.round((2 * n) / (least + most))))
  if (count < 1 || count * least > n || count * most < n) {
    const into = groups === undefined ? 'groups' : `${groups} groups`
    throw new GroupingClash(`${n} people do not divide into ${into} of ${least} to ${most}.`)
  }
  return Array.from({ length: count }, () => [least, most])
}
