import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { migrate } from '../../platform/database/migrate.ts'
import { readMigrations } from '../../platform/database/migration-files.ts'
import { weekOf } from './half-days.ts'

let database: TestDatabase

beforeAll(async () => void (database = await testDatabase({ empty: true })))
afterAll(() => database.close())

test('half-days that peers ticked before there were weeks become theirs, of several answers the latest', async () => {
  const { pool } = database
  const own = readMigrations().find(({ name }) => name === 'availability')?.version ?? 0
  await migrate(pool, { upTo: own - 1 })
  await pool.query(`
    with agency as (insert into agencies (name, created_at) values ('Agora', now()) returning id),
      initiative as (insert into initiatives (agency_id, title, created_at)
        select agency.id, title, now() from agency, (values ('Old'), ('New')) as titles (title) returning id, agency_id, title),
      person as (insert into persons (agency_id, name, email, created_at, updated_at)
        select agency.id, name, name || '@peers.example', now(), now() from agency, (values ('kofi'), ('ana')) as names (name)
        returning id, name)
    insert into participations (agency_id, initiative_id, person_id, free_half_days, answered_at, created_at, updated_at)
    select agency_id, initiative.id, person.id,
      case when name = 'ana' then '{}' when title = 'New' then '{mon-am,sun-ev}'::text[] else '{fri-pm}' end,
      case title when 'New' then timestamptz '2026-11-01' else '2026-01-01' end, now(), now()
    from initiative, person`)
  await migrate(pool, { upTo: own })
  const { rows } = await pool.query<{ name: string; week: string; said_at: Temporal.Instant }>(
    'select name, week, said_at from availabilities join persons on persons.id = person_id',
  )
  expect(rows.map(({ name, week }) => ({ name, week }))).toEqual([{ name: 'kofi', week: weekOf('mon-am', 'sun-ev') }])
  expect(rows[0]?.said_at.toString()).toBe('2026-11-01T00:00:00Z')
})
