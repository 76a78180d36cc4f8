import { Hono } from 'hono'
import { act } from '../../platform/web/act.tsx'
import { typedValues } from '../../platform/web/form.ts'
import { FormMistake } from '../../platform/web/mistakes.ts'
import type { Visit, VisitContext } from '../../platform/web/visit.ts'
import { emptyForm, type FormState, valueOf } from '../../ui/form-state.ts'
import { facilitating } from '../accounts/initiative-access.ts'
import { accessConnection } from '../connections/access.ts'
import { closeConnection } from '../connections/closing.ts'
import { membersOf } from '../connections/members.ts'
import { nextBest, type NextBest, rematchPerson } from '../matching/rematching.ts'
import { PartnersPage } from './pages/partners.tsx'
import { partnersWords } from './partners-words.ts'

/** Re-matching a pair that does not hold: one page, one act. */
export const partners = new Hono<Visit>()

const path = '/initiatives/:initiative/desk/:connection/partners'

async function readPair(c: VisitContext) {
  const { world, initiative, locale } = c.var
  const connection = await accessConnection(world.db, c, c.req.param('connection') ?? '')
  const members = await membersOf(world.db, connection.id)
  const exclude = members.map((member) => member.personId)
  const candidates = new Map<string, NextBest[]>()
  for (const { personId } of members) {
    const wishes = { now: world.clock.now(), locale, exclude, limit: 3 }
    candidates.set(personId, await nextBest(world.db, initiative.id, personId, wishes))
  }
  return { connection, members, candidates }
}

partners.get(path, facilitating, async (c) => {
  const { members, candidates } = await readPair(c)
  return c.html(<PartnersPage c={c} members={members} candidates={candidates} state={emptyForm} />)
})

partners.post(path, facilitating, async (c) => {
  const t = partnersWords(c.var.locale)
  const { connection, members, candidates } = await readPair(c)
  const again = (state: FormState) => <PartnersPage c={c} members={members} candidates={candidates} state={state} />
  const typed: FormState = { values: typedValues(c), errors: {} }
  const chosen = members.flatMap(({ personId }) => {
    const partner = valueOf(typed, `for.${personId}`)
    return partner ? [{ personId, partner }] : []
  })
  return act(
    c,
    async (work) => {
      for (const { personId, partner } of chosen) {
        const isOffered = candidates.get(personId)?.some((candidate) => candidate.personId === partner)
        if (!isOffered) throw new FormMistake({ [`for.${personId}`]: t.unknown })
      }
      if (new Set(chosen.map(({ partner }) => partner)).size < chosen.length) {
        throw new FormMistake({ [`for.${chosen[1]?.personId}`]: t.twice })
      }
      await closeConnection(work, connection.id, { reason: 'no_fit' })
      for (const { personId, partner } of chosen) await rematchPerson(work, c.var.initiative.id, personId, partner)
      return `/initiatives/${c.var.initiative.id}?said=parted`
    },
    again,
  )
})
