import { runSweeps } from '../src/schedule.ts'
import type { CastMember } from './cast.ts'
import type { Harness } from './harness.ts'
import { wordsOf } from './page.ts'
import { type PlayedPair, playPair } from './pair.ts'
import type { Scene } from './scene.ts'

/** The desk of a scene's initiative, as its facilitator meets it. */
export interface Desk {
  home: string
  /** The words of the page. */
  page(query?: string): Promise<string>
  /** Posts to a path under the desk. */
  act(path: string, fields?: Record<string, string>): Promise<Response>
  /** The words of the page an act leads to. */
  after(answer: Response): Promise<string>
  /** The words of a connection's own page, with its timeline. */
  timeline(connectionId: string): Promise<string>
}

export function deskOf(h: Harness, scene: Scene): Desk {
  const home = `/initiatives/${scene.initiativeId}`
  const read = (path: string) => wordsOf(h.get(path, scene.facilitator))
  return {
    home,
    page: (query = '') => read(home + query),
    act: (path, fields = {}) => h.submit(`${home}/desk/${path}`, fields, scene.facilitator),
    after: (answer) => read(answer.headers.get('location') ?? ''),
    timeline: (connectionId) => read(`${home}/connections/${connectionId}`),
  }
}

/** A pair that began so many days ago and was never in touch; what the system asked them meanwhile is withdrawn. */
export async function playSilence(h: Harness, scene: Scene, days: number, members?: CastMember[]): Promise<PlayedPair> {
  const pair = await playPair(h, scene, members)
  h.clock.advance({ days })
  await runSweeps(h.world)
  await h.settle()
  await h.world.db.updateTable('time_polls').set({ state: 'withdrawn' }).execute()
  h.post.length = 0
  return pair
}
