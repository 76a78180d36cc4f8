import { setTimeout as sleep } from 'node:timers/promises'
import type { StartDemonstration } from '../features/accounts/demonstration.ts'
import { OffsetClock } from '../platform/clock.ts'
import { moveKeptClock } from '../platform/kept-clock.ts'
import type { World } from '../platform/work.ts'
import { claimPlay, keepProgress, readProgress, releasePlay } from './progress.ts'
import { removeDemonstrations } from './removal.ts'
import { playStory, type StoryOptions } from './story.ts'

/**
 * Plays the demonstration, six months of an initiative, through the system's own actions, unless it is there already.
 * One that was cut off is removed first; one that another process plays is waited for. A development clock stands at
 * the end of the story afterwards; every other clock is left alone.
 * @param tell hears a sentence now and then
 */
export async function playDemonstration(
  world: World,
  tell: (line: string) => void,
  options: StoryOptions = {},
): Promise<void> {
  if (!(await takeTurn(world, tell))) return
  try {
    await playAnew(world, tell, options)
  } catch (error) {
    await releasePlay(world.db)
    throw error
  }
}

/** For the first-run page: the story ends now, and time is not moved. */
export const lookAround: StartDemonstration = (world, tell) =>
  playDemonstration(world, (line) => world.log.info(line), {
    endsAt: world.clock.now(),
    onDay: async (day, days) => tell({ day, days }),
  })

/** @returns false when the demonstration is complete */
async function takeTurn(world: World, tell: (line: string) => void): Promise<boolean> {
  for (let waited = 0; !(await claimPlay(world.db)); waited += 1) {
    if ((await readProgress(world.db)).state === 'complete') return false
    if (waited === 0)
      tell('The demonstration is being played by another process, or was cut off a moment ago; waiting.')
    await sleep(1000)
  }
  return true
}

async function playAnew(world: World, tell: (line: string) => void, options: StoryOptions): Promise<void> {
  if ((await removeDemonstrations(world.db)) > 0) tell('A demonstration that was cut off is removed and played anew.')
  tell('Playing six months of a demonstration; this takes about half a minute.')
  const story = await playStory(world, {
    ...options,
    onDay: async (day, days) => {
      await keepProgress(world.db, { day, days })
      if (day % 30 === 0) tell(`Day ${day} of ${days}.`)
      await options.onDay?.(day, days)
    },
  })
  const { endsAt } = story.settings
  if (world.settings.development && world.clock instanceof OffsetClock)
    await moveKeptClock(world.db, world.clock, endsAt)
  await keepProgress(world.db, 'complete')
  tell(`Played. In the demonstration it is ${endsAt.toString()}.`)
}
