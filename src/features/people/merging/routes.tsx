import { Hono } from 'hono'
import { act } from '../../../platform/web/act.tsx'
import { readForm } from '../../../platform/web/form.ts'
import { NotHere } from '../../../platform/web/mistakes.ts'
import type { Visit, VisitContext } from '../../../platform/web/visit.ts'
import type { FormState } from '../../../ui/form-state.ts'
import { facilitating } from '../../accounts/initiative-access.ts'
import { accessMerge, accessPerson } from '../access.ts'
import { DuplicatesPage, doublesPath } from '../pages/duplicates.tsx'
import { MergePage } from '../pages/merge.tsx'
import { readPersonRecord } from '../person-record.ts'
import { words } from '../words.ts'
import { findDoubles } from './doubles.ts'
import { mergeForm } from './form.ts'
import { keepApart, mergePersons } from './merge.ts'
import { readBelongings, readCandidates, readDistinctions, readMerges } from './store.ts'
import { undoMerge } from './undo.ts'

/** Two records that are one person: found, compared, merged, and taken apart again. */
export const merging = new Hono<Visit>()

const path = '/initiatives/:initiative/people/duplicates'

merging.get(path, facilitating, async (c) => c.html(await duplicatesPage(c)))

merging.get(`${path}/:one/:other`, facilitating, async (c) => c.html(await mergePage(c, await accessBoth(c))))

merging.post(`${path}/:one/:other`, facilitating, async (c) => {
  const both = await accessBoth(c)
  const form = readForm(c, mergeForm(both.one, both.other))
  if (!form.ok) return c.html(await mergePage(c, both, form.state), 422)
  return act(
    c,
    async (work) => {
      await mergePersons(work, words(c.var.locale), form.value)
      return `${doublesPath(c.var.initiative.id)}?said=merged`
    },
    (state) => mergePage(c, both, state),
  )
})

merging.post(`${path}/:one/:other/distinction`, facilitating, async (c) => {
  const { one, other } = await accessBoth(c)
  return act(c, async (work) => {
    await keepApart(work, one.agencyId, one.id, other.id)
    return `${doublesPath(c.var.initiative.id)}?said=keptApart`
  })
})

merging.post('/initiatives/:initiative/people/merges/:merge/reversal', facilitating, async (c) => {
  const merge = await accessMerge(c.var.world.db, c, c.req.param('merge'))
  return act(
    c,
    async (work) => {
      await undoMerge(work, words(c.var.locale), merge.id)
      return `${doublesPath(c.var.initiative.id)}?said=undone`
    },
    (state) => duplicatesPage(c, state),
  )
})

async function accessBoth(c: VisitContext) {
  const { db } = c.var.world
  const [one, other] = [
    await accessPerson(db, c, c.req.param('one') ?? ''),
    await accessPerson(db, c, c.req.param('other') ?? ''),
  ]
  if (one.id === other.id) throw new NotHere()
  return { one: await readPersonRecord(db, one.id), other: await readPersonRecord(db, other.id) }
}

async function duplicatesPage(c: VisitContext, form?: FormState) {
  const { world, initiative } = c.var
  const candidates = await readCandidates(world.db, initiative)
  const listed = new Set(candidates.flatMap(({ id, isListed }) => (isListed ? [id] : [])))
  const apart = await readDistinctions(world.db, initiative.agencyId)
  const doubles = findDoubles(candidates, (one, other) => apart.has([one, other].toSorted().join(' ')))
  const here = doubles.filter(({ one, other }) => listed.has(one.id) || listed.has(other.id))
  const merges = await readMerges(world.db, initiative.agencyId)
  return <DuplicatesPage c={c} doubles={here} merges={merges} {...(form ? { form } : {})} />
}

async function mergePage(c: VisitContext, both: Awaited<ReturnType<typeof accessBoth>>, form?: FormState) {
  const { db } = c.var.world
  const one = { ...both.one, has: await readBelongings(db, both.one.id) }
  const other = { ...both.other, has: await readBelongings(db, both.other.id) }
  return <MergePage c={c} one={one} other={other} {...(form ? { form } : {})} />
}
