import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { attachEmbedded, startEmbedded } from '../../src/platform/database/embedded.ts'
import { ask, cleanUp, startProcess, temporaryFolder } from './embedded.ts'

let dataDir: string
beforeEach(() => {
  dataDir = temporaryFolder()
})
afterEach(() => cleanUp(dataDir))

test('a second start on a folder is refused and names the first, which goes on undisturbed', async () => {
  const first = startProcess(dataDir)
  const { pid } = await first.next((event) => event.ready === true)
  await expect(startEmbedded(dataDir)).rejects.toMatchObject({
    name: 'StartError',
    message: expect.stringMatching(
      `^Perennial is already running on ${dataDir} \\(process ${first.child.pid}, since 20.*Z\\); stop it first, or set DATA_DIR to another folder\\.$`,
    ),
  })
  const beside = await attachEmbedded(dataDir)
  expect(beside?.pid).toBe(pid)
  await beside?.stop()
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
})

test('of many that start at the same moment on an empty folder exactly one wins', async () => {
  const all = Array.from({ length: 5 }, () => startProcess(dataDir))
  const answers = await Promise.all(
    all.map((one) => one.next((event) => event.ready === true || event.refused !== undefined)),
  )
  expect(answers.filter((answer) => answer.ready)).toHaveLength(1)
  for (const { refused } of answers.filter((answer) => !answer.ready)) expect(refused).toMatch(/already running/)
  for (const { child } of all) child.kill('SIGTERM')
  await Promise.all(all.map((one) => one.ended))
})

test('the same process cannot start twice either', async () => {
  const server = await startEmbedded(dataDir)
  await expect(startEmbedded(dataDir)).rejects.toThrow(`process ${process.pid}`)
  expect(await ask(server.connection, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
})

test('the lock of a killed process is no lock, whatever it left behind', async () => {
  const first = startProcess(dataDir)
  await first.next((event) => event.ready === true)
  first.child.kill('SIGKILL')
  await first.ended
  expect(JSON.parse(readFileSync(join(dataDir, 'process.json'), 'utf8'))).toMatchObject({ pid: first.child.pid })
  // Its number may belong to somebody else by now, even to us.
  writeFileSync(join(dataDir, 'process.json'), JSON.stringify({ pid: process.pid, since: 'long ago' }))
  const second = await startEmbedded(dataDir)
  expect(second.adopted).toBe(true)
  await second.stop()
})

test('a start that was refused can be repeated as soon as the reason is gone', async () => {
  writeFileSync(join(dataDir, 'postgres'), 'in the way')
  await expect(startEmbedded(dataDir)).rejects.toMatchObject({ name: 'StartError' })
  rmSync(join(dataDir, 'postgres'))
  const server = await startEmbedded(dataDir)
  await server.stop()
})

test('stopping twice is stopping once', async () => {
  const server = await startEmbedded(dataDir)
  await Promise.all([server.stop(), server.stop()])
  await server.stop()
  expect(await attachEmbedded(dataDir)).toBeUndefined()
})

test('a server whose socket was removed by a cleaner is replaced', async () => {
  const first = startProcess(dataDir)
  const { pid } = await first.next((event) => event.ready === true)
  first.child.kill('SIGKILL')
  await first.ended
  rmSync(join(dataDir, 'postgres', '.s.PGSQL.5432'))
  const server = await startEmbedded(dataDir)
  expect(server.adopted).toBe(false)
  expect(server.pid).not.toBe(pid)
  await server.stop()
})
