import { moveKeptClock } from '../platform/kept-clock.ts'
import { OffsetClock } from '../platform/clock.ts'
import type { World } from '../platform/work.ts'
import { isBeingPlayed, keepProgress, readProgress } from './progress.ts'
import { removeDemonstrations } from './removal.ts'
import { playStory, type StoryOptions } from './story.ts'

/**
 * Plays the demonstration, six months of an initiative, through the system's own actions, unless it is there already.
 * One that was cut off is removed first. A development clock stands at the end of the story afterwards.
 * @param tell hears a sentence now and then
 */
export async function playDemonstration(world: World, tell: (line: string) => void, options: StoryOptions = {}): Promise<void> {
  const progress = await readProgress(world.db)
  if (progress.state === 'complete') return
  if (isBeingPlayed(progress)) {
    tell('The demonstration is being played by another process.')
    return
  }
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
  if (world.settings.development && world.clock instanceof OffsetClock) {
    await moveKeptClock(world.db, world.clock, story.settings.endsAt)
  }
  await keepProgress(world.db, 'complete')
  tell(`Played. It is ${story.settings.endsAt.toString()} in the demonstration.`)
}
