import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { deskOf } from '../../../test/desk.ts'
import { useHarness } from '../../../test/harness.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { disarmFaults, faultCalls, startCounting } from '../../platform/database/faultpoints.ts'

const h = useHarness()

/** 500 peers in 250 connections of every state, with half a year of contacts, polls, sessions, authorities and mails. */
async function fill({ agencyId, initiativeId }: Scene): Promise<void> {
  const { db } = h.world
  const now = h.clock.now()
  const [agency, initiative] = [sql`${agencyId}::uuid`, sql`${initiativeId}::uuid`]
  const days = (column: string) => sql`${now}::timestamptz - make_interval(days => ${sql.raw(column)})`
  await sql`insert into persons (agency_id, name, email, locale, zone, country, created_at, updated_at)
    select ${agency}, 'Peer ' || n, 'peer' || n || '@peers.example', case when n % 3 = 0 then 'fr' else 'en' end, 'Africa/Accra', 'GH', ${now}, ${now}
    from generate_series(1, 500) n`.execute(db)
  await sql`insert into person_languages (person_id, language, level) select id, 'en', 'fluent' from persons`.execute(
    db,
  )
  await sql`insert into participations (agency_id, initiative_id, person_id, state, reminded_at, answered_at, created_at, updated_at)
    select ${agency}, ${initiative}, id, case when right(name, 2) = '00' then 'invited' else 'active' end,
      ${days('10')}, case when right(name, 2) = '00' then null else ${days('90')} end, ${now}, ${now} from persons`.execute(
    db,
  )
  await sql`insert into connections (agency_id, initiative_id, state, watch_state, rhythm_days, proposed_at, stuck_at, started_at,
      watch_from_at, last_contact_at, last_touch_at, review_on, closed_at)
    select ${agency}, ${initiative},
      (array['active', 'quiet', 'quiet', 'proposed', 'declined', 'active', 'paused', 'active', 'active', 'quiet'])[n % 10 + 1],
      (array['fresh', 'amber', 'red', 'fresh', 'fresh', 'fresh', 'fresh', 'fresh', 'fresh', 'lapsed'])[n % 10 + 1],
      30, ${days('200')}, case when n % 10 = 3 then ${days('5')} end, case when n % 10 not in (3, 4) then ${days('190')} end,
      case when n % 10 not in (3, 4) then ${days('190')} end, case when n % 10 not in (3, 4, 9) then ${days('n % 150')} end,
      ${days('n % 60')}, '2026-11-20', case when n % 10 = 4 then ${days('3')} end
    from generate_series(1, 250) n`.execute(db)
  await sql`insert into connection_members (connection_id, person_id, answer, agreed_version)
    select c.id, p.id, case when c.state = 'declined' and p.place % 2 = 0 then 'no' when c.state = 'proposed' and p.place % 2 = 0 then null else 'yes' end,
      case when p.place % 7 = 0 then null else 1 end
    from (select id, row_number() over (order by id) as place from persons) p
    join (select id, state, row_number() over (order by id) as place from connections) c on c.place = (p.place + 1) / 2`.execute(
    db,
  )
  await sql`insert into contacts (agency_id, connection_id, happened_at, kind, reported_by_kind, reported_by_id, reported_at)
    select ${agency}, c.id, ${days('w * 7')}, 'live', 'peer', c.id, ${now}
    from connections c cross join generate_series(1, 26) w where c.started_at is not null`.execute(db)
  await sql`insert into time_polls (agency_id, connection_id, state, asked_at, answer_by)
    select ${agency}, id, 'unanswered', ${days('9')}, ${days('4')} from connections where watch_state = 'red'`.execute(
    db,
  )
  await sql`insert into sessions (agency_id, initiative_id, connection_id, uid, state, starts_at, minutes, ask_at, asked_at, created_at, changed_at)
    select ${agency}, initiative_id, id, id::text, 'planned', ${now}::timestamptz + interval '2 days', 45, ${now}, ${days('1')}, ${days('20')}, ${now}
    from connections where watch_state = 'fresh' and state = 'active'`.execute(db)
  await sql`insert into session_members (session_id, person_id)
    select s.id, m.person_id from sessions s join connection_members m on m.connection_id = s.connection_id`.execute(db)
  await sql`insert into authorities (agency_id, initiative_id, person_id, authoriser_name, authoriser_email, hours_per_month, starts_on, ends_on, created_at, updated_at)
    select ${agency}, ${initiative}, id, 'Head', 'head@office.example', 4, '2026-01-01', '2026-12-10', ${now}, ${now}
    from persons where right(name, 1) in ('1', '2')`.execute(db)
  await sql`insert into mails (agency_id, kind, to_address, locale, subject, body_text, body_html, message_id, state, next_attempt_at, created_at)
    select ${agency}, 'x', email, 'en', '', '', '', id::text, 'failed', ${now}, ${now} from persons where right(name, 1) = '9'`.execute(
    db,
  )
}

it('asks the database at most 14 times for 500 peers and 250 connections, and stays a page one can load', async () => {
  const scene = await playAgency(h)
  const desk = deskOf(h, scene)
  await fill(scene)
  await desk.page()
  startCounting()
  const began = performance.now()
  const answer = await h.get(desk.home, scene.facilitator)
  const html = await answer.text()
  const took = Math.round(performance.now() - began)
  const calls = faultCalls().map((call) => call.replace(/\s+/g, ' ').slice(0, 60))
  disarmFaults()
  console.log(`desk of 500 peers and 250 connections: ${calls.length} queries, ${took} ms, ${html.length} bytes`)
  expect(answer.status).toBe(200)
  expect(calls.length, calls.join('\n')).toBeLessThanOrEqual(14)
  expect(html).toMatch(/\d+ need you today/)
  expect(html).toMatch(/Show all \d+, most urgent first/)
  expect(html.match(/<h3/g)?.length).toBeLessThan(40)
  expect(took).toBeLessThan(3000)
})

it('tells the twenty most urgent in full, leads to all, and opens the other ways of the row that is asked for', async () => {
  const scene = await playAgency(h)
  const desk = deskOf(h, scene)
  await fill(scene)
  const read = async (query: string) => (await h.get(desk.home + query, scene.facilitator)).text()
  const rowsOf = (html: string) =>
    html.match(/<h3[^>]*>(?:<span class="vh">[^<]*<\/span>)?<a href="[^"]*\/(?:connections|people|authority)\b/g)
      ?.length ?? 0
  const first = await read('')
  expect(rowsOf(first)).toBe(20)
  expect(first).not.toContain('<details class="act"')
  expect(first).toContain('?rows=all#help')
  const all = await read('?rows=all')
  expect(rowsOf(all)).toBeGreaterThan(100)
  expect(all).not.toContain('Show all')
  const last = [...all.matchAll(/open=([0-9a-f-]{36})#/g)].at(-1)?.[1]
  const opened = await read(`?open=${last}`)
  expect(rowsOf(opened)).toBe(21)
  expect(opened.match(/<details class="act" open=""/g)).toHaveLength(1)
  expect(opened).toContain(`action="${desk.home}/desk/${last}/pause"`)
  const mistaken = await (await desk.act(`${last}/call`, { note: '' })).text()
  expect(mistaken).toContain('Write a few words about the call')
  expect(rowsOf(mistaken)).toBe(21)
})
