import { mkdtempSync, readFileSync, globSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieFrom } from '../../test/cookies.ts'
import { testDatabase } from '../../test/database.ts'
import { wordsOf } from '../../test/page.ts'
import { makeApp } from '../app.ts'
import { readResults } from '../features/matching/results.ts'
import { readToday } from '../features/desk/today.ts'
import { dayIn, OffsetClock, SteppedClock } from '../platform/clock.ts'
import { openLog } from '../platform/log.ts'
import { readSettings } from '../platform/settings.ts'
import type { World } from '../platform/work.ts'
import { furnish, type OpenWorld } from '../world.ts'
import { canaries } from './canaries.ts'
import { playDemonstration } from './play.ts'

const base = 'http://demonstration.test'
const end = '2026-11-24T09:00:00Z'

/** A system of its own, whose complaints are kept. */
async function openSystem(development: boolean) {
  const complaints: unknown[] = []
  const dataDir = mkdtempSync(join(tmpdir(), 'perennial-demonstration-'))
  const settings = readSettings({ BASE_URL: base, DATA_DIR: dataDir, LOG_LEVEL: 'silent' }, { development })
  const log = openLog('silent')
  log.error = log.warn = (...said: unknown[]) => void complaints.push(said)
  const clock = development ? new OffsetClock() : new SteppedClock(end)
  const opened = await furnish(settings, await testDatabase(), log, clock)
  return { opened, complaints }
}

async function countRows({ db }: World): Promise<Record<string, number>> {
  const tables = await db.introspection.getTables()
  const counts: Record<string, number> = {}
  for (const { name } of tables.filter((table) => table.schema === 'public')) {
    const row = await db
      .selectFrom(name as 'persons')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    counts[name] = Number(row.count)
  }
  return counts
}

/** The rows of the facilitator's desk on the last day, as facts. */
async function deskRows({ db }: World): Promise<string[]> {
  const { id, agency_id } = await db.selectFrom('initiatives').select(['id', 'agency_id']).executeTakeFirstOrThrow()
  const now = Temporal.Instant.from(end)
  const { rows } = await readToday(db, { id, agencyId: agency_id }, now, dayIn('Europe/Lisbon', now))
  const named = rows.map((row) => [
    row.kind,
    row.days,
    row.person?.name,
    ...(row.overview?.members ?? []).map(({ name }) => name),
  ])
  return named.map((parts) => parts.join(' ')).toSorted()
}

let visited: OpenWorld
let marked: OpenWorld
let seconds = 0
const visitor = { cookie: '' }
const progress: string[] = []
const complaints: unknown[] = []

beforeAll(async () => {
  const production = await openSystem(false)
  visited = production.opened
  const app = makeApp(visited.world)
  const press = () => app.request(`${base}/demonstration`, { method: 'POST', headers: { origin: base } })
  let answer = await press()
  while (answer.headers.get('location') === '/demonstration') {
    await new Promise((resolve) => setTimeout(resolve, 300))
    const page = await app.request(`${base}/demonstration`)
    const text = await wordsOf(page)
    progress.push(`${page.headers.get('refresh')} ${text}`)
    if (text.includes('The demonstration is ready')) answer = await press()
    if (text.includes('could not be prepared')) break
  }
  visitor.cookie = cookieFrom(answer)?.cookie ?? ''

  const development = await openSystem(true)
  marked = development.opened
  const begun = performance.now()
  await playDemonstration(marked.world, () => {}, { canaries: true })
  seconds = (performance.now() - begun) / 1000
  complaints.push(...production.complaints, ...development.complaints)
}, 240_000)

afterAll(async () => {
  await visited?.close()
  await marked?.close()
})

