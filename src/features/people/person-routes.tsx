import { Hono } from 'hono'
import { act } from '../../platform/web/act.tsx'
import { readForm } from '../../platform/web/form.ts'
import type { Visit, VisitContext } from '../../platform/web/visit.ts'
import type { FormState } from '../../ui/form-state.ts'
import { facilitator } from '../accounts/access.ts'
import { findInitiative } from '../accounts/initiative-access.ts'
import { accessPerson, accessPost } from './access.ts'
import { addPost, editPerson, editPost, endPost } from './editing.ts'
import { endingForm, personForm, postForm } from './form.ts'
import { EditPersonPage } from './pages/edit-person.tsx'
import { editPersonPath, personPath } from './parts.tsx'
import { readPersonRecord } from './person-record.ts'
import { words } from './words.ts'

/** What staff correct about a person and their posts. */
export const personRoutes = new Hono<Visit>()

personRoutes.get('/people/:person/edit', facilitator, async (c) => {
  const person = await accessPerson(c.var.world.db, c, c.req.param('person'))
  return c.html(await editPage(c, person.id))
})

personRoutes.post('/people/:person/edit', facilitator, async (c) => {
  const person = await accessPerson(c.var.world.db, c, c.req.param('person'))
  const t = words(c.var.locale)
  const form = readForm(c, personForm(t))
  if (!form.ok) return c.html(await editPage(c, person.id, 'person', form.state), 422)
  const back = await backTo(c, person.id)
  return act(
    c,
    async (work) => {
      await editPerson(work, t, person, form.value)
      return back
    },
    (state) => editPage(c, person.id, 'person', state),
  )
})

personRoutes.post('/people/:person/posts', facilitator, async (c) => {
  const person = await accessPerson(c.var.world.db, c, c.req.param('person'))
  const t = words(c.var.locale)
  const form = readForm(c, postForm(t))
  if (!form.ok) return c.html(await editPage(c, person.id, 'post-add', form.state), 422)
  const back = await afterPost(c, person.id, 'postAdded')
  return act(
    c,
    async (work) => {
      await addPost(work, t, person, form.value)
      return back
    },
    (state) => editPage(c, person.id, 'post-add', state),
  )
})

personRoutes.post('/people/:person/posts/:post', facilitator, async (c) => {
  const { db } = c.var.world
  const person = await accessPerson(db, c, c.req.param('person'))
  const post = await accessPost(db, person, c.req.param('post'))
  const t = words(c.var.locale)
  const form = readForm(c, postForm(t))
  if (!form.ok) return c.html(await editPage(c, person.id, `post-${post.id}`, form.state), 422)
  const back = await afterPost(c, person.id, 'postChanged')
  return act(
    c,
    async (work) => {
      await editPost(work, t, person, post, form.value)
      return back
    },
    (state) => editPage(c, person.id, `post-${post.id}`, state),
  )
})

personRoutes.post('/people/:person/posts/:post/ending', facilitator, async (c) => {
  const { db } = c.var.world
  const t = words(c.var.locale)
  const person = await accessPerson(db, c, c.req.param('person'))
  const post = await accessPost(db, person, c.req.param('post'))
  const form = readForm(c, endingForm(t))
  if (!form.ok) return c.html(await editPage(c, person.id, `end-${post.id}`, form.state), 422)
  const back = await afterPost(c, person.id, 'postEnded')
  return act(
    c,
    async (work) => {
      await endPost(work, t, person, post, form.value.lastDay)
      return back
    },
    (state) => editPage(c, person.id, `end-${post.id}`, state),
  )
})

async function editPage(c: VisitContext, personId: string, form?: string, state?: FormState) {
  const person = await readPersonRecord(c.var.world.db, personId)
  const sentBack = form && state ? { sentBack: { form, state } } : {}
  return <EditPersonPage c={c} person={person} initiativeId={await initiativeIn(c)} {...sentBack} />
}

/** The initiative named by ?in=, when it is the viewer's: the page is then drawn as one of its pages. */
async function initiativeIn(c: VisitContext): Promise<string | undefined> {
  const initiative = await findInitiative(c, c.req.query('in') ?? '')
  if (initiative) c.set('initiative', initiative)
  return initiative?.id
}

async function backTo(c: VisitContext, personId: string): Promise<string> {
  const initiativeId = await initiativeIn(c)
  return initiativeId ? personPath(initiativeId, personId) : `${editPersonPath(personId)}?said=saved`
}

async function afterPost(c: VisitContext, personId: string, said: string): Promise<string> {
  const initiativeId = await initiativeIn(c)
  return `${editPersonPath(personId)}?${initiativeId ? `in=${initiativeId}&` : ''}said=${said}#posts`
}
