import { expect, it } from 'vitest'
import { useHarness } from '../../../test/harness.ts'
import { playAgency, playStaff } from '../../../test/scene.ts'

const h = useHarness()

it('knows the user of a session it started', async () => {
  const scene = await playAgency(h)
  const zoe = await playStaff(h, scene.agencyId, 'facilitator', 'Zoe')
  const session = await h.world.signIn.whoIs(new Headers({ cookie: zoe.who.cookie }))
  expect(session?.userId).toBe(zoe.userId)
})
