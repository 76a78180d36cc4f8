import { describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { newRoundFields, playAnswers, useWorkbench } from '../../../test/round.ts'
import { playAgency, playPeer } from '../../../test/scene.ts'

const h = useHarness()
const at = useWorkbench(h)
const { ids, look, post, refused } = at

/** Does something and reads the page it leads to. */
async function doAndLook(path: string, fields: Record<string, string>): Promise<string> {
  const answer = await post(path, fields)
  expect(answer.status).toBe(303)
  return wordsOf(h.get(answer.headers.get('location') ?? '', at.scene.facilitator))
}

describe('the workbench', () => {
  it('says what is ready, with reasons and parts, the weakest first', async () => {
    const page = await look()
    expect(page).toContain('One pair and one trio are ready, nobody is left out')
    expect(page).toContain('Ana offers plain budgets, which Kofi wants. Kofi offers audit findings, which Ana wants.')
    expect(page).toContain('Medellín, Spanish and English; Kumasi, English')
    expect(page).toContain('Nothing is sent until you publish.')
    expect(page.indexOf('Ana Morales · Kofi Mensah · Grace Wanjiru')).toBeLessThan(
      page.indexOf('Leïla Ben Salah · Luc Tremblay'),
    )
    const best = await look('?order=best')
    expect(best.indexOf('Leïla Ben Salah · Luc Tremblay')).toBeLessThan(
      best.indexOf('Ana Morales · Kofi Mensah · Grace Wanjiru'),
    )
  })

  it('is written in French for who reads French', async () => {
    const page = await look('?lang=fr')
    expect(page).toContain('Un binôme et un trio sont prêts, personne ne reste seul')
    expect(page).toContain('Ana propose son aide sur plain budgets, que Kofi recherche.')
  })

  it('keeps a pin, says what changed, and comes back to the pair', async () => {
    const answer = await post('/pins', { people: ids('ana', 'luc'), order: 'best' })
    const location = answer.headers.get('location') ?? ''
    expect(location).toMatch(/order=best&page=1&said=pinned#with-/)
    const page = await wordsOf(h.get(location, at.scene.facilitator))
    expect(page).toContain('They are pinned. No group stayed, 2 are new, 2 are gone.')
    expect(page).toContain('All fits together fell by')
    expect(page).toContain('Pinned: Ana Morales and Luc Tremblay')
    expect(page).toContain('Ana Morales · Luc Tremblay')
    expect(await doAndLook('/scoring', {})).toContain('Ana Morales · Luc Tremblay')
  })

  it('undoes a pin with one press, from the pair or from the rules', async () => {
    await post('/pins', { people: ids('ana', 'luc') })
    const page = await doAndLook('/pins/removal', { people: ids('ana', 'luc') })
    expect(page).toContain('They are no longer pinned.')
    expect(page).toContain('Ana Morales · Kofi Mensah')
    await post('/pins', { people: ids('ana', 'luc') })
    expect(await doAndLook('/rules/removal', { people: ids('ana', 'luc'), kind: 'pin' })).not.toContain('Pinned: Ana')
  })

  it('pins a whole trio, and takes one out of it', async () => {
    expect(await doAndLook('/pins', { people: ids('ana', 'kofi', 'grace') })).toContain(
      'Ana Morales · Grace Wanjiru · Kofi Mensah',
    )
    await post('/pins/removal', { people: ids('ana', 'kofi', 'grace') })
    const page = await doAndLook('/bans', { people: ids('ana', 'kofi', 'grace') })
    expect(page).toContain('Forbidden: Ana Morales and Grace Wanjiru')
    expect(page).not.toContain('Forbidden: Ana Morales and Kofi Mensah')
  })

  it('forbids a pair and takes the ban back', async () => {
    const page = await doAndLook('/bans', { people: ids('ana', 'kofi') })
    expect(page).toContain('Forbidden: Ana Morales and Kofi Mensah')
    expect(page).toMatch(/Gone: .*Kofi Mensah/)
    const back = await doAndLook('/rules/removal', { people: ids('ana', 'kofi'), kind: 'forbid' })
    expect(back).toContain('The rule is taken back.')
    expect(back).toContain('Ana Morales · Kofi Mensah')
  })

  it('shows who is left out, why, and the nearest candidate', async () => {
    const yoko = {
      ...cast.rahim,
      name: 'Yoko Tanaka',
      email: 'yoko@peers.example',
      languages: { ja: 'native' as const },
    }
    await playAnswers(h, at.scene, yoko)
    const page = await doAndLook('/scoring', {})
    expect(page).toContain('one peer is left out')
    expect(page).toMatch(/Yoko TanakaDhaka, Japanese Nobody else has a language in which both can work\. \S+/)
  })

  it('lists who is not in, and why', async () => {
    await playPeer(h, at.scene, cast.diego, 'invited')
    await playAnswers(h, at.scene, cast.paola, {
      standing: 'paused',
      pausedUntilOn: Temporal.PlainDate.from('2027-01-15'),
    })
    await playAnswers(h, at.scene, cast.nadia, { standing: 'not_now' })
    const page = await look()
    expect(page).toContain('Has not answered yet: 1 Diego Fuentes')
    expect(page).toContain('Pauses: 1 Paola Andrade, until 15 January 2027')
    expect(page).toContain('Said: not now: 1 Nadia Mansour')
  })

  it('tells when answers changed since it was scored', async () => {
    expect(await look()).not.toContain('changed since')
    h.clock.advance({ hours: 1 })
    await playAnswers(h, at.scene, cast.rahim)
    expect(await look()).toContain('The answers of one peer changed since this was scored.')
    expect(await doAndLook('/scoring', {})).not.toContain('changed since')
  })

  it('scores again by other weights, and refuses weights that are none', async () => {
    const weights = {
      offersMeetWants: '0',
      sameProblem: '0',
      wishToGoOn: '0',
      language: '5',
      sharedHours: '0',
      commitment: '0',
    }
    const page = await doAndLook('/scoring', { ...weights, order: 'weakest' })
    expect(page).toContain('Everything is scored again.')
    expect(page).not.toContain('All fits together')
    expect(await refused('/scoring', { ...weights, language: '0' })).toContain(
      'At least one of these must count for something.',
    )
    expect(await refused('/scoring', { ...weights, language: '6' })).toContain(
      'A weight is a whole number from 0 to 5.',
    )
  })

  it('drops a draft, which is not here afterwards', async () => {
    expect(await doAndLook('/removal', {})).toContain('The draft is dropped.')
    expect((await h.get(at.round.path, at.scene.facilitator)).status).toBe(404)
  })
})

describe('a swap', () => {
  it('shows candidates of both with reasons and the exact price, and pins the one chosen', async () => {
    const page = await wordsOf(h.get(`${at.round.path}/swap?people=${ids('leila', 'luc')}`, at.scene.facilitator))
    expect(page).toContain('Another partner for Leïla Ben Salah and Luc Tremblay')
    expect(page).toContain('Proposed now')
    expect(page).toMatch(
      /For Luc Tremblay .*Ana Morales.* 42 Costs 34.1 points and leaves one peer more without a pair Choose/,
    )
    const after = await doAndLook('/swap', { person: at.round.people.luc, with: at.round.people.ana })
    expect(after).toContain('They are pinned together.')
    expect(after).toContain('Ana Morales · Luc Tremblay')
  })

  it('gives way to a new choice for the same person, not to somebody else’s pin', async () => {
    await post('/pins', { people: ids('ana', 'luc') })
    const page = await doAndLook('/swap', { person: at.round.people.ana, with: at.round.people.grace })
    expect(page).toContain('Pinned: Ana Morales and Grace Wanjiru')
    expect(page).not.toContain('Pinned: Ana Morales and Luc Tremblay')
    expect(await refused('/swap', { person: at.round.people.luc, with: at.round.people.ana })).toContain(
      'Ana Morales is pinned with somebody else.',
    )
  })

  it('answers why not these two', async () => {
    const path = `${at.round.path}/swap?people=${at.round.people.leila}&with=${at.round.people.kofi}`
    expect(await wordsOf(h.get(path, at.scene.facilitator))).toContain(
      'Leïla Ben Salah and Kofi Mensah have no language in which both can work.',
    )
  })
})

describe('the rounds of an initiative', () => {
  const rounds = () => `/initiatives/${at.scene.initiativeId}/matching`
  const weights = {
    ...newRoundFields,
  }

  it('say who could be matched and list what there is', async () => {
    await playPeer(h, at.scene, cast.diego, 'invited')
    const page = await wordsOf(h.get(rounds(), at.scene.facilitator))
    expect(page).toContain('5 peers could be matched now')
    expect(page).toContain('5 of 6 peers have answered.')
    expect(page).toContain('Pairs for January Pairs Draft 2')
  })

  it('begin with who could be matched, and keep what was typed when something is missing', async () => {
    const empty = await playAgency(h, 'A new agency')
    const path = `/initiatives/${empty.initiativeId}/matching`
    expect(await wordsOf(h.get(path, empty.facilitator))).toContain('Nobody can be matched yet')
    const early = await h.submit(path, { title: 'Made before anybody answered' }, empty.facilitator)
    expect(await wordsOf(h.get(early.headers.get('location') ?? '', empty.facilitator))).toContain(
      'No proposal is possible, nobody is left out',
    )
    const fields = { title: 'Circles', kind: 'groups', groupLeast: '7', groupMost: '5', purpose: 'Procurement' }
    const answer = await h.submit(path, fields, empty.facilitator)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('A group has 3 to 8 peers: two whole numbers, the smaller first.')
    expect(page).toContain('value="Circles"')
    expect(page).toContain('Procurement</textarea>')
    expect(await (await h.submit(path, { title: ' ' }, empty.facilitator)).text()).toContain('Give the round a title')
  })

  it('make a round with one press, however often it is pressed', async () => {
    const fields = { ...weights, title: 'Twice', _key: 'a-key-that-is-pressed-twice' }
    const [first, second] = [
      await h.submit(rounds(), fields, at.scene.facilitator),
      await h.submit(rounds(), fields, at.scene.facilitator),
    ]
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    expect((await wordsOf(h.get(rounds(), at.scene.facilitator))).match(/Twice/g)).toHaveLength(1)
  })
})
