/** What a schedule is worth, counted from nothing but the schedule. */
export interface RotationCount {
  players: number
  rounds: number
  /** The sizes of groups that occur, ascending. */
  sizes: number[]
  /** Pairs of players who met at least once. */
  pairsMet: number
  /** Meetings beyond the first of each pair, earlier meetings included where they were given. */
  repeats: number
}

export type RotationVerdict = ({ sound: true } & RotationCount) | { sound: false; why: string }

/** What a schedule promises: who is there, which sizes are allowed, who met before. */
export interface RotationPromise {
  players: number
  /** For each round the players who are not there; nobody, where it is left out. */
  absent?: readonly (readonly number[])[]
  leastSize?: number
  mostSize?: number
  /** Pairs who met before, and how often (once, where it is left out). */
  metBefore?: readonly (readonly [a: number, b: number, times?: number])[]
}

/**
 * Checks a schedule on its own, knowing nothing of how it was made: in every round everybody who is there sits in one
 * group, nobody else does, and sizes are within what was promised. Then counts meetings. O(meetings).
 *
 * @example checkRotation([[[0, 1], [2, 3]], [[0, 2], [1, 3]]], { players: 4 }) // sound, 4 pairs met, 0 repeats
 */
export function checkRotation(
  rounds: readonly (readonly (readonly number[])[])[],
  promise: RotationPromise,
): RotationVerdict {
  const { players } = promise
  const wrong = (why: string): RotationVerdict => ({ sound: false, why })
  const met = new Map<number, number>()
  const meet = (a: number, b: number, times: number) => {
    const key = Math.min(a, b) * players + Math.max(a, b)
    met.set(key, (met.get(key) ?? 0) + times)
  }
  for (const [a, b, times] of promise.metBefore ?? []) meet(a, b, times ?? 1)
  const sizes = new Set<number>()
  for (const [at, groups] of rounds.entries()) {
    const seen = new Set<number>()
    const away = new Set(promise.absent?.[at])
    for (const group of groups) {
      if (group.length < (promise.leastSize ?? 1) || group.length > (promise.mostSize ?? Infinity)) {
        return wrong(`A group of round ${at + 1} has ${group.length} players.`)
      }
      sizes.add(group.length)
      for (const [place, player] of group.entries()) {
        if (!Number.isInteger(player) || player < 0 || player >= players) {
          return wrong(`Round ${at + 1} names player ${player}, who does not exist.`)
        }
        if (away.has(player)) return wrong(`Player ${player} sits in round ${at + 1}, but is absent.`)
        if (seen.has(player)) return wrong(`Player ${player} sits twice in round ${at + 1}.`)
        seen.add(player)
        for (const other of group.slice(0, place)) meet(player, other, 1)
      }
    }
    if (seen.size !== players - away.size) {
      return wrong(`In round ${at + 1} ${seen.size} of ${players - away.size} players have a group.`)
    }
  }
  let repeats = 0
  for (const times of met.values()) repeats += times - 1
  const ascending = [...sizes].sort((a, b) => a - b)
  return { sound: true, players, rounds: rounds.length, sizes: ascending, pairsMet: met.size, repeats }
}
