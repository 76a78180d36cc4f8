import { UsageError } from '../command.ts'
import { parseJson, readText } from './engine-file.ts'
import { checkGroupResult, groupResult } from './group.ts'
import { checkPairResult } from './pair.ts'
import { checkRotateResult } from './rotate.ts'
import { type EngineVerb, FileFault } from './verb.ts'

/** `engine check`: whether a result holds, found anew from the file alone. */
export const checkVerb: EngineVerb = {
  name: 'check',
  takes: '[FILE] RESULT',
  says: 'whether a result of another engine holds, found anew from the file',
  help: `FILE is what the engine read, RESULT what it printed. A rotation carries its request and needs no FILE.
Prints {"holds": true, ...}, or {"holds": false, "why": "..."} with exit code 1.`,
  words: [1, 2],
  flags: [],
  run(words) {
    const result = readText(words.at(-1)!)
    const file = words.length === 2 ? words[0] : undefined
    const kind = kindOf(parseJson(result))
    if (kind === 'rounds') return rotationVerdict(result, file)
    if (file === undefined) throw new UsageError(`It is: perennial engine check FILE RESULT.`)
    if (kind === 'groups') return checkGroupResult(file, groupResult(result))
    const { optimal: holds, ...rest } = checkPairResult(file, result)
    return { holds, ...rest }
  },
}

const kinds = ['pairs', 'groups', 'rounds'] as const

function kindOf(result: unknown): (typeof kinds)[number] {
  const found = typeof result === 'object' && result !== null && kinds.find((kind) => kind in result)
  if (!found) throw new FileFault('The result has neither pairs nor groups nor rounds.')
  return found
}

function rotationVerdict(result: string, file: string | undefined) {
  const { sound: holds, ...rest } = checkRotateResult(result, file)
  return { holds, ...rest }
}
