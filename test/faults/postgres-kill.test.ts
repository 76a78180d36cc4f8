import { spawn } from 'node:child_process'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmbedded } from '../../src/platform/database/embedded.ts'
import { isAlive } from '../../src/platform/database/embedded/postmaster.ts'
import { type EmbeddedProcess, ask, cleanUp, postmasterPid, startProcess, temporaryFolder } from './embedded.ts'

let dataDir: string
let started: EmbeddedProcess[]

beforeEach(() => {
  dataDir = temporaryFolder()
  started = []
})
afterEach(async () => {
  for (const { child } of started) child.kill('SIGKILL')
  await cleanUp(dataDir)
})

function start(task?: string): EmbeddedProcess {
  const one = startProcess(dataDir, task)
  started.push(one)
  return one
}

async function writeUntil(one: EmbeddedProcess, count: number): Promise<void> {
  await one.next((event) => event.acknowledged === count)
}

async function rowsLost(one: EmbeddedProcess, connection: pg.PoolConfig): Promise<number[]> {
  const acknowledged = one.events.flatMap(({ acknowledged: number }) => number ?? [])
  expect(acknowledged.length).toBeGreaterThan(20)
  const kept = new Set(
    (await ask<{ number: number }>(connection, 'select number from written')).map((row) => row.number),
  )
  return acknowledged.filter((number) => !kept.has(number))
}

test('the server of a Node that was killed lives on and is taken over, with everything that was acknowledged', async () => {
  const first = start('write')
  const { pid } = await first.next((event) => event.ready === true)
  await writeUntil(first, 30)
  first.child.kill('SIGKILL')
  await first.ended
  const server = await startEmbedded(dataDir)
  expect(server).toMatchObject({ adopted: true, pid })
  expect(await rowsLost(first, server.connection)).toEqual([])
  await server.stop()
  expect(isAlive(pid ?? 0)).toBe(false)
})

test('a server that is killed under a living Node is started again, and writing goes on', async () => {
  const first = start('write')
  const { pid } = await first.next((event) => event.ready === true)
  await writeUntil(first, 30)
  process.kill(pid ?? 0, 'SIGKILL')
  await first.next((event) => event.trouble !== undefined)
  const reached = first.events.filter((event) => event.acknowledged !== undefined).length
  await writeUntil(first, reached + 30)
  expect(postmasterPid(dataDir)).not.toBe(pid)
  first.child.kill('SIGKILL')
  await first.ended
  const server = await startEmbedded(dataDir)
  expect(await rowsLost(first, server.connection)).toEqual([])
  await server.stop()
})

test('when both are killed, the next start recovers everything that was acknowledged', async () => {
  const first = start('write')
  const { pid } = await first.next((event) => event.ready === true)
  await writeUntil(first, 30)
  process.kill(pid ?? 0, 'SIGKILL')
  first.child.kill('SIGKILL')
  await first.ended
  const server = await startEmbedded(dataDir)
  expect(server.adopted).toBe(false)
  expect(await rowsLost(first, server.connection)).toEqual([])
  await server.stop()
})

test('a busy child of a killed server is ended before another server starts', async () => {
  const server = await startEmbedded(dataDir)
  const client = new pg.Client(server.connection)
  client.on('error', () => {})
  await client.connect()
  const busy = client.query('select count(*) from generate_series(1, 1e12::bigint)').catch(() => 'cut off')
  await sleep(200)
  process.kill(server.pid, 'SIGKILL')
  expect(await busy).toBe('cut off')
  for (let waited = 0; (await ask(server.connection, 'select 1').catch(() => [])).length === 0; waited++) {
    expect(waited).toBeLessThan(200)
    await sleep(100)
  }
  await server.stop()
})

test('a process number left behind by a killed server may belong to any program by now', async () => {
  const server = await startEmbedded(dataDir)
  await ask(server.connection, 'create table kept as select 1 as number')
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid')
  const left = readFileSync(pidFile, 'utf8')
  await server.stop()
  const stranger = spawn('sleep', ['60'])
  try {
    writeFileSync(pidFile, left.replace(/^\d+/, String(stranger.pid)))
    const next = await startEmbedded(dataDir)
    expect(next.adopted).toBe(false)
    expect(await ask(next.connection, 'select number from kept')).toEqual([{ number: 1 }])
    expect(isAlive(stranger.pid ?? 0)).toBe(true)
    await next.stop()
  } finally {
    stranger.kill()
  }
})

test('a first start that is killed at any moment leaves nothing that hinders the next', async () => {
  for (const milliseconds of [200, 400, 600, 900]) {
    const first = start()
    await Promise.race([sleep(milliseconds), first.ended])
    first.child.kill('SIGKILL')
    await first.ended
  }
  const server = await startEmbedded(dataDir)
  expect(await ask(server.connection, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
  expect(readdirSync(dataDir).filter((name) => name.includes('unfinished'))).toEqual([])
})

test('Ctrl-C reaches Node alone, which can still use the database to finish', async () => {
  const first = start()
  const { pid } = await first.next((event) => event.ready === true)
  process.kill(-(first.child.pid ?? 0), 'SIGINT')
  expect(await first.next((event) => event.stopped === true)).toMatchObject({ last: 1 })
  expect(await first.ended).toBe(0)
  expect(isAlive(pid ?? 0)).toBe(false)
})
