import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, globSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Victim } from './history.ts'

export const root = join(import.meta.dirname, '../..')
const startLimitMs = 60_000

/** The built system, running on a data folder and a port of its own. */
export class System {
  readonly dataDir: string
  readonly address: string
  readonly #log: string
  readonly #env: NodeJS.ProcessEnv
  #child: ChildProcess | undefined
  #ended: Promise<void> = Promise.resolve()
  /** True between a kill and the start after it: then an end is no surprise. */
  #isExpected = false
  readonly #onDeath: (words: string) => void

  constructor(options: {
    dataDir: string
    port: number
    smtpUrl: string
    log: string
    onDeath: (words: string) => void
  }) {
    const { dataDir, port, smtpUrl, log, onDeath } = options
    this.dataDir = dataDir
    this.address = `http://127.0.0.1:${port}`
    this.#log = log
    this.#onDeath = onDeath
    const { PATH, HOME } = process.env
    this.#env = { PATH, HOME, DATA_DIR: dataDir, PORT: String(port), SMTP_URL: smtpUrl, LOG_LEVEL: 'warn' }
  }

  /** Starts it and waits until it is ready. @returns milliseconds */
  async start(): Promise<number> {
    const begun = performance.now()
    const out = openSync(this.#log, 'a')
    const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/cli.js'), 'start'], {
      env: this.#env,
      stdio: ['ignore', out, out],
    })
    this.#child = child
    this.#isExpected = false
    let ended = false
    this.#ended = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        ended = true
        if (!this.#isExpected) this.#onDeath(`Perennial ended by itself (${code ?? signal}): ${this.lastWords()}`)
        resolve()
      })
    })
    while (performance.now() - begun < startLimitMs && !ended) {
      if (await this.isReady()) return performance.now() - begun
      await sleep(25)
    }
    throw new Error(`Perennial did not become ready: ${this.lastWords()}`)
  }

  async isReady(): Promise<boolean> {
    const answer = await fetch(`${this.address}/ready`, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
    await answer?.text()
    return answer?.status === 200
  }

  /** Kills and waits until it is ready again: PostgreSQL alone comes back by itself. @returns milliseconds */
  async kill(victim: Victim): Promise<number> {
    const postmaster = this.postmaster()
    if (victim !== 'postmaster') {
      this.#isExpected = true
      this.#child?.kill('SIGKILL')
    }
    if (victim !== 'node') signal(postmaster, 'SIGKILL')
    if (victim === 'postmaster') return this.#recover(postmaster)
    await this.#ended
    return this.start()
  }

  async #recover(dead: number): Promise<number> {
    const begun = performance.now()
    while (performance.now() - begun < startLimitMs) {
      if (this.postmaster() !== dead && (await this.isReady())) return performance.now() - begun
      await sleep(25)
    }
    throw new Error(`Perennial did not become ready again: ${this.lastWords()}`)
  }

  /** Stops every process of it where it stands: nothing it does after this can be seen by anybody. @returns an end to it */
  freeze(): () => Promise<void> {
    const postmaster = this.postmaster()
    this.#isExpected = true
    this.#child?.kill('SIGSTOP')
    signal(postmaster, 'SIGSTOP')
    const children = childrenOf(postmaster)
    for (const pid of children) signal(pid, 'SIGSTOP')
    return async () => {
      this.#child?.kill('SIGKILL')
      for (const pid of [postmaster, ...children]) signal(pid, 'SIGKILL')
      await this.#ended
      while ([postmaster, ...children].some(isRunning)) await sleep(5)
    }
  }

  /** Ends it as an operator does. @returns its exit code and how many milliseconds it took */
  async stop(): Promise<{ code: number | null; milliseconds: number }> {
    const begun = performance.now()
    this.#isExpected = true
    this.#child?.kill('SIGTERM')
    await this.#ended
    const stopped = { code: this.#child?.exitCode ?? null, milliseconds: performance.now() - begun }
    // Where Perennial ended badly, its PostgreSQL would outlive us.
    const left = this.postmaster()
    signal(left, 'SIGQUIT')
    while (isRunning(left)) await sleep(20)
    return stopped
  }

  postmaster(): number {
    const path = join(this.dataDir, 'postgres', 'postmaster.pid')
    return existsSync(path) ? Number.parseInt(readFileSync(path, 'utf8'), 10) : 0
  }

  lastWords(): string {
    return readFileSync(this.#log, 'utf8').split('\n').slice(-6).join(' ').slice(-1500)
  }
}

function signal(pid: number, name: 'SIGKILL' | 'SIGSTOP' | 'SIGQUIT'): void {
  try {
    if (pid > 0) process.kill(pid, name)
  } catch {
    // It is gone already.
  }
}

function childrenOf(pid: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return all.map(Number).filter((child) => statOf(child)?.parent === pid)
}

function isRunning(pid: number): boolean {
  const stat = statOf(pid)
  return stat !== undefined && stat.state !== 'Z' && stat.state !== 'X'
}

function statOf(pid: number): { state: string; parent: number } | undefined {
  try {
    const [state = '', parent = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return { state, parent: Number(parent) }
  } catch {
    return undefined
  }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  return typeof address === 'object' && address ? address.port : 0
}

/** Builds the command, unless what lies in dist/ is newer than every source. */
export async function buildOnce(): Promise<void> {
  const built = statSync(join(root, 'dist/cli.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const sources = globSync(['src/**/*.{ts,tsx,css}', 'migrations/*.sql'], { cwd: root })
  if (sources.every((path) => statSync(join(root, path)).mtimeMs < built)) return
  const child = spawn(process.execPath, [join(root, 'bin/build.ts')], { stdio: 'inherit' })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error('The build failed.')
}
