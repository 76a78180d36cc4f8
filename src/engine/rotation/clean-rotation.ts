import { arcOrder, maximalArc } from './maximal-arc.ts'
import { columnsOf } from './orthogonal-array.ts'
import { quaternionRounds } from './quaternion-rounds.ts'
import { roundRobin } from './round-robin.ts'
import { storedStarter } from './starters.ts'
import { developStarter } from './starter-rounds.ts'
import { acrossTeams, byRectangles } from './transversal.ts'
import { hermitianUnital, isUnital } from './unital.ts'

/** Rounds in which nobody meets twice, and how they were made. */
export interface CleanRotation {
  rounds: number[][][]
  method: string
}

/**
 * A way to make clean rounds: how many there will be is known before they are made. The first `shared` rounds follow
 * one another; the rest, if any, is what teams play among themselves.
 */
interface Construction {
  count: number
  method: string
  make(): number[][][]
}

/**
 * The most rounds of `groups` groups of `size` in which nobody meets twice that a construction is known for here.
 * Players are 0 .. groups * size - 1. The answer depends on the two numbers alone.
 *
 * @throws RangeError unless both are whole numbers from 1, and there are at most 2,000 players
 * @example cleanRotation(3, 3).rounds.length // 4
 */
export function cleanRotation(groups: number, size: number): CleanRotation {
  for (const number of [groups, size]) {
    if (!Number.isInteger(number) || number < 1 || groups * size > 2000) {
      throw new RangeError(`There is no rotation of ${groups} groups of ${size}: at most 2,000 players are possible.`)
    }
  }
  const { make, method } = bestConstruction(groups, size)
  return { rounds: make(), method }
}

/**
 * No rotation has more rounds than this: a player meets size - 1 others in each.
 *
 * @example mostCleanRounds(8, 4) // 10
 */
export function mostCleanRounds(groups: number, size: number): number {
  if (size < 2) return Infinity
  return groups < size ? 1 : Math.floor((groups * size - 1) / (size - 1))
}

function bestConstruction(groups: number, size: number): Construction {
  const players = groups * size
  const once: Construction = {
    count: 1,
    method: 'one round',
    make: () => [
      Array.from({ length: groups }, (_, group) => Array.from({ length: size }, (_, seat) => group * size + seat)),
    ],
  }
  if (groups === 1 || size === 1) return once
  if (size === 2) return { count: 2 * groups - 1, method: 'round robin', make: () => roundRobin(groups) }
  const all = [once, ...inTeams(groups, size), ...inflated(groups, size)]
  if (arcOrder(groups, size)) {
    all.push({ count: (players - 1) / (size - 1), method: 'maximal arc', make: () => maximalArc(groups, size)! })
  }
  if (isUnital(groups, size)) {
    all.push({
      count: (players - 1) / (size - 1),
      method: 'Hermitian curve',
      make: () => hermitianUnital(groups, size)!,
    })
  }
  if (groups === 8 && size === 4) all.push({ count: 10, method: 'quaternions', make: quaternionRounds })
  const starter = storedStarter(groups, size)
  if (starter) {
    const { moving, modulus, still } = starter.plan
    all.push({ count: moving * modulus + still, method: 'starter', make: () => developStarter(starter) })
  }
  return all.reduce((best, each) => (each.count > best.count ? each : best))
}

/** Teams of `groups` players who meet across; then each team, where it can be divided, plays by itself. */
function inTeams(groups: number, size: number): Construction[] {
  if (size > groups) return []
  const inner = groups % size === 0 ? bestConstruction(groups / size, size) : undefined
  const columns = columnsOf(groups)
  const crossing: Construction =
    columns > size
      ? { count: groups, method: 'transversal design', make: () => acrossTeams(groups, size)! }
      : { count: columns - 1, method: 'Latin rectangles', make: () => byRectangles(groups, size)! }
  return [withInner(crossing, inner, size)]
}

/** Every player of a smaller rotation becomes a team; each old group meets across its teams as often as a team is large. */
function inflated(groups: number, size: number): Construction[] {
  const all: Construction[] = []
  for (let team = size; team * size < groups * size; team++) {
    if (groups % team !== 0 || columnsOf(team) <= size) continue
    const outer = bestConstruction(groups / team, size)
    const make = () => {
      const crossing = acrossTeams(team, size)!
      return outer
        .make()
        .flatMap((round) =>
          crossing.map((across) =>
            round.flatMap((members) =>
              across.map((seats) => seats.map((seat) => members[Math.floor(seat / team)]! * team + (seat % team))),
            ),
          ),
        )
    }
    const inner = team % size === 0 ? bestConstruction(team / size, size) : undefined
    const method = `${outer.method}, each player a team`
    all.push(withInner({ count: outer.count * team, method, make }, inner, (groups * size) / team))
  }
  return all
}

function withInner(crossing: Construction, inner: Construction | undefined, teams: number): Construction {
  if (!inner) return crossing
  const make = () => {
    const own = inner.make().map((round) =>
      Array.from({ length: teams }, (_, team) => {
        const first = team * round.flat().length
        return round.map((members) => members.map((member) => first + member))
      }).flat(),
    )
    return [...crossing.make(), ...own]
  }
  return { count: crossing.count + inner.count, method: `${crossing.method}, then ${inner.method} inside teams`, make }
}
