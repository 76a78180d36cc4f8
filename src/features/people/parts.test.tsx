import { expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { playAgency, playPeer } from '../../../test/scene.ts'
import { editPersonPath, personPath } from './parts.tsx'

const h = useHarness()

test('a person’s page says where they are, what time it is there, what they speak and which posts they held', async () => {
  const scene = await playAgency(h)
  const { personId } = await playPeer(h, scene, cast.leila)
  const post = { organisation: 'Ministère', title: 'Analyste', startsOn: '2018', endsOn: '30/06/2020' }
  await h.submit(`/people/${personId}/posts`, post, scene.facilitator)
  const answer = await h.get(personPath(scene.initiativeId, personId), scene.facilitator)
  const page = (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  expect(page).toContain('Sfax, Tunisia')
  expect(page).toContain('10:00 now (Tunis time)')
  expect(page).toContain('Arabic (mother tongue) and French (fluent)')
  expect(page).toContain('Budget officer , Commune de Sfax')
  expect(page).toContain('Analyste , Ministère (1 January 2018 to 30 June 2020)')
})

test('the way to the edit page remembers the initiative it came from', () => {
  expect(editPersonPath('p')).toBe('/people/p/edit')
  expect(editPersonPath('p', 'i')).toBe('/people/p/edit?in=i')
})
