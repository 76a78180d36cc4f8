import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { faultPoint } from '../database/faultpoints.ts'
import { BackupError } from './backup-error.ts'
import type { Manifest } from './manifest.ts'
import type { TarFile } from './tar-reader.ts'

/** Puts uploaded files back into their folder, and takes them away again when the restoration fails. */
export interface FileRestorer {
  add(file: TarFile, entry: Manifest['files'][number]): Promise<void>
  undo(): Promise<void>
}

/** Never overwrites: a file of the same name and content is left as it is, one of other content stops the restoration. */
export function openFileRestorer(filesDir: string): FileRestorer {
  const written: string[] = []
  return {
    async add(file, entry) {
      const path = join(filesDir, entry.path)
      const present = await checksum(path)
      if (present === entry.sha256) return
      if (present !== undefined) throw new BackupError(`the file ${path} exists already and is another one`)
      await mkdir(dirname(path), { recursive: true })
      faultPoint('restore.file')
      written.push(path)
      await writeDurably(path, file)
    },
    async undo() {
      for (const path of written) await unlink(path).catch(() => {})
    },
  }
}

async function writeDurably(path: string, file: TarFile): Promise<void> {
  const partial = `${path}.part`
  try {
    const handle = await open(partial, 'w', 0o600)
    try {
      for await (const chunk of file.chunks()) await handle.writeFile(chunk)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(partial, path)
  } catch (error) {
    await unlink(partial).catch(() => {})
    throw error
  }
}

async function checksum(path: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
    return hash.digest('hex')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
