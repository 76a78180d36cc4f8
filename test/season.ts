import { anyOf } from '../src/platform/database/any-of.ts'
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

/** A season of fourteen weeks that nobody has planned yet. @returns its id */
export async function addWinter(h: Harness, { agencyId, initiativeId }: Scene): Promise<string> {
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
  return season.id
}

/** The winter, planned and not yet published. */
export async function playSeason(h: Harness, scene: Scene, settings: Partial<typeof usualSettings> = {}) {
  const { agencyId, initiativeId } = scene
  const seasonId = await addWinter(h, scene)
  const actor: Actor = { kind: 'staff', id: scene.staffId, name: 'Youssef', agencyId }
  const answerByOn = Temporal.PlainDate.from('2026-12-04')
  const planId = await h.change(
    (work) => beginPlan(work, { id: initiativeId, agencyId }, seasonId, { ...usualSettings, answerByOn, ...settings }),
    actor,
  )
  await h.settle()
  const path = `/initiatives/${initiativeId}/season`
  return { seasonId, planId, path, actor } satisfies PlayedSeason
}

/** Whoever the planner is to find hours for is free from seven in the morning to ten at night, every day but Sunday. */
export async function sayFree(h: Harness, personIds: readonly string[]): Promise<void> {
  const day = '0'.repeat(14) + '2'.repeat(30) + '0'.repeat(4)
  await h.world.db
    .updateTable('availabilities')
    .set({ week: day.repeat(6) + '0'.repeat(48), takes_holidays: false })
    .where('person_id', '=', anyOf(personIds))
    .execute()
}
