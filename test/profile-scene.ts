import { cast } from './cast.ts'
import { type Harness, linkIn } from './harness.ts'
import { playPeer, type Scene } from './scene.ts'
import { addTopic, invite } from '../src/features/initiatives/actions.ts'

/** A peer of the cast with the link from their invitation, as the path of their form. */
export async function playInvited(h: Harness, scene: Scene, member = cast.kofi) {
  const peer = await playPeer(h, scene, member, 'listed')
  await h.change((work) => invite(work, [peer.participationId]))
  await h.settle()
  return { ...peer, path: linkIn(h.post.at(-1), 'profile') }
}

/** Topics of the initiative; their ids in the same order. */
export function playTopics(h: Harness, scene: Scene, ...names: string[]): Promise<string[]> {
  return h.change(async (work) => {
    const ids = []
    for (const name of names)
      ids.push(await addTopic(work, { agencyId: scene.agencyId, initiativeId: scene.initiativeId, name }))
    return ids
  })
}

/** The one-minute form as somebody fills it in. */
export const filledForm = {
  problem: 'Nobody reads our budget',
  hours: '2,5',
  zone: 'Africa/Accra',
  'level.en': 'native',
  free: ['mon/am', 'thu/ev'],
  channels: ['video'],
  months: '6',
  report: 'yes',
  locale: 'en',
  standing: 'active',
}
