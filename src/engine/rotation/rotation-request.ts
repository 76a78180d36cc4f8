/** Two players who met before, and how often (once, where it is left out). */
export type Meeting = readonly [a: number, b: number, times?: number]

/**
 * Who is to sit with whom: players are 0 .. players - 1. Give one of `groups` (so many groups, as even as can be), `size`
 * (groups as near to that size as the number of people allows) or `sizes` (exactly these, round by round).
 */
export interface RotationRequest {
  players: number
  rounds: number
  groups?: number
  size?: number
  sizes?: readonly (readonly number[])[]
  /** Where groups are not exactly given: no group has fewer or more. 1 and everybody where they are left out. */
  leastSize?: number
  mostSize?: number
  metBefore?: readonly Meeting[]
  /** For each round the players who will not be there. */
  absent?: readonly (readonly number[])[]
}

/** One round to be filled: who is there, and the sizes of its groups, adding up to as many. */
export interface RoundAsked {
  present: number[]
  sizes: number[]
}

/**
 * Works out who is there in every round and what sizes the groups have, the larger ones first.
 *
 * @throws RangeError in one sentence: no whole numbers, a player who does not exist, sizes that cannot be
 * @example roundsAsked({ players: 7, rounds: 1, groups: 2 })[0]?.sizes // [4, 3]
 */
export function roundsAsked(request: RotationRequest): RoundAsked[] {
  const { players, rounds, absent = [], metBefore = [] } = request
  for (const [name, number, most] of [
    ['players', players, 1000],
    ['rounds', rounds, 1000],
  ] as const) {
    if (!Number.isInteger(number) || number < 1 || number > most) {
      throw new RangeError(`The number of ${name} must be a whole number from 1 to ${most}, not ${number}.`)
    }
  }
  if ([request.groups, request.size, request.sizes].filter((given) => given !== undefined).length !== 1) {
    throw new RangeError('Give either a number of groups, a size, or the sizes of every round.')
  }
  if (absent.length > rounds) throw new RangeError(`Absences are given for ${absent.length} rounds of ${rounds}.`)
  for (const player of [...absent.flat(), ...metBefore.flatMap(([a, b]) => [a, b])]) {
    if (!Number.isInteger(player) || player < 0 || player >= players) {
      throw new RangeError(`There is no player ${player}: they are numbered from 0 to ${players - 1}.`)
    }
  }
  for (const [a, b, times = 1] of metBefore) {
    if (a === b || !Number.isInteger(times) || times < 0) {
      throw new RangeError(`Players ${a} and ${b} cannot have met ${times} times.`)
    }
  }
  const everybody = Array.from({ length: players }, (_, player) => player)
  return Array.from({ length: rounds }, (_, round) => {
    const away = new Set(absent[round])
    const present = everybody.filter((player) => !away.has(player))
    return { present, sizes: sizesOf(request, round, present.length) }
  })
}

function sizesOf(request: RotationRequest, round: number, present: number): number[] {
  const { groups, size, sizes, leastSize = 1, mostSize = Infinity } = request
  if (present === 0) return []
  if (sizes) {
    const given = sizes[round] ?? []
    const total = given.reduce((sum, each) => sum + each, 0)
    if (total !== present || given.some((each) => !Number.isInteger(each) || each < 1)) {
      throw new RangeError(`The groups of round ${round + 1} have ${total} seats for ${present} players.`)
    }
    return given.toSorted((a, b) => b - a)
  }
  for (const number of [groups ?? 1, size ?? 1, leastSize]) {
    if (!Number.isInteger(number) || number < 1) throw new RangeError(`${number} is no number of groups or players.`)
  }
  const [fewest, most] = [Math.ceil(present / mostSize), Math.floor(present / leastSize)]
  const wanted = groups ?? Math.round(present / size!)
  // Somebody who is away may leave too few for all groups: then there are fewer groups, never smaller ones.
  const count = Math.min(Math.max(wanted, fewest, 1), most)
  if (count < fewest || count < 1) {
    throw new RangeError(
      `${present} players of round ${round + 1} cannot sit in groups of ${leastSize} to ${mostSize}.`,
    )
  }
  return Array.from({ length: count }, (_, group) => Math.floor(present / count) + (group < present % count ? 1 : 0))
}
