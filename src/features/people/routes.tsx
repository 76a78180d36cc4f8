import { Hono } from 'hono'
import type { Visit } from '../../platform/web/visit.ts'
import { merging } from './merging/routes.tsx'
import { personRoutes } from './person-routes.tsx'
import { rosters } from './roster/routes.tsx'

export const people = new Hono<Visit>()

people.route('/', rosters)
people.route('/', personRoutes)
people.route('/', merging)
