/** What a chain of sessions must keep between one and the next, in days from the first day of its series. */
export interface Chain {
  sessions: number
  days: number
  leastGap: number
  greatestGap: number
  /** Day of a session held before, perhaps negative. */
  before: number | undefined
  /** Day of each session that stands, or -1. */
  standing: Int32Array | undefined
  /** What it costs to leave out all sessions before each one; one number more than sessions. */
  leaveOut: Float64Array
}

/** Room for `bestSequence`, so that it can be called often. */
export interface SequenceRoom {
  value: Float64Array
  from: Int32Array
  queue: Int32Array
  /** The answer: the day of each session, or -1. */
  days: Int32Array
}

/** Makes room for chains of up to so many sessions and days. */
export function sequenceRoom(sessions: number, days: number): SequenceRoom {
  return {
    value: new Float64Array(sessions * days),
    from: new Int32Array(sessions * days),
    queue: new Int32Array(days),
    days: new Int32Array(sessions),
  }
}

/**
 * The cheapest days for a chain of sessions whose gaps lie between two bounds: dynamic programming over days, the least
 * of a sliding window by a monotone queue, so `sessions x days` steps. Exact. Sessions are left out only when there is
 * no way to place all; then as few as can be (given a `leaveOut` above any sum of costs).
 *
 * @param own what each session costs on each day, `sessions x days`, Infinity where it cannot be
 * @returns the sum; the days are in `room.days`
 */
export function bestSequence(chain: Chain, own: Float64Array, room: SequenceRoom): number {
  const whole = chainOfAll(chain, own, room)
  return whole < Infinity ? whole : chainWithHoles(chain, own, room)
}

function chainOfAll(chain: Chain, own: Float64Array, room: SequenceRoom): number {
  const { sessions, days, leastGap, greatestGap, before, standing } = chain
  const { value, from, queue } = room
  for (let day = 0; day < days; day++) {
    const near = before !== undefined && (day < before + leastGap || day > before + greatestGap)
    value[day] = near && !(standing && standing[0]! >= 0) ? Infinity : own[day]!
  }
  for (let session = 1; session < sessions; session++) {
    const row = session * days
    if (standing && standing[session]! >= 0 && standing[session - 1]! >= 0) {
      value.fill(Infinity, row, row + days)
      const day = standing[session]!
      value[row + day] = value[row - days + standing[session - 1]!]! + own[row + day]!
      from[row + day] = standing[session - 1]!
      continue
    }
    let [head, tail] = [0, 0]
    for (let day = 0; day < days; day++) {
      const entering = day - leastGap
      if (entering >= 0) {
        const entry = value[row - days + entering]!
        if (entry < Infinity) {
          while (tail > head && value[row - days + queue[tail - 1]!]! >= entry) tail--
          queue[tail++] = entering
        }
      }
      while (tail > head && queue[head]! < day - greatestGap) head++
      if (tail > head) {
        value[row + day] = value[row - days + queue[head]!]! + own[row + day]!
        from[row + day] = queue[head]!
      } else value[row + day] = Infinity
    }
  }
  let [best, at] = [Infinity, -1]
  const last = (sessions - 1) * days
  for (let day = 0; day < days; day++) if (value[last + day]! < best) [best, at] = [value[last + day]!, day]
  if (at < 0) return Infinity
  for (let session = sessions - 1; session >= 0; session--) {
    room.days[session] = at
    at = from[session * days + at]!
  }
  return best
}

/** The same with sessions left out; after `n` of them in a row the greatest gap is n + 1 times as great. */
function chainWithHoles(chain: Chain, own: Float64Array, room: SequenceRoom): number {
  const { sessions, days, leastGap, greatestGap, before, standing, leaveOut } = chain
  const { value, from } = room
  const stands = (session: number) => standing !== undefined && standing[session]! >= 0
  let best = Infinity
  let end = -1
  let mustEnd = -1
  for (let session = 0; session < sessions; session++) if (stands(session)) mustEnd = session
  if (mustEnd < 0) best = leaveOut[sessions]!
  for (let session = 0; session < sessions; session++) {
    for (let day = 0; day < days; day++) {
      const here = session * days + day
      const asked = own[here]!
      let [least, origin] = [Infinity, -1]
      for (let earlier = session - 1; earlier >= -1 && asked < Infinity; earlier--) {
        const left = leaveOut[session]! - leaveOut[earlier + 1]!
        const most = greatestGap * (session - earlier)
        if (earlier < 0) {
          const apart = before === undefined || stands(session) ? leastGap : day - before
          const isNear = apart < leastGap || (before !== undefined && !stands(session) && apart > most)
          if (!isNear && left < least) [least, origin] = [left, -1]
          break
        }
        const free = stands(session) && stands(earlier)
        const low = free ? 0 : Math.max(0, day - most)
        const high = free ? days - 1 : day - leastGap
        for (let other = low; other <= high; other++) {
          const sum = value[earlier * days + other]! + left
          if (sum < least) [least, origin] = [sum, earlier * days + other]
        }
        if (stands(earlier)) break
      }
      value[here] = least + asked
      from[here] = origin
      const ended = least + asked + leaveOut[sessions]! - leaveOut[session + 1]!
      if (session >= mustEnd && ended < best) [best, end] = [ended, here]
    }
  }
  room.days.fill(-1, 0, sessions)
  while (end >= 0) {
    room.days[Math.floor(end / days)] = end % days
    end = from[end]!
  }
  return best
}
