import { BackupError } from './backup-error.ts'

const blockBytes = 512

/** One file of an archive. Its body is read by `chunks` or `whole`, or skipped when the next file is asked for. */
export interface TarFile {
  name: string
  bytes: number
  chunks(): AsyncGenerator<Buffer>
  whole(): Promise<Buffer>
}

/**
 * Reads a tar archive from start to end without holding more than a block of it.
 * Throws BackupError when it is cut off or its headers are damaged.
 */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarFile> {
  const input = new Input(source)
  let longName: string | undefined
  for (;;) {
    const block = await input.take(blockBytes)
    if (block.every((byte) => byte === 0)) return input.finish()
    const { name, bytes, type } = readHeader(block)
    const padding = (blockBytes - (bytes % blockBytes)) % blockBytes
    if (type === 'x') {
      longName = readPath(await input.take(bytes))
      await input.take(padding)
      continue
    }
    let left = bytes
    async function* chunks(): AsyncGenerator<Buffer> {
      while (left > 0) {
        const chunk = await input.some(left)
        left -= chunk.length
        yield chunk
      }
    }
    yield { name: longName ?? name, bytes, chunks, whole: async () => Buffer.concat(await Array.fromAsync(chunks())) }
    longName = undefined
    for await (const _skipped of chunks());
    await input.take(padding)
  }
}

function readHeader(block: Buffer): { name: string; bytes: number; type: string } {
  const text = (from: number, to: number) => block.toString('ascii', from, to).replace(/\0.*$/s, '')
  const sum = block.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0)
  if (sum !== Number.parseInt(text(148, 156), 8))
    throw new BackupError('it is damaged (a header does not fit its checksum)')
  return { name: text(0, 100), bytes: Number.parseInt(text(124, 136), 8), type: text(156, 157) }
}

function readPath(records: Buffer): string {
  const path = /^\d+ path=(.*)\n/s.exec(records.toString())?.[1]
  if (path === undefined) throw new BackupError('it is damaged (a long name cannot be read)')
  return path
}

class Input {
  readonly #source: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** From one byte to `most` bytes, whatever is at hand. */
  async some(most: number): Promise<Buffer> {
    while (this.#rest.length === 0) {
      const next = await this.#source.next()
      if (next.done) throw new BackupError('it is cut off')
      this.#rest = next.value
    }
    const taken = this.#rest.subarray(0, most)
    this.#rest = this.#rest.subarray(taken.length)
    return taken
  }

  /** To the true end, so that the checksum of the compression is checked as well. */
  async finish(): Promise<void> {
    for (let next = await this.#source.next(); !next.done;) next = await this.#source.next()
  }

  /** Exactly so many bytes. */
  async take(bytes: number): Promise<Buffer> {
    const parts: Buffer[] = []
    for (let missing = bytes; missing > 0;) {
      const part = await this.some(missing)
      parts.push(part)
      missing -= part.length
    }
    return Buffer.concat(parts)
  }
}
