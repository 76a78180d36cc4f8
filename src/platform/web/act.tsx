import { createHash, randomUUID } from 'node:crypto'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { FormState } from '../../ui/form-state.ts'
import { carryOut, type Work } from '../work.ts'
import { refusedPage, sentBeforePage } from './answers.tsx'
import { typedValues } from './form.ts'
import { FormMistake } from './mistakes.ts'
import { actorOf, type VisitContext } from './visit.ts'
import { webWords } from './words.ts'

/**
 * Carries out what a form asks, once. The change, its audit events, mails and jobs, and the fact that this form was
 * answered commit together; the same form sent again gets the same answer and has no second effect; the same key with
 * another body is asked about.
 * @param change does the work and returns where to go next (303)
 * @param onMistake renders the form again with what was typed, when the change throws a FormMistake
 */
export async function act(
  c: VisitContext,
  change: (work: Work) => Promise<string>,
  onMistake?: (state: FormState) => HtmlEscapedString | Promise<HtmlEscapedString>,
): Promise<Response> {
  const { typed, viewer, world, locale } = c.var
  const key = typed._key
  if (typeof key !== 'string' || !/^[\w-]{16,64}$/.test(key)) return refusedPage(c, webWords(locale).noKey)
  const form = { key, who: whoKey(c), path: hideToken(c, c.req.path), body_hash: await hashOf(typed) }
  try {
    const answered = await carryOut(world, actorOf(viewer), async (work) => {
      const fresh = await work.db
        .insertInto('answered_forms')
        .values({ ...form, answered_at: work.now })
        .onConflict((conflict) => conflict.doNothing())
        .returning('key')
        .executeTakeFirst()
      if (!fresh) return work.db.selectFrom('answered_forms').selectAll().where('key', '=', key).executeTakeFirst()
      const location = hideToken(c, await change(work))
      await work.db.updateTable('answered_forms').set({ location }).where('key', '=', key).execute()
      return { ...form, location }
    })
    if (answered?.who === form.who && answered.path === form.path && answered.location) {
      if (form.body_hash.equals(answered.body_hash)) return c.redirect(showToken(c, answered.location), 303)
    }
    return sentBeforePage(c, newFormKey())
  } catch (mistake) {
    if (!(mistake instanceof FormMistake)) throw mistake
    if (!onMistake) return refusedPage(c, Object.values(mistake.errors).join(' '))
    return c.html(await onMistake({ values: typedValues(c), errors: mistake.errors }), 422)
  }
}

/** The key of a form about to be shown. */
export function newFormKey(): string {
  return randomUUID()
}

// A link's token is kept nowhere but as a hash; `who` says which link it was.
function hideToken(c: VisitContext, path: string): string {
  const token = c.req.param('token')
  return token ? path.replace(token, '…') : path
}

function showToken(c: VisitContext, path: string): string {
  return path.replace('…', c.req.param('token') ?? '…')
}

function whoKey(c: VisitContext): string {
  const { viewer } = c.var
  if (viewer.kind === 'staff') return `staff ${viewer.staffId}`
  return viewer.kind === 'link' ? `link ${viewer.link.id}` : 'nobody'
}

async function hashOf(typed: Record<string, unknown>): Promise<Buffer> {
  const hash = createHash('sha256')
  for (const name of Object.keys(typed).toSorted()) {
    if (name === '_key') continue
    for (const value of [typed[name]].flat()) {
      const isFile = value instanceof File
      hash.update(JSON.stringify([name, isFile ? [value.name, value.size] : String(value)]))
      if (isFile) hash.update(await value.bytes())
    }
  }
  return hash.digest()
}
