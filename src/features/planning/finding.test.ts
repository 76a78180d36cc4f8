import { beforeEach, expect, it } from 'vitest'
import { asGoogle, invitationIn } from '../../../test/calendar-answer.ts'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { mailsTo, mailTo, playPair } from '../../../test/pair.ts'
import { playAgency } from '../../../test/scene.ts'
import { playSeason, sayFree } from '../../../test/season.ts'
import { receiveMail } from '../../platform/mail/in/receive.ts'
import { replyToSession } from '../sessions/replies/replying.ts'
import { inviteMember, tryMoving } from '../sessions/series.ts'
import { publishPlan } from './publishing.ts'
import { listRows } from './rows-store.ts'

const h = useHarness({ mailReplies: 'replies@perennial.test' })
let session = ''
let paola = ''
let rahim = ''

beforeEach(async () => {
  const scene = await playAgency(h)
  const pair = await playPair(h, scene, [cast.paola, cast.rahim])
  ;[paola = '', rahim = ''] = pair.personIds
  await sayFree(h, pair.personIds)
  const { planId, actor } = await playSeason(h, scene, { sessionsEach: 1 })
  const { revision } = await h.world.db
    .selectFrom('season_plans')
    .select('revision')
    .where('id', '=', planId)
    .executeTakeFirstOrThrow()
  await h.change((work) => publishPlan(work, planId, revision), actor)
  await h.settle()
  session = (await listRows(h.world.db, planId))[0]?.session?.id ?? ''
  h.post.length = 0
})

const standing = async () => {
  const row = await h.world.db.selectFrom('sessions').selectAll().where('id', '=', session).executeTakeFirstOrThrow()
  return { state: row.state, at: row.starts_at }
}
const decline = async (personId: string) => {
  await h.change((work) => replyToSession(work, session, personId, 'no', 'link'))
  await h.settle()
}
const declineByCalendar = async (extraHeaders: string[]) => {
  await h.change((work) => inviteMember(work, session, rahim))
  await h.settle()
  const entry = invitationIn(h.post.findLast(({ to, calendar }) => to.address === cast.rahim.email && calendar))
  await receiveMail(h.world, Buffer.from(asGoogle(entry, { partstat: 'DECLINED', extraHeaders })))
  await h.settle()
}

it('moves by itself once; declined there as well, it is off and asked about', async () => {
  const before = await standing()
  await decline(rahim)
  const moved = await standing()
  expect(moved.state).toBe('planned')
  expect(moved.at.equals(before.at)).toBe(false)
  await decline(paola)
  expect(await standing()).toMatchObject({ state: 'cancelled', at: moved.at })
  expect(mailsTo(h, cast.rahim, 'Cancelled')).toBe(1)
})

it('never moves by itself to a time that somebody declined', async () => {
  const first = await standing()
  await decline(rahim)
  expect((await standing()).at.equals(first.at)).toBe(false)
  // As a facilitator would, who moves it near the first time; nothing has moved by itself from there.
  await h.world.db.deleteFrom('audit_events').where('verb', '=', 'season.find').execute()
  expect(await h.change((work) => tryMoving(work, session, first.at.add({ hours: 23 })))).toBe(true)
  await decline(rahim)
  const third = await standing()
  expect(third.state).toBe('planned')
  expect(Math.abs(third.at.epochMilliseconds - first.at.epochMilliseconds)).toBeGreaterThanOrEqual(12 * 3_600_000)
})

it('moves for a calendar that a person declined with, not for one that declines by itself', async () => {
  const before = await standing()
  await declineByCalendar([])
  const moved = await standing()
  expect([moved.state, moved.at.equals(before.at)]).toEqual(['planned', false])
  await h.world.db.deleteFrom('audit_events').where('verb', '=', 'season.find').execute()
  h.post.length = 0
  await declineByCalendar(['Auto-Submitted: auto-replied'])
  expect(await standing()).toMatchObject({ state: 'cancelled', at: moved.at })
  expect(mailTo(h, cast.paola, 'Cancelled')).toBeDefined()
})
