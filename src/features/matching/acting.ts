import { act } from '../../platform/web/act.tsx'
import { readForm } from '../../platform/web/form.ts'
import type { VisitContext } from '../../platform/web/visit.ts'
import type { Work } from '../../platform/work.ts'
import { accessRevision } from './access.ts'
import { groupForm, seenField, viewQuery } from './form.ts'
import { roundPage } from './showing.tsx'
import { placeIn } from './workbench.ts'

// How an act on a draft round ends: back at the place one acted from, saying what it did.

/** An act on the people of one proposal, which leads back to where they are now. */
export async function actOnGroup(
  c: VisitContext,
  said: string,
  change: (work: Work, roundId: string, people: string[]) => Promise<unknown>,
): Promise<Response> {
  const form = readForm(c, groupForm)
  if (!form.ok) return c.html(await roundPage(c, roundIn(c), form.state), 422)
  const { people } = form.value
  return actOnRound(c, said, async (work, id) => {
    await change(work, id, people)
    return people[0] ?? ''
  })
}

/**
 * An act on a draft round. A script on the page gets the page it leads to as the answer itself, to change in its place.
 * @param change does it, and returns somebody whose proposal to lead to, or an anchor such as '#rules'
 */
export async function actOnRound(
  c: VisitContext,
  said: string,
  change: (work: Work, roundId: string) => Promise<string>,
  onMistake = (state: Parameters<typeof roundPage>[2]) => roundPage(c, roundIn(c), state),
): Promise<Response> {
  const answer = await act(
    c,
    async (work) => {
      const round = await accessRevision(work.db, c, roundIn(c))
      const goal = await change(work, round.id)
      return `${hereOf(c)}/${round.id}?${await backTo(c, work, round, said, goal)}`
    },
    onMistake,
  )
  const location = answer.headers.get('location')
  if (answer.status !== 303 || !location || c.req.header('x-in-place') === undefined) return answer
  const { searchParams } = new URL(location, c.var.world.settings.baseUrl)
  c.header('Location', undefined)
  c.header('Content-Location', location)
  return c.html(await roundPage(c, roundIn(c), undefined, Object.fromEntries(searchParams)))
}

interface Seen {
  id: string
  revision: number
}

async function backTo(c: VisitContext, work: Work, seen: Seen, said: string, goal: string): Promise<string> {
  const { order, page: typedPage } = viewQuery.parse(c.var.typed)
  const place = goal.startsWith('#')
    ? { page: typedPage, anchor: goal.slice(1) }
    : await placeIn(work.db, seen.id, order, goal)
  const query = new URLSearchParams({ order, page: String(place.page), said })
  const looked = seenField.parse(c.var.typed.revision)
  if (looked !== undefined && looked < seen.revision) query.set('since', String(looked))
  return `${query}#${place.anchor}`
}

/** The round in the address. Whose it is, is checked where it is read. */
export function roundIn(c: VisitContext): string {
  return c.req.param('round') ?? ''
}

/** Where the rounds of this initiative are. */
export function hereOf(c: VisitContext): string {
  return `/initiatives/${c.var.initiative.id}/matching`
}
