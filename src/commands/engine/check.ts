import { UsageError } from '../command.ts'
import { parseJson, readText } from './engine-file.ts'
import { checkGroupResult, groupResult } from './group.ts'
import { checkPairResult } from './pair.ts'
import { checkConferenceResult } from './plan-conference.ts'
import { checkPlanResult } from './plan-season.ts'
import { checkRotateResult } from './rotate.ts'
import { type EngineVerb, FileFault } from './verb.ts'

/** `engine check`: whether a result holds, found anew from the file alone. */
export const checkVerb: EngineVerb = {
  name: 'check',
  takes: '[FILE | A.csv V.csv] RESULT',
  says: 'whether a result of another engine holds, found anew from the file',
  help: `FILE is what the engine read, RESULT what it printed; for a conference both tables stand before the RESULT. A
rotation carries its request and needs no FILE.
Prints {"holds": true, ...}, or {"holds": false, "why": "..."} with exit code 1.`,
  words: [1, 3],
  flags: [],
  run(words) {
    const result = readText(words.at(-1)!)
    const [file, second] = words.slice(0, -1)
    const kind = kindOf(parseJson(result))
    if (kind === 'slots') {
      if (second === undefined) throw new UsageError('It is: perennial engine check A.csv V.csv RESULT.')
      return checkConferenceResult(file!, second, result)
    }
    if (second !== undefined || (file === undefined && kind !== 'rounds')) {
      throw new UsageError('It is: perennial engine check FILE RESULT.')
    }
    if (kind === 'rounds') return rotationVerdict(result, file)
    if (kind === 'groups') return checkGroupResult(file!, groupResult(result))
    if (kind === 'sessions') return checkPlanResult(file!, result)
    const { optimal: holds, ...rest } = checkPairResult(file!, result)
    return { holds, ...rest }
  },
}

const kinds = ['pairs', 'groups', 'rounds', 'sessions', 'slots'] as const

function kindOf(result: unknown): (typeof kinds)[number] {
  const found = typeof result === 'object' && result !== null && kinds.find((kind) => kind in result)
  if (!found) throw new FileFault('The result has neither pairs, groups, rounds, sessions nor slots.')
  return found
}

function rotationVerdict(result: string, file: string | undefined) {
  const { sound: holds, ...rest } = checkRotateResult(result, file)
  return { holds, ...rest }
}