describe('the demonstration', () => {
  it('is played within a minute', () => {
    console.log(`The demonstration was played in ${seconds.toFixed(1)} s.`)
    expect(seconds).toBeLessThan(60)
  })

  it('has forty-eight peers of thirty-one organisations in seventeen countries', async () => {
    const { db } = visited.world
    const persons = await db.selectFrom('persons').selectAll().execute()
    expect(persons).toHaveLength(48)
    expect(new Set(persons.map(({ country }) => country)).size).toBe(17)
    expect(await db.selectFrom('organisations').select('id').execute()).toHaveLength(31)
  })

  it('shows how far it is to a visitor who waits, and lets them in as its administrator', async () => {
    expect(progress.some((line) => /^3 .*Six months are being played.* \d+ of \d+ days played/.test(line))).toBe(true)
    expect(progress.at(-1)).toContain('The demonstration is ready')
    const app = makeApp(visited.world)
    const page = await wordsOf(app.request(`${base}/initiatives`, { headers: visitor }))
    expect(page).toContain('City budgets that people can read')
    expect(page).toContain('You are looking at a demonstration')
  })

  it('asks three who are no peers for a time, and one who has not said yet', async () => {
    const { db } = visited.world
    const polls = await db.selectFrom('polls').select(['state', 'agency_id']).execute()
    expect(polls).toMatchObject([{ state: 'open' }])
    const people = await db.selectFrom('poll_people').select('answered_at').execute()
    expect(people.filter(({ answered_at }) => answered_at !== null)).toHaveLength(3)
    expect(people).toHaveLength(4)
  })

  it('leaves the clock of a running system alone, and ends at its moment', async () => {
    const { db, clock } = visited.world
    expect(clock.now().toString()).toBe(end)
    const last = await db
      .selectFrom('audit_events')
      .select((eb) => eb.fn.max('at').as('at'))
      .executeTakeFirstOrThrow()
    expect(Temporal.Instant.compare(last.at, Temporal.Instant.from(end))).toBeLessThanOrEqual(0)
  })

  it('leaves the development clock at the end of the story, also after a restart', async () => {
    const { db, clock } = marked.world
    const late = clock.now().since(Temporal.Instant.from(end)).total('minutes')
    expect(late).toBeGreaterThanOrEqual(0)
    expect(late).toBeLessThan(10)
    const kept = await db.selectFrom('installation').select('name').execute()
    expect(kept.map(({ name }) => name).toSorted()).toEqual(['clock offset', 'demonstration'])
  })

  it('leaves no mail waiting and lets none out', async () => {
    const { db } = visited.world
    const states = await db.selectFrom('mails').select('state').distinct().execute()
    expect(states).toEqual([{ state: 'kept' }])
    const agencies = await db.selectFrom('agencies').select('is_demonstration').execute()
    expect(agencies).toEqual([{ is_demonstration: true }])
  })

  it('gives nobody reason to complain', () => {
    expect(complaints).toEqual([])
  })

  it('tells the same story each time', async () => {
    const [first, second] = [await countRows(visited.world), await countRows(marked.world)]
    const ofThisVisit = ['auth_sessions', 'installation', 'answered_forms']
    const ofStory = (counts: Record<string, number>) =>
      Object.entries(counts).filter(([table]) => !ofThisVisit.includes(table))
    expect(ofStory(first)).toEqual(ofStory(second))
    const story = ({ world }: OpenWorld) =>
      world.db
        .selectFrom('audit_events')
        .select(['at', 'actor_name', 'verb'])
        .orderBy('at')
        .orderBy('verb')
        .orderBy('actor_name')
        .execute()
    const spoken = async (opened: OpenWorld) =>
      (await story(opened)).map(({ at, actor_name, verb }) => `${at} ${actor_name} ${verb}`)
    expect(await spoken(visited)).toEqual(await spoken(marked))
  })

  it('leaves between eight and fifteen matters of many kinds on the desk, the same each time', async () => {
    const [first, second] = [await deskRows(visited.world), await deskRows(marked.world)]
    expect(first).toEqual(second)
    expect(first.length).toBeGreaterThanOrEqual(8)
    expect(first.length).toBeLessThanOrEqual(15)
    expect(new Set(first.map((row) => row.split(' ')[0])).size).toBeGreaterThanOrEqual(8)
  })

  it('does nothing when it was played already', async () => {
    const before = await countRows(marked.world)
    const told: string[] = []
    await playDemonstration(marked.world, (line) => told.push(line))
    expect(told).toEqual([])
    expect(await countRows(marked.world)).toEqual(before)
  })

  it('has every act of the thread in it', async () => {
    const rows = await visited.world.db.selectFrom('audit_events').select('verb').distinct().execute()
    const verbs = new Set(rows.map(({ verb }) => verb))
    const thread = `agency.create staff.invite initiative.create topic.add topic.rename topic.remove season.add
      engagement.add engagement.attend roster.upload roster.import participation.list participation.invite
      participation.remind participation.answer participation.pause participation.resume participation.leave
      person.edit post.end round.make round.pin round.forbid round.ask round.choose round.publish
      connection.propose connection.answer connection.remind connection.stuck connection.start connection.decline
      connection.watch connection.pause connection.resume connection.review connection.close
      connection.reopen agreement.change agreement.accept agreement.reach
      times.ask times.unanswered session.plan session.move session.cancel
      contact.record contact.correct contact.remove
      authority.give authority.change authority.end authority.report authority.answer-renew authority.answer-change
      authority.answer-call authority.call connection.nudge connection.call desk.put-aside`
    expect(thread.split(/\s+/).filter((verb) => !verbs.has(verb))).toEqual([])
  })

  it('has pairs that thrive, drift, rest, wait and have ended, and sessions held and missed', async () => {
    const { db } = visited.world
    const connections = await db.selectFrom('connections').select(['state', 'watch_state']).execute()
    const many = (state: string) => connections.filter((one) => one.state === state).length
    expect(many('active')).toBeGreaterThan(8)
    for (const state of ['quiet', 'paused', 'proposed', 'declined', 'closed'])
      expect(many(state), state).toBeGreaterThan(0)
    expect(new Set(connections.map((one) => one.watch_state)).size).toBeGreaterThan(2)
    const sessions = await db.selectFrom('sessions').select('state').distinct().orderBy('state').execute()
    expect(sessions.map(({ state }) => state)).toEqual(['cancelled', 'held', 'missed', 'planned'])
  })

  it('knows of its first round what was accepted, who met, and that three months have passed', async () => {
    const { db } = visited.world
    const round = await db
      .selectFrom('matching_rounds')
      .selectAll()
      .orderBy('published_at')
      .limit(1)
      .executeTakeFirstOrThrow()
    const { totals, results, comparisons } = await readResults(db, round, Temporal.Instant.from(end))
    const ofRound = db.selectFrom('connections').where('round_id', '=', round.id)
    const started = await ofRound.where('started_at', 'is not', null).select('id').execute()
    const met = await db
      .selectFrom('contacts')
      .select('connection_id')
      .distinct()
      .where('kind', 'in', ['live', 'face_to_face'])
      .where('connection_id', 'in', ofRound.select('id'))
      .execute()
    expect(results).toHaveLength((await ofRound.select('id').execute()).length)
    expect(totals.accepted).toEqual({ share: { yes: started.length, of: results.length }, open: 0 })
    expect(totals.met.share).toEqual({ yes: met.length, of: results.length })
    expect(totals.inRhythm.share.of + totals.inRhythm.open).toBe(results.length)
    expect(totals.inRhythm.share.yes).toBeGreaterThan(5)
    for (const { halves, p, worth } of comparisons.inRhythm.filter((part) => part.p !== null)) {
      expect((halves?.lower.share.of ?? 0) + (halves?.upper.share.of ?? 0)).toBe(totals.inRhythm.share.of)
      expect(worth === 'chance').toBe((p ?? 1) >= 0.05)
    }
  })

  it('puts markers into confidential texts only where it is asked to', async () => {
    const dumpOf = async ({ db }: World) => {
      const tables = [
        'participations',
        'connection_members',
        'connections',
        'contacts',
        'persons',
        'authority_reports',
        'desk_calls',
      ] as const
      const rows = await Promise.all(
        tables.map((table) =>
          db
            .selectFrom(table as 'persons')
            .selectAll()
            .execute(),
        ),
      )
      return JSON.stringify(rows)
    }
    const [plain, withMarkers] = [await dumpOf(visited.world), await dumpOf(marked.world)]
    expect(canaries.filter(({ marker }) => plain.includes(marker))).toEqual([])
    const planted = canaries.filter(({ marker }) => withMarkers.includes(marker))
    expect(planted.length).toBeGreaterThan(80)
    const fields = new Set(canaries.map(({ field }) => field))
    expect([...fields].filter((field) => !planted.some((canary) => canary.field === field))).toEqual([])
  })

  it('writes through the actions alone', () => {
    const around = globSync('src/demo/*.ts')
      .filter((path) => !/(progress|removal)\.ts$|\.test\.ts$/.test(path))
      .filter((path) => /\.(insertInto|updateTable|deleteFrom)\(|sql`/.test(readFileSync(path, 'utf8')))
    expect(around).toEqual([])
  })
})
