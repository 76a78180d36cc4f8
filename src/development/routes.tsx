import { Hono } from 'hono'
import type { Visit } from '../platform/web/visit.ts'

/** Pages that exist only where the command asked for development: sign in as anyone, read all mail, move the clock. */
export const development = new Hono<Visit>()
