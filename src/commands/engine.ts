import { type Command, UsageError } from './command.ts'
import { readCall, usageOf } from './engine/flags.ts'
import { groupVerb } from './engine/group.ts'
import { pair } from './engine/pair.ts'
import type { EngineVerb } from './engine/verb.ts'

const verbs: readonly EngineVerb[] = [pair, groupVerb]

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
      return
    }
    const { words, flags } = readCall(verb, rest)
    console.log(JSON.stringify(await verb.run(words, flags)))
  },
}

function list(): string {
  return verbs.map((verb) => `  engine ${verb.name} ${verb.takes}\n      ${verb.says}`).join('\n')
}
