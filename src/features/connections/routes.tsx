import { Hono } from 'hono'
import type { Visit } from '../../platform/web/visit.ts'
import { agreementRoutes } from './agreement-routes.tsx'
import { facilitatorRoutes } from './facilitator-routes.tsx'
import { proposalRoutes } from './proposal-routes.tsx'

export const connections = new Hono<Visit>()
connections.route('/', proposalRoutes)
connections.route('/', agreementRoutes)
connections.route('/', facilitatorRoutes)
