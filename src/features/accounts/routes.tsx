import { Hono } from 'hono'
import type { Visit } from '../../platform/web/visit.ts'
import { accountRoutes } from './routes/account.tsx'
import { administrationRoutes } from './routes/administration.tsx'
import { agencyRoutes } from './routes/agency.tsx'
import { firstRunRoutes } from './routes/first-run.tsx'
import { passkeyRoutes } from './routes/passkey.ts'
import { signInRoutes } from './routes/sign-in.tsx'
import { staffRoutes } from './routes/staff.tsx'

/** The front page, sign-in, one's own account, and what administrators keep: staff, audit trail, outbox. */
export const accounts = new Hono<Visit>()

for (const routes of [
  firstRunRoutes,
  signInRoutes,
  accountRoutes,
  passkeyRoutes,
  staffRoutes,
  agencyRoutes,
  administrationRoutes,
]) {
  accounts.route('/', routes)
}
