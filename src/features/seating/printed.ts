import { formatTime } from '../../platform/clock.ts'
import type { Locale } from '../../platform/i18n/catalogue.ts'
import { changedTables, changesBetween } from './changes.ts'
import { pathOf, type Plan, startOf } from './plan.ts'
import { printWords } from './print-words.ts'
import type { Guest } from './store.ts'

export interface Printing {
  locale: Locale
  plan: Plan
  guests: ReadonlyMap<string, Guest>
  /** The plan whose cards are printed already: only what differs is printed. */
  since: Plan | null
}

/** One card a table and round: its round, number, time, and who sits there. */
export function tableCards({ locale, plan, guests, since }: Printing) {
  const t = printWords(locale)
  const changed = since && changedTables(since, plan)
  return plan.seats.flatMap((tables, at) =>
    tables.flatMap((ids, index) => {
      const [round, table] = [at + 1, index + 1]
      if (changed && !changed.has(`${round} ${table}`)) return []
      const time = formatTime(locale, plan.zone, startOf(plan, round))
      return [
        {
          table: t.table({ table }),
          round: `${t.round({ round, of: plan.rounds })} · ${time}`,
          people: ids.map((id) => personOf(guests, id)),
          empty: t.emptyTable,
        },
      ]
    }),
  )
}

/** One card a person who is here, by name, with the table of each round. */
export function nameCards({ plan, guests, since }: Printing) {
  const changed = since && new Set(changesBetween(since, plan).map(({ personId }) => personId))
  return hereByName(plan, guests)
    .filter(({ id }) => !changed || changed.has(id))
    .map(({ id }) => ({ ...personOf(guests, id), tables: tablesOf(plan, id) }))
}

/** Everybody who is here, by name, with the table of each round. */
export function wallList({ locale, plan, guests }: Printing) {
  const t = printWords(locale)
  return {
    heads: plan.seats.map((_, at) =>
      t.roundHead({ round: at + 1, time: formatTime(locale, plan.zone, startOf(plan, at + 1)) }),
    ),
    people: hereByName(plan, guests).map(({ id }) => ({ ...personOf(guests, id), tables: tablesOf(plan, id) })),
  }
}

function hereByName(plan: Plan, guests: Printing['guests']): Guest[] {
  const here = new Set(plan.places.filter(({ isHere }) => isHere).map(({ personId }) => personId))
  return [...guests.values()].filter(({ id }) => here.has(id))
}

function personOf(guests: Printing['guests'], id: string) {
  const { name = '', organisation = '' } = guests.get(id) ?? {}
  return { name, organisation }
}

const tablesOf = (plan: Plan, id: string) =>
  pathOf(plan.seats, id).map((table) => (table === null ? '–' : String(table)))
