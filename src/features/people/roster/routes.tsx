import { Hono } from 'hono'
import { act } from '../../../platform/web/act.tsx'
import { readForm, typedValues } from '../../../platform/web/form.ts'
import { FormMistake } from '../../../platform/web/mistakes.ts'
import { staffOf, type Visit, type VisitContext } from '../../../platform/web/visit.ts'
import { facilitating } from '../../accounts/initiative-access.ts'
import { accessRosterImport } from '../access.ts'
import { RosterMappingPage } from '../pages/roster-mapping.tsx'
import { RosterPreviewPage } from '../pages/roster-preview.tsx'
import { RosterResultPage } from '../pages/roster-result.tsx'
import { RosterUploadPage, rostersPath } from '../pages/roster-upload.tsx'
import {
  dropRoster,
  importRoster,
  mapRoster,
  openRoster,
  previewRoster,
  type RosterFault,
  tableOf,
  uploadRoster,
} from './actions.ts'
import { chosenZones, mappingForm, readUpload } from './form.ts'
import { missingFields } from './mapping.ts'
import { refusedFile } from './refused-file.ts'
import { readRosterImports, type RosterImport } from './store.ts'
import { words } from './words.ts'

/** A roster's way in: send, say what the columns hold, look, import. */
export const rosters = new Hono<Visit>()

const path = '/initiatives/:initiative/people/import'

rosters.get(path, facilitating, async (c) => {
  const earlier = await readRosterImports(c.var.world.db, c.var.initiative)
  return c.html(<RosterUploadPage c={c} earlier={earlier} />)
})

rosters.post(path, facilitating, async (c) => {
  const { initiative, locale, typed, world } = c.var
  const t = words(locale)
  const again = async (errors: Record<string, string>) => {
    const earlier = await readRosterImports(world.db, initiative)
    return c.html(<RosterUploadPage c={c} earlier={earlier} form={{ values: typedValues(c), errors }} />, 422)
  }
  const upload = await readUpload(t, typed)
  if ('errors' in upload) return again(upload.errors)
  const opened = openRoster(upload.bytes)
  if ('fault' in opened) return again({ [upload.field]: faultSentence(t, opened.fault) })
  const { name, bytes } = upload
  const { agencyId, staffId } = staffOf(c)
  const roster = { agencyId, initiativeId: initiative.id, staffId, name, bytes, table: opened.table }
  return act(c, async (work) => `${rostersPath(initiative.id)}/${await uploadRoster(work, roster)}`)
})

rosters.get(`${path}/:roster`, facilitating, async (c) => {
  const { world } = c.var
  const roster = await accessRosterImport(world.db, c, c.req.param('roster'))
  if (roster.state === 'imported') return c.html(<RosterResultPage c={c} roster={roster} />)
  if (roster.state === 'dropped') return c.redirect(rostersPath(c.var.initiative.id), 303)
  return c.html(<RosterMappingPage c={c} roster={roster} table={await tableOf(world, roster)} />)
})

rosters.post(`${path}/:roster/mapping`, facilitating, async (c) => {
  const { world, locale } = c.var
  const roster = await accessRosterImport(world.db, c, c.req.param('roster'))
  const form = readForm(c, mappingForm(locale, words(locale), roster.mapping.columns.length))
  if (!form.ok) {
    const table = await tableOf(world, roster)
    return c.html(<RosterMappingPage c={c} roster={roster} table={table} form={form.state} />, 422)
  }
  return act(c, async (work) => {
    await mapRoster(work, roster, { ...roster.mapping, columns: form.value })
    return `${pathOf(c, roster)}/preview`
  })
})

rosters.get(`${path}/:roster/preview`, facilitating, async (c) => {
  const { world } = c.var
  const roster = await accessRosterImport(world.db, c, c.req.param('roster'))
  if (roster.state !== 'mapping' || missingFields(roster.mapping.columns).length > 0)
    return c.redirect(pathOf(c, roster), 303)
  const { planned } = await previewRoster(world, world.db, roster)
  return c.html(<RosterPreviewPage c={c} roster={roster} planned={planned} />)
})

rosters.post(`${path}/:roster/zones`, facilitating, async (c) => {
  const roster = await accessRosterImport(c.var.world.db, c, c.req.param('roster'))
  const zones = chosenZones(c.var.typed, roster.mapping.zones)
  return act(c, async (work) => {
    await mapRoster(work, roster, { ...roster.mapping, zones })
    return `${pathOf(c, roster)}/preview`
  })
})

rosters.get(`${path}/:roster/refused`, facilitating, async (c) => {
  const { world, locale } = c.var
  const roster = await accessRosterImport(world.db, c, c.req.param('roster'))
  const { table, rows } = await previewRoster(world, world.db, roster)
  return c.body(refusedFile(locale, table, rows), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${words(locale).refusedName}.csv"`,
  })
})

rosters.post(`${path}/:roster/completion`, facilitating, async (c) => {
  const { world, locale, typed } = c.var
  const roster = await accessRosterImport(world.db, c, c.req.param('roster'))
  const seen = typeof typed.seen === 'string' ? typed.seen : ''
  return act(
    c,
    async (work) => {
      if ((await importRoster(work, roster, seen)) === 'stale') throw new FormMistake(words(locale).stale)
      return pathOf(c, roster)
    },
    async (state) => {
      const { planned } = await previewRoster(world, world.db, roster)
      return <RosterPreviewPage c={c} roster={roster} planned={planned} form={state} />
    },
  )
})

rosters.post(`${path}/:roster/removal`, facilitating, async (c) => {
  const roster = await accessRosterImport(c.var.world.db, c, c.req.param('roster'))
  return act(c, async (work) => {
    await dropRoster(work, roster)
    return rostersPath(roster.initiativeId)
  })
})

function pathOf(c: VisitContext, roster: RosterImport): string {
  return `${rostersPath(c.var.initiative.id)}/${roster.id}`
}

function faultSentence(t: ReturnType<typeof words>, fault: RosterFault): string {
  const sentences = {
    workbook: t.faultWorkbook,
    notText: t.faultNotText,
    empty: t.faultEmpty,
    nobody: t.faultNobody,
    tooMany: t.faultTooMany,
  }
  return sentences[fault]
}
