import type { World } from '../../work.ts'

/** Days for which it is known that a mail was taken: no sender tries so long to hand one over. */
const keptDays = 90

/** Sweep: forgets mail that was taken long ago, also what could not be worked and nobody has looked at since. */
export async function forgetReceivedMail(world: World): Promise<void> {
  const before = world.clock.now().subtract({ hours: 24 * keptDays })
  await world.db.deleteFrom('received_mails').where('received_at', '<', before).execute()
}
