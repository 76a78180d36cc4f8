import type { Running } from '../main.ts'

/** Waits for SIGINT or SIGTERM, then finishes requests, gives jobs back and closes. A second signal ends at once. */
export async function untilStopped(running: Running): Promise<void> {
  await new Promise<void>((resolve) => {
    let asked = 0
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        asked += 1
        if (asked > 1) process.exit(1)
        resolve()
      })
    }
  })
  await running.stop()
  // Whatever is still held open (a mail server that does not answer) must not hold the process.
  setTimeout(() => process.exit(), 1_000).unref()
}
