import { accessSync, constants, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { StartError } from '../start-error.ts'

/** Where one embedded server keeps its things, all of it inside the data folder. */
export interface Home {
  /** DATA_DIR itself, absolute. */
  dataDir: string
  /** PostgreSQL's own data folder; the Unix socket lives in it too, so that its 0700 guards the socket. */
  postgres: string
  log: string
  password: string
}

/**
 * Makes the data folder when it is missing and names the places in it.
 * Throws StartError when the folder cannot be made or written.
 */
export function openHome(dataDir: string): Home {
  const absolute = resolve(dataDir)
  try {
    mkdirSync(absolute, { recursive: true, mode: 0o700 })
    accessSync(absolute, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw folderTrouble(absolute, error)
  }
  const postgres = join(absolute, 'postgres')
  return {
    dataDir: absolute,
    postgres,
    log: join(absolute, 'postgres.log'),
    password: join(postgres, 'perennial.password'),
  }
}

/** The operator's sentence for a file error in the data folder; other errors come back unchanged. */
export function folderTrouble(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
      return new StartError(
        `DATA_DIR: this user may not use ${path}; start Perennial as the user it belongs to, or as root.`,
      )
    case 'EEXIST':
    case 'ENOTDIR':
      return new StartError(`DATA_DIR: ${path} is not a folder; name one that is, or one to be made.`)
    case 'EROFS':
      return new StartError(`DATA_DIR: ${path} is on a disk that can only be read; name a folder on another disk.`)
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(path)
    default:
      return error
  }
}

/** The operator's sentence for a full disk. */
export function diskFull(path: string): StartError {
  return new StartError(
    `The disk that holds ${path} is full; make room on it and start again: nothing that was saved is lost.`,
  )
}
