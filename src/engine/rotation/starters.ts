import type { Starter, Turning } from './starter-plan.ts'
import { starterLines } from './starter-lines.ts'

let known: Map<string, Starter> | undefined

/**
 * The starter that is kept for so many groups of a size, if there is one.
 *
 * @example storedStarter(8, 3)?.plan.modulus // 11
 */
export function storedStarter(groups: number, size: number): Starter | undefined {
  known ??= new Map(starterLines.map(readStarter))
  return known.get(`${groups} ${size}`)
}

/**
 * Reads one line of the list of starters, as `writeStarter` wrote it: groups and size; modulus (with f for the field),
 * classes, fixed players, moving and still rounds; the turning within and across rounds; base and still rounds.
 *
 * @example readStarter('5 3:7 2 1 1 0:::0.1.3 ...:')
 */
export function readStarter(line: string): [name: string, Starter] {
  const [name, numbers, within, across, base, still] = line.split(':') as [string, ...string[]]
  const [modulus, classes, fixed, moving, stillRounds] = numbers!.split(' ').map((number) => parseInt(number, 10))
  const plan = {
    size: Number(name.split(' ')[1]),
    modulus: modulus!,
    ...(numbers!.includes('f') && { field: true }),
    classes: classes!,
    fixed: fixed!,
    moving: moving!,
    still: stillRounds!,
    ...(within && { within: readTurning(within) }),
    ...(across && { across: readTurning(across) }),
  }
  return [name, { plan, base: readRounds(base!), still: readRounds(still!) }]
}

/**
 * Writes a starter as one line.
 *
 * @example writeStarter(starter) // '5 3:7 2 1 1 0:::0.1.3 ...:'
 */
export function writeStarter({ plan, base, still }: Starter): string {
  const players = plan.classes * plan.modulus + plan.fixed
  const turning = (all?: Turning) => (all ? `${all.multiplier} ${all.turn.join()} ${all.fixedTurn.join()}` : '')
  const rounds = (all: number[][][]) =>
    all.map((groups) => groups.map((members) => members.join('.')).join(' ')).join('/')
  return [
    `${players / plan.size} ${plan.size}`,
    `${plan.modulus}${plan.field ? 'f' : ''} ${plan.classes} ${plan.fixed} ${plan.moving} ${plan.still}`,
    turning(plan.within),
    turning(plan.across),
    rounds(base),
    rounds(still),
  ].join(':')
}

function readTurning(text: string): Turning {
  const [multiplier, turn, fixedTurn] = text.split(' ')
  const cycles = (list: string) => list.split(',').filter(Boolean).map(Number)
  return { multiplier: Number(multiplier), turn: cycles(turn!), fixedTurn: cycles(fixedTurn!) }
}

function readRounds(text: string): number[][][] {
  if (text === '') return []
  return text.split('/').map((round) => round.split(' ').map((members) => members.split('.').map(Number)))
}
