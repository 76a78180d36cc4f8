import { beginPlan } from '../src/features/planning/running.ts'
import { usualSettings } from '../src/features/planning/plan-settings.ts'
import type { Actor } from '../src/platform/work.ts'
import type { Harness } from './harness.ts'
import type { Scene } from './scene.ts'

export interface PlayedSeason {
  seasonId: string
  planId: string
  /** Where its board is. */
  path: string
  actor: Actor
}

/** A season of twelve weeks, planned and not yet published. */
export async function playSeason(h: Harness, scene: Scene, settings: Partial<typeof usualSettings> = {}) {
  const { agencyId, initiativeId } = scene
  const season = await h.world.db
    .insertInto('seasons')
    .values({
      agency_id: agencyId,
      initiative_id: initiativeId,
      title: 'Winter',
      starts_on: Temporal.PlainDate.from('2026-12-07'),
      ends_on: Temporal.PlainDate.from('2027-03-12'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const actor: Actor = { kind: 'staff', id: scene.staffId, name: 'Youssef', agencyId }
  const answerByOn = Temporal.PlainDate.from('2026-12-04')
  const planId = await h.change(
    (work) => beginPlan(work, { id: initiativeId, agencyId }, season.id, { ...usualSettings, answerByOn, ...settings }),
    actor,
  )
  await h.settle()
  const path = `/initiatives/${initiativeId}/season`
  return { seasonId: season.id, planId, path, actor } satisfies PlayedSeason
}
