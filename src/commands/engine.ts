import { type Command, UsageError } from './command.ts'
import { readCall, usageOf } from './engine/flags.ts'
import { checkVerb } from './engine/check.ts'
import { groupVerb } from './engine/group.ts'
import { pairVerb } from './engine/pair.ts'
import { planVerb } from './engine/plan.ts'
import { rotateVerb } from './engine/rotate.ts'
import type { EngineVerb } from './engine/verb.ts'

const verbs: readonly EngineVerb[] = [pairVerb, groupVerb, rotateVerb, planVerb, checkVerb]

/** The engines on files, for whoever wants a pairing without an installation. */
export const engine: Command = {
  name: 'engine',
  takes: 'VERB …',
  says: 'the engines on files; `perennial engine --help` lists them',
  help: `${list()}

Each prints one line of JSON. docs/engine/ describes the files. Exit codes: 0 done, 1 failed, 2 the call or the file was wrong.`,
  words: [1, Infinity],
  takesFlags: true,
  async run([name, ...rest]) {
    const verb = verbs.find((candidate) => candidate.name === name)
    if (!verb)
      throw new UsageError(`There is no engine '${name}'; there are ${verbs.map((one) => one.name).join(', ')}.`)
    if (rest.includes('--help') || rest.includes('-h')) {
      console.log(`Usage: ${usageOf(verb)}\n\n${verb.help}`)
      return 0
    }
    const { words, flags } = readCall(verb, rest)
    const answer = await verb.run(words, flags)
    console.log(JSON.stringify(answer))
    return 'holds' in answer && answer.holds === false ? 1 : 0
  },
}

function list(): string {
  return verbs.map((verb) => `  engine ${verb.name} ${verb.takes}\n      ${verb.says}`).join('\n')
}
