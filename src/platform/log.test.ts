import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { cast } from '../../test/cast.ts'
import { useHarness } from '../../test/harness.ts'
import { playAgency, playPeer } from '../../test/scene.ts'
import { openLog } from './log.ts'

const h = useHarness()

test('an error of the database is logged without what it quotes from people', async () => {
  const lines: string[] = []
  const log = openLog('info', { write: (line) => void lines.push(line) })
  const scene = await playAgency(h)
  const { personId } = await playPeer(h, scene, cast.ana)
  const doubled = sql`insert into persons (agency_id, name, email, created_at, updated_at)
    select agency_id, name, email, created_at, updated_at from persons where id = ${personId}`.execute(h.world.db)
  const wrong = sql`update participations set state = 'bored' where person_id = ${personId}`.execute(h.world.db)
  for (const failing of [doubled, wrong]) {
    await failing.catch((error: unknown) => log.error({ err: error, personId }, 'request failed'))
  }
  const said = lines.map((line) => JSON.parse(line) as { err: { code: string }; personId: string; msg: string })
  expect(said.map(({ err, personId: id, msg }) => [err.code, id, msg])).toEqual([
    ['23505', personId, 'request failed'],
    ['23514', personId, 'request failed'],
  ])
  expect(lines.join('')).not.toContain(cast.ana.email)
  expect(lines.join('')).not.toContain(cast.ana.name)
})

test('lines below the level are not written', () => {
  const lines: string[] = []
  const log = openLog('warn', { write: (line) => void lines.push(line) })
  log.info('quiet')
  log.warn({ trouble: 'the disk is full' }, 'loud')
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ level: 40, trouble: 'the disk is full', msg: 'loud' }),
  ])
})
