import { run } from './program.ts'
import { endOrphans, isAlive, waitForEnd } from './postmaster.ts'
import type { Cluster } from './launch.ts'

const fastLimitMs = 60_000

/**
 * Ends PostgreSQL by its 'fast' shutdown: open transactions are rolled back, everything is written, the folder is clean.
 * If it does not end in a minute (a disk that hangs), it is ended at once; the next start recovers from its log.
 */
export async function stopPostmaster(pid: number, cluster: Cluster): Promise<void> {
  if (!isAlive(pid)) return
  if (process.platform === 'win32') {
    const { home, binaries, runAs } = cluster
    await run(binaries.pgCtl, ['stop', '-m', 'fast', '-D', home.postgres], { cwd: home.dataDir, runAs })
    return
  }
  process.kill(pid, 'SIGINT')
  if (await waitForEnd(pid, fastLimitMs)) return
  process.kill(pid, 'SIGQUIT')
  endOrphans(cluster.home.postgres, 'SIGQUIT')
  await waitForEnd(pid, fastLimitMs)
}
