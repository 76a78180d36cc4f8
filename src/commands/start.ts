import { start as startSystem } from '../main.ts'
import { readSettings } from '../platform/settings.ts'
import type { Command } from './command.ts'
import { listenForStop, untilStopped } from './until-stopped.ts'

export const start: Command = {
  name: 'start',
  takes: '',
  says: 'run the system on its own database, or on DATABASE_URL',
  help: 'Settings come from the environment; docs/operating.md lists them. Stop it with Ctrl-C or SIGTERM.',
  words: [0, 0],
  async run() {
    const settings = readSettings(process.env)
    const stopAsked = listenForStop()
    const running = await startSystem(settings, { stopAsked })
    console.log(`Perennial is ready at ${running.address}`)
    await untilStopped(running, stopAsked)
  },
}
