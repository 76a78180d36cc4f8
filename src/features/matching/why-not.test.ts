import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { playAnswers, useWorkbench } from '../../../test/round.ts'
import { makeCohort } from './fit/fit.ts'
import { usualWeights } from './fit/parts.ts'
import { priceOfPair } from './price.ts'
import { noHistory, sampleCohort } from './sample-peers.ts'
import { solve } from './solve.ts'

const h = useHarness()
const at = useWorkbench(h)
const { look, post } = at

const ask = (one: string, other: string, more = '') =>
  look(`?one=${encodeURIComponent(one)}&other=${encodeURIComponent(other)}${more}`)

describe('why not these two', () => {
  it('answers with the exact price and who would go and come, which is what a pin then does', async () => {
    const page = await ask('Ana Morales', 'Luc Tremblay')
    expect(page).toContain('Ana Morales and Luc Tremblay together')
    const [, points] = /Bringing them together takes ([\d.]+) points from all fits together/.exec(page) ?? []
    const [, lost = ''] = /These would go: (.*?)\. These/.exec(page) ?? []
    const [, fresh = ''] = /These would come: (.*?)\. Pin/.exec(page) ?? []
    const answer = await post('/swap', { person: at.round.people.ana, with: at.round.people.luc })
    const after = await wordsOf(h.get(answer.headers.get('location') ?? '', at.scene.facilitator))
    expect(after).toContain(`All fits together fell by ${points} points.`)
    expect(after).toContain(`Gone: ${lost}.`)
    expect(fresh.split('; ').length).toBeGreaterThan(0)
    for (const group of fresh.split('; ')) expect(after).toContain(group.replaceAll(/,? and |, /g, ' · '))
  })

  it('finds people by a piece of their name, without accents, and by link', async () => {
    expect(await ask('leila', 'tremb')).toContain('They are proposed together now')
    expect(await ask(at.round.people.leila, at.round.people.kofi)).toContain(
      'Leïla Ben Salah and Kofi Mensah have no language in which both can work.',
    )
  })

  it('says at the field whom it did not find, and keeps what was typed', async () => {
    const html = await (await h.get(`${at.round.path}?one=an&other=Nobody+Atall`, at.scene.facilitator)).text()
    expect(html).toContain('value="Nobody Atall"')
    expect(html).toContain('href="#pair-other"')
    const page = await ask('an', 'Nobody Atall')
    expect(page).toContain('Several are called so: Ana Morales')
    expect(page).toContain('Nobody on the roster is called so.')
    expect(await ask('Ana Morales', 'ana morales')).toContain('Choose two different people.')
    expect(await ask('<b>', '')).toContain('Nobody on the roster')
  })

  it('tells of bans, of pins that stand, and of people who are not in', async () => {
    await post('/bans', { people: at.ids('ana', 'kofi') })
    expect(await ask('Ana Morales', 'Kofi Mensah')).toContain('are forbidden in this round')
    await post('/pins', { people: at.ids('leila', 'luc') })
    expect(await ask('Ana Morales', 'Luc Tremblay')).toContain('Luc Tremblay is pinned with somebody else.')
    expect(await ask('Luc Tremblay', 'Ana Morales')).toContain('Ana Morales together')
    await playAnswers(h, at.scene, cast.nadia, { standing: 'not_now' })
    expect(await ask('Nadia Mansour', 'Ana Morales')).toContain('Nadia Mansour does not take part in this round.')
  })

  it('is asked in French too', async () => {
    expect(await ask('Ana Morales', 'Luc Tremblay', '&lang=fr')).toMatch(/Les réunir retire [\d,]+ points/)
  })
})

it('the price of two people is what all lose when they are pinned, and the groups named are the ones that differ', () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(10), fc.nat(10), (seed, one, other) => {
      const cohort = makeCohort(sampleCohort(11, seed), usualWeights, noHistory)
      fc.pre(one !== other && cohort.worth(one, other) >= 0)
      const price = priceOfPair((forced) => solve(cohort, forced ? [forced] : []), one, other)
      const [now, then] = [solve(cohort, []), solve(cohort, [[one, other]])]
      if (price.isNow) return
      expect(price.cost).toBe(now.pairsWorth - then.pairsWorth)
      expect(price.moreLeftOut).toBe(then.leftOut.length - now.leftOut.length)
      const forced = then.groups.find((group) => group.includes(one) && group.includes(other)) ?? []
      const kept = now.groups.filter((group) => !price.lost.map(String).includes(String(group)))
      expect([...kept, ...price.fresh, forced].map(String).toSorted()).toEqual(then.groups.map(String).toSorted())
    }),
    { numRuns: 100 },
  )
})
