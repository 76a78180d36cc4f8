import { Hono } from 'hono'
import type { Visit } from '../../platform/web/visit.ts'

export const accounts = new Hono<Visit>()
