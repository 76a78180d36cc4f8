import { expect, test } from 'vitest'
import { asApple, asGoogle, asOutlook, asWords, invitationIn } from '../../../test/calendar-answer.ts'
import { useHarness } from '../../../test/harness.ts'
import { inviteTo, playPoll } from '../../../test/poll.ts'
import { playAgency } from '../../../test/scene.ts'
import { receiveMail } from '../../platform/mail/in/receive.ts'

const h = useHarness({ mailReplies: 'replies@perennial.test' })

test('what calendars answer to the decided time of a poll is taken in and changes nothing: no mail, no error, no failed try', async () => {
  const scene = await playAgency(h)
  const poll = await playPoll(h, scene)
  const kofi = 'kofi@city.example'
  await inviteTo(h, poll.pollId, kofi, 'Kofi Mensah')
  await h.submit(`${poll.page}/decision`, { time: poll.timeIds[2] ?? '' }, scene.facilitator)
  await h.settle()
  const entry = invitationIn(h.post.findLast((mail) => mail.to.address === kofi && mail.calendar))
  expect(entry.uid).toContain('@')
  const { message_id: ours } = await h.world.db
    .selectFrom('mails')
    .select('message_id')
    .where('to_address', '=', kofi)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const standing = () => h.world.db.selectFrom('polls').selectAll().execute()
  const before = await standing()
  h.post.length = 0

  const toUs = { organiser: 'replies@perennial.test', extraHeaders: [`In-Reply-To: ${ours}`] }
  const answers = [
    asOutlook(entry, toUs),
    asGoogle(entry, { ...toUs, partstat: 'DECLINED' }),
    asApple(entry, { ...toUs, partstat: 'TENTATIVE' }),
    asGoogle(entry, { partstat: 'DECLINED' }),
    asOutlook(entry, { ...toUs, method: 'COUNTER', partstat: 'TENTATIVE', dtstart: 'DTSTART:20261210T150000Z' }),
    asWords(entry, 'Fine with me.', toUs),
  ]
  for (const answer of answers) await receiveMail(h.world, Buffer.from(answer))
  await h.settle()

  const taken = await h.world.db.selectFrom('received_mails').select(['outcome', 'content', 'attempts']).execute()
  expect(taken).toHaveLength(answers.length)
  for (const one of taken) expect(one).toEqual({ outcome: 'not for us', content: null, attempts: 1 })
  expect(h.post).toEqual([])
  expect(await standing()).toEqual(before)
})
