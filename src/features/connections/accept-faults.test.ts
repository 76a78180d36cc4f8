import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { mailsTo, mailTo, playProposal, type PlayedPair } from '../../../test/pair.ts'
import { playAgency } from '../../../test/scene.ts'
import { armFault, disarmFaults, faultCount, startCounting } from '../../platform/database/faultpoints.ts'

const { ana, kofi } = cast
const h = useHarness({ logLevel: 'silent' })
let pair: PlayedPair
let path: string

beforeEach(async () => {
  pair = await playProposal(h, await playAgency(h))
  await h.submit(linkIn(mailTo(h, ana), 'proposal'), { answer: 'yes' })
  path = linkIn(mailTo(h, kofi), 'proposal')
})

afterEach(() => disarmFaults())

const state = async () => {
  const row = await h.world.db
    .selectFrom('connections')
    .select('state')
    .where('id', '=', pair.connectionId)
    .executeTakeFirstOrThrow()
  const answers = await h.world.db
    .selectFrom('connection_members')
    .select('answer')
    .where('connection_id', '=', pair.connectionId)
    .execute()
  const mails = await h.world.db.selectFrom('mails').select('id').where('kind', '=', 'connection.on').execute()
  return `${row.state}, ${answers.filter(({ answer }) => answer === 'yes').length} yes, ${mails.length} mails`
}
const before = 'proposed, 1 yes, 0 mails'
const after = 'active, 2 yes, 2 mails'

describe('the last yes', () => {
  it('leaves the state before or after, whichever call fails, and the same form sent again completes it', async () => {
    startCounting()
    await h.submit(path, { answer: 'yes' })
    const calls = faultCount()
    disarmFaults()
    expect(await state()).toBe(after)
    expect(calls).toBeGreaterThan(10)

    for (let at = 1; at <= calls; at++) {
      await putBack()
      const form = { _key: crypto.randomUUID(), answer: 'yes' }
      armFault({ at, kind: 'throw' })
      await h.submit(path, form)
      disarmFaults()
      expect([before, after]).toContain(await state())
      expect((await h.submit(path, form)).status, `after a fault at call ${at}`).toBe(303)
      expect(await state()).toBe(after)
    }
    await h.settle()
    expect([mailsTo(h, ana, 'It is on'), mailsTo(h, kofi, 'It is on')]).toEqual([1, 1])
  })
})

/** The moment before the last yes, again. */
async function putBack() {
  const { db } = h.world
  await db.deleteFrom('mails').where('kind', '=', 'connection.on').execute()
  await db
    .updateTable('connections')
    .set({ state: 'proposed', started_at: null, next_watch_at: null })
    .where('id', '=', pair.connectionId)
    .execute()
  await db
    .updateTable('connection_members')
    .set({ answer: null, answered_at: null })
    .where('person_id', '=', pair.personIds[1] ?? '')
    .execute()
}
