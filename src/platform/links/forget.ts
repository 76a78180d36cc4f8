import type { World } from '../work.ts'

/** Days for which the row of an ended link is kept, for whoever asks why it no longer works. */
const keptDays = 60

/** Sweep: forgets links that ended long ago. */
export async function forgetEndedLinks(world: World): Promise<void> {
  const before = world.clock.now().subtract({ hours: 24 * keptDays })
  await world.db.deleteFrom('links').where('expires_at', '<', before).execute()
}
