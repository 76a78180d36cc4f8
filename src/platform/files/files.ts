import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { faultPoint } from '../database/faultpoints.ts'
import type { Work } from '../work.ts'

/** Uploaded files: the bytes lie under DATA_DIR/files by id, the row in `files` says what they are. */
export interface FileStore {
  dir: string
  /** Writes the bytes durably, then the row; a crash between leaves bytes nobody names, never a row without bytes. */
  keep(work: Work, file: { agencyId: string; name: string; mediaType: string; bytes: Uint8Array }): Promise<string>
  read(id: string): Promise<Buffer>
}

/** Opens the store in a folder, which is made when absent. */
export function openFiles(dir: string): FileStore {
  const path = (id: string) => join(dir, id.slice(0, 2), id)
  return {
    dir,
    async keep(work, file) {
      const id = randomUUID()
      await writeDurably(path(id), file.bytes)
      await work.db
        .insertInto('files')
        .values({
          id,
          agency_id: file.agencyId,
          name: file.name,
          media_type: file.mediaType,
          bytes: file.bytes.length,
          sha256: createHash('sha256').update(file.bytes).digest(),
          created_at: work.now,
        })
        .execute()
      return id
    },
    read: (id) => readFile(path(id)),
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const partial = `${path}.part`
  const made = await mkdir(dirname(path), { recursive: true })
  try {
    faultPoint('files.write')
    const handle = await open(partial, 'w', 0o600)
    await handle.writeFile(bytes)
    await handle.sync()
    await handle.close()
    faultPoint('files.rename')
    await rename(partial, path)
    await syncFolder(dirname(path))
    // A folder that was just made is an entry of the one above it, which must reach the disk as well.
    for (let at = dirname(path); made && at !== dirname(made); at = dirname(at)) await syncFolder(dirname(at))
  } catch (cause) {
    await unlink(partial).catch(() => undefined)
    throw cause
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows writes its folders by itself and lets nobody open them.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  await folder.sync()
  await folder.close()
}
