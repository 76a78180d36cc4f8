import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { createGunzip } from 'node:zlib'
import type { z } from 'zod'
import { BackupError } from './backup-error.ts'
import { type Manifest, format, headName, headShape, manifestName, manifestShape, partsOf } from './manifest.ts'
import { tally } from './tables.ts'
import { type TarFile, readTar } from './tar-reader.ts'

interface Found {
  manifest?: Manifest
  tables: Map<string, ReturnType<typeof tally>>
  files: Map<string, string>
}

/**
 * Reads a backup from start to end and checks that everything is there and unchanged.
 * Throws BackupError, one sentence that names the file, when it is not.
 */
export async function inspect(file: string): Promise<Manifest> {
  try {
    const found: Found = { tables: new Map(), files: new Map() }
    let first = true
    for await (const entry of readBackup(file)) {
      if (found.manifest) throw new BackupError('it is damaged (something follows its end)')
      if (first) checkHead(entry.name, await entry.whole())
      else await look(entry, found)
      first = false
    }
    if (!found.manifest) throw new BackupError('it is cut off')
    compare(found.manifest, found)
    return found.manifest
  } catch (error) {
    throw named(file, error)
  }
}

/** The files of a backup, one after the other. */
export function readBackup(file: string): AsyncGenerator<TarFile> {
  return readTar(uncompressed(file))
}

async function* uncompressed(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file)
  const plain = createGunzip()
  source.on('error', (error) => plain.destroy(error))
  plain.on('close', () => source.destroy())
  yield* source.pipe(plain) as AsyncIterable<Buffer>
}

function checkHead(name: string, body: Buffer): void {
  const head = name === headName ? headShape.safeParse(parsed(body)) : undefined
  if (!head?.success) throw new BackupError('it is not a backup of Perennial')
  if (head.data.format > format) {
    throw new BackupError(
      `it is written in format ${head.data.format}, and this Perennial reads formats up to ${format}`,
    )
  }
}

async function look(entry: TarFile, found: Found): Promise<void> {
  if (entry.name === manifestName) {
    found.manifest = shaped(manifestShape, await entry.whole())
  } else if (entry.name.startsWith('files/')) {
    const hash = createHash('sha256')
    for await (const chunk of entry.chunks()) hash.update(chunk)
    found.files.set(entry.name.slice('files/'.length), hash.digest('hex'))
  } else {
    const folder = entry.name.slice(0, entry.name.lastIndexOf('/') + 1)
    const counted = found.tables.get(folder) ?? tally()
    found.tables.set(folder, counted)
    for await (const chunk of entry.chunks()) counted.add(chunk)
  }
}

function compare(manifest: Manifest, found: Found): void {
  for (const table of manifest.tables) {
    const { rows, md5 } = (found.tables.get(partsOf(table)) ?? tally()).result()
    found.tables.delete(partsOf(table))
    if (rows !== table.rows || md5 !== table.md5) {
      throw new BackupError(`it is damaged (the table ${table.name} does not fit its checksum)`)
    }
  }
  for (const { path, sha256 } of manifest.files) {
    if (found.files.get(path) !== sha256)
      throw new BackupError(`it is damaged (the file ${path} does not fit its checksum)`)
    found.files.delete(path)
  }
  const [stray] = [...found.tables.keys(), ...found.files.keys()]
  if (stray !== undefined) throw new BackupError(`it is damaged (${stray} is not in its list)`)
}

function shaped<Shape extends z.ZodType>(shape: Shape, body: Buffer): z.infer<Shape> {
  const result = shape.safeParse(parsed(body))
  if (!result.success) throw new BackupError('it is damaged (its list cannot be read)')
  return result.data
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}

function named(file: string, error: unknown): unknown {
  if (error instanceof BackupError) {
    return new BackupError(`The backup ${basename(file)} cannot be used: ${error.message}; nothing was changed.`)
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT') return new BackupError(`There is no file ${file}.`)
  if (code === 'EISDIR' || code === 'EACCES') return new BackupError(`The file ${file} cannot be read.`)
  if (code === 'Z_BUF_ERROR') return named(file, new BackupError('it is cut off'))
  if (code === 'Z_DATA_ERROR') {
    const isGzip = !(error instanceof Error && error.message === 'incorrect header check')
    return named(file, new BackupError(isGzip ? 'it is damaged' : 'it is not a backup of Perennial'))
  }
  return error
}
