import { Hono } from 'hono'
import { dayIn } from '../../platform/clock.ts'
import { act } from '../../platform/web/act.tsx'
import { bearer } from '../../platform/web/bearer.ts'
import { readForm } from '../../platform/web/form.ts'
import { preferLocale } from '../../platform/web/middleware.ts'
import { staffOf, type Visit, type VisitContext } from '../../platform/web/visit.ts'
import { emptyForm, type FormState } from '../../ui/form-state.ts'
import { facilitating } from '../accounts/initiative-access.ts'
import { accessAuthority, accessPeer, accessReport, reportOfLink } from './access.ts'
import {
  answerReport,
  changeAuthority,
  draftReport,
  endAuthority,
  giveAuthority,
  sendReport,
  settleCall,
} from './actions.ts'
import { answerForm, grantForm, sendForm } from './form.ts'
import { listAuthorities } from './overview.ts'
import { AuthorityPage, NewAuthorityPage, PreviewPage } from './pages/authority.tsx'
import { AuthoriserPage } from './pages/decide.tsx'
import { AuthoritiesPage } from './pages/list.tsx'
import * as store from './store.ts'
import { words } from './words.ts'

export const authority = new Hono<Visit>()

const todayOf = (c: VisitContext) => dayIn(staffOf(c).zone, c.var.world.clock.now())
const home = (c: VisitContext) => `/initiatives/${c.var.initiative.id}/authority`

authority.get('/initiatives/:initiative/authority', facilitating, async (c) => {
  const { db } = c.var.world
  const { id } = c.var.initiative
  const rows = await listAuthorities(db, id)
  return c.html(
    <AuthoritiesPage c={c} today={todayOf(c)} rows={rows} without={await store.listWithoutAuthority(db, id)} />,
  )
})

authority.get('/initiatives/:initiative/authority/new', facilitating, async (c) => {
  const peer = await accessPeer(c, c.req.query('person') ?? '')
  return c.html(<NewAuthorityPage c={c} name={peer.name} today={todayOf(c)} state={emptyForm} />)
})

authority.post('/initiatives/:initiative/authority/new', facilitating, async (c) => {
  const peer = await accessPeer(c, c.req.query('person') ?? '')
  const again = (state: FormState) => <NewAuthorityPage c={c} name={peer.name} today={todayOf(c)} state={state} />
  const form = readForm(c, grantForm(words(c.var.locale)))
  if (!form.ok) return c.html(again(form.state), 422)
  const { id: initiativeId, agencyId } = c.var.initiative
  return act(
    c,
    async (work) => {
      await giveAuthority(work, { agencyId, initiativeId, personId: peer.id }, form.value)
      return `${home(c)}?said=saved`
    },
    again,
  )
})

authority.get('/initiatives/:initiative/authority/:authority', facilitating, async (c) => {
  const row = await accessAuthority(c, c.req.param('authority'))
  const reports = await store.listReports(c.var.world.db, row.id)
  return c.html(<AuthorityPage c={c} authority={row} reports={reports} today={todayOf(c)} state={emptyForm} />)
})

authority.post('/initiatives/:initiative/authority/:authority', facilitating, async (c) => {
  const row = await accessAuthority(c, c.req.param('authority'))
  const reports = await store.listReports(c.var.world.db, row.id)
  const again = (state: FormState) => (
    <AuthorityPage c={c} authority={row} reports={reports} today={todayOf(c)} state={state} />
  )
  const form = readForm(c, grantForm(words(c.var.locale)))
  if (!form.ok) return c.html(again(form.state), 422)
  return act(
    c,
    async (work) => {
      await changeAuthority(work, row.id, form.value)
      return `${c.req.path}?said=saved`
    },
    again,
  )
})

authority.post('/initiatives/:initiative/authority/:authority/ending', facilitating, async (c) => {
  const row = await accessAuthority(c, c.req.param('authority'))
  return act(c, async (work) => {
    await endAuthority(work, row.id)
    return `${home(c)}?said=endedNow`
  })
})

authority.get('/initiatives/:initiative/authority/:authority/report', facilitating, async (c) => {
  const row = await accessAuthority(c, c.req.param('authority'))
  const { db, clock } = c.var.world
  const content = await draftReport(db, row.id, clock.now())
  return c.html(<PreviewPage c={c} authority={row} content={content} state={emptyForm} />)
})

authority.post('/initiatives/:initiative/authority/:authority/report', facilitating, async (c) => {
  const t = words(c.var.locale)
  const row = await accessAuthority(c, c.req.param('authority'))
  const { db, clock } = c.var.world
  const again = async (state: FormState) => {
    const content = await draftReport(db, row.id, clock.now())
    return <PreviewPage c={c} authority={row} content={content} state={state} />
  }
  const form = readForm(c, sendForm(t))
  if (!form.ok) return c.html(await again(form.state), 422)
  return act(
    c,
    async (work) => {
      await sendReport(work, row.id, form.value.note, t)
      return `${home(c)}/${row.id}?said=sent`
    },
    again,
  )
})

authority.post('/initiatives/:initiative/authority/:authority/reports/:report/call', facilitating, async (c) => {
  const report = await accessReport(c, c.req.param('authority'), c.req.param('report'))
  return act(c, async (work) => {
    await settleCall(work, report.id)
    return `${home(c)}/${report.authorityId}?said=settled`
  })
})

authority.get('/report/:token', bearer('report'), async (c) => {
  const found = await reportOfLink(c)
  preferLocale(c, found.authority.locale)
  const today = dayIn(found.authority.agencyZone, c.var.world.clock.now())
  return c.html(<AuthoriserPage c={c} {...found} today={today} state={emptyForm} />)
})

authority.post('/report/:token', bearer('report'), async (c) => {
  const found = await reportOfLink(c)
  preferLocale(c, found.authority.locale)
  const t = words(c.var.locale)
  const today = dayIn(found.authority.agencyZone, c.var.world.clock.now())
  const again = (state: FormState) => <AuthoriserPage c={c} {...found} today={today} state={state} />
  const form = readForm(c, answerForm(t, today))
  if (!form.ok) return c.html(again(form.state), 422)
  const { value } = form
  c.set('viewer', {
    ...(c.var.viewer.kind === 'link' ? c.var.viewer : neverHere()),
    name: found.authority.authoriser_name,
  })
  return act(
    c,
    async (work) => {
      const answer = value.answer === 'call' ? value : { ...value, hoursPerMonth: value.hours }
      await answerReport(work, found.report.id, answer, t)
      return c.req.path
    },
    again,
  )
})

function neverHere(): never {
  throw new Error('A report is answered by a link alone.')
}
