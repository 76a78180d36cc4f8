import type { Hono } from 'hono'
import type { LinkPurpose } from '../links/links.ts'
import type { Guard, Visit } from './visit.ts'

/** Who may use a route. 'first run' is anyone while the installation is empty. */
export type Who =
  | 'anyone'
  | 'first run'
  | 'developer'
  | 'staff'
  | 'facilitator'
  | 'administrator'
  | `link: ${LinkPurpose}`

const declared = new WeakMap<object, Who>()

/** Ties a guard to the word that stands for it in the list of routes. */
export function policy(who: Who, guard: Guard): Guard {
  const own: Guard = (c, next) => guard(c, next)
  declared.set(own, who)
  return own
}

/** A route open to everybody, which is to be said aloud too. */
export const anyone = policy('anyone', (_c, next) => next())

export interface RouteEntry {
  method: string
  path: string
  who: Who | null
}

/** Every route with who may use it, in the order of registration. */
export function listRoutes(app: Hono<Visit>): RouteEntry[] {
  const entries = new Map<string, RouteEntry>()
  for (const route of app.routes) {
    if (route.method === 'ALL') continue
    const key = `${route.method} ${route.path}`
    const entry = entries.get(key) ?? { method: route.method, path: route.path, who: null }
    entry.who ??= declared.get(route.handler) ?? null
    entries.set(key, entry)
  }
  return [...entries.values()]
}

/** @throws when a route names nobody: the app does not start then */
export function refuseUnguarded(app: Hono<Visit>): void {
  const open = listRoutes(app).filter((route) => route.who === null)
  if (open.length === 0) return
  throw new Error(`No policy on: ${open.map((route) => `${route.method} ${route.path}`).join(', ')}`)
}
