import { Hono } from 'hono'
import { retryMail } from '../../../platform/mail/retry.ts'
import { isoDay } from '../../../platform/clock.ts'
import { act } from '../../../platform/web/act.tsx'
import { FormMistake, orNotHere } from '../../../platform/web/mistakes.ts'
import { isUuid } from '../../../platform/web/uuid.ts'
import { type StaffViewer, staffOf, type Visit, type VisitContext } from '../../../platform/web/visit.ts'
import { administrator } from '../access.ts'
import { administrationWords } from '../administration-words.ts'
import { AuditPage } from '../pages/audit.tsx'
import { OutboxPage, WaitingMailPage } from '../pages/outbox.tsx'
import { countUnsent, findUndelivered, listVerbs, mailStates, readOutbox, readTrail } from '../trail-store.ts'

export const administrationRoutes = new Hono<Visit>()

administrationRoutes.get('/audit', administrator, async (c) => {
  const { world, locale } = c.var
  const { agencyId, zone } = staffOf(c)
  const { person = '', verb = '', day = '', before = '' } = c.req.query()
  const span = day === '' ? {} : daySpan(day, zone)
  const filter = { person: person.trim().slice(0, 120), verb, day }
  const [verbs, { events, hasOlder }] = await Promise.all([
    listVerbs(world.db, agencyId),
    readTrail(world.db, agencyId, {
      ...filter,
      ...span,
      ...(/^\d{1,15}$/.test(before) ? { before: Number(before) } : {}),
    }),
  ])
  const page = (query: Record<string, string>) => `/audit?${new URLSearchParams({ ...chosen(filter), ...query })}`
  const oldest = events.at(-1)
  const form = span ? undefined : { values: { ...filter }, errors: { day: administrationWords(locale).dayWrong } }
  return c.html(
    <AuditPage
      {...{ c, events, verbs, filter, form }}
      newest={before === '' ? undefined : page({})}
      older={hasOlder && oldest ? page({ before: String(oldest.id) }) : undefined}
    />,
    form ? 422 : 200,
  )
})

administrationRoutes.get('/outbox', administrator, async (c) => {
  const { db } = c.var.world
  const { agencyId } = staffOf(c)
  const page = Math.min(Math.max(Number.parseInt(c.req.query('page') ?? '1', 10) || 1, 1), 10_000)
  const state = mailStates.find((candidate) => candidate === c.req.query('state'))
  const [{ mails, hasOlder }, counts] = await Promise.all([
    readOutbox(db, agencyId, { state, page }),
    countUnsent(db, agencyId),
  ])
  const at = (other: number) => `/outbox?${new URLSearchParams({ ...(state ? { state } : {}), page: String(other) })}`
  return c.html(
    <OutboxPage
      {...{ c, mails, counts }}
      state={state ?? ''}
      isReadable={mayReadMail(c, staffOf(c))}
      newer={page > 1 ? at(page - 1) : undefined}
      older={hasOlder ? at(page + 1) : undefined}
    />,
  )
})

administrationRoutes.get('/outbox/:mail', administrator, async (c) => {
  const viewer = staffOf(c)
  const id = c.req.param('mail')
  const readable = mayReadMail(c, viewer) && isUuid(id)
  const mail = orNotHere(readable ? await findUndelivered(c.var.world.db, viewer.agencyId, id) : null)
  return c.html(<WaitingMailPage c={c} mail={mail} />)
})

administrationRoutes.post('/outbox/:mail/retry', administrator, (c) => {
  const { agencyId } = staffOf(c)
  const id = c.req.param('mail')
  return act(c, async (work) => {
    const retried = isUuid(id) && (await retryMail(work, agencyId, id))
    if (!retried) throw new FormMistake(administrationWords(c.var.locale).notFailed)
    return '/outbox?said=triedAgain'
  })
})

/**
 * Mail is its reader's alone once a server delivers it. Before that, and in a demonstration, an administrator may read
 * it, so that a newcomer can try every step without a mail server.
 */
function mayReadMail(c: VisitContext, viewer: StaffViewer): boolean {
  return viewer.isDemonstration || c.var.world.settings.smtpUrl === undefined
}

/** The moments a calendar day begins and ends in a zone, or null when the text is no day. */
function daySpan(day: string, zone: string): { from: Temporal.Instant; to: Temporal.Instant } | null {
  const date = isoDay(day)
  const start = (at: Temporal.PlainDate) => at.toZonedDateTime(zone).toInstant()
  return date && { from: start(date), to: start(date.add({ days: 1 })) }
}

function chosen(filter: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''))
}
