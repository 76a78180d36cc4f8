import { describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { mailTo } from '../../../test/pair.ts'
import { newRoundFields, playAnswers, useWorkbench } from '../../../test/round.ts'
import { pauseParticipation } from '../initiatives/actions.ts'

const h = useHarness()
const at = useWorkbench(h)
const { post } = at

const look = async (page = '') => (await h.get(`${at.round.path}${page}`, at.scene.facilitator)).text()
const revisionOn = (page: string) => /name="revision" value="(\d+)"/.exec(page)?.[1] ?? ''

async function publish(revision?: string) {
  const answer = await post('/publication', { revision: revision ?? revisionOn(await look('/publication')) })
  await h.settle()
  return answer
}

describe('before publishing', () => {
  it('nothing is sent, whatever is done on the workbench', async () => {
    await post('/scoring', {})
    await post('/pins', { people: `${at.round.people.ana},${at.round.people.kofi}` })
    await look('/publication')
    await h.settle()
    expect(h.post).toEqual([])
  })

  it('the page says what is sent to how many, and in which words', async () => {
    const page = await wordsOf(h.get(`${at.round.path}/publication`, at.scene.facilitator))
    expect(page).toContain('5 peers will be asked')
    expect(page).toContain('3 in English and 2 in French')
    expect(page).toContain(
      'Luc Tremblay reads: Leïla propose son aide sur open data, que vous recherchez. Vous proposez votre aide sur ward meetings, que Leïla recherche.',
    )
    expect(page).toContain('Send 5 mails')
  })
})

describe('publishing', () => {
  it('sends each member whom, why the two, and what each can give, in their own language', async () => {
    const answer = await publish()
    expect(answer.status).toBe(303)
    expect(h.post).toHaveLength(5)
    const toLuc = mailTo(h, cast.luc)?.text
    expect(toLuc).toContain('Vous proposez votre aide sur ward meetings, que Leïla recherche.')
    expect(toLuc).toContain('Leïla propose son aide sur open data, que vous recherchez.')
    const toKofi = mailTo(h, cast.kofi)
    expect(toKofi?.text).toContain('Ana offers plain budgets, which you want.')
    expect(toKofi?.text).toContain('audit findings')
    expect((await h.get(linkIn(toKofi, 'proposal'))).status).toBe(200)
    const page = await wordsOf(h.get(answer.headers.get('location') ?? '', at.scene.facilitator))
    expect(page).toContain('The proposals are on their way.')
    expect(page).toContain('2 proposals are out, none has started')
    expect(page).toContain('Ana Morales, Grace Wanjiru, and Kofi Mensah Waits for answers')
  })

  it('does nothing the second time, by the same click or another', async () => {
    const fields = { revision: revisionOn(await look('/publication')), _key: 'pressed-twice-in-a-row' }
    const [first, second] = [await post('/publication', fields), await post('/publication', fields)]
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    const third = await publish(fields.revision)
    const page = await wordsOf(h.get(third.headers.get('location') ?? '', at.scene.facilitator))
    expect(page).toContain('This round was published before. Nothing was sent again.')
    expect(h.post).toHaveLength(5)
  })

  it('asks to look again when somebody else solved it anew meanwhile', async () => {
    const seen = revisionOn(await look('/publication'))
    await post('/bans', { people: `${at.round.people.ana},${at.round.people.kofi}` })
    const answer = await publish(seen)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Somebody changed this round since you looked.')
    expect(h.post).toEqual([])
    expect((await publish(revisionOn(page))).status).toBe(303)
  })

  it('refuses a proposal to somebody who has paused since, and sends nobody anything', async () => {
    const { id } = await h.world.db
      .selectFrom('participations')
      .select('id')
      .where('person_id', '=', at.round.people.luc)
      .executeTakeFirstOrThrow()
    await h.change((work) => pauseParticipation(work, id, Temporal.PlainDate.from('2027-02-01')))
    await h.settle()
    h.post.length = 0
    const answer = await publish()
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('because of Luc Tremblay. Score again first.')
    expect(h.post).toEqual([])
    await post('/scoring', {})
    expect((await publish()).status).toBe(303)
    expect(mailTo(h, cast.luc)).toBeUndefined()
  })

  it('promises nobody twice: another draft with the same people cannot be published', async () => {
    const second = await h.submit(
      `/initiatives/${at.scene.initiativeId}/matching`,
      {
        title: 'Again',
        ...newRoundFields,
      },
      at.scene.facilitator,
    )
    const path = (second.headers.get('location') ?? '').replace(/\?.*/, '')
    const revision = revisionOn(await (await h.get(`${path}/publication`, at.scene.facilitator)).text())
    expect((await publish()).status).toBe(303)
    const answer = await h.submit(`${path}/publication`, { revision: revision || '1' }, at.scene.facilitator)
    expect(answer.status).toBe(422)
    await h.settle()
    expect(h.post).toHaveLength(5)
  })

  it('never tells one peer what another wished', async () => {
    const rahim = await playAnswers(h, at.scene, cast.rahim, { offers: ['maps'], wishes: [at.round.people.kofi] })
    await post('/pins', { people: `${rahim.personId},${at.round.people.kofi}` })
    expect(await wordsOf(h.get(at.round.path, at.scene.facilitator))).toContain('Rahim met Kofi and wishes to go on.')
    await publish()
    expect(mailTo(h, cast.rahim)?.text).toContain('You met Kofi and wished to go on.')
    expect(mailTo(h, cast.kofi)?.text).not.toMatch(/wish/i)
  })

  it('ends every other act on the round', async () => {
    await publish()
    for (const act of ['/pins', '/bans', '/pins/removal']) {
      const answer = await post(act, { people: `${at.round.people.ana},${at.round.people.luc}` })
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('This round was published, so it cannot be changed any more.')
    }
    expect((await post('/scoring', {})).status).toBe(422)
    expect((await post('/removal', {})).status).toBe(422)
    expect((await h.get(at.round.path, at.scene.facilitator)).status).toBe(200)
  })
})

describe('a published round', () => {
  it('follows what became of each proposal', async () => {
    await publish()
    await h.submit(linkIn(mailTo(h, cast.leila), 'proposal'), { answer: 'yes', reason: '' })
    expect(await wordsOf(h.get(at.round.path, at.scene.facilitator))).toContain('Yes from Leïla Ben Salah')
    await h.submit(linkIn(mailTo(h, cast.luc), 'proposal'), { answer: 'yes', reason: '' })
    const page = await wordsOf(h.get(at.round.path, at.scene.facilitator))
    expect(page).toContain('2 proposals are out, one has started')
  })
})
