import type { Running } from '../main.ts'

/** Resolves at the first SIGINT or SIGTERM. A second one ends the process at once. */
export function listenForStop(): Promise<void> {
  return new Promise((resolve) => {
    let asked = 0
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        asked += 1
        if (asked > 1) process.exit(1)
        resolve()
      })
    }
  })
}

/** Waits until the stop is asked for, then finishes requests, gives jobs back and closes. */
export async function untilStopped(running: Running, stopAsked: Promise<void>): Promise<void> {
  await stopAsked
  await running.stop()
}
