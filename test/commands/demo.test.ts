import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePool } from '../../src/platform/database/database.ts'
import { startEmbedded } from '../../src/platform/database/embedded.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { type RunningCommand, startPerennial } from './perennial.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'perennial-demo-'))
let running: RunningCommand

/** A demonstration that says of itself that it was played: playing it has tests of its own. */
beforeAll(async () => {
  const server = await startEmbedded(dataDir)
  const pool = makePool(server.connection, 1)
  await migrate(pool)
  await pool.query(`insert into installation (name, value) values ('demonstration', '{"state": "complete"}')`)
  await pool.end()
  await server.stop()
  running = await startPerennial({ DATA_DIR: dataDir, PORT: '0' }, 'demo')
})
afterAll(async () => {
  running.child.kill('SIGTERM')
  expect((await running.ended).code).toBe(0)
  rmSync(dataDir, { recursive: true })
})

test('the demonstration says where its development pages are, and has them', async () => {
  expect(running.out()).toContain(`${running.address}/dev\n`)
  for (const path of ['/dev', '/dev/mail', '/dev/clock']) {
    const answer = await fetch(running.address + path)
    expect([path, answer.status]).toEqual([path, 200])
  }
})

test('its clock moves on, and stays where it was moved', async () => {
  const shown = async () =>
    /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(await (await fetch(`${running.address}/dev/clock`)).text())?.[1]
  const before = await shown()
  const body = new URLSearchParams({ _key: crypto.randomUUID(), hours: '168' })
  const answer = await fetch(`${running.address}/dev/clock`, { method: 'POST', body })
  expect(answer.status).toBe(200)
  await answer.text()
  expect(await shown()).not.toBe(before)
})
