import type { Change } from './change.ts'
import { checkEnds } from './problem.ts'
import type { Solution } from './solution.ts'
import type { StandingProblem } from './standing-problem.ts'

type Pair = readonly [u: number, v: number]

/**
 * Makes one change to a problem and to its solution.
 *
 * @returns the change that undoes it
 * @throws RangeError in one sentence, before anything is changed
 */
export function applyChange(problem: StandingProblem, solution: Solution, change: Change): Change {
  if ('pin' in change) return pin(problem, solution, change.pin)
  if ('unpin' in change) return unpin(problem, solution, change.unpin)
  if ('forbid' in change) return forbid(problem, solution, change.forbid)
  if ('allow' in change) return allow(problem, solution, change.allow)
  if ('weigh' in change) return weigh(problem, solution, ...change.weigh)
  if ('drop' in change) return drop(problem, solution, change.drop)
  if ('join' in change) return join(problem, solution, change.join)
  if ('leave' in change) return leave(problem, solution, change.leave)
  return rejoin(problem, solution, change.rejoin)
}

/**
 * Whether a pair can be pinned.
 *
 * @throws RangeError in one sentence where it cannot
 */
export function checkPin(problem: StandingProblem, [u, v]: Pair): void {
  checkPresent(problem, [u, v], 'The pin')
  refuse(problem.isPin(u, v), `The pair ${u}-${v} is pinned already.`)
  refuse(problem.isForbidden(u, v), `The pair ${u}-${v} is both pinned and forbidden.`)
  for (const vertex of [u, v]) refuse(problem.isPinned(vertex), `Vertex ${vertex} is pinned to two partners.`)
  refuse(problem.edge(u, v) === -1, `The pin ${u}-${v} is not among the edges.`)
}

function pin(problem: StandingProblem, solution: Solution, pair: Pair): Change {
  checkPin(problem, pair)
  problem.pin(pair)
  solution.takeOut(pair)
  return { unpin: pair }
}

function unpin(problem: StandingProblem, solution: Solution, pair: Pair): Change {
  refuse(!problem.isPin(...pair), `The pair ${pair.join('-')} is not pinned.`)
  problem.unpin(pair)
  solution.bringIn(pair)
  return { pin: pair }
}

function forbid(problem: StandingProblem, solution: Solution, pair: Pair): Change {
  checkPresent(problem, pair, 'The forbidden pair')
  refuse(problem.isForbidden(...pair), `The pair ${pair.join('-')} is forbidden already.`)
  refuse(problem.isPin(...pair), `The pair ${pair.join('-')} is both pinned and forbidden.`)
  problem.forbid(pair)
  reweigh(problem, solution, pair)
  return { allow: pair }
}

function allow(problem: StandingProblem, solution: Solution, pair: Pair): Change {
  checkPresent(problem, pair, 'The forbidden pair')
  refuse(!problem.isForbidden(...pair), `The pair ${pair.join('-')} is not forbidden.`)
  problem.allow(pair)
  reweigh(problem, solution, pair)
  return { forbid: pair }
}

function weigh(problem: StandingProblem, solution: Solution, u: number, v: number, weight: number): Change {
  checkPresent(problem, [u, v], 'The edge')
  checkWeight(u, v, weight)
  const isNew = problem.makeRoom([[u, v, weight]], 0)
  const half = problem.edge(u, v)
  const undo: Change = half === -1 ? { drop: [u, v] } : { weigh: [u, v, problem.graph.worth[half]!] }
  problem.weigh(u, v, weight)
  if (isNew) solution.renew()
  reweigh(problem, solution, [u, v])
  return undo
}

function drop(problem: StandingProblem, solution: Solution, [u, v]: Pair): Change {
  checkPresent(problem, [u, v], 'The edge')
  const half = problem.edge(u, v)
  refuse(half === -1, `The pair ${u}-${v} is not among the edges.`)
  refuse(problem.isPin(u, v), `The pair ${u}-${v} is pinned.`)
  const undo: Change = { weigh: [u, v, problem.graph.worth[half]!] }
  problem.weigh(u, v, Number.NaN)
  reweigh(problem, solution, [u, v])
  return undo
}

function join(
  problem: StandingProblem,
  solution: Solution,
  partners: readonly (readonly [other: number, weight: number])[],
): Change {
  const newcomer = problem.n
  const edges = partners.map(([other, weight]) => [other, newcomer, weight] as const)
  const seen = new Set<number>()
  for (const [other, , weight] of edges) {
    checkEnds(newcomer + 1, other, newcomer, 'The edge')
    refuse(problem.isAway(other), `Vertex ${other} is away.`)
    refuse(seen.has(other), `The edge ${other}-${newcomer} is named twice.`)
    checkWeight(other, newcomer, weight)
    seen.add(other)
  }
  const isNew = problem.makeRoom(edges, 1)
  problem.join()
  for (const edge of edges) problem.weigh(...edge)
  if (isNew) solution.renew()
  solution.bringIn([newcomer])
  return { leave: newcomer }
}

function leave(problem: StandingProblem, solution: Solution, vertex: number): Change {
  refuse(!(Number.isInteger(vertex) && vertex >= 0 && vertex < problem.n), `There is no vertex ${vertex}.`)
  refuse(problem.isAway(vertex), `Vertex ${vertex} is away.`)
  refuse(problem.isPinned(vertex), `Vertex ${vertex} is pinned.`)
  problem.leave(vertex)
  solution.takeOut([vertex])
  return { rejoin: vertex }
}

function rejoin(problem: StandingProblem, solution: Solution, vertex: number): Change {
  refuse(!problem.isAway(vertex), `Vertex ${vertex} is not away.`)
  problem.rejoin(vertex)
  solution.bringIn([vertex])
  return { leave: vertex }
}

function reweigh(problem: StandingProblem, solution: Solution, [u, v]: Pair): void {
  const half = problem.graph.between(u, v)
  if (half !== -1) solution.reweigh(half)
}

function checkPresent(problem: StandingProblem, [u, v]: Pair, what: string): void {
  checkEnds(problem.n, u, v, what)
  for (const vertex of [u, v]) refuse(problem.isAway(vertex), `Vertex ${vertex} is away.`)
}

function checkWeight(u: number, v: number, weight: number): void {
  refuse(
    !Number.isSafeInteger(weight),
    `The edge ${u}-${v} weighs ${weight}, which is not a whole number of safe size.`,
  )
}

function refuse(isWrong: boolean, sentence: string): void {
  if (isWrong) throw new RangeError(sentence)
}
