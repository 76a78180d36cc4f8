import { FormMistake } from '../../platform/web/mistakes.ts'
import { carryOut, theSystem, type Work, type World } from '../../platform/work.ts'
import { mailCheckin } from './checkin/mails.tsx'
import { proposeAgain, proposeTimes } from './times/asking.ts'
import { mailTimes } from './times/mails.tsx'
import * as polls from './times/store.ts'
import * as store from './store.ts'
import * as due from './due.ts'

/** Does something for each due row in a transaction of its own; one that fails is logged and the others go on. */
async function each(world: World, ids: string[], change: (work: Work, id: string) => Promise<void>): Promise<void> {
  for (const id of ids) {
    try {
      await carryOut(world, theSystem, (work) => change(work, id))
    } catch (error) {
      if (!(error instanceof FormMistake)) world.log.error({ err: error, id }, 'session sweep')
    }
  }
}

/** Sweep: proposes times where a connection's next meeting is due by its rhythm and nothing is arranged yet. */
export async function openDuePolls(world: World): Promise<void> {
  const ids = await due.connectionsToArrange(world.db, world.clock.now())
  await each(world, ids, async (work, id) => void (await proposeTimes(work, id)))
}

/** Sweep: reminds, three days after asking, only those who have not answered. */
export async function remindAboutTimes(world: World): Promise<void> {
  const ids = await due.pollsToRemind(world.db, world.clock.now())
  await each(world, ids, async (work, id) => {
    if (!(await due.claimReminder(work.db, id, work.now))) return
    const poll = await polls.readPoll(work.db, id)
    const connection = poll && (await store.findConnection(work.db, poll.connection_id))
    if (!poll || !connection) return
    const members = await store.readMembers(work.db, poll.connection_id, work.now)
    await mailTimes(work, 'times.remind', poll, connection.initiative, members)
  })
}

/** Sweep: polls whose days to answer are over are asked again once, then told to the desk. */
export async function chaseUnansweredPolls(world: World): Promise<void> {
  const ids = await due.pollsOverdue(world.db, world.clock.now())
  await each(world, ids, async (work, id) => {
    await polls.lockPoll(work.db, id)
    const poll = await polls.readPoll(work.db, id)
    if (poll?.state === 'open') await proposeAgain(work, poll)
  })
}

/** Sweep: a day after a session, 'did you meet?'. Later than two weeks after, nobody remembers: it is not asked. */
export async function askDidYouMeet(world: World): Promise<void> {
  const ids = await due.sessionsToAsk(world.db, world.clock.now())
  await each(world, ids, async (work, id) => {
    if (!(await due.claimQuestion(work.db, id, work.now))) return
    const session = await store.readSession(work.db, id)
    if (session) await mailCheckin(work, session)
  })
}
