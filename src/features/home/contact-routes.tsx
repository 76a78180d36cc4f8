import { Hono } from 'hono'
import { act } from '../../platform/web/act.tsx'
import { bearer } from '../../platform/web/bearer.ts'
import { readForm } from '../../platform/web/form.ts'
import { actorOf, linkOf, type Visit, type VisitContext } from '../../platform/web/visit.ts'
import { carryOut } from '../../platform/work.ts'
import { PostButton } from '../../ui/form.tsx'
import type { FormState } from '../../ui/form-state.ts'
import { PeerPage } from '../accounts/parts.tsx'
import { memberConnection, ownContact } from '../connections/access.ts'
import { correctContact, recordContact, removeContact } from '../connections/contacts.ts'
import { contactForm, reportOf } from '../connections/contact-report.ts'
import { ContactForm } from '../connections/parts.tsx'
import { proposeTimes } from '../sessions/times/asking.ts'
import { renewPersonFeed } from '../sessions/calendar/feeding.ts'
import { selfOf } from './access.ts'
import { HomePage } from './pages/home.tsx'
import { CalendarAddress } from './pages/my-part.tsx'
import { words } from './words.ts'

/** What a peer does with one of their connections: log a contact, correct it, ask for another time. */
export const contactRoutes = new Hono<Visit>()

const connectionPath = '/my/:token/connections/:connection'

contactRoutes.post(`${connectionPath}/contacts`, bearer('home'), async (c) => {
  const { connection } = await connectionOf(c)
  const typed = readForm(c, contactForm(c.var.locale))
  const again = (state: FormState) => <HomePage c={c} failed={{ kind: 'log', id: connection.id, state }} />
  if (!typed.ok) return c.html(again(typed.state), 422)
  return act(
    c,
    async (work) => {
      await recordContact(work, { connectionId: connection.id, ...reportOf(typed.value, linkOf(c).zone, work.now) })
      return pathOf(c, 'saidLogged')
    },
    again,
  )
})

contactRoutes.post(`${connectionPath}/calendar`, bearer('home'), async (c) => {
  const { connection } = await connectionOf(c)
  const { world, viewer, locale } = c.var
  const address = await carryOut(world, actorOf(viewer), (work) =>
    renewPersonFeed(work, selfOf(linkOf(c).link), connection.id),
  )
  return c.html(
    <PeerPage c={c} title={words(locale).pairCalendar}>
      <CalendarAddress locale={locale} path={`/my/${c.req.param('token')}`} again={c.req.path} address={address} />
    </PeerPage>,
  )
})

contactRoutes.get(`${connectionPath}/contacts/:contact`, bearer('home'), (c) => c.html(<ContactPage c={c} />))

contactRoutes.post(`${connectionPath}/contacts/:contact`, bearer('home'), async (c) => {
  const { id: contactId, connection_id: connectionId } = await contactOf(c)
  const typed = readForm(c, contactForm(c.var.locale))
  const again = (state: FormState) => <ContactPage c={c} state={state} />
  if (!typed.ok) return c.html(again(typed.state), 422)
  return act(
    c,
    async (work) => {
      await correctContact(work, { connectionId, contactId }, reportOf(typed.value, linkOf(c).zone, work.now))
      return pathOf(c, 'saidCorrected')
    },
    again,
  )
})

contactRoutes.post(`${connectionPath}/contacts/:contact/removal`, bearer('home'), async (c) => {
  const { connection } = await connectionOf(c)
  return act(c, async (work) => {
    await removeContact(work, { connectionId: connection.id, contactId: c.req.param('contact') })
    return pathOf(c, 'saidRemoved')
  })
})

contactRoutes.post(`${connectionPath}/times`, bearer('home'), async (c) => {
  const { connection } = await connectionOf(c)
  return act(c, async (work) => {
    await proposeTimes(work, connection.id, { locale: c.var.locale })
    return pathOf(c, 'saidTimes')
  })
})

async function ContactPage({ c, state }: { c: VisitContext; state?: FormState }) {
  const { world, locale } = c.var
  const contact = await contactOf(c)
  const t = words(locale)
  const path = `${pathOf(c)}/connections/${contact.connection_id}/contacts/${contact.id}`
  return (
    <PeerPage c={c} title={t.correctTitle} error={state}>
      <div class="stack">
        <ContactForm
          locale={locale}
          action={path}
          state={state}
          zone={linkOf(c).zone}
          now={world.clock.now()}
          contact={contact}
        />
        {!contact.session_id && (
          <PostButton action={`${path}/removal`} warn>
            {t.takeBack}
          </PostButton>
        )}
        <p>
          <a href={pathOf(c)}>{t.back}</a>
        </p>
      </div>
    </PeerPage>
  )
}

function connectionOf(c: VisitContext) {
  return memberConnection(c.var.world.db, linkOf(c).link, c.req.param('connection') ?? '')
}

async function contactOf(c: VisitContext) {
  const { connection } = await connectionOf(c)
  const { link } = linkOf(c)
  const which = { connectionId: connection.id, contactId: c.req.param('contact') ?? '' }
  return ownContact(c.var.world.db, which, { kind: 'peer', id: selfOf(link).personId })
}

function pathOf(c: VisitContext, said?: string): string {
  return `/my/${c.req.param('token') ?? ''}${said ? `?said=${said}` : ''}`
}
