import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { attachEmbedded } from '../../src/platform/database/embedded.ts'
import { foundAgency } from '../proof/lane.ts'
import { Record } from '../proof/history.ts'
import { Visitor } from '../proof/visitor.ts'
import { perennial, type RunningCommand, startPerennial } from './perennial.ts'

const folder = mkdtempSync(join(tmpdir(), 'perennial-start-'))
const dataDir = join(folder, 'data')
let running: RunningCommand | undefined

async function start(): Promise<RunningCommand> {
  running = await startPerennial({ DATA_DIR: dataDir, PORT: '0' })
  return running
}

async function stop(): Promise<number | null> {
  running?.child.kill('SIGTERM')
  const code = (await running?.ended)?.code ?? null
  running = undefined
  return code
}

beforeAll(start)
afterEach(() => running ?? start())
afterAll(async () => {
  await stop()
  rmSync(folder, { recursive: true })
})

const address = () => running?.address ?? ''

test('a newcomer finds the first-run page, and health and readiness are told', async () => {
  const first = await fetch(address())
  expect(first.status).toBe(200)
  expect(await first.text()).toContain('action="/start"')
  expect(await (await fetch(`${address()}/health`)).json()).toEqual({ alive: true })
  expect(await (await fetch(`${address()}/ready`)).json()).toEqual({
    ready: true,
    database: true,
    migrations: true,
    queue: true,
  })
})

test('the development pages do not exist, for anybody', async () => {
  for (const path of [
    '/dev',
    '/dev/',
    '/dev/mail',
    '/dev/clock',
    '/dev/styleguide',
    '//dev',
    '/%64ev',
    '/dev%2Fmail',
  ]) {
    const answer = await fetch(address() + path)
    expect([path, answer.status]).toEqual([path, 404])
  }
  for (const path of ['/dev/sign-in', '/dev/home', '/dev/clock']) {
    const answer = await fetch(address() + path, { method: 'POST', body: new URLSearchParams({ hours: '24' }) })
    expect([path, answer.status]).toEqual([path, 404])
  }
})

test('the secret is kept in the data folder for its owner only, and stays the same', async () => {
  const secret = () => readFileSync(join(dataDir, 'secret'), 'utf8')
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
  const before = secret()
  expect(before).toMatch(/^[\w-]{64}$/)
  expect(await stop()).toBe(0)
  await start()
  expect(secret()).toBe(before)
})

test('a second start on the folder is refused in one sentence, and the first goes on', async () => {
  const { code, out, error } = await perennial(['start'], { DATA_DIR: dataDir, PORT: '0' })
  expect([code, out]).toEqual([1, ''])
  expect(error.trim()).toMatch(
    new RegExp(
      `^Perennial is already running on ${dataDir} \\(process ${running?.child.pid}, since .*Z\\); stop it first, or set DATA_DIR to another folder\\.$`,
    ),
  )
  for (const verb of ['migrate', 'restore']) {
    expect((await perennial([verb, ...(verb === 'restore' ? ['x'] : [])], { DATA_DIR: dataDir })).code).toBe(1)
  }
  expect((await fetch(`${address()}/ready`)).status).toBe(200)
})

test('a port that is taken stops the start in one sentence, and nothing is left running', async () => {
  const taken = createServer()
  await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening))
  const { port } = taken.address() as { port: number }
  const other = join(folder, 'other')
  const { code, error } = await perennial(['start'], { DATA_DIR: other, PORT: String(port) })
  expect([code, error.trim()]).toEqual([1, `Another program listens on ${port} already; set PORT.`])
  expect(await attachEmbedded(other)).toBeUndefined()
  await new Promise((closed) => taken.close(closed))
})

test('a PostgreSQL that dies is started again, and the log says so in a line of JSON', async () => {
  const { pid = 0 } = (await attachEmbedded(dataDir)) ?? {}
  process.kill(pid, 'SIGKILL')
  await expect.poll(() => running?.out(), { timeout: 5_000 }).toContain(`PostgreSQL (process ${pid}) has died`)
  await expect.poll(async () => (await fetch(`${address()}/ready`)).status, { timeout: 5_000 }).toBe(200)
  const lines = running
    ?.out()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { msg: string; trouble?: string })
  expect(lines).toContainEqual(
    expect.objectContaining({
      msg: 'embedded database',
      trouble: expect.stringContaining('has died; it is being started again.'),
    }),
  )
})

test('an operator gets a sign-in link beside the running system, and only for staff', async () => {
  const path = join(folder, 'history.jsonl')
  const history = new Record<never>(path)
  const reach = (page: string, init: RequestInit) => fetch(address() + page, init)
  await foundAgency(new Visitor({ reach, history, underWay: new Map(), broken: [], isOver: () => false }))
  history.close()
  const link = await perennial(['sign-in-link', 'marta@agora.example'], { DATA_DIR: dataDir, BASE_URL: address() })
  expect([link.code, link.error]).toEqual([0, ''])
  expect((await fetch(link.out.trim())).status).toBe(200)
  const stranger = await perennial(['sign-in-link', 'stranger@agora.example'], { DATA_DIR: dataDir })
  expect([stranger.code, stranger.error.trim()]).toEqual([
    2,
    'No member of staff has the address stranger@agora.example. See perennial --help.',
  ])
})

test('SIGTERM lets a request in hand finish, takes no new one, and ends with 0', async () => {
  const { host } = new URL(address())
  const [name, port] = host.split(':')
  const body = new URLSearchParams({ _key: crypto.randomUUID(), address: 'nobody@agora.example' }).toString()
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': body.length,
    origin: address(),
  }
  const asked = request({ host: name, port, path: '/sign-in', method: 'POST', headers })
  const answered = new Promise<number | undefined>((resolve, reject) => {
    asked.once('response', (answer) => resolve(answer.resume().statusCode))
    asked.once('error', reject)
  })
  asked.write(body.slice(0, 20))
  await new Promise((resolve) => setTimeout(resolve, 200))
  const begun = performance.now()
  const ended = stop()
  await new Promise((resolve) => setTimeout(resolve, 300))
  await expect(fetch(`http://${host}/health`)).rejects.toThrow()
  asked.end(body.slice(20))
  expect(await answered).toBe(303)
  expect(await ended).toBe(0)
  expect(performance.now() - begun).toBeLessThan(10_000)
  expect(await attachEmbedded(dataDir)).toBeUndefined()
})

test('a reader who never finishes does not hold the stop for more than ten seconds', { timeout: 30_000 }, async () => {
  const { hostname, port } = new URL(address())
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': 100 }
  const asked = request({ host: hostname, port, path: '/sign-in', method: 'POST', headers })
  asked.on('error', () => {})
  asked.write('_key=')
  await new Promise((resolve) => setTimeout(resolve, 200))
  const begun = performance.now()
  expect(await stop()).toBe(0)
  expect(performance.now() - begun).toBeLessThan(10_000)
})

test('a start that is interrupted leaves nothing running', async () => {
  const other = join(folder, 'interrupted')
  const starting = perennial(['demo'], { DATA_DIR: other, PORT: '0' })
  while (!(await attachEmbedded(other).catch(() => undefined))) await new Promise((resolve) => setTimeout(resolve, 50))
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  const { pid } = JSON.parse(readFileSync(join(other, 'process.json'), 'utf8')) as { pid: number }
  process.kill(pid, 'SIGTERM')
  const { code, error } = await starting
  expect([code, error.trim()]).toEqual([1, 'Stopped before it was ready.'])
  expect(await attachEmbedded(other)).toBeUndefined()
})
