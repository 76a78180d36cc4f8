import { dayIn } from '../../platform/clock.ts'
import { forgetMails } from '../../platform/mail/forget.ts'
import { carryOut, theSystem, type World } from '../../platform/work.ts'
import { closePoll } from './actions.ts'
import { listEndedBefore, listPerhapsOver, removePoll } from './store.ts'
import { note, takePoll } from './taking.ts'

/** Days for which a poll and the addresses in it are kept after it ended. */
export const keptDays = 90

/** Sweep: closes polls whose last day to answer is over by the organiser's clock. Late is never too late. */
export async function closeDuePolls(world: World): Promise<void> {
  const now = world.clock.now()
  // Where the day ends last, it ends half a day after it does in UTC; asked too early, the next turn asks again.
  for (const { id, answer_by_on, zone } of await listPerhapsOver(world.db, dayIn('Pacific/Kiritimati', now))) {
    if (Temporal.PlainDate.compare(answer_by_on, dayIn(zone, now)) < 0)
      await carryOut(world, theSystem, (work) => closePoll(work, id))
  }
}

/** Sweep: forgets polls that ended 90 days ago, whoever was in them, and the mails about polls that are as old. */
export async function forgetEndedPolls(world: World): Promise<void> {
  const before = world.clock.now().subtract({ hours: 24 * keptDays })
  for (const id of await listEndedBefore(world.db, before)) {
    await carryOut(world, theSystem, async (work) => {
      await note(work, await takePoll(work, id), 'poll.forget')
      await removePoll(work.db, id)
    })
  }
  await forgetMails(world, 'poll.', before)
}
