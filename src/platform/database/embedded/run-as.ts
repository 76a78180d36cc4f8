import { readFileSync, statSync } from 'node:fs'
import { dirname, parse } from 'node:path'
import { StartError } from '../start-error.ts'

/** The unprivileged user that PostgreSQL runs as when Perennial itself runs as root. */
export interface RunAs {
  uid: number
  gid: number
}

/**
 * Who runs PostgreSQL: undefined when the present user can do it, and, for root (which PostgreSQL refuses),
 * the user that already owns the data, else `postgres`, else `nobody`.
 * @param folder the PostgreSQL data folder; it need not exist yet
 * @param passwd the system's list of users
 */
export function whoRuns(folder: string, passwd = '/etc/passwd'): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(folder, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const users = new Map(
    readFileSync(passwd, 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name, , uid, gid]) => [name, { uid: Number(uid), gid: Number(gid) }] as const),
  )
  const user = users.get('postgres') ?? users.get('nobody')
  if (!user) {
    throw new StartError(
      'PostgreSQL refuses to run as root and this machine has neither a user postgres nor a user nobody; ' +
        'make one of them, start Perennial as another user, or set DATABASE_URL.',
    )
  }
  return user
}

/**
 * Whether a user can go from the root of the file system into a folder, by the plain permission bits.
 * @param path an existing absolute path
 */
export function canEnter(path: string, user: RunAs): boolean {
  const { root } = parse(path)
  for (let step = path; ; step = dirname(step)) {
    const { mode, uid, gid } = statSync(step)
    const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0
    if (((mode >> shift) & 1) === 0) return false
    if (step === root) return true
  }
}
