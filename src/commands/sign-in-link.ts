import { operatorSignInLink } from '../features/accounts/actions.ts'
import { readSettings } from '../platform/settings.ts'
import { furnish } from '../world.ts'
import { openDatabase } from '../platform/database/database.ts'
import { type Command, UsageError } from './command.ts'

export const signInLink: Command = {
  name: 'sign-in-link',
  takes: 'EMAIL',
  says: 'print a sign-in link for a member of staff, where mail does not work yet',
  help: 'The link is good for ten minutes and once. It may run beside a running Perennial.',
  words: [1, 1],
  async run([email]) {
    const settings = readSettings(process.env)
    const opened = await furnish(settings, await openDatabase({ ...settings, beside: true }))
    try {
      const link = await operatorSignInLink(opened.world, email ?? '')
      if (link === null) throw new UsageError(`No member of staff has the address ${email}.`)
      console.log(link)
    } finally {
      await opened.close()
    }
  },
}
