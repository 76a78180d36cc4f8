import { Hono } from 'hono'
import type { Visit } from '../../platform/web/visit.ts'

export const desk = new Hono<Visit>()
