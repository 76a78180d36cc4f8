import { expect, it } from 'vitest'
import { useHarness } from '../../../test/harness.ts'
import { playAgency } from '../../../test/scene.ts'

const h = useHarness()
const changed = { name: 'Réseau fiscal Agora', locale: 'fr', zone: 'Africa/Tunis' }

it('an agency is renamed by its administrators, and new staff begin with its language and zone', async () => {
  const { administrator } = await playAgency(h)
  expect((await h.submit('/agency', changed, administrator)).headers.get('location')).toBe('/agency?said=agencySaved')
  expect(await (await h.get('/agency', administrator)).text()).toContain('Réseau fiscal Agora, as peers know it')
  await h.submit('/staff', { name: 'Nina', email: 'nina@agora.example', role: 'facilitator' }, administrator)
  await h.settle()
  expect(h.post[0]?.subject).toContain('Réseau fiscal Agora sur Perennial')
  expect(await (await h.get('/audit', administrator)).text()).toContain('Changed the agency’s name, language or zone')
})

it('an agency is not renamed by anybody else, nor to nothing', async () => {
  const { administrator, facilitator } = await playAgency(h)
  const other = await playAgency(h, 'Other Network')
  expect((await h.submit('/agency', changed, facilitator)).status).toBe(404)
  expect((await h.submit('/agency', changed)).headers.get('location')).toBe('/sign-in')
  await h.submit('/agency', changed, other.administrator)
  const wrong = await h.submit('/agency', { name: ' ', locale: 'xx', zone: '' }, administrator)
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Type the name of your agency')
  expect(await (await h.get('/agency', administrator)).text()).toContain('Agora Fiscal Network, as peers know it')
})
