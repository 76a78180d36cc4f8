import type { Plan, PossibleStart } from './plan.ts'
import type { Season } from './season.ts'

/** Every start a session could have, all others left where they are, in order of time. */
export function startsFor(
  _season: Season,
  _plan: Pick<Plan, 'sessions'>,
  _seriesId: string,
  _index: number,
): PossibleStart[] {
  throw new Error('Not yet.')
}
