import { spawn } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import ICAL from 'ical.js'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { planSession } from '../../src/features/sessions/actions.ts'
import { makeLink } from '../../src/platform/links/links.ts'
import { cast } from '../cast.ts'
import { useHarness } from '../harness.ts'
import { proposeConnection, answerProposal } from '../../src/features/connections/proposing.ts'
import { playAgency, playPeer, type Scene } from '../scene.ts'
import type { Task, Told } from './calendar-process.ts'

const h = useHarness({ mailReplies: 'replies@perennial.test' })
const processes = 10
/** Acts of each process: PROCESS_ACTS=40 is the long form. */
const acts = Number(process.env.PROCESS_ACTS ?? 8)
const bundle = join(import.meta.dirname, `../../dist/processes-${process.pid}`)

beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, 'calendar-process.ts')],
    outdir: bundle,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node26',
    logLevel: 'warning',
  })
  cpSync('src/ui/css', join(bundle, 'css'), { recursive: true })
})
afterAll(() => rmSync(bundle, { recursive: true, force: true }))

function run(task: Task): Promise<Told> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(bundle, 'calendar-process.js')], { stdio: ['pipe', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (part: Buffer) => (said += part.toString()))
    child.once('error', reject)
    child.once('exit', () => {
      try {
        resolve(JSON.parse(said) as Told)
      } catch {
        reject(new Error(`A process ended without a word: ${said}`))
      }
    })
    child.stdin.end(JSON.stringify(task))
  })
}

async function connect(scene: Scene, personIds: string[]): Promise<string> {
  const { agencyId, initiativeId } = scene
  const members = personIds.map((personId) => ({ personId, gives: '', wants: '', why: '' }))
  return h.change(async (work) => {
    const id = await proposeConnection(work, { agencyId, initiativeId, roundId: null, personIds, fit: 50, members })
    for (const personId of personIds) await answerProposal(work, id, personId, 'yes', '')
    return id
  })
}

/** What each person's calendar holds by the invitations they got: of each meeting, the mail with the highest SEQUENCE. */
async function calendarsByMail(): Promise<Map<string, Map<string, string | null>>> {
  const mails = await h.world.db
    .selectFrom('mails')
    .select(['to_address', 'calendar_text'])
    .where('calendar_text', 'is not', null)
    .execute()
  const latest = new Map<string, Map<string, { sequence: number; start: string | null }>>()
  for (const { to_address: address, calendar_text: text } of mails) {
    const calendar = new ICAL.Component(ICAL.parse(text ?? ''))
    const event = calendar.getFirstSubcomponent('vevent')
    const uid = String(event?.getFirstPropertyValue('uid'))
    const sequence = Number(event?.getFirstPropertyValue('sequence'))
    const own = latest.get(address) ?? new Map<string, { sequence: number; start: string | null }>()
    latest.set(address, own)
    const known = own.get(uid)
    expect(known?.sequence, 'no calendar gets two mails of one SEQUENCE').not.toBe(sequence)
    if (known && known.sequence > sequence) continue
    const isOff = calendar.getFirstPropertyValue('method') === 'CANCEL'
    own.set(uid, { sequence, start: isOff ? null : startOf(event) })
  }
  return new Map(
    [...latest].map(([address, own]) => [address, new Map([...own].map(([uid, { start }]) => [uid, start]))]),
  )
}

function startOf(event: ICAL.Component | null): string | null {
  const time = event?.getFirstPropertyValue('dtstart')
  return time instanceof ICAL.Time ? time.toJSDate().toISOString() : null
}

async function eventsOfFeed(agencyId: string, personId: string): Promise<Map<string, string | null>> {
  const link = { agencyId, purpose: 'feed' as const, personId, days: 1 }
  const path = new URL(await h.change((work) => makeLink(work, link))).pathname
  const calendar = new ICAL.Component(ICAL.parse(await (await h.get(path)).text()))
  const events = calendar.getAllSubcomponents('vevent')
  return new Map(events.map((event) => [String(event.getFirstPropertyValue('uid')), startOf(event)]))
}

it(
  'ten processes that answer, move, plan and cancel the same sessions at once leave every calendar equal to the database',
  { timeout: 600_000 },
  async () => {
    const scene = await playAgency(h)
    const members = [cast.ana, cast.kofi, cast.leila, cast.rahim, cast.paola]
    const people: { personId: string; email: string }[] = []
    for (const member of members)
      people.push({ personId: (await playPeer(h, scene, member)).personId, email: member.email })
    const of = (...places: number[]) => places.map((place) => people[place]?.personId ?? '')
    const connectionIds: string[] = []
    for (const ids of [of(0, 1, 2), of(1, 2, 3), of(2, 3, 4), of(3, 4, 0), of(0, 4)])
      connectionIds.push(await connect(scene, ids))
    const first = h.clock.now().add({ hours: 240 })
    const slots = Array.from({ length: 16 }, (_, place) => first.add({ minutes: place * 60 }).toString())
    for (const [place, id] of connectionIds.entries())
      await h.change((work) => planSession(work, id, first.add({ hours: place * 3 }), 45))
    const now = h.clock.now().toString()
    const task = { connection: h.connection, settings: h.world.settings, now, acts, connectionIds, slots }
    const told = await Promise.all(Array.from({ length: processes }, (_, place) => run({ ...task, seed: place + 1 })))

    expect(told.flatMap(({ failed }) => failed)).toEqual([])
    const done = told.reduce((sum, one) => sum + one.done, 0)
    console.log(
      `${processes} processes: ${done} acts done, ${told.reduce((sum, one) => sum + one.refused, 0)} refused in words`,
    )
    expect(done).toBeGreaterThan(processes)
    // The fight may have ended every session: one is planned in peace, so that no calendar is compared when empty.
    await h.change((work) => planSession(work, connectionIds[0] ?? '', first.add({ hours: 480 }), 45))

    const { rows: double } = await sql`
    select m.person_id from session_members m join sessions s on s.id = m.session_id
    join session_members o on o.person_id = m.person_id and o.session_id > m.session_id join sessions z on z.id = o.session_id
    where s.state = 'planned' and z.state = 'planned' and m.reply is distinct from 'no' and o.reply is distinct from 'no'
      and tstzrange(s.starts_at, s.starts_at + make_interval(mins => s.minutes))
        && tstzrange(z.starts_at, z.starts_at + make_interval(mins => z.minutes))`.execute(h.world.db)
    expect(double).toEqual([])

    const rows = await h.world.db
      .selectFrom('session_members')
      .innerJoin('sessions', 'sessions.id', 'session_members.session_id')
      .select(['person_id', 'uid', 'starts_at', 'state', 'reply'])
      .execute()
    const byMail = await calendarsByMail()
    let entries = 0
    for (const { personId, email } of people) {
      const own = rows.filter((row) => row.person_id === personId)
      const isIn = (row: (typeof own)[number]) => row.state === 'planned' && row.reply !== 'no'
      const start = (row: (typeof own)[number]) => new Date(row.starts_at.epochMilliseconds).toISOString()
      const expected = new Map(own.filter(isIn).map((row) => [row.uid, start(row)]))
      entries += expected.size
      expect(await eventsOfFeed(scene.agencyId, personId), `the feed of ${email}`).toEqual(expected)
      const calendar = new Map([...(byMail.get(email) ?? [])].filter(([, at]) => at !== null))
      expect(calendar, `the invitations of ${email}`).toEqual(expected)
    }
    expect(entries).toBeGreaterThan(0)
  },
)
