import { spawn } from 'node:child_process'
import { chownSync, closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartError } from '../start-error.ts'
import type { Binaries } from './binaries.ts'
import { type Home, folderTrouble } from './home.ts'
import { endOrphans, findPostmaster, forgetDeadPostmaster, readPostmaster, waitForEnd } from './postmaster.ts'
import { cleanEnvironment, explain, reach } from './program.ts'
import type { RunAs } from './run-as.ts'

const orphansPatienceMs = 1_000
const orphansLimitMs = 60_000
const stoppingLimitMs = 120_000
const logRotatesAtBytes = 4 << 20

/** A PostgreSQL that takes connections. */
export interface Running {
  pid: number
  port: number
  adopted: boolean
}

/** What is needed to start PostgreSQL on a folder. */
export interface Cluster {
  home: Home
  binaries: Binaries
  runAs: RunAs | undefined
  port: number
  /** False trades every guarantee for speed; only the tests' own cluster asks for it. */
  durable: boolean
}

/**
 * Takes over the PostgreSQL that already runs on the folder (its Node was killed), or starts one.
 * Waits for one that is stopping, and for the children of one whose main process was killed.
 * Throws StartError when it cannot be started.
 */
export async function adoptOrLaunch(cluster: Cluster): Promise<Running> {
  const folder = cluster.home.postgres
  const orphansSince = Date.now()
  for (;;) {
    const found = findPostmaster(folder)
    if (found?.status === 'stopping') await waitOrThrow(found.pid, cluster.home)
    else if (found) {
      const ready = await waitUntilReady(found.pid, folder)
      if (ready) return { pid: found.pid, port: ready.port, adopted: true }
    }
    forgetDeadPostmaster(folder)
    const { running, said } = await launch(cluster)
    if (running) return running
    // Lost a race, or met orphans: both pass by themselves. All else is for the operator.
    const raced = /lock file "postmaster.pid" already exists/.test(said) && findPostmaster(folder)
    const orphans = /pre-existing shared memory block/.test(said)
    const waited = Date.now() - orphansSince
    if ((!raced && !orphans) || waited > orphansLimitMs) throw explain(said, cluster.home)
    if (orphans && waited > orphansPatienceMs) endOrphans(folder, 'SIGQUIT')
    await sleep(50)
  }
}

async function launch(cluster: Cluster): Promise<{ running?: Running; said: string }> {
  const { home, binaries, runAs, port } = cluster
  const log = openLog(home, runAs)
  const before = fstatSync(log).size
  const child = spawn(binaries.postgres, ['-D', reach(home.postgres, runAs), ...settings(port, cluster.durable)], {
    ...runAs,
    cwd: home.postgres,
    env: cleanEnvironment(),
    stdio: ['ignore', log, log],
    // In a process group of its own: a Ctrl-C is meant for Node, which then ends PostgreSQL when it has finished.
    detached: true,
    windowsHide: true,
  })
  child.unref()
  closeSync(log)
  const failed = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`FATAL: ${error.message}`))
    child.once('exit', () => resolve(readLog(home, before)))
  })
  const pid = child.pid
  if (pid === undefined) return { said: await failed }
  const ready = await waitUntilReady(pid, home.postgres)
  return ready ? { running: { pid, port: ready.port, adopted: false }, said: '' } : { said: await failed }
}

function settings(port: number, durable: boolean): string[] {
  const network =
    process.platform === 'win32'
      ? ['listen_addresses=127.0.0.1']
      : ['listen_addresses=', 'unix_socket_directories=.', 'unix_socket_permissions=0700']
  const careless = durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  return [`port=${port}`, ...network, ...careless].flatMap((setting) => ['-c', setting])
}

// Recovery after a crash may take long: the wait ends with the process, not with a clock.
async function waitUntilReady(pid: number, folder: string): Promise<{ port: number } | undefined> {
  while (!(await waitForEnd(pid, 5))) {
    const now = readPostmaster(folder)
    if (now?.pid === pid && now.status === 'ready') return { port: now.port }
    if (now?.pid === pid && now.status === 'stopping') await waitForEnd(pid, stoppingLimitMs)
  }
  return undefined
}

async function waitOrThrow(pid: number, home: Home): Promise<void> {
  if (await waitForEnd(pid, stoppingLimitMs)) return
  throw new StartError(
    `PostgreSQL (process ${pid}) on ${home.postgres} has been stopping for two minutes; wait for it, or end it.`,
  )
}

function openLog(home: Home, runAs: RunAs | undefined): number {
  try {
    const size = statSync(home.log, { throwIfNoEntry: false })?.size ?? 0
    if (size > logRotatesAtBytes) renameSync(home.log, `${home.log}.old`)
    const log = openSync(home.log, 'a', 0o600)
    if (runAs) chownSync(home.log, runAs.uid, runAs.gid)
    return log
  } catch (error) {
    throw folderTrouble(home.log, error)
  }
}

function readLog(home: Home, from: number): string {
  try {
    return readFileSync(home.log).subarray(from).toString()
  } catch {
    return 'its log cannot be read'
  }
}

/** A number for the server: of its socket file, or, on Windows, which has no such files for us, of a free local port. */
export async function choosePort(): Promise<number> {
  if (process.platform !== 'win32') return 5432
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 5432))
    })
  })
}
