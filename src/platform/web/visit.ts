import type { Context, MiddlewareHandler } from 'hono'
import type { Locale } from '../i18n/catalogue.ts'
import type { SignedLink } from '../links/links.ts'
import type { Actor, World } from '../work.ts'

export interface StaffViewer {
  kind: 'staff'
  staffId: string
  userId: string
  sessionId: string
  agencyId: string
  /** The agency is the demonstration: nothing it writes is ever mailed. */
  isDemonstration: boolean
  role: 'administrator' | 'facilitator' | 'funder'
  name: string
  email: string
  locale: Locale
  zone: string
}

export interface LinkViewer {
  kind: 'link'
  link: SignedLink
  /** The peer who holds the link, or the authoriser it was sent to. */
  name: string
  locale: Locale
  zone: string
}

/** Who looks at a page. */
export type Viewer = { kind: 'nobody' } | StaffViewer | LinkViewer

/** What a request carries through the middleware: `c.var`. */
export interface Visit {
  Variables: {
    world: World
    viewer: Viewer
    locale: Locale
    /** The initiative of a route under /initiatives/:initiative, checked to be the viewer's. */
    initiative: { id: string; agencyId: string; title: string }
    /** The form as it was sent, read once. */
    typed: Record<string, string | File | (string | File)[]>
    /** The answer is a mail shown as a mail program would: its styles are inline. */
    mailPreview?: boolean
  }
}

export type VisitContext = Context<Visit>
export type Guard = MiddlewareHandler<Visit>

/** The signed-in member of staff; only for routes whose policy asks for one. */
export function staffOf(c: VisitContext): StaffViewer {
  const { viewer } = c.var
  if (viewer.kind !== 'staff') throw new Error('This route must ask for staff.')
  return viewer
}

/** The signed link in use; only for routes whose policy asks for one. */
export function linkOf(c: VisitContext): LinkViewer {
  const { viewer } = c.var
  if (viewer.kind !== 'link') throw new Error('This route must ask for a link.')
  return viewer
}

/** The viewer as the audit trail names them. */
export function actorOf(viewer: Viewer): Actor {
  if (viewer.kind === 'staff')
    return { kind: 'staff', id: viewer.staffId, name: viewer.name, agencyId: viewer.agencyId }
  if (viewer.kind === 'nobody') return { kind: 'system', id: null, name: 'Perennial', agencyId: null }
  const kind = viewer.link.purpose === 'report' ? 'authoriser' : 'peer'
  return { kind, id: viewer.link.personId, name: viewer.name, agencyId: viewer.link.agencyId }
}
