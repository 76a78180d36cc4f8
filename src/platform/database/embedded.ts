import { readFileSync } from 'node:fs'
import type pg from 'pg'
import { findBinaries } from './embedded/binaries.ts'
import { type Home, folderTrouble, openHome } from './embedded/home.ts'
import { initialise } from './embedded/initialise.ts'
import { keepRunning } from './embedded/keep-running.ts'
import { type Cluster, type Running, adoptOrLaunch, choosePort } from './embedded/launch.ts'
import { holdFolder } from './embedded/lock.ts'
import { makeReady } from './embedded/make-ready.ts'
import { findPostmaster } from './embedded/postmaster.ts'
import { whoRuns } from './embedded/run-as.ts'
import { socketRoute } from './embedded/socket-route.ts'
import { stopPostmaster } from './embedded/stop.ts'

/** The PostgreSQL that lives in the data folder. */
export interface EmbeddedServer {
  /** For pg.Pool and pg.Client; holds for this process only. */
  connection: pg.PoolConfig
  /** True when it already ran and was taken over. */
  adopted: boolean
  /** Its present process; changes when it had to be started again. */
  readonly pid: number
  /** Ends it by a fast shutdown, adopted or not: whoever holds the folder owns the server. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** False trades every guarantee for speed; only the tests' own cluster asks for it. */
  durable?: boolean
  /** Hears one sentence each time the server died and had to be started again, or could not be. */
  onTrouble?: (sentence: string) => void
}

/**
 * Starts PostgreSQL on a data folder, made at the first start, or takes over the one that still runs there.
 * The server is started again when it dies while this process lives.
 * Throws StartError for everything the operator must put right; then nothing was changed and nothing runs.
 * @param dataDir DATA_DIR: everything is kept inside it
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const home = openHome(dataDir)
  const lock = holdFolder(home.dataDir)
  try {
    const runAs = whoRuns(home.postgres)
    const binaries = findBinaries(runAs)
    const cluster: Cluster = { home, binaries, runAs, port: await choosePort(), durable: options.durable ?? true }
    await initialise(home, binaries, runAs)
    const { running, connection, close } = await open(cluster)
    const keeper = keepRunning(cluster, running, options.onTrouble ?? (() => {}))
    const end = async () => {
      await keeper.stop()
      close()
      lock.release()
    }
    let ended: Promise<void> | undefined
    return {
      connection,
      adopted: running.adopted,
      get pid() {
        return keeper.pid()
      },
      stop: () => (ended ??= end()),
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/**
 * Connects to the server that another process runs on a data folder, without owning it: for commands such as `backup`
 * beside a running Perennial. Undefined when none runs.
 */
export async function attachEmbedded(dataDir: string): Promise<EmbeddedServer | undefined> {
  const home = openHome(dataDir)
  const found = findPostmaster(home.postgres)
  if (found?.status !== 'ready') return undefined
  const { connection, close } = connect(home, found.port)
  return { connection, adopted: true, pid: found.pid, stop: async () => close() }
}

async function open(cluster: Cluster): Promise<{ running: Running; connection: pg.PoolConfig; close: () => void }> {
  for (let attempt = 1; ; attempt++) {
    const running = await adoptOrLaunch(cluster)
    const { connection, close } = connect(cluster.home, running.port)
    try {
      await makeReady(connection, cluster.durable)
      return { running, connection, close }
    } catch (error) {
      close()
      // A server that cannot be reached (its socket was removed) is replaced once; one that refuses us is not kept.
      await stopPostmaster(running.pid, cluster)
      const lost = error instanceof Error && 'code' in error && ['ECONNREFUSED', 'ENOENT'].includes(String(error.code))
      if (!lost || attempt > 1) throw error
    }
  }
}

function connect(home: Home, port: number): { connection: pg.PoolConfig; close: () => void } {
  let password: string
  try {
    password = readFileSync(home.password, 'utf8').trim()
  } catch (error) {
    throw folderTrouble(home.password, error)
  }
  const route = process.platform === 'win32' ? { host: '127.0.0.1', close() {} } : socketRoute(home.postgres)
  return {
    connection: { host: route.host, port, user: 'perennial', password, database: 'perennial' },
    close: route.close,
  }
}
