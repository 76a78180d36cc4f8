import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

// Requests a second, latency, CPU and bytes of three pages, beside a bare Hono page of the same size in the same run.
const seconds = Number(process.argv[2] ?? 3)
const connections = 10
const agent = new Agent({ keepAlive: true, maxSockets: connections })

interface Seeded {
  cookie: string
  desk: string
  directory: string
  peer: string
  pid: number
}

const server = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'page-server.ts')], { stdio: ['ignore', 'pipe', 'inherit'] })
const seeded = await new Promise<Seeded>((resolve) => {
  createInterface({ input: server.stdout }).once('line', (line) => resolve(JSON.parse(line) as Seeded))
})

interface Got {
  status: number
  wire: number
  plain: string
}

function get(port: number, path: string, headers: Record<string, string>): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers, agent }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const body = Buffer.concat(parts)
        resolve({ status: answer.statusCode ?? 0, wire: body.length, plain: headers['accept-encoding'] ? '' : body.toString() })
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** CPU milliseconds the server process has used. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

async function load(port: number, path: string, headers: Record<string, string>) {
  const times: number[] = []
  let failed = 0
  const cpuBefore = cpuOf(seeded.pid)
  const end = performance.now() + seconds * 1000
  const started = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        const at = performance.now()
        const got = await get(port, path, headers)
        times.push(performance.now() - at)
        if (got.status !== 200) failed += 1
      }
    }),
  )
  const elapsed = (performance.now() - started) / 1000
  times.sort((a, b) => a - b)
  return {
    perSecond: Math.round(times.length / elapsed),
    p50: times[Math.floor(times.length * 0.5)] ?? 0,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
    cpu: (cpuOf(seeded.pid) - cpuBefore) / times.length,
    failed,
  }
}

const staff = { cookie: seeded.cookie }
const pages = [
  ['desk', seeded.desk, staff],
  ['directory, 500 peers', seeded.directory, staff],
  ['a peer’s page', seeded.peer, {}],
] as const

console.log(`${connections} connections, ${seconds} s each; CPU is the server process without the database.`)
console.log('page'.padEnd(24), 'req/s'.padStart(7), 'p50 ms'.padStart(8), 'p99 ms'.padStart(8), 'CPU ms'.padStart(8), 'HTML'.padStart(8), 'gzip'.padStart(7), 'brotli'.padStart(7), 'with CSS'.padStart(9))
for (const [name, path, headers] of pages) {
  const plain = await get(4831, path, headers)
  if (plain.status !== 200) throw new Error(`${name} answered ${plain.status}`)
  const css = /href="(\/assets\/[^"]+\.css)"/.exec(plain.plain)?.[1] ?? ''
  const gzip = await get(4831, path, { ...headers, 'accept-encoding': 'gzip' })
  const brotli = await get(4831, path, { ...headers, 'accept-encoding': 'br' })
  const style = await get(4831, css, { 'accept-encoding': 'gzip' })
  for (const which of [`warm ${name}`, name]) {
    const own = await load(4831, path, { ...headers, 'accept-encoding': 'gzip' })
    const bare = await load(4832, `/${Buffer.byteLength(plain.plain)}`, {})
    if (which === name) {
      print(name, own, [plain.wire, gzip.wire, brotli.wire, gzip.wire + style.wire])
      print('  bare Hono, same size', bare, [plain.wire])
    }
  }
}

function print(name: string, row: Awaited<ReturnType<typeof load>>, bytes: number[]): void {
  const widths = [8, 7, 7, 9]
  console.log(
    name.padEnd(24),
    String(row.perSecond).padStart(7),
    row.p50.toFixed(1).padStart(8),
    row.p99.toFixed(1).padStart(8),
    row.cpu.toFixed(2).padStart(8),
    ...bytes.map((count, index) => String(count).padStart(widths[index] ?? 8)),
    row.failed > 0 ? `${row.failed} failed` : '',
  )
}

agent.destroy()
server.kill('SIGTERM')
