import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useHarness } from '../harness.ts'
import { type Found, readFound } from './checker/found.ts'
import { judge, type Verdict } from './checker/verdict.ts'
import { type History, Record, readLines, type TakenMail, type Told } from './history.ts'
import { foundAgency, walk } from './lane.ts'
import { Mailbox } from './mailbox.ts'
import { Visitor } from './visitor.ts'

const h = useHarness({}, { resetBetweenTests: false })
const folder = mkdtempSync(join(tmpdir(), 'perennial-checker-'))
const paths = { history: join(folder, 'history.jsonl'), mails: join(folder, 'mails.jsonl') }
let told: Told[]
let taken: TakenMail[]

/** Plays one walk without any kill, in this process: what the checker must find whole. */
beforeAll(async () => {
  const history: History = new Record(paths.history)
  const mailbox = new Mailbox(paths.mails)
  h.world.transport = {
    send: async ({ messageId, to, subject, text }) => {
      mailbox.take({ messageId, startedAt: Date.now(), to: to.address, subject }, text)
    },
  }
  const broken: string[] = []
  const field = {
    reach: async (path: string, init: RequestInit) => {
      const answer = await h.app.request(`http://perennial.test${path}`, init)
      // Mails first: their letters must not be waited for.
      await h.settle()
      return answer
    },
    history,
    underWay: new Map<string, string>(),
    broken,
    isOver: () => broken.length > 0,
  }
  const staff = new Visitor(field)
  await foundAgency(staff)
  await walk('one', staff, mailbox, () => false)
  expect(broken).toEqual([])
  told = readLines<Told>(paths.history)
  taken = readLines<TakenMail>(paths.mails)
})
afterAll(() => rmSync(folder, { recursive: true }))

async function find(): Promise<Found> {
  const client = new pg.Client(h.connection)
  await client.connect()
  try {
    return await readFound(client, join(h.world.settings.dataDir, 'files'))
  } finally {
    await client.end()
  }
}

const clean = { lost: [], torn: [], doubled: [], refused: [], unopenable: [] }

/** The verdict after a change of the database that is taken back afterwards. */
async function verdictAfter(damage: string): Promise<Verdict> {
  const client = new pg.Client(h.connection)
  await client.connect()
  try {
    await client.query('begin')
    await client.query(`set local session_replication_role = replica; ${damage}`)
    const inside = { query: (text: string) => (/^(begin|commit)/.test(text) ? undefined : client.query(text)) }
    return judge(await readFound(inside as pg.Client, join(h.world.settings.dataDir, 'files')), told, taken)
  } finally {
    await client.query('rollback')
    await client.end()
  }
}

describe('the checker', () => {
  test('finds a walk without a kill whole', async () => {
    const verdict = judge(await find(), told, taken)
    expect(verdict).toMatchObject(clean)
    expect(verdict.acknowledged).toBe(verdict.sent)
    expect(verdict.acknowledged).toBe(32)
    expect(verdict.mails).toMatchObject({ rows: taken.length, twiceInWindow: 0 })
  })

  test('runs as a program of its own, and its exit code tells', () => {
    const { connectionString, host, port, user, password, database } = h.connection
    const query = new URLSearchParams(
      Object.entries({ host, port, user, password }).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
    )
    const url = connectionString ?? `postgresql:///${database}?${query}`
    const check = (history: string) =>
      spawnSync(process.execPath, ['bin/check-history.ts', history, paths.mails, h.world.settings.dataDir], {
        env: { ...process.env, DATABASE_URL: url },
        encoding: 'utf8',
      })
    const good = check(paths.history)
    expect(good.stderr).toBe('')
    expect(JSON.parse(good.stdout)).toMatchObject({ ...clean, acknowledged: 32 })
    expect(good.status).toBe(0)
    const doctored = join(folder, 'doctored.jsonl')
    const lie = readFileSync(paths.history, 'utf8').replace(
      '"title":"Initiative one"',
      '"title":"Initiative that never was"',
    )
    writeFileSync(doctored, lie)
    const bad = check(doctored)
    expect(JSON.parse(bad.stdout)).toMatchObject({ lost: ['initiative Initiative that never was'] })
    expect(bad.status).toBe(1)
    expect(spawnSync(process.execPath, ['bin/check-history.ts']).status).toBe(2)
  })

  test('finds every acknowledged change that is gone', async () => {
    const first = `(select min(id::text)::uuid from persons)`
    for (const [damage, expected] of [
      [`delete from initiatives`, /^initiative Initiative one$/],
      [
        `delete from answered_forms where path like '%invitations'`,
        /^invite : nobody remembers the form|^invite: nobody/,
      ],
      [`delete from time_answers where person_id = ${first}`, /^times one\.\d/],
      [`delete from matching_proposals; delete from matching_rounds`, /^round Round one/],
    ] as const) {
      const { lost } = await verdictAfter(damage)
      expect(
        lost.some((sentence) => expected.test(sentence)),
        `${damage}: ${lost}`,
      ).toBe(true)
    }
  })

  test('finds half an import, half a publication, half an answer', async () => {
    const one = `(select id from persons where email = 'one.3@peers.example')`
    for (const [damage, expected] of [
      [`delete from persons where email = 'one.3@peers.example'`, /^import .*person one\.3@peers\.example 0/],
      [`delete from posts where person_id = ${one}`, /^import .*post of one\.3@peers\.example 0/],
      [`update roster_imports set state = 'mapping'`, /^import .*roster marked as imported 0/],
      [
        `delete from connections where id in (select connection_id from connection_members where person_id = ${one})`,
        /^publish.*pair .* 0/,
      ],
      [
        `delete from mails where kind = 'proposal.ask' and to_address = 'one.3@peers.example'`,
        /^publish.*mail to .* 0/,
      ],
      [
        `update connection_members set answer = null where person_id = ${one}`,
        /^answer one\.3@peers\.example: member row 0/,
      ],
      [`delete from audit_events where verb = 'connection.start'`, /^start of .*audit event 0/],
      [`delete from sessions`, /^first session of .*session 0/],
      [`update files set sha256 = '\\x00'`, /^upload.*file on disk 0/],
    ] as const) {
      const { torn } = await verdictAfter(damage)
      expect(
        torn.some((sentence) => expected.test(sentence)),
        `${damage}: ${torn}`,
      ).toBe(true)
    }
  })

  test('finds what came twice, and what was done in two halves', async () => {
    const double = (table: string, where = 'true') =>
      `insert into ${table} select (json_populate_record(t, json_build_object('id', gen_random_uuid(), 'message_id', gen_random_uuid()::text, 'effect_key', null))).* from ${table} t where ${where}`
    for (const [damage, expected] of [
      [double('initiatives'), /^initiative Initiative one: initiative 2/],
      [double('posts'), /^import .*post of one\.0@peers\.example 2/],
      [double('connections'), /^publish/],
      [double('mails', `kind = 'connection.on'`), /^start of .*connection\.on to one\.\d@peers\.example 2/],
      [
        double('sessions')
          .replace('sessions select', 'sessions overriding user value select')
          .replace("'id',", "'uid', gen_random_uuid(), 'id',"),
        /^first session of .*session 2/,
      ],
      [
        `update persons set created_at = created_at + interval '1 second' where email = 'one.3@peers.example'`,
        /^import .*moment 2/,
      ],
      [
        `insert into audit_events (agency_id, at, actor_kind, actor_name, verb, subject_kind, subject_id)
        select agency_id, at, actor_kind, actor_name, verb, subject_kind, subject_id from audit_events where verb = 'round.publish'`,
        /^publish: audit event 2/,
      ],
    ] as const) {
      const { doubled } = await verdictAfter(damage)
      expect(
        doubled.some((sentence) => expected.test(sentence)),
        `${damage}: ${doubled}`,
      ).toBe(true)
    }
  })
})

