import { describe } from './describe.ts'
import type { GroupingProblem } from './problem.ts'

export type GroupingVerdict = { holds: true; value: number } | { holds: false; why: string }

/**
 * Reckons a grouping afresh from the problem alone: everybody in one group, sizes, every rule, and the value where one
 * is claimed. Knows nothing of the search.
 *
 * @example checkGrouping(problem, { groups: [[0, 3], [1, 2]] }) // { holds: true, value: 12.5 }
 */
export function checkGrouping(
  problem: GroupingProblem,
  claim: { groups: number[][]; value?: number },
): GroupingVerdict {
  const { n, sizes, together = [], apart = [], fixed = [], shares = [] } = problem
  const { groups } = claim
  const wrong = (why: string): GroupingVerdict => ({ holds: false, why })
  if (groups.length !== sizes.length) return wrong(`There are ${groups.length} groups, not ${sizes.length}.`)
  const groupOf = new Int32Array(n).fill(-1)
  for (const [group, members] of groups.entries()) {
    const [least, most] = sizes[group]!
    if (members.length < least || members.length > most) {
      return wrong(`Group ${group} has ${members.length} people, not ${least} to ${most}.`)
    }
    for (const person of members) {
      if (groupOf[person] === undefined) return wrong(`Group ${group} names ${person}, who is nobody.`)
      if (groupOf[person] !== -1) return wrong(`Person ${person} stands twice.`)
      groupOf[person] = group
    }
  }
  const forgotten = groupOf.indexOf(-1)
  if (forgotten !== -1) return wrong(`Person ${forgotten} is in no group.`)
  for (const all of together) {
    const parted = all.find((person) => groupOf[person] !== groupOf[all[0]!])
    if (parted !== undefined) return wrong(`${all[0]} and ${parted} must stay together.`)
  }
  for (const [one, other] of apart) {
    if (groupOf[one] === groupOf[other]) return wrong(`${one} and ${other} must stay apart.`)
  }
  for (const [person, group] of fixed) {
    if (groupOf[person] !== group) return wrong(`Person ${person} belongs in group ${group}.`)
  }
  for (const { name, members, least } of shares) {
    for (const [group, all] of groups.entries()) {
      const there = members.filter((person) => all.includes(person)).length
      if (there < least) return wrong(`Group ${group} has ${there} of the share '${name}', not ${least}.`)
    }
  }
  const { value } = describe(problem, groupOf, { iterations: 0, plan: 0 })
  if (claim.value !== undefined && Math.abs(claim.value - value) > 1e-6 * Math.max(1, Math.abs(value))) {
    return wrong(`The groups are worth ${value}, not ${claim.value}.`)
  }
  return { holds: true, value }
}
