import type { World } from './work.ts'

/** Days after which a form's key cannot come again: no browser keeps a page that long. */
const formDays = 30
/** Days for which the row of an ended link is kept, for whoever asks why it no longer works. */
const linkDays = 60

/** Sweep: forgets the keys of forms answered long ago, and links that ended long ago. */
export async function forgetWhatIsOver(world: World): Promise<void> {
  const now = world.clock.now()
  const before = (days: number) => now.subtract({ hours: 24 * days })
  await world.db.deleteFrom('answered_forms').where('answered_at', '<', before(formDays)).execute()
  await world.db.deleteFrom('links').where('expires_at', '<', before(linkDays)).execute()
}
