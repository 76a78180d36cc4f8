import { carryOut, theSystem, type Work, type World } from '../../platform/work.ts'
import { inviteMember } from '../sessions/series.ts'
import { sendSeries } from './mails.tsx'
import { isTooLate, mayRemind } from './series-reminder.ts'
import * as series from './series-store.ts'
import { keepAndTell, openPlan, refuse } from './steps.ts'
import { lockPlan, readSetting } from './store.ts'

/** Asks somebody again by hand who has not answered the times of a season. */
export async function askAgain(work: Work, planId: string, personId: string): Promise<void> {
  const plan = await openPlan(work, planId)
  const waiting = (await series.listWaiting(work.db, plan.id, work.now)).find((one) => one.person_id === personId)
  if (!waiting) return refuse(work, (t) => t.notAsked)
  if (!mayRemind(waiting, work.now)) return refuse(work, (t) => t.mayNotRemind)
  await series.noteReminded(work.db, plan.id, [personId], work.now)
  await sendSeries(work, plan, [personId], 'remind')
  await keepAndTell(work, plan, 'remind', null, { personId })
}

/** Sweep: reminds, three days before the last day to answer, only those who have not; not later. */
export async function remindAboutSeries(world: World): Promise<void> {
  for (const due of await series.dueReminders(world.db, world.clock.now())) {
    await carryOut(world, theSystem, async (work) => {
      const plan = await lockPlan(work.db, due.plan_id)
      if (!(await series.claimReminder(work.db, due, work.now)) || plan.state !== 'published') return
      const { zone } = await readSetting(work.db, plan.id)
      if (isTooLate(work.now, plan.answer_by_on, zone)) return
      const waiting = await series.listWaiting(work.db, plan.id, work.now)
      if (!waiting.some(({ person_id }) => person_id === due.person_id)) return
      await series.noteReminded(work.db, plan.id, [due.person_id], work.now)
      await sendSeries(work, plan, [due.person_id], 'remind')
    })
  }
}

/** Sweep: a week before a session, its invitation goes to whoever has said nothing: their calendar shows it all the same. */
export async function inviteSilent(world: World): Promise<void> {
  for (const sessionId of await series.dueInvitations(world.db, world.clock.now())) {
    await carryOut(world, theSystem, async (work) => {
      const silent = await series.claimInvitation(work.db, sessionId, work.now)
      for (const personId of silent ?? []) await inviteMember(work, sessionId, personId)
    })
  }
}
