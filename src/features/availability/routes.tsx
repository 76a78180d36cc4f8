import { Hono } from 'hono'
import type { HtmlEscapedString } from 'hono/utils/html'
import { z } from 'zod'
import { act } from '../../platform/web/act.tsx'
import { bearer } from '../../platform/web/bearer.ts'
import { readForm } from '../../platform/web/form.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import type { Guard, Visit, VisitContext } from '../../platform/web/visit.ts'
import type { FormState } from '../../ui/form-state.ts'
import { facilitating } from '../accounts/initiative-access.ts'
import { accessPerson } from '../people/access.ts'
import { PeoplePage } from '../people/frame.tsx'
import { personPath } from '../people/parts.tsx'
import { accessOwnTime } from './access.ts'
import { addException, removeException, saySo, undoSaying } from './actions.ts'
import { calendarRoutes } from './calendar-routes.tsx'
import { daysForm, limitsForm, weekForm } from './form.ts'
import { type OwnTime, readOwnTime } from './own-time.ts'
import { type SentBack, TimePage, TimePageOf } from './pages/time-page.tsx'
import { weekendOf } from './weekend.ts'
import { words } from './words.ts'

/** When somebody can be asked: by the person's own link, and for a facilitator who fills it in with them. */
export const availability = new Hono<Visit>()
availability.route('/', calendarRoutes)

interface Side {
  path: string
  guard: Guard
  /** Whose time it is: the id, or 'not here'. */
  personOf(c: VisitContext): Promise<string>
  page(
    c: VisitContext,
    time: OwnTime,
    path: string,
    sentBack?: SentBack,
  ): HtmlEscapedString | Promise<HtmlEscapedString>
}

const peer: Side = {
  path: '/availability/:token',
  guard: bearer('availability'),
  personOf: (c) => accessOwnTime(c.var.world.db, c),
  page: (c, time, path, sentBack) => <TimePage {...{ c, time, path, sentBack }} />,
}

const staff: Side = {
  path: '/initiatives/:initiative/people/:person/availability',
  guard: facilitating,
  personOf: async (c) => (await accessPerson(c.var.world.db, c, c.req.param('person') ?? '')).id,
  page: (c, time, path, sentBack) => (
    <TimePageOf
      {...{ c, time, path, sentBack }}
      Frame={PeoplePage}
      back={personPath(c.var.initiative.id, time.said.personId)}
    />
  ),
}

for (const side of [peer, staff]) {
  const { path, guard } = side

  availability.get(path, guard, async (c) => c.html(await show(c, side)))

  availability.post(path, guard, async (c) => {
    const personId = await side.personOf(c)
    const form = readForm(c, weekForm(words(c.var.locale)))
    if (!form.ok) return c.html(await show(c, side, { form: 'week', state: form.state }), 422)
    return act(c, async (work) => {
      await saySo(work, personId, ({ week }) => ({ week: form.value(week) }))
      return `${pathOf(c, side)}?said=saved#week`
    })
  })

  availability.post(`${path}/undo`, guard, async (c) => {
    const personId = await side.personOf(c)
    return act(c, async (work) => {
      await undoSaying(work, personId)
      return `${pathOf(c, side)}?said=undone#week`
    })
  })

  availability.post(`${path}/days`, guard, async (c) => {
    const personId = await side.personOf(c)
    const t = words(c.var.locale)
    const { world } = c.var
    const { said } = await readOwnTime(world.db, personId, world.clock.now())
    const form = readForm(c, daysForm(t, said.zone, world.clock.now()))
    const again = (state: FormState) => show(c, side, { form: 'days', state })
    if (!form.ok) return c.html(await again(form.state), 422)
    return act(
      c,
      async (work) => {
        await addException(work, personId, form.value, t.daysTooMany)
        return `${pathOf(c, side)}?said=dayAdded#days`
      },
      again,
    )
  })

  availability.post(`${path}/days/removal`, guard, async (c) => {
    const personId = await side.personOf(c)
    const form = readForm(c, z.object({ exception: z.uuid() }))
    const { exception } = orNotHere(form.ok ? form.value : null)
    return act(c, async (work) => {
      await removeException(work, personId, exception)
      return `${pathOf(c, side)}?said=dayRemoved#days`
    })
  })

  availability.post(`${path}/limits`, guard, async (c) => {
    const personId = await side.personOf(c)
    const form = readForm(c, limitsForm(words(c.var.locale)))
    if (!form.ok) return c.html(await show(c, side, { form: 'limits', state: form.state }), 422)
    const { perWeek, perMonth, holidays, weekend } = form.value
    const { said } = await readOwnTime(c.var.world.db, personId, c.var.world.clock.now())
    const isUsual = String(weekend) === String(weekendOf(said.country))
    return act(c, async (work) => {
      await saySo(work, personId, () => ({
        sessionsPerWeek: perWeek,
        minutesPerMonth: perMonth,
        takesHolidays: holidays !== undefined,
        weekendDays: isUsual ? null : weekend,
      }))
      return `${pathOf(c, side)}?said=saved#limits`
    })
  })
}

async function show(c: VisitContext, side: Side, sentBack?: SentBack): Promise<HtmlEscapedString> {
  const { world } = c.var
  const time = await readOwnTime(world.db, await side.personOf(c), world.clock.now())
  return side.page(c, time, pathOf(c, side), sentBack)
}

function pathOf(c: VisitContext, side: Side): string {
  return side.path.replace(/:(\w+)/g, (_, name: string) => c.req.param(name) ?? '')
}
