import { pausePart } from '../features/home/my-part.ts'
import type { PeerKey } from './cast.ts'
import { wayHome } from './find.ts'
import type { Stage } from './stage.ts'

/** What peers do of their own accord on their page: some pause, and come back by themselves. */
export function planOwnWishes(stage: Stage): void {
  pauseOn(stage, 'genevieve', 63, 97)
  pauseOn(stage, 'fatou', 171, 226)
}

function pauseOn(stage: Stage, key: PeerKey, day: number, untilDay: number): void {
  const { zone } = stage.peer(key)
  stage.plan(stage.moment(day, 9, zone), zone, `pause ${key}`, async () => {
    const link = await wayHome(stage, key)
    if (!link) return
    const peer = stage.peer(key)
    await stage.attempt(stage.actorOf(peer), (work) =>
      pausePart(work, link, peer.participationId, stage.dayOn(untilDay), { zone, wrong: 'A day that cannot be.' }),
    )
  })
}
