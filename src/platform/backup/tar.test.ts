import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTar } from './tar-reader.ts'
import { tarEnd, tarEntry } from './tar-writer.ts'

const name = fc.oneof(
  fc.stringMatching(/^[a-z0-9/._-]{1,100}$/),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 300 })
    .filter((text) => !text.includes('\0') && text.isWellFormed()),
)
const file = fc.record({ name, body: fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)) })

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

function archiveOf(files: { name: string; body: Buffer }[]): Buffer {
  return Buffer.concat([...files.map((one) => tarEntry(one.name, one.body)), tarEnd()])
}

test('what is written is read, whatever its names, sizes and the pieces it arrives in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(file, { maxLength: 6 }), fc.integer({ min: 1, max: 3_000 }), async (files, size) => {
      const read: { name: string; body: Buffer }[] = []
      for await (const entry of readTar(inChunks(archiveOf(files), size))) {
        read.push({ name: entry.name, body: await entry.whole() })
      }
      expect(read).toEqual(files)
    }),
    { numRuns: 200 },
  )
})

test('a file whose body nobody reads is passed over', async () => {
  const archive = archiveOf([
    { name: 'long', body: Buffer.alloc(5_000, 'x') },
    { name: 'short', body: Buffer.from('here') },
  ])
  const names: string[] = []
  for await (const entry of readTar(inChunks(archive, 700))) names.push(entry.name)
  expect(names).toEqual(['long', 'short'])
})

test('an archive without its end is cut off, wherever it stops', async () => {
  const archive = archiveOf([{ name: 'letter', body: Buffer.alloc(1_000, 'x') }])
  for (const length of [0, 100, 512, 900, 1_536, archive.length - 1_024]) {
    const read = async () => {
      for await (const entry of readTar(inChunks(archive.subarray(0, length), 333))) await entry.whole()
    }
    await expect(read()).rejects.toThrow('it is cut off')
  }
})
