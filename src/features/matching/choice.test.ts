import { describe, expect, it } from 'vitest'
import { askThem, choicePath, sayOf } from '../../../test/asking.ts'
import { cast } from '../../../test/cast.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { mailTo } from '../../../test/pair.ts'
import { playAnswers, useWorkbench, publishDraft } from '../../../test/round.ts'
import { nextBest, rematchPerson } from './rematching.ts'

const h = useHarness()
const at = useWorkbench(h)

const page = (who: 'ana' | 'kofi' | 'leila' | 'luc' | 'grace') => wordsOf(h.get(choicePath(h, who)))
const raw = async (who: 'ana' | 'kofi') => (await h.get(choicePath(h, who))).text()

const publish = () => publishDraft(h, at.round)

describe('a list of suggestions', () => {
  it('comes as one mail with one link, in words each understands, with nothing confidential', async () => {
    expect((await askThem(h, at)).status).toBe(303)
    expect(h.post).toHaveLength(5)
    const toKofi = mailTo(h, cast.kofi)
    expect(toKofi?.subject).toMatch(/^Whom would you like to work with\? (One|\d) suggestions?$/)
    expect(toKofi?.text).toContain('Ana offers plain budgets, which you want.')
    expect(toKofi?.text).toContain('Alcaldía de Medellín')
    expect(toKofi?.text.match(/\/choice\//g)).toHaveLength(1)
    // What Ana works on is for her partner and the facilitators.
    expect(`${toKofi?.text}${toKofi?.html}${await raw('kofi')}`).not.toContain('Nobody reads it')
    const toLuc = mailTo(h, cast.luc)
    expect(toLuc?.subject).toContain('Avec qui aimeriez-vous travailler ?')
    expect(toLuc?.text).toContain('Leïla propose son aide sur open data, que vous recherchez.')
    expect(toLuc?.text).toContain('Merci de répondre jusqu’au 8 décembre 2026.')
    expect(await page('luc')).toContain('Merci de répondre jusqu’au 8 décembre 2026.')
  })

  it('is answered by the same link, and changed until the round is published', async () => {
    await askThem(h, at)
    expect(await page('ana')).toContain('Kofi Mensah')
    const answer = await sayOf(h, at, 'ana', { kofi: 'glad' }, ['leila BEN salah'])
    expect(answer.status).toBe(303)
    expect(await wordsOf(h.get(answer.headers.get('location') ?? ''))).toContain(
      'Thank you, your answers have arrived.',
    )
    const again = await raw('ana')
    expect(again).toContain('You answered on 24 November 2026.')
    expect(again).toMatch(new RegExp(`name="of.${at.round.people.kofi}" value="glad" checked`))
    expect(again).toContain('value="Leïla Ben Salah"')
    await sayOf(h, at, 'ana', { kofi: 'not', grace: 'fine' })
    expect(await raw('ana')).not.toContain('value="Leïla Ben Salah"')
    await at.post('/scoring', {})
    await publish()
    h.post.splice(0, h.post.length, ...h.post.filter(({ subject }) => subject.startsWith('Whom')))
    expect(await page('ana')).toContain('The proposals have been sent, so this can no longer be changed.')
    const late = await sayOf(h, at, 'ana', { kofi: 'glad' })
    expect(late.status).toBe(422)
    expect(await wordsOf(late)).toContain('This round was published, so it cannot be changed any more.')
  })

  it('says at the field what is wrong with a name, and keeps what was typed', async () => {
    await playAnswers(h, at.scene, { ...cast.paola, name: 'Ana Lima' })
    await playAnswers(h, at.scene, { ...cast.nadia, name: 'Luc Moreau' })
    await askThem(h, at)
    for (const [typed, sentence] of [
      ['Nobody Here', 'Nobody on the roster is called “Nobody Here”.'],
      ['Luc', 'Which one do you mean by “Luc”: Luc Moreau and Luc Tremblay?'],
      ['Kofi Mensah', 'You name Kofi Mensah here, and would rather not above.'],
      ['Ana Morales', 'Nobody on the roster is called “Ana Morales”.'],
    ] as const) {
      const answer = await sayOf(h, at, 'ana', { kofi: 'not' }, [typed])
      expect(answer.status).toBe(422)
      const text = await answer.text()
      expect(text).toContain(sentence.replaceAll('"', '&quot;'))
      expect(text).toContain('href="#named-1"')
      expect(text).toContain(`value="${typed}"`)
      expect(text).toMatch(new RegExp(`name="of.${at.round.people.kofi}" value="not" checked`))
    }
    const empty = await sayOf(h, at, 'ana', {})
    expect([empty.status, (await wordsOf(empty)).includes('Say what you think of at least one of them')]).toEqual([
      422,
      true,
    ])
  })

  it('waits on their own page until it is answered, and is in the copy of their data', async () => {
    await askThem(h, at)
    const home = linkIn(mailTo(h, cast.ana), 'my')
    expect(await wordsOf(h.get(home))).toContain('Whom you would like to work with, in “City budgets')
    const opened = await h.submit(`${home}/open`, { way: 'choice', subject: at.round.roundId })
    expect((await h.get(new URL(opened.headers.get('location') ?? '').pathname)).status).toBe(200)
    await sayOf(h, at, 'ana', { kofi: 'not' })
    expect(await wordsOf(h.get(home))).not.toContain('Whom you would like to work with')
    expect((await h.submit(`${home}/open`, { way: 'choice', subject: at.round.roundId })).status).toBe(404)
    expect(await (await h.get(`${home}/data`)).text()).toMatch(/"name": ?"Kofi Mensah",\s*"why": ?"Kofi offers/)
    expect(await (await h.get(`${linkIn(mailTo(h, cast.kofi), 'my')}/data`)).text()).not.toMatch(/"answer": ?"not"/)
  })

  it('takes no answer about somebody who was not suggested, and the second click changes nothing', async () => {
    await askThem(h, at)
    const stranger = await sayOf(h, at, 'leila', { ana: 'not', luc: 'fine' })
    expect(stranger.status).toBe(303)
    const kept = await h.world.db
      .selectFrom('matching_choices')
      .select('answer')
      .where('person_id', '=', at.round.people.leila)
      .where('other_person_id', '=', at.round.people.ana)
      .execute()
    expect(kept).toEqual([])
    const fields = { [`of.${at.round.people.kofi}`]: 'glad', _key: 'pressed-twice-in-a-row-1' }
    const [first, second] = [await h.submit(choicePath(h, 'ana'), fields), await h.submit(choicePath(h, 'ana'), fields)]
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
  })

  it('says kindly that nothing will come of it when the draft is dropped', async () => {
    await askThem(h, at)
    await at.post('/removal', {})
    expect(await page('luc')).toContain('Cette liste n’aura pas de suite')
  })
})

describe('who would rather not', () => {
  it('is not brought together after the round either, when somebody is left alone', async () => {
    await askThem(h, at)
    await sayOf(h, at, 'ana', { kofi: 'not', grace: 'glad' })
    await at.post('/scoring', {})
    await publish()
    await h.world.db.updateTable('connections').set({ state: 'declined', closed_at: h.clock.now() }).execute()
    const { ana, kofi } = at.round.people
    const best = await nextBest(h.world.db, at.scene.initiativeId, ana, { now: h.clock.now(), locale: 'en', limit: 9 })
    expect(best.map(({ name }) => name)).toContain('Luc Tremblay')
    expect(best.map(({ name }) => name)).not.toContain('Kofi Mensah')
    await expect(h.change((work) => rematchPerson(work, at.scene.initiativeId, ana, kofi))).rejects.toMatchObject({
      errors: {
        _form:
          'A rule keeps Ana Morales and Kofi Mensah apart: one organisation or reporting line, an earlier match, or something that only the system knows.',
      },
    })
  })
})

describe('what was answered about somebody', () => {
  it('is never shown to them, nor to any other peer, in page or mail', async () => {
    await askThem(h, at)
    const before = await raw('kofi')
    await sayOf(h, at, 'ana', { kofi: 'not', grace: 'glad' }, ['Luc Tremblay'])
    const shape = (html: string) => html.replace(/name="_key" value="[^"]*"/g, '')
    expect(shape(await raw('kofi'))).toBe(shape(before))
    await at.post('/scoring', {})
    await publish()
    for (const member of [cast.kofi, cast.grace, cast.luc, cast.leila]) {
      const mail = mailTo(h, member)
      expect(mail?.text).not.toMatch(/asked for|demandé à rencontrer|rather not/)
    }
  })

  it('is not on the audit trail', async () => {
    await askThem(h, at)
    await sayOf(h, at, 'ana', { kofi: 'not' })
    const events = await h.world.db
      .selectFrom('audit_events')
      .selectAll()
      .where('verb', 'like', 'round.%')
      .orderBy('id')
      .execute()
    const last = events.at(-1)
    expect([last?.verb, last?.actor_kind, last?.details]).toEqual(['round.choose', 'peer', {}])
  })
})
