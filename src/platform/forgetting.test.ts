import { expect, it } from 'vitest'
import { useHarness } from '../../test/harness.ts'
import { playAgency } from '../../test/scene.ts'
import { forgetEndedLinks } from './links/forget.ts'
import { makeLink } from './links/links.ts'
import { forgetAnsweredForms } from './web/forget.ts'

const h = useHarness()

const counts = async () => {
  const links = await h.world.db.selectFrom('links').select('id').execute()
  const forms = await h.world.db.selectFrom('answered_forms').select('key').execute()
  return [links.length, forms.length]
}

it('forgets the keys of forms and ended links, each in its time', async () => {
  const { agencyId, administrator } = await playAgency(h)
  await h.change((work) => makeLink(work, { agencyId, purpose: 'home', days: 10 }))
  await h.submit('/account', { name: 'Marta', locale: 'en', zone: 'Europe/Lisbon' }, administrator)
  expect(await counts()).toEqual([1, 1])
  h.clock.advance({ days: 31 })
  await forgetAnsweredForms(h.world)
  await forgetEndedLinks(h.world)
  expect(await counts()).toEqual([1, 0])
  h.clock.advance({ days: 40 })
  await forgetAnsweredForms(h.world)
  await forgetEndedLinks(h.world)
  expect(await counts()).toEqual([0, 0])
})
