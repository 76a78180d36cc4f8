import { Hono } from 'hono'
import { z } from 'zod'
import { dayIn } from '../../platform/clock.ts'
import { act } from '../../platform/web/act.tsx'
import { readForm, several, typedDay } from '../../platform/web/form.ts'
import { staffOf, type Visit, type VisitContext } from '../../platform/web/visit.ts'
import type { Work } from '../../platform/work.ts'
import type { FormState } from '../../ui/form-state.ts'
import { facilitating } from '../accounts/initiative-access.ts'
import { accessPersonsPart } from './access.ts'
import { invite, leaveParticipation, pauseParticipation, remind, returnParticipation } from './actions.ts'
import { rosterCsv } from './directory-export.ts'
import { directoryPageSize, readFilter, readPageNumber } from './directory-filter.ts'
import { countDirectory } from './directory-counts.ts'
import { findParts, listDirectory, readChoices } from './directory-store.ts'
import { DirectoryPage } from './pages/directory-page.tsx'
import { PersonPage } from './pages/person-page.tsx'
import { personSections } from './parts.tsx'
import { readPersonSheet } from './person-store.ts'
import { readTopics } from './profiles.ts'
import { words } from './words.ts'

/** The people of an initiative: the directory, and each person's part. */
export const roster = new Hono<Visit>()

const path = '/initiatives/:initiative/people'

roster.get(path, facilitating, (c) => directoryPage(c))

roster.get(`${path}/roster.csv`, facilitating, async (c) => {
  const { rows } = await listDirectory(c.var.world.db, c.var.initiative.id, readFilter(c), {
    offset: 0,
    limit: 100_000,
  })
  return c.body(rosterCsv(c.var.locale, rows), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="roster.csv"',
  })
})

roster.post(`${path}/invitations`, facilitating, async (c) => {
  const form = readForm(c, z.object({ chosen: several(z.uuid()), everybody: z.string().optional() }))
  const { chosen, everybody } = form.ok ? form.value : { chosen: [], everybody: undefined }
  if (!everybody && chosen.length === 0) {
    return directoryPage(c, { values: {}, errors: { _chosen: words(c.var.locale).chooseSomebody } })
  }
  return act(c, async (work) => {
    const ids = await findParts(work.db, c.var.initiative.id, everybody ? { state: 'listed' } : { ids: chosen })
    return back(c, (await invite(work, ids)) > 0 ? 'invited' : 'nobodyInvited')
  })
})

roster.post(`${path}/reminders`, facilitating, (c) =>
  act(c, async (work) => {
    const ids = await findParts(work.db, c.var.initiative.id, { state: 'invited' })
    return back(c, (await remind(work, ids)) > 0 ? 'reminded' : 'nobodyReminded')
  }),
)

roster.get(`${path}/:person`, facilitating, (c) => personPage(c))

roster.post(`${path}/:person/invitation`, facilitating, (c) =>
  actOnPart(c, async (work, id) => ((await invite(work, [id])) > 0 ? 'invited' : 'askedToday')),
)

roster.post(`${path}/:person/departure`, facilitating, (c) =>
  actOnPart(c, async (work, id) => {
    await leaveParticipation(work, id)
    return 'personLeft'
  }),
)

roster.post(`${path}/:person/return`, facilitating, (c) =>
  actOnPart(c, async (work, id) => {
    await returnParticipation(work, id)
    return 'personBack'
  }),
)

roster.post(`${path}/:person/pause`, facilitating, (c) => {
  const t = words(c.var.locale)
  const today = dayIn(staffOf(c).zone, c.var.world.clock.now())
  const isComing = (day: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(day, today) > 0 && Temporal.PlainDate.compare(day, today.add({ years: 2 })) <= 0
  const form = readForm(c, z.object({ untilOn: typedDay(t.pauseWrong).refine(isComing, t.pauseWrong) }))
  if (!form.ok) return personPage(c, form.state)
  return actOnPart(c, async (work, id) => {
    await pauseParticipation(work, id, form.value.untilOn)
    return 'personPaused'
  })
})

async function directoryPage(c: VisitContext, form?: FormState) {
  const { db, clock } = c.var.world
  const { id } = c.var.initiative
  const [filter, page] = [readFilter(c), readPageNumber(c)]
  const found = await listDirectory(db, id, filter, {
    offset: (page - 1) * directoryPageSize,
    limit: directoryPageSize,
  })
  const shown = {
    counts: await countDirectory(db, id, clock.now()),
    choices: await readChoices(db, id),
    topics: await readTopics(db, id),
  }
  return c.html(<DirectoryPage c={c} filter={filter} page={page} {...found} {...shown} form={form} />, form ? 422 : 200)
}

async function personPage(c: VisitContext, form?: FormState) {
  const part = await accessPersonsPart(c.var.world.db, c, c.req.param('person') ?? '')
  const sheet = await readPersonSheet(c.var.world.db, part)
  const sections = []
  for (const section of personSections) sections.push(await section(c, part))
  return c.html(<PersonPage c={c} sheet={sheet} sections={sections} form={form} />, form ? 422 : 200)
}

/** Does something to the part of the person in the path, and says the sentence of this key on their page. */
async function actOnPart(c: VisitContext, doIt: (work: Work, participationId: string) => Promise<string>) {
  const part = await accessPersonsPart(c.var.world.db, c, c.req.param('person') ?? '')
  return act(
    c,
    async (work) => `/initiatives/${part.initiative_id}/people/${part.person_id}?said=${await doIt(work, part.id)}`,
  )
}

function back(c: VisitContext, said: string): string {
  return `/initiatives/${c.var.initiative.id}/people?said=${said}`
}
