import { OffsetClock } from '../platform/clock.ts'
import { moveKeptClock } from '../platform/kept-clock.ts'
import type { World } from '../platform/work.ts'
import { runSweeps } from '../schedule.ts'

/**
 * Moves the development clock forward in steps of six hours at most, letting the system do at each what comes due.
 * @returns how many steps were taken
 */
export async function moveClockForward(world: World, hours: number): Promise<number> {
  const { clock } = world
  if (!(clock instanceof OffsetClock)) throw new Error('This clock does not move.')
  const end = clock.now().add({ hours })
  let steps = 0
  while (Temporal.Instant.compare(clock.now(), end) < 0) {
    const next = clock.now().add({ hours: 6 })
    await moveKeptClock(world.db, clock, Temporal.Instant.compare(next, end) < 0 ? next : end)
    await runSweeps(world)
    await world.jobs.drain(world)
    steps += 1
    if (steps >= 1000) break
  }
  return steps
}
