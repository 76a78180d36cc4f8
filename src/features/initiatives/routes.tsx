import { Hono } from 'hono'
import type { Visit } from '../../platform/web/visit.ts'
import { roster } from './people-routes.tsx'
import { profile } from './profile-routes.tsx'
import { setup } from './setup-routes.tsx'

export const initiatives = new Hono<Visit>()

initiatives.route('/', setup)
initiatives.route('/', roster)
initiatives.route('/', profile)
