import { impossible, type PlanningProblem } from '../../src/engine/planning/problem.ts'

/**
 * What a person with a list does: series by series, each session at the first hour after the last that is free for all
 * and keeps the gaps. Limits and optional members are not looked at.
 */
export function naivePlan(problem: PlanningProblem): { unplaced: number; total: number; worst: number } {
  const taken = Array.from({ length: problem.people }, () => new Uint8Array(problem.slots + 96))
  const places = new Map<number, Uint8Array>()
  const burdens = Int32Array.from({ length: problem.people }, (_, person) => problem.borne?.[person] ?? 0)
  let [unplaced, total] = [0, 0]
  for (const series of problem.series) {
    const lead = series.lead ?? 0
    const day = (slot: number) => series.dayOf?.[slot] ?? Math.floor(slot / 48)
    const room =
      series.place === undefined ? undefined : (places.get(series.place) ?? new Uint8Array(problem.slots + 96))
    if (room) places.set(series.place!, room)
    let last = series.before
    for (let session = 0; session < series.sessions; session++) {
      if ((series.standing?.[session] ?? -1) >= 0) {
        last = series.standing![session]!
        continue
      }
      const start = firstFree(0)
      if (start === -1) {
        unplaced++
        continue
      }
      last = day(start)
      for (const [at, member] of series.members.entries()) {
        taken[member]!.fill(1, Math.max(0, start - lead), start + series.length + lead)
        burdens[member]! += series.rows[at]![start]!
        total += series.rows[at]![start]!
      }
      room?.fill(1, start, start + series.length)
      total += series.extra?.[start] ?? 0
    }

    function firstFree(from: number): number {
      for (let slot = from; slot < problem.slots; slot++) {
        if (last !== undefined && (day(slot) < last + series.leastGap || day(slot) > last + series.greatestGap))
          continue
        if (series.extra?.[slot] === impossible || series.rows.some((row) => row[slot] === impossible)) continue
        const isTaken = (cells: Uint8Array, before: number) => {
          for (let cell = Math.max(0, slot - before); cell < slot + series.length + before; cell++)
            if (cells[cell]) return true
          return false
        }
        if (series.members.some((member) => isTaken(taken[member]!, lead)) || (room && isTaken(room, 0))) continue
        return slot
      }
      return -1
    }
  }
  return { unplaced, total, worst: Math.max(0, ...burdens) }
}
