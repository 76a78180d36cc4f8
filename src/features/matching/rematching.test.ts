import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { mailTo, playProposal } from '../../../test/pair.ts'
import { playAnswers } from '../../../test/round.ts'
import { playAgency, playPeer, type Scene } from '../../../test/scene.ts'
import { answerProposal } from '../connections/proposing.ts'
import { nextBest, rematchPerson } from './rematching.ts'

const h = useHarness()
let scene: Scene

beforeEach(async () => {
  scene = await playAgency(h)
})

const best = (personId: string, wishes: { exclude?: string[]; limit?: number; locale?: 'en' | 'fr' } = {}) =>
  nextBest(h.world.db, scene.initiativeId, personId, { now: h.clock.now(), locale: 'en', ...wishes })

const rematch = (personId: string, withId: string) =>
  h.change((work) => rematchPerson(work, scene.initiativeId, personId, withId))

describe('the next best candidates', () => {
  it('are free, allowed, new to each other, and come with fit and reasons', async () => {
    const pair = await playProposal(h, scene, [cast.ana, cast.kofi])
    const [ana = '', kofi = ''] = pair.personIds
    await h.change((work) => answerProposal(work, pair.connectionId, kofi, 'no', ''))
    const grace = await playAnswers(h, scene, cast.grace, { offers: ['radio'] })
    await playAnswers(h, scene, cast.yasmin)
    await playAnswers(h, scene, cast.leila)
    await playAnswers(h, scene, cast.paola, { standing: 'not_now' })
    const busy = await playProposal(h, scene, [cast.aoife, cast.rahim])
    const found = await best(ana)
    expect(found.map(({ name }) => name).toSorted()).toEqual(['Grace Wanjiru', 'Yasmin Haddad'])
    expect(found.map(({ personId }) => personId)).not.toContain(busy.personIds[0])
    expect(found[0]?.fit).toBeGreaterThan(found[1]?.fit ?? 100)
    expect(found.find(({ personId }) => personId === grace.personId)?.reasons).toContain(
      'They can work together in English.',
    )
    expect((await best(ana, { locale: 'fr' }))[0]?.reasons.join(' ')).toContain(
      'Les deux peuvent travailler en anglais.',
    )
    expect((await best(ana, { exclude: [grace.personId] })).map(({ name }) => name)).toEqual(['Yasmin Haddad'])
    expect(await best(ana, { limit: 1 })).toHaveLength(1)
  })

  it('are none for somebody who is not of the initiative', async () => {
    const stranger = await playPeer(h, await playAgency(h, 'Elsewhere'), cast.amadou)
    await playAnswers(h, scene, cast.ana)
    expect(await best(stranger.personId)).toEqual([])
  })
})

describe('a match by hand', () => {
  it('is proposed to both with the reasons', async () => {
    const ana = await playAnswers(h, scene, cast.ana, { offers: ['plain budgets'], problem: 'Nobody reads it' })
    const luc = await playAnswers(h, scene, cast.luc, { wants: ['plain budgets'] })
    await rematch(ana.personId, luc.personId)
    await h.settle()
    expect(mailTo(h, cast.luc)?.text).toContain('Ana propose son aide sur plain budgets, que vous recherchez.')
    expect(mailTo(h, cast.ana)?.text).toContain('You offer plain budgets, which Luc wants.')
  })

  it('is refused where a rule parts the two, where one is taken, and where one does not take part', async () => {
    const ana = await playAnswers(h, scene, cast.ana)
    const leila = await playAnswers(h, scene, cast.leila)
    const nadia = await playAnswers(h, scene, cast.nadia, { standing: 'not_now' })
    const busy = await playProposal(h, scene, [cast.grace, cast.kofi])
    const stranger = await playPeer(h, await playAgency(h, 'Elsewhere'), cast.amadou)
    const mistake = (pattern: RegExp) => expect.objectContaining({ errors: { _form: expect.stringMatching(pattern) } })
    await expect(rematch(ana.personId, leila.personId)).rejects.toEqual(mistake(/no language in which both can work/))
    await expect(rematch(ana.personId, busy.personIds[0] ?? '')).rejects.toEqual(mistake(/Grace Wanjiru is not free/))
    await expect(rematch(ana.personId, nadia.personId)).rejects.toEqual(mistake(/Nadia Mansour is not free/))
    await expect(rematch(busy.personIds[1] ?? '', busy.personIds[0] ?? '')).rejects.toThrow()
    await expect(rematch(ana.personId, stranger.personId)).rejects.toThrow('')
    await expect(rematch(ana.personId, ana.personId)).rejects.toThrow('')
    await h.settle()
    expect(mailTo(h, cast.ana)).toBeUndefined()
  })

  it('brings one person into one new connection only, however many try at once', async () => {
    const peers = []
    for (const member of [cast.ana, cast.kofi, cast.grace]) peers.push(await playAnswers(h, scene, member))
    const [ana = '', kofi = '', grace = ''] = peers.map(({ personId }) => personId)
    const outcomes = await Promise.allSettled([rematch(ana, grace), rematch(kofi, grace)])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})
