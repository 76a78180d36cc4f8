import type { World } from '../../platform/work.ts'

/** How many days of the story have been played. */
export interface DemonstrationProgress {
  day: number
  days: number
}

/** Plays the demonstration to its end, or returns at once when it is there already; tells after each day how far it is. */
export type StartDemonstration = (world: World, tell: (progress: DemonstrationProgress) => void) => Promise<void>

/** Set by `src/wiring.ts`; without it the first-run page offers no demonstration. */
export const demonstrationStarter: { start: StartDemonstration | null } = { start: null }

export type DemonstrationState = 'none' | 'playing' | 'ready' | 'failed'

interface Play {
  state: DemonstrationState
  progress: DemonstrationProgress | null
  done: Promise<void>
}

const played = new WeakMap<World, Play>()

export function demonstrationState(world: World): DemonstrationState {
  return played.get(world)?.state ?? 'none'
}

/** How far the play is, once its first day is over. */
export function demonstrationProgress(world: World): DemonstrationProgress | null {
  return played.get(world)?.progress ?? null
}

/** Starts playing unless that happens already, and waits a moment. @returns how far it is after that moment */
export async function playDemonstration(world: World, waitMilliseconds = 1500): Promise<DemonstrationState> {
  const { start } = demonstrationStarter
  if (!start) return 'none'
  let play = played.get(world)
  if (!play || play.state === 'failed') {
    const begun: Play = { state: 'playing', progress: null, done: Promise.resolve() }
    begun.done = start(world, (progress) => void (begun.progress = progress)).then(
      () => void (begun.state = 'ready'),
      (error: unknown) => {
        begun.state = 'failed'
        world.log.error({ err: error }, 'demonstration failed')
      },
    )
    played.set(world, (play = begun))
  }
  await Promise.race([play.done, new Promise((resolve) => setTimeout(resolve, waitMilliseconds).unref())])
  return play.state
}
