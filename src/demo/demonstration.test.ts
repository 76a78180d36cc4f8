import { expect, test } from 'vitest'
import { useHarness } from '../../test/harness.ts'
import { playDemonstration } from './play.ts'

const h = useHarness({ logLevel: 'warn' })

test('plays', async () => {
  const t = Date.now()
  await playDemonstration(h.world, console.log)
  console.log((Date.now() - t) / 1000, 's')
  for (const table of ['connections','time_polls','sessions','authorities','authority_reports','participations','mails'] as const) {
    console.log(table, await h.world.db.selectFrom(table as 'connections').select((eb) => ['state', eb.fn.countAll().as('n')]).groupBy('state').execute().catch(String))
  }
  console.log(await h.world.db.selectFrom('connections').select((eb) => ['state', 'watch_state', 'rhythm_days', eb.fn.countAll().as('n')]).groupBy(['state', 'watch_state', 'rhythm_days']).orderBy('state').execute())
  console.log(await h.world.db.selectFrom('mails').select((eb) => ['kind', eb.fn.countAll().as('n')]).groupBy(['kind']).orderBy('kind').execute())
  console.log((await h.world.db.selectFrom('audit_events').select((eb) => ['verb', eb.fn.countAll().as('n')]).groupBy(['verb']).orderBy('verb').execute()).map((r) => `${r.verb} ${r.n}`).join('\n'))
  expect(1).toBe(1)
})
