import { Hono } from 'hono'
import type { Visit } from '../../platform/web/visit.ts'
import { facilitating } from '../accounts/initiative-access.ts'
import { accessRound } from './access.ts'
import { ResultsPage } from './pages/results.tsx'
import { readResults } from './results.ts'
import { resultsCsv } from './results-csv.ts'

/** What became of a published round. Of a draft there is nothing to tell: its own page says where it stands. */
export const resultsRoutes = new Hono<Visit>()

const round = '/initiatives/:initiative/matching/:round'

resultsRoutes.get(`${round}/results`, facilitating, async (c) => {
  const { db, clock } = c.var.world
  const asked = await accessRound(db, c, c.req.param('round'))
  if (asked.state !== 'published') return c.redirect(`/initiatives/${c.var.initiative.id}/matching/${asked.id}`, 303)
  return c.html(<ResultsPage c={c} round={asked} results={await readResults(db, asked, clock.now())} />)
})

resultsRoutes.get(`${round}/results.csv`, facilitating, async (c) => {
  const { db, clock } = c.var.world
  const asked = await accessRound(db, c, c.req.param('round'))
  const csv = resultsCsv(c.var.locale, await readResults(db, asked, clock.now()))
  return c.body(csv, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="results.csv"',
  })
})
