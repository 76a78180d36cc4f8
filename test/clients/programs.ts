import { execFile, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { promisify } from 'node:util'

/** The calendar programs of Debian that read what we write. */
const programs = ['khal', 'vdirsyncer', 'radicale']

/** Those that are not on this machine. */
export const missing = programs.filter(
  (name) => spawnSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' }).status !== 0,
)

/** What a program printed. Throws with what it complained of. Our own server answers it meanwhile. */
export async function run(name: string, words: string[], home: string): Promise<string> {
  const env = { PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: 'UTC' }
  const { stdout } = await promisify(execFile)(name, words, { env, timeout: 120_000 })
  return stdout
}

/** A port that nobody listened on a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
