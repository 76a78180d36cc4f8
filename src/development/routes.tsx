import { Hono } from 'hono'
import { formatMoment } from '../platform/clock.ts'
import { number } from '../platform/i18n/catalogue.ts'
import { makeLink } from '../platform/links/links.ts'
import { act } from '../platform/web/act.tsx'
import { orNotHere } from '../platform/web/mistakes.ts'
import { policy } from '../platform/web/policy.ts'
import { isUuid } from '../platform/web/uuid.ts'
import type { Visit } from '../platform/web/visit.ts'
import { StyleguidePage } from '../ui/styleguide.tsx'
import { moveClockForward } from './move-clock.ts'
import { ClockPage, DevelopmentPage, MailListPage, MailPage } from './pages.tsx'
import { countMails, findMail, findPeer, listMails, listPeers, listStaff } from './store.ts'
import { words } from './words.ts'

/** Pages that exist only where the command asked for development: sign in as anyone, read all mail, move the clock. */
export const development = new Hono<Visit>()

const developer = policy('developer', async (c, next) => {
  if (!c.var.world.settings.development) return c.notFound()
  await next()
})

development.get('/dev', developer, async (c) => {
  const { db } = c.var.world
  return c.html(<DevelopmentPage c={c} staff={await listStaff(db)} peers={await listPeers(db)} />)
})

development.get('/dev/styleguide', developer, (c) => c.html(<StyleguidePage lang={c.var.locale} />))

development.post('/dev/sign-in', developer, async (c) => {
  const userId = String(c.var.typed.user)
  if (!isUuid(userId)) return c.notFound()
  for (const cookie of await c.var.world.signIn.startSession(userId, c.req.raw.headers)) {
    c.header('Set-Cookie', cookie, { append: true })
  }
  return c.redirect('/', 303)
})

development.post('/dev/home', developer, async (c) =>
  act(c, async (work) => {
    const personId = String(c.var.typed.person)
    const person = orNotHere(isUuid(personId) ? await findPeer(work.db, personId) : null)
    const link = await makeLink(work, { agencyId: person.agency_id, purpose: 'home', personId, days: 1 })
    return new URL(link).pathname
  }),
)

development.get('/dev/mail', developer, async (c) => {
  const find = c.req.query('find') ?? ''
  const { db } = c.var.world
  return c.html(<MailListPage c={c} find={find} total={await countMails(db)} mails={await listMails(db, find)} />)
})

development.get('/dev/mail/:mail', developer, async (c) => {
  const id = c.req.param('mail')
  const mail = orNotHere(isUuid(id) ? await findMail(c.var.world.db, id) : null)
  return c.html(<MailPage c={c} mail={mail} />)
})

development.get('/dev/mail/:mail/html', developer, async (c) => {
  const id = c.req.param('mail')
  const mail = orNotHere(isUuid(id) ? await findMail(c.var.world.db, id) : null)
  // Mails carry their own styles, which pages must not.
  c.set('mailPreview', true)
  return c.html(mail.body_html)
})

development.get('/dev/clock', developer, (c) => {
  const now = formatMoment(c.var.locale, 'UTC', c.var.world.clock.now())
  return c.html(<ClockPage c={c} now={now} notice={undefined} />)
})

development.post('/dev/clock', developer, async (c) => {
  const { world, locale } = c.var
  const hours = Math.min(Math.max(Number(c.var.typed.hours) || 0, 1), 24 * 92)
  const before = await countMails(world.db)
  const steps = await moveClockForward(world, hours)
  const mails = (await countMails(world.db)) - before
  const notice = words(locale).moved({ steps: number(locale, steps), mails: number(locale, mails) })
  return c.html(<ClockPage c={c} now={formatMoment(locale, 'UTC', world.clock.now())} notice={notice} />)
})
