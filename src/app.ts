import { Hono } from 'hono'
import { development } from './development/routes.tsx'
import { accounts } from './features/accounts/routes.tsx'
import { activities } from './features/activities/routes.tsx'
import { authority } from './features/authority/routes.tsx'
import { availability } from './features/availability/routes.tsx'
import { connections } from './features/connections/routes.tsx'
import { partners } from './features/desk/partners-routes.tsx'
import { desk } from './features/desk/routes.tsx'
import { home } from './features/home/routes.tsx'
import { initiatives } from './features/initiatives/routes.tsx'
import { matching } from './features/matching/routes.tsx'
import { seriesRoutes } from './features/planning/series-routes.tsx'
import { planning } from './features/planning/routes.tsx'
import { pollActs } from './features/polls/facilitator-routes.tsx'
import { polls } from './features/polls/routes.tsx'
import { seating } from './features/seating/routes.tsx'
import { people } from './features/people/routes.tsx'
import { feeds } from './features/sessions/calendar/feed-routes.ts'
import { sessionActs } from './features/sessions/facilitator-routes.tsx'
import { checkins } from './features/sessions/checkin/routes.tsx'
import { replying } from './features/sessions/replies/routes.tsx'
import { askedTimes } from './features/sessions/times/routes.tsx'
import { assets } from './platform/web/assets.ts'
import { awayPage, failedPage, missingPage, refusedPage } from './platform/web/answers.tsx'
import { health } from './platform/web/health.ts'
import { bounded, compressed, localised, sameOrigin, secured, typed } from './platform/web/middleware.ts'
import { FormMistake, NotHere } from './platform/web/mistakes.ts'
import { isDatabaseAway } from './platform/database/away.ts'
import { refuseUnguarded } from './platform/web/policy.ts'
import type { Visit } from './platform/web/visit.ts'
import type { World } from './platform/work.ts'

/** The whole web side: middleware, then one line a feature. Refuses to be made when a route names nobody. */
export function makeApp(world: World): Hono<Visit> {
  const app = new Hono<Visit>()
  app.use(async (c, next) => {
    c.set('world', world)
    c.set('viewer', { kind: 'nobody' })
    await next()
  })
  app.use(compressed, secured, localised, sameOrigin, bounded, typed)

  app.route('/', health)
  app.route('/', assets)
  app.route('/', accounts)
  app.route('/', people)
  app.route('/', availability)
  app.route('/', initiatives)
  app.route('/', seating)
  app.route('/', activities)
  app.route('/', connections)
  app.route('/', matching)
  app.route('/', askedTimes)
  app.route('/', checkins)
  app.route('/', replying)
  app.route('/', feeds)
  app.route('/', sessionActs)
  app.route('/', planning)
  app.route('/', seriesRoutes)
  app.route('/', polls)
  app.route('/', pollActs)
  app.route('/', authority)
  app.route('/', home)
  app.route('/', desk)
  app.route('/', partners)
  if (world.settings.development) app.route('/', development)

  app.notFound((c) => missingPage(c))
  app.onError((error, c) => {
    if (error instanceof NotHere) return missingPage(c)
    if (error instanceof FormMistake) return refusedPage(c, Object.values(error.errors).join(' '))
    if (isDatabaseAway(error)) return awayPage(c)
    world.log.error({ err: error, path: c.req.routePath }, 'request failed')
    return failedPage(c)
  })
  refuseUnguarded(app)
  return app
}
