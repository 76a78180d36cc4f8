import { readDueCalendars } from './features/availability/calendars.ts'
import { signInCodeJob } from './features/accounts/jobs.ts'
import { isBeingPlayed, readProgress } from './demo/progress.ts'
import {
  askWhoCame,
  endDueOffers,
  nudgeInvited,
  remindOfMeetings,
  settleMeetings,
} from './features/activities/sweeps.ts'
import { askAboutProposals } from './features/connections/asking-again.ts'
import { remindAboutChoices } from './features/matching/asking-peers.ts'
import { resumeDueConnections } from './features/connections/pausing.ts'
import { watchConnections } from './features/connections/watching.ts'
import { homeLinkJob } from './features/home/asking.ts'
import { resumeDueParticipations } from './features/initiatives/actions.ts'
import { askDidYouMeet, chaseUnansweredPolls, openDuePolls, remindAboutTimes } from './features/sessions/sweeps.ts'
import { inviteSilent, remindAboutSeries } from './features/planning/reminding.ts'
import { fitSeasonJob } from './features/planning/fitting.ts'
import { planSeasonJob } from './features/planning/running.ts'
import { closeDuePolls, forgetEndedPolls } from './features/polls/sweeps.ts'
import { forgetEndedLinks } from './platform/links/forget.ts'
import { forgetAnsweredForms } from './platform/web/forget.ts'
import { deliverDueMail, deliverMailJob } from './platform/mail/deliver.ts'
import { forgetReceivedMail } from './platform/mail/in/forget.ts'
import { handleMailJob, handleWaitingMail } from './platform/mail/in/handle.ts'
import { readMailbox } from './platform/mail/in/mailbox.ts'
import type { JobKind } from './platform/jobs/jobs.ts'
import { forgetEndedSessions } from './platform/sessions/sessions.ts'
import type { World } from './platform/work.ts'

/** Work that comes due by itself: each sweep takes rows whose time is `<= now`, so a missed minute loses nothing. */
export interface Sweep {
  name: string
  everyMinutes: number
  run(world: World): Promise<void>
}

/** Every recurring job of the system, on one screen. */
export const sweeps: readonly Sweep[] = [
  { name: 'mail due or cut off', everyMinutes: 1, run: deliverDueMail },
  { name: 'mail in the mailbox', everyMinutes: 1, run: readMailbox },
  { name: 'mail that came in', everyMinutes: 1, run: handleWaitingMail },
  { name: 'mail that came in long ago', everyMinutes: 60, run: forgetReceivedMail },
  { name: 'sign-ins that have ended', everyMinutes: 60, run: forgetEndedSessions },
  { name: 'forms answered long ago', everyMinutes: 60, run: forgetAnsweredForms },
  { name: 'links that ended long ago', everyMinutes: 60, run: forgetEndedLinks },
  { name: 'pauses of peers that are over', everyMinutes: 30, run: resumeDueParticipations },
  { name: 'proposals without an answer', everyMinutes: 10, run: askAboutProposals },
  { name: 'suggestions without an answer', everyMinutes: 10, run: remindAboutChoices },
  { name: 'pauses of connections that are over', everyMinutes: 30, run: resumeDueConnections },
  { name: 'silence against the rhythm', everyMinutes: 10, run: watchConnections },
  { name: 'times nobody agreed on', everyMinutes: 10, run: chaseUnansweredPolls },
  { name: 'times still to be answered', everyMinutes: 10, run: remindAboutTimes },
  { name: 'next meetings to arrange', everyMinutes: 10, run: openDuePolls },
  { name: 'times of a season still to be answered', everyMinutes: 10, run: remindAboutSeries },
  { name: 'invitations of a season to who said nothing', everyMinutes: 10, run: inviteSilent },
  { name: 'calendars of peers', everyMinutes: 5, run: readDueCalendars },
  { name: 'did you meet?', everyMinutes: 10, run: askDidYouMeet },
  { name: 'polls whose last day is over', everyMinutes: 10, run: closeDuePolls },
  { name: 'polls that ended long ago', everyMinutes: 60, run: forgetEndedPolls },
  { name: 'offered places not taken', everyMinutes: 1, run: endDueOffers },
  { name: 'group meetings still to be answered', everyMinutes: 10, run: nudgeInvited },
  { name: 'group meetings of tomorrow', everyMinutes: 10, run: remindOfMeetings },
  { name: 'group meetings that are over', everyMinutes: 10, run: settleMeetings },
  { name: 'were you at the meeting?', everyMinutes: 10, run: askWhoCame },
]

/** Every kind of job that waits in the queue. */
export const jobKinds: readonly JobKind<never>[] = [
  deliverMailJob,
  handleMailJob,
  signInCodeJob,
  homeLinkJob,
  planSeasonJob,
  fitSeasonJob,
]

/** Runs every sweep once, in order; one that fails is logged and the others still run. */
export async function runSweeps(
  world: World,
  which: readonly Sweep[] = sweeps,
  isStopping = () => false,
): Promise<void> {
  for (const sweep of which) {
    if (isStopping()) return
    try {
      await sweep.run(world)
    } catch (error) {
      world.log.error({ sweep: sweep.name, err: error }, 'sweep failed')
    }
  }
}

// The demonstration is played in its own time: what is due in June of the story must not be found in November.
async function sweepUnlessPlayed(world: World, due: readonly Sweep[], isStopping: () => boolean): Promise<void> {
  try {
    if (isBeingPlayed(await readProgress(world.db))) return
  } catch (error) {
    world.log.warn({ err: error }, 'sweeps skipped')
    return
  }
  await runSweeps(world, due, isStopping)
}

/** Runs the sweeps by the machine's minutes until stopped. */
export function startSweeping(world: World): { stop(): Promise<void> } {
  let minute = 0
  let stopping = false
  let running: Promise<void> = Promise.resolve()
  const tick = () => {
    const due = sweeps.filter((sweep) => minute % sweep.everyMinutes === 0)
    minute += 1
    running = running.then(() => sweepUnlessPlayed(world, due, () => stopping))
  }
  tick()
  const timer = setInterval(tick, 60_000)
  return {
    /** Waits for the sweep in hand; the others are due again at the next start. */
    stop() {
      stopping = true
      clearInterval(timer)
      return running
    },
  }
}
