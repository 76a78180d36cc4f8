/*
 * The matching workbench with 500 peers: what a pin costs from the form to the changed page, whole and by phase, in
 * milliseconds of wall clock and of CPU (ours, and that of PostgreSQL). On a shared machine read the CPU.
 * Usage: tsx bench/workbench.ts [peers] [pins]
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { makeApp } from '../src/app.ts'
import { makeRound } from '../src/features/matching/actions.ts'
import { readInputMark } from '../src/features/matching/field-store.ts'
import { explainLeftOut } from '../src/features/matching/left-out.ts'
import { solve } from '../src/features/matching/solve.ts'
import { readField, solveAgain } from '../src/features/matching/solving.ts'
import { lockRound } from '../src/features/matching/store.ts'
import { listProposals } from '../src/features/matching/workbench-store.ts'
import { readSettings } from '../src/platform/settings.ts'
import { carryOut, theSystem } from '../src/platform/work.ts'
import { openWorld } from '../src/world.ts'
import { insertCrowd } from '../test/crowd.ts'
import { playAgency } from '../test/scene.ts'
import { cpuOf, cpuOfServer } from './measuring/cpu.ts'
import { quantile } from './measuring/load.ts'

const peers = Number(process.argv[2] ?? 500)
const turns = Number(process.argv[3] ?? 40)

const own = mkdtempSync(join(tmpdir(), 'perennial-bench-'))
const settings = { DATA_DIR: own, LOG_LEVEL: 'error', PORT: '0', DATABASE_URL: process.env.DATABASE_URL }
const opened = await openWorld(readSettings(settings))
const { world } = opened
const { db } = world
const { agencyId, initiativeId, facilitator } = await playAgency({ world })
await insertCrowd(world, { agencyId, initiativeId }, peers)
await sql`analyze`.execute(db)
const roundId = await carryOut(world, theSystem, (work) =>
  makeRound(work, { id: initiativeId, agencyId }, { title: 'Everybody' }),
)
const base = world.settings.baseUrl
const path = `/initiatives/${initiativeId}/matching/${roundId}`
const app = makeApp(world)
const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
const backend = rows[0]?.pid ?? 0

const wall = new Map<string, number[]>()
const cpu = new Map<string, number[]>()

/** Runs a phase and keeps what it took. */
async function timed<T>(phase: string, run: () => T | Promise<T>): Promise<T> {
  const before = process.cpuUsage()
  const at = performance.now()
  const value = await run()
  const elapsed = performance.now() - at
  const { user, system } = process.cpuUsage(before)
  wall.set(phase, [...(wall.get(phase) ?? []), elapsed])
  cpu.set(phase, [...(cpu.get(phase) ?? []), (user + system) / 1000])
  return value
}

/** Sends a form as the page's script does: the answer is the changed page. */
async function send(act: string, fields: Record<string, string>): Promise<number> {
  const body = new URLSearchParams({ _key: randomUUID(), order: 'weakest', ...fields })
  const headers = { origin: base, 'x-in-place': 'yes', 'accept-encoding': 'br', ...facilitator }
  const answer = await app.request(`${base}${path}/${act}`, { method: 'POST', body, headers })
  await answer.arrayBuffer()
  return answer.status
}

/** Two people of different proposals whom no rule keeps apart, other ones each turn. */
async function twoToPin(turn: number): Promise<string> {
  const proposals = await listProposals(db, roundId)
  const { cohort } = await readField(
    db,
    await carryOut(world, theSystem, (work) => lockRound(work.db, roundId)),
    world.clock.now(),
  )
  const [one = ''] = proposals[(turn * 7) % proposals.length]?.person_ids ?? []
  const place = cohort.placeOf.get(one) ?? 0
  const others = cohort.peers
    .map((_peer, other) => other)
    .filter((other) => other !== place && cohort.worth(place, other) >= 0)
  const other = others[(turn * 13) % others.length] ?? 0
  return `${one},${cohort.peers[other]?.profile.personId}`
}

let refused = 0
let server = 0
let ours = 0
for (let turn = -5; turn < turns; turn++) {
  const people = await twoToPin(Math.abs(turn))
  if (turn === 0) {
    server = cpuOfServer(backend)
    ours = cpuOf(process.pid)
    wall.clear()
    cpu.clear()
    refused = 0
  }
  if ((await timed('a pin, from form to page', () => send('pins', { people }))) !== 200) refused += 1
  await timed('its removal', () => send('pins/removal', { people }))
}
const pins = 2 * turns
const perServer = (cpuOfServer(backend) - server) / pins
const perOurs = (cpuOf(process.pid) - ours) / pins

for (let turn = 0; turn < 10; turn++) {
  const round = await carryOut(world, theSystem, (work) => lockRound(work.db, roundId))
  const now = world.clock.now()
  await timed('  is anything new (the mark)', () => readInputMark(db, initiativeId))
  const field = await timed('  the field: mark, rules, points', () => readField(db, round, now))
  await timed('  all pairs listed', () => field.cohort.allowed)
  const { leftOut } = await timed('  solved', () => solve(field.cohort, field.pins))
  await timed('  left-outs explained', () => leftOut.map((place) => explainLeftOut(field.cohort, place)))
  await timed('  the whole solving, written', () => carryOut(world, theSystem, (work) => solveAgain(work, round)))
  await timed('  the page, read and rendered', async () =>
    (await app.request(base + path, { headers: { ...facilitator } })).text(),
  )
  await timed('  a page of the frame alone', async () =>
    (await app.request(`${base}/account`, { headers: { ...facilitator } })).text(),
  )
}

const show = (values: number[]) => {
  const sorted = values.toSorted((a, b) => a - b)
  return [0, 0.5, 0.95].map((share) => quantile(sorted, share).toFixed(1).padStart(7)).join('')
}
console.log(
  `${peers} peers, ${pins} acts (${refused} refused by a rule); CPU an act: ours ${perOurs.toFixed(1)} ms, PostgreSQL ${perServer.toFixed(1)} ms`,
)
console.log(`${''.padEnd(36)}${'wall: least, p50, p95'.padStart(24)}${'CPU: least, p50, p95'.padStart(24)}`)
for (const [phase, times] of wall) console.log(phase.padEnd(36), show(times), ' ', show(cpu.get(phase) ?? []))
await opened.close()
rmSync(own, { recursive: true, force: true })