describe('mail', () => {
  const again = (changes: Partial<TakenMail> = {}): TakenMail[] => {
    const [first] = taken
    if (!first) throw new Error('no mail was taken')
    return [...taken, { ...first, startedAt: first.at + 5_000, at: first.at + 5_050, ...changes }]
  }
  const killed = (after: number): Told => ({
    at: (taken[0]?.at ?? 0) + after,
    says: 'killed',
    victim: 'node',
    during: [],
  })

  test('that came twice is excused by a kill inside the conversation, and by nothing else', async () => {
    const found = await find()
    expect(judge(found, [...told, killed(20)], again())).toMatchObject({ ...clean, mails: { twiceInWindow: 1 } })
    expect(judge(found, [...told, killed(2_000)], again()).doubled).toEqual([
      expect.stringContaining('twice without a kill'),
    ])
    expect(judge(found, told, again()).doubled).toHaveLength(1)
    // PostgreSQL was killed before the mail was spoken of, came back late, and Node was killed before it could note it.
    const back: Told = { at: (taken[0]?.at ?? 0) + 2_500, says: 'back', milliseconds: 3_000 }
    expect(judge(found, [...told, killed(-500), back, killed(2_800)], again())).toMatchObject({
      ...clean,
      mails: { twiceInWindow: 1 },
    })
    expect(judge(found, [...told, killed(-500), back, killed(3_800)], again()).doubled).toHaveLength(1)
    const other = judge(found, [...told, killed(20)], again({ messageId: '<other@peers.example>' }))
    expect(other.doubled).toEqual([expect.stringContaining('as 2 different mails')])
  })

  test('that never left, and that the database has forgotten, is lost', async () => {
    expect(judge(await find(), told, taken.slice(1)).lost).toEqual([expect.stringContaining('was never taken')])
    const { lost } = await verdictAfter(`delete from mails where message_id = '${taken[0]?.messageId}'`)
    expect(lost).toEqual(expect.arrayContaining([expect.stringContaining('knows nothing of the mail')]))
    expect(
      (await verdictAfter(`update mails set state = 'queued' where message_id = '${taken[0]?.messageId}'`)).lost,
    ).toHaveLength(1)
  })
})

test('what was refused and what did not open again is told', async () => {
  const at = Date.now()
  const lines: Told[] = [
    { at, says: 'refused', id: 'x', status: 422, words: 'This form was sent before' },
    { at, says: 'unopenable', words: 'did not start in a minute' },
  ]
  const verdict = judge(await find(), [...told, ...lines], taken)
  expect(verdict).toMatchObject({
    refused: ['422: This form was sent before'],
    unopenable: ['did not start in a minute'],
    lost: [],
  })
})
