import { spawn } from 'node:child_process'
import { statfsSync } from 'node:fs'
import { StartError } from '../start-error.ts'
import { type Home, diskFull } from './home.ts'
import { type RunAs, canEnter } from './run-as.ts'

// One segment of PostgreSQL's write-ahead log.
const leastRoomBytes = 16 << 20

/**
 * How PostgreSQL's programs name their data folder. When their user cannot walk there, the folder is their working
 * folder, which root entered for them, and `/proc/self/cwd` leads back to it without passing the closed ones.
 */
export function reach(folder: string, runAs: RunAs | undefined): string {
  if (!runAs || canEnter(folder, runAs)) return folder
  if (process.platform === 'linux') return '/proc/self/cwd'
  throw new StartError(
    `DATA_DIR: PostgreSQL cannot run as root, and the user it runs as cannot enter ${folder}; ` +
      'set DATA_DIR to a folder that every user can enter, or start Perennial as another user.',
  )
}

/** What PostgreSQL's programs see of the environment: nothing that could redirect them, no secrets. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const keep = ['PATH', 'SystemRoot', 'TEMP', 'TMP']
  const kept = Object.entries(process.env).filter(([name]) => keep.includes(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}

/** Runs a program to its end and gives back its exit code and everything it said. */
export function run(
  program: string,
  args: string[],
  options: { cwd: string; runAs: RunAs | undefined; fd?: number },
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...options.runAs,
      cwd: options.cwd,
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe', ...(options.fd === undefined ? [] : [options.fd])],
      windowsHide: true,
    })
    let said = ''
    child.stdout?.on('data', (chunk) => (said += chunk))
    child.stderr?.on('data', (chunk) => (said += chunk))
    child.on('error', (error) => resolve({ code: null, said: error.message }))
    child.on('close', (code) => resolve({ code, said }))
  })
}

/** The operator's sentence for what PostgreSQL said when it gave up. */
export function explain(said: string, home: Home): StartError {
  if (/No space left on device|Disk quota exceeded/.test(said) || !hasRoom(home)) return diskFull(home.dataDir)
  if (/^(FATAL: )?spawn \S+ (ENOENT|EACCES|ENOEXEC)/.test(said)) {
    return new StartError(
      'The PostgreSQL that npm brought cannot run on this system (it needs glibc, and a disk that allows programs); ' +
        'set DATABASE_URL to a PostgreSQL server.',
    )
  }
  if (/could not look up effective user ID/.test(said)) {
    return new StartError(
      'PostgreSQL needs the user that runs it to be in /etc/passwd, and this one is not; ' +
        'start Perennial as a user with an entry there, or set DATABASE_URL.',
    )
  }
  const lines = said.split('\n').filter((line) => line.trim() !== '')
  const reason = lines.find((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? 'no reason given'
  return new StartError(`PostgreSQL did not start on ${home.postgres}: ${reason.trim()} (more in ${home.log}).`)
}

// On a full disk the log, from which the reason is read, is cut off as well.
function hasRoom({ dataDir }: Home): boolean {
  const { bavail, bsize } = statfsSync(dataDir)
  return bavail * bsize > leastRoomBytes
}
