import type { World } from '../work.ts'

/** Days after which a form's key cannot come again: no browser keeps a page that long. */
const keptDays = 30

/** Sweep: forgets the keys of forms that were answered long ago. */
export async function forgetAnsweredForms(world: World): Promise<void> {
  const before = world.clock.now().subtract({ hours: 24 * keptDays })
  await world.db.deleteFrom('answered_forms').where('answered_at', '<', before).execute()
}
