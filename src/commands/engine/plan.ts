import { UsageError } from '../command.ts'
import { planConference } from './plan-conference.ts'
import { planFile } from './plan-season.ts'
import type { EngineVerb } from './verb.ts'

/** `engine plan`: a season from a file, or the talks of a conference. */
export const planVerb: EngineVerb = {
  name: 'plan',
  takes: 'FILE [--repair PLAN] | --fairconf A.csv V.csv --weights L,L1,L2 [--seconds S] [--seed N] [--iterations N]',
  says: 'a start for every session of a season, inconvenient hours shared; or the talks of a conference',
  help: `FILE is a season as JSON; docs/engine/planning.md describes it.

--repair PLAN    the season has changed: as few sessions as can be move from where PLAN has them
--fairconf A V   talks into slots instead: A says who can come when (participants by slots), V who wants to hear what
                 (participants by talks), as CSV without heads, plain or gzipped
--weights        what counts how much: efficiency, the gap between participants, the gap between speakers
--seconds S      CPU time after which the best so far is printed; it ends earlier where nothing better is possible
--seed N         another seed, another search; 1 by default
--iterations N   so many steps, the same answer on every machine; 20,000 for a season, for a conference what 2 seconds do`,
  words: [1, 1],
  flags: ['repair', 'fairconf', 'weights', 'seconds', 'seed', 'iterations'],
  run([file], flags) {
    const availability = flags.get('fairconf')
    if (availability !== undefined && flags.has('repair')) throw new UsageError('--repair goes with a season only.')
    if (availability !== undefined) return planConference(availability, file!, flags)
    if (flags.has('weights')) throw new UsageError('--weights goes with --fairconf only.')
    return planFile(file!, flags)
  },
}
