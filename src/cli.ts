import { backup } from './commands/backup.ts'
import { type Command, UsageError } from './commands/command.ts'
import { demo } from './commands/demo.ts'
import { engine } from './commands/engine.ts'
import { FileFault } from './commands/engine/verb.ts'
import { migrate } from './commands/migrate.ts'
import { restore } from './commands/restore.ts'
import { signInLink } from './commands/sign-in-link.ts'
import { start } from './commands/start.ts'
import { StartError } from './platform/database/start-error.ts'
import { SettingError } from './platform/settings.ts'

const commands: readonly Command[] = [start, migrate, demo, backup, restore, signInLink, engine]

const usage = `Usage: perennial COMMAND

${commands.map((command) => `  ${`${command.name} ${command.takes}`.padEnd(24)}${command.says}`).join('\n')}

perennial COMMAND --help says more. Exit codes: 0 done, 1 failed, 2 the call was wrong.`

async function main(args: string[]): Promise<number> {
  const [verb, ...words] = args
  if (verb === undefined || verb === '--help' || verb === '-h' || verb === 'help') {
    console.log(usage)
    return verb === undefined ? 2 : 0
  }
  const command = commands.find((candidate) => candidate.name === verb)
  if (!command) throw new UsageError(`There is no command '${verb}'.`)
  if ((command.takesFlags ? words.slice(0, 1) : words).some((word) => word === '--help' || word === '-h')) {
    console.log(`Usage: perennial ${command.name} ${command.takes}\n\n${command.help}`)
    return 0
  }
  const [least, most] = command.words
  if (
    words.length < least ||
    words.length > most ||
    (!command.takesFlags && words.some((word) => word.startsWith('-')))
  ) {
    throw new UsageError(`It is: ${['perennial', command.name, command.takes].join(' ').trim()}.`)
  }
  return (await command.run(words)) ?? 0
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (error instanceof FileFault) {
    console.error(error.message)
    process.exitCode = 2
  } else if (error instanceof UsageError) {
    console.error(`${error.message} See perennial --help.`)
    process.exitCode = 2
  } else if (error instanceof SettingError || error instanceof StartError) {
    console.error(error.message)
    process.exitCode = 1
  } else {
    console.error(isPortTaken(error) ? `Another program listens on ${error.port} already; set PORT.` : error)
    process.exitCode = 1
  }
}

// Done: whatever is still held open (a mail server that does not answer) must not hold the process.
setTimeout(() => process.exit(), 1_000).unref()

function isPortTaken(error: unknown): error is Error & { port: number } {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error
}
