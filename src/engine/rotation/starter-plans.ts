import { seededRandom, type Random } from '../random.ts'
import { finiteField, primePowerBase } from './field.ts'
import { findStarter } from './starter-search.ts'
import { symmetryOf, type Starter, type StarterPlan, type Turning } from './starter-plan.ts'

/** How long to look: tried trades in all, and for each group that a plan leaves to be found. */
export interface StarterEffort {
  steps: number
  stepsPerGroup: number
}

/**
 * Looks for a starter of exactly so many rounds, drawing symmetry after symmetry by chance and annealing within each.
 * The answer depends on the arguments alone; undefined where none was found with that effort.
 *
 * @example searchStarter(8, 3, 11, 1, { steps: 1e6, stepsPerGroup: 5000 })
 */
export function searchStarter(
  groups: number,
  size: number,
  rounds: number,
  seed: number,
  effort: StarterEffort,
): Starter | undefined {
  const random = seededRandom(seed)
  for (let left = effort.steps; left > 0;) {
    const plan = drawPlan(groups, size, rounds, random)
    if (!plan) return undefined
    const steps = Math.min(left, Math.ceil(effort.stepsPerGroup * groupsToFind(plan, groups)))
    const found = findStarter(plan, random.int(2 ** 31), steps)
    if (found) return found
    left -= steps
  }
  return undefined
}

/** Draws a plan with so many rounds that leaves room for everybody to meet; undefined where 2,000 draws gave none. */
function drawPlan(groups: number, size: number, rounds: number, random: Random): StarterPlan | undefined {
  const players = groups * size
  for (let attempt = 0; attempt < 2000; attempt++) {
    const modulus = Math.min(2 + random.int(rounds), rounds)
    const moving = random.pick([1, 1, 1, 2])
    const copies = moving === 1 ? random.pick([1, 1, 1, 2, 3]) : 1
    const still = rounds - modulus * moving * copies
    const base = primePowerBase(modulus)
    const field = base > 0 && base !== modulus && random.next() < 0.6
    let classes = Math.floor(players / modulus)
    while (classes >= size && random.next() < 0.15) classes--
    const fixed = players - classes * modulus
    const plan: StarterPlan = { size, modulus, ...(field && { field }), classes, fixed, moving, still }
    if (still < 0 || still > modulus || fixed > groups || !leavesRoom(plan, copies)) continue
    if (still > 0 && (copies > 1 || fixed > 0 || classes % size !== 0)) continue
    if (fixed > 0 && moving * copies * (size - 1) > classes) continue
    const orders = multipliers(modulus, field).map(([, order]) => order)
    const order =
      random.next() < 0.1 ? 1 : random.pick([2, 3, 3, 4, 5, 6, 8, 10, 12, size, size - 1, classes, ...orders])
    if (order > 1) plan.within = drawTurning(plan, order, random)
    if (copies > 1) plan.across = drawTurning(plan, copies, random)
    const symmetry = symmetryOf(plan)
    if (!symmetry || symmetry.across.length !== copies) continue
    const found = symmetry.within.length
    if (found === 1) delete plan.within
    if (found <= groups + 1) return plan
  }
  return undefined
}

/** Whether pairs that may meet are at least as many as those that will; in a plan they come in runs of `modulus`. */
function leavesRoom({ size, modulus, field, classes, fixed, moving, still }: StarterPlan, copies: number): boolean {
  const groups = (classes * modulus + fixed) / size
  const inClass = field && modulus % 2 === 0 ? 0 : Math.floor((modulus - 1) / 2)
  const room = classes * inClass + ((classes * (classes - 1)) / 2) * modulus + fixed * classes
  return moving * copies * groups * size * (size - 1) + still * classes * (size - 1) <= 2 * room
}

function drawTurning({ modulus, field, classes, fixed }: StarterPlan, order: number, random: Random): Turning {
  const possible = multipliers(modulus, field === true).filter(([, own]) => order % own === 0)
  return {
    multiplier: random.pick(possible)[0],
    turn: drawCycles(classes, random.pick([1, order, order]), random),
    fixedTurn: drawCycles(fixed, random.pick([1, order, order]), random),
  }
}

function drawCycles(length: number, cycle: number, random: Random): number[] {
  if (cycle < 2 || cycle > length) return []
  const most = Math.floor(length / cycle)
  const cycles = Array.from({ length: random.next() < 0.7 ? most : 1 + random.int(most) }, () => cycle)
  if (cycle % 2 === 1 || cycle === 2) return cycles
  for (let rest = length - cycles.length * cycle; rest >= 2 && random.next() < 0.7; rest -= 2) cycles.push(2)
  return cycles
}

/** Elements to multiply by, each with its order, one for every different order. */
function multipliers(modulus: number, field: boolean): [element: number, order: number][] {
  const byOrder = new Map<number, number>([[1, 1]])
  const ring = field ? finiteField(modulus) : undefined
  for (let element = 2; element < modulus; element++) {
    let order = 1
    let power = element
    while (power > 1 && order < modulus) {
      power = ring ? ring.multiply(power, element) : (power * element) % modulus
      order++
    }
    if (power === 1 && !byOrder.has(order)) byOrder.set(order, element)
  }
  return [...byOrder].map(([order, element]) => [element, order])
}

function groupsToFind(plan: StarterPlan, groups: number): number {
  const order = symmetryOf(plan)!.within.length
  return (plan.moving * groups + (plan.still * plan.classes) / plan.size) / order
}
