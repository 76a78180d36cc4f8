import type { ProfileAnswers } from '../features/initiatives/profile-answers.ts'
import type { PeerKey } from './cast.ts'
import type { Stage } from './stage.ts'

type Standing = Pick<ProfileAnswers, 'standing' | 'pausedUntilOn'>

/** Who does not simply take part from the first form on. */
export function standingOf(stage: Stage, key: PeerKey): Standing {
  if (key === 'gabriel') return { standing: 'not_now', pausedUntilOn: null }
  if (key === 'hala') return { standing: 'paused', pausedUntilOn: stage.dayOn(98) }
  return { standing: 'active', pausedUntilOn: null }
}
