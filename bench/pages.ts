import { cpuOf, cpuOfServer } from './measuring/cpu.ts'
import { get, load, median, quantile } from './measuring/load.ts'
import { endAll, type Served, serve } from './measuring/serve.ts'
import type { Seeded } from './seed.ts'

/*
 * What a page costs: requests a second, latency, CPU milliseconds of the server process and of PostgreSQL, bytes on the
 * wire. Each round measures every page once, and with them the reference page and bare Hono pages of the same sizes;
 * the figures are medians over the rounds. Usage: npm run bench -- [rounds] [seconds a measurement]
 */
const rounds = Number(process.argv[2] ?? 5)
const seconds = Number(process.argv[3] ?? 1.5)
const connections = 10

const own = await serve<Served & Seeded>('page-server.ts')
const beside = await serve<{ pid: number; port: number }>('reference-page.tsx', JSON.stringify(own.database.connection))

interface Subject {
  name: string
  pid: number
  ask: (encoding?: string) => ReturnType<typeof get>
  runs: Awaited<ReturnType<typeof measure>>[]
}

const subject = (name: string, { pid, port }: { pid: number; port: number }, path: string, cookie = ''): Subject => ({
  name,
  pid,
  ask: (encoding = 'gzip') => get(port, path, { cookie, 'accept-encoding': encoding }),
  runs: [],
})

const pages = [
  subject('desk', own, own.desk, own.cookie),
  subject('directory of 500', own, own.directory, own.cookie),
  subject('a peer’s page', own, own.peer),
]
const reference = subject('reference page', beside, `/page/${own.initiative}`, own.cookie)
const weighed = new Map<Subject, { html: number; gzip: number; brotli: number }>()
for (const page of [...pages, reference]) weighed.set(page, await weigh(page))
const bare = pages.map((page) =>
  subject(`  bare, ${weighed.get(page)?.html} bytes`, beside, `/bare/${weighed.get(page)?.html}`),
)
const all = [...pages, reference, ...bare]

async function weigh({ name, ask }: Subject) {
  const [plain, gzip, brotli] = [await ask('identity'), await ask('gzip'), await ask('br')]
  if (plain.status !== 200) throw new Error(`${name} answered ${plain.status}`)
  return { html: plain.body.length, gzip: gzip.body.length, brotli: brotli.body.length }
}

async function measure(page: Subject) {
  const before = [cpuOf(page.pid), cpuOfServer(own.database.backend)] as const
  const { perSecond, times, failed } = await load(page.ask, { connections, seconds })
  return {
    perSecond,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    server: (cpuOf(page.pid) - before[0]) / times.length,
    database: (cpuOfServer(own.database.backend) - before[1]) / times.length,
    failed,
  }
}

// The first round warms every page up and is not counted.
for (let round = 0; round <= rounds; round++) {
  const order = all.map((_, index) => all[(index + round) % all.length]).filter((page) => page !== undefined)
  for (const page of order) {
    const run = await measure(page)
    if (round > 0) page.runs.push(run)
  }
}
await endAll()

const of = (page: Subject, what: keyof Subject['runs'][number]) => median(page.runs.map((run) => run[what]))
const whole = (page: Subject) => median(page.runs.map(({ server, database }) => server + database))

console.log(
  `${connections} connections, median of ${rounds} runs of ${seconds} s each, all pages in turn, gzip; CPU in ms a page.`,
)
console.log(line(['page', 'req/s', 'p50 ms', 'p99 ms', 'CPU', 'CPU db', 'ratio', 'HTML', 'gzip', 'brotli']))
for (const page of all) {
  const bytes = weighed.get(page)
  const failed = page.runs.reduce((sum, run) => sum + run.failed, 0)
  const figures = [
    of(page, 'perSecond').toFixed(0),
    of(page, 'p50').toFixed(1),
    of(page, 'p99').toFixed(1),
    of(page, 'server').toFixed(2),
  ]
  const ratio = (whole(page) / whole(reference)).toFixed(2)
  const sizes = bytes ? [bytes.html, bytes.gzip, page === reference ? '' : bytes.brotli] : []
  console.log(
    line([page.name, ...figures, of(page, 'database').toFixed(2), ratio, ...sizes]),
    failed > 0 ? `${failed} failed` : '',
  )
}
console.log(
  'ratio: CPU of server and database beside the reference page; at most 3 is asked of a page behind a session.',
)
process.exit(0)

function line(cells: (string | number)[]): string {
  return cells.map((cell, index) => (index === 0 ? String(cell).padEnd(22) : String(cell).padStart(8))).join(' ')
}
