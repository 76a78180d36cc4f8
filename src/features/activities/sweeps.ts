import { FormMistake } from '../../platform/web/mistakes.ts'
import { carryOut, theSystem, type Work, type World } from '../../platform/work.ts'
import { meetingHeld } from './announcements.ts'
import { endOffer } from './answering.ts'
import * as due from './due.ts'
import { mailAttendance, mailNudge, mailReminder } from './mails.tsx'
import { isTimed, type Timed } from './meeting.ts'
import { type Place, readPlaces } from './place-store.ts'
import { findMeeting, lockMeeting, updateMeeting } from './store.ts'
import { noteMeeting } from './trail.ts'

/** Sweep: a place that was offered and not taken in time goes to the next in the queue. */
export async function endDueOffers(world: World): Promise<void> {
  const offers = await due.offersToEnd(world.db, world.clock.now())
  await each(world, offers, (work, offer) => endOffer(work, offer.activity_id, offer.person_id))
}

/** Sweep: two days before answers end, only those who have not answered are asked again, once. */
export async function nudgeInvited(world: World): Promise<void> {
  const ids = await due.meetingsToNudge(world.db, world.clock.now())
  await each(world, ids, (work, id) => tellOnce(work, id, 'nudged_at', ({ state }) => state === 'asked', mailNudge))
}

/** Sweep: the day before, those who come get the address or the link once more. Under two hours before it is too late. */
export async function remindOfMeetings(world: World): Promise<void> {
  const ids = await due.meetingsToRemind(world.db, world.clock.now())
  await each(world, ids, (work, id) =>
    tellOnce(work, id, 'reminded_at', ({ state }) => state === 'coming', mailReminder),
  )
}

/** Sweep: what is over is held. */
export async function settleMeetings(world: World): Promise<void> {
  const ids = await due.meetingsOver(world.db, world.clock.now())
  await each(world, ids, async (work, id) => {
    const meeting = await lockMeeting(work.db, id)
    if (meeting.state !== 'open' && meeting.state !== 'closed') return
    await updateMeeting(work.db, id, { state: 'held' })
    await meetingHeld.tell(work, { activityId: id })
    await noteMeeting(work, meeting, 'meeting.hold')
  })
}

/** Sweep: the day after, 'were you there?' to those who had a place and are not noted. After two weeks nobody is asked. */
export async function askWhoCame(world: World): Promise<void> {
  const ids = await due.meetingsToAskWhoCame(world.db, world.clock.now())
  const isUnknown = ({ state, attended, hasLeft }: Place) => state === 'coming' && attended === null && !hasLeft
  await each(world, ids, (work, id) => tellOnce(work, id, 'attendance_asked_at', isUnknown, mailAttendance))
}

async function tellOnce(
  work: Work,
  id: string,
  done: due.Done,
  whom: (place: Place) => boolean,
  mail: (work: Work, meeting: Timed, places: readonly Place[]) => Promise<void>,
): Promise<void> {
  if (!(await due.claim(work.db, id, done, work.now))) return
  const meeting = await findMeeting(work.db, id)
  if (!meeting || !isTimed(meeting)) return
  await mail(work, meeting, (await readPlaces(work.db, id)).filter(whom))
}

/** Does something for each due row in a transaction of its own; one that fails is logged and the others go on. */
async function each<T>(world: World, rows: readonly T[], change: (work: Work, row: T) => Promise<void>): Promise<void> {
  for (const row of rows) {
    try {
      await carryOut(world, theSystem, (work) => change(work, row))
    } catch (error) {
      if (!(error instanceof FormMistake)) world.log.error({ err: error, row }, 'meeting sweep')
    }
  }
}
