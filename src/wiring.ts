import { listImported } from './features/initiatives/actions.ts'
import { rosterImported } from './features/people/announcements.ts'

/** Who hears what: every reaction of one feature to another's news, on one screen. Imported once by `world.ts`. */
export function wire(): void {
  rosterImported.hear(listImported)
}
