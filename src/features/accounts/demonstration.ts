import type { World } from '../../platform/work.ts'

/** Plays the demonstration to its end, or returns at once when it is there already. */
export type StartDemonstration = (world: World) => Promise<void>

/** Set by `src/wiring.ts`; without it the first-run page offers no demonstration. */
export const demonstrationStarter: { start: StartDemonstration | null } = { start: null }

export type DemonstrationState = 'none' | 'playing' | 'ready' | 'failed'

const played = new WeakMap<World, { state: DemonstrationState; done: Promise<void> }>()

export function demonstrationState(world: World): DemonstrationState {
  return played.get(world)?.state ?? 'none'
}

/** Starts playing unless that happens already, and waits a moment. @returns how far it is after that moment */
export async function playDemonstration(world: World, waitMilliseconds = 1500): Promise<DemonstrationState> {
  const { start } = demonstrationStarter
  if (!start) return 'none'
  let play = played.get(world)
  if (!play || play.state === 'failed') {
    const begun: { state: DemonstrationState; done: Promise<void> } = { state: 'playing', done: Promise.resolve() }
    begun.done = start(world).then(
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
