import { playDemonstration } from '../demo/play.ts'
import { start as startSystem } from '../main.ts'
import { readSettings } from '../platform/settings.ts'
import type { World } from '../platform/work.ts'
import type { Command } from './command.ts'
import { listenForStop, untilStopped } from './until-stopped.ts'

export const demo: Command = {
  name: 'demo',
  takes: '',
  says: 'run the demonstration: an initiative six months old, all mail readable, a clock to move',
  help: `Plays six months of 'City budgets that people can read' into a data folder of its own (demo-data, or DATA_DIR), then
serves it with the development pages: /dev to sign in as anyone, /dev/mail to read all mail, /dev/clock to move time.
Nothing is ever mailed. Delete the folder to begin again.`,
  words: [0, 0],
  async run() {
    const settings = readSettings({ DATA_DIR: 'demo-data', ...process.env }, { development: true })
    const stopAsked = listenForStop()
    const prepare = (world: World) => playDemonstration(world, console.log)
    const running = await startSystem(settings, { prepare, stopAsked })
    console.log(`Perennial's demonstration is ready at ${running.address}/dev`)
    await untilStopped(running, stopAsked)
  },
}
