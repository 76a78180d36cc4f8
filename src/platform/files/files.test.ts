import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { useHarness } from '../../../test/harness.ts'
import { playAgency } from '../../../test/scene.ts'
import { armFault, disarmFaults } from '../database/faultpoints.ts'

const h = useHarness()

const bytes = new TextEncoder().encode('Name;E-mail\nAna;ana@peers.example\n')
const stored = () =>
  readdirSync(h.world.files.dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())

async function keep(): Promise<string> {
  const { agencyId } = await playAgency(h)
  return h.change((work) => h.world.files.keep(work, { agencyId, name: 'roster.csv', mediaType: 'text/csv', bytes }))
}

test('a file is kept under its id, for its owner only, and read back byte for byte', async () => {
  const id = await keep()
  expect(new Uint8Array(await h.world.files.read(id))).toEqual(bytes)
  const path = join(h.world.files.dir, id.slice(0, 2), id)
  expect(readFileSync(path, 'utf8')).toContain('Ana')
  const row = await h.world.db.selectFrom('files').selectAll().executeTakeFirstOrThrow()
  expect([row.id, row.name, row.bytes]).toEqual([id, 'roster.csv', bytes.length])
})

test('a crash while it is written leaves neither row nor half a file', async () => {
  const before = stored().length
  const { agencyId } = await playAgency(h)
  for (const at of [2, 3]) {
    armFault({ at, kind: 'throw' })
    const kept = h.change((work) => h.world.files.keep(work, { agencyId, name: 'x', mediaType: 'text/csv', bytes }))
    await expect(kept).rejects.toThrow(/^fault \d: files\./)
    disarmFaults()
  }
  expect(stored()).toHaveLength(before)
  expect(await h.world.db.selectFrom('files').select('id').execute()).toEqual([])
})
