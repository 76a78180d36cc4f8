/** One verb of the `perennial` command. */
export interface Command {
  name: string
  /** What stands behind the verb on the usage line: 'FILE'. */
  takes: string
  /** One line for the list of commands. */
  says: string
  /** What `perennial VERB --help` prints below the usage line. */
  help: string
  /** How many words must follow the verb, at least and at most. */
  words: readonly [least: number, most: number]
  /** Whether the command reads words that begin with -- by itself. */
  takesFlags?: boolean
  /** Answers with the exit code where that is not 0. */
  run(words: string[]): Promise<number | void>
}

/** A call whose words are off: exit code 2. */
export class UsageError extends Error {}
