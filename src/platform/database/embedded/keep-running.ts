import { setTimeout as sleep } from 'node:timers/promises'
import { type Cluster, type Running, adoptOrLaunch } from './launch.ts'
import { isAlive } from './postmaster.ts'
import { stopPostmaster } from './stop.ts'

const lookEveryMs = 250
const longestPauseMs = 2_000

/**
 * Watches the server and starts it again when it died (killed, out of memory, a full disk), as often as it takes.
 * @param onTrouble hears one sentence for each death, and for each new reason why it cannot be started
 */
export function keepRunning(
  cluster: Cluster,
  first: Running,
  onTrouble: (sentence: string) => void,
): { pid(): number; stop(): Promise<void> } {
  let running = first
  let stopping = false
  let restarting: Promise<void> | undefined

  const look = setInterval(() => {
    if (stopping || restarting || isAlive(running.pid)) return
    onTrouble(`PostgreSQL (process ${running.pid}) has died; it is being started again.`)
    restarting = restart().finally(() => (restarting = undefined))
  }, lookEveryMs)
  look.unref()

  async function restart(): Promise<void> {
    let told = ''
    for (let pause = 100; !stopping; pause = Math.min(pause * 2, longestPauseMs)) {
      try {
        running = await adoptOrLaunch({ ...cluster, port: first.port })
        return
      } catch (error) {
        const sentence = error instanceof Error ? error.message : String(error)
        if (sentence !== told) onTrouble(sentence)
        told = sentence
        await sleep(pause)
      }
    }
  }

  return {
    pid: () => running.pid,
    async stop() {
      stopping = true
      clearInterval(look)
      await restarting
      await stopPostmaster(running.pid, cluster)
    },
  }
}
