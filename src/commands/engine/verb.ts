import { UsageError } from '../command.ts'

/** One engine on the command line: reads a file, answers with an object that is printed as JSON. */
export interface EngineVerb {
  name: string
  /** What stands behind the verb on the usage line: 'FILE [--seconds S]'. */
  takes: string
  /** One line for the list of engines. */
  says: string
  help: string
  /** How many words must follow the verb, at least and at most; flags do not count. */
  words: readonly [least: number, most: number]
  /** Names without --; each takes a value. */
  flags: readonly string[]
  run(words: string[], flags: ReadonlyMap<string, string>): object | Promise<object>
}

/** A file that does not hold: its sentence names the line where there is one. Exit code 2. */
export class FileFault extends UsageError {
  constructor(sentence: string, line?: number) {
    super(line === undefined ? sentence : `Line ${line}: ${sentence}`)
  }
}
