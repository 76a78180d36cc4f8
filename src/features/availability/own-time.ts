import { dayIn } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { holidaysOf } from './holidays.ts'
import { type KeptException, readAgencyName, readExceptions, readSaid, type Said } from './store.ts'
import { weekendOf } from './weekend.ts'

/** What the page about somebody's time shows. */
export interface OwnTime {
  said: Said
  agencyName: string
  weekend: number[]
  exceptions: KeptException[]
  /** The next few public holidays of their country. */
  holidays: Temporal.PlainDate[]
}

const shownHolidays = 3

/** Everything the page shows of a person, who was reached through a door. */
export async function readOwnTime(db: Db, personId: string, now: Temporal.Instant): Promise<OwnTime> {
  const said = orNotHere((await readSaid(db, [personId]))[0])
  const today = dayIn(said.zone, now)
  const holidays = await holidaysOf(said.country, [today.year, today.year + 1])
  return {
    said,
    agencyName: await readAgencyName(db, said.agencyId),
    weekend: said.weekendDays ?? weekendOf(said.country),
    exceptions: await readExceptions(db, [personId], today),
    holidays: holidays.filter((day) => Temporal.PlainDate.compare(day, today) >= 0).slice(0, shownHolidays),
  }
}
