import type { FC } from 'hono/jsx'
import { zoneLabel } from '../../platform/clock.ts'
import type { Locale } from '../../platform/i18n/catalogue.ts'
import type { VisitContext } from '../../platform/web/visit.ts'
import { weekdayName } from './day-names.ts'
import { stretchesOf } from './week.ts'
import { words } from './words.ts'

/** Where a facilitator sees and changes somebody's time. */
export function timePath(initiativeId: string, personId: string): string {
  return `/initiatives/${initiativeId}/people/${personId}/availability`
}

/** A person's usual week in one line, with the way to all of it, for a page within an initiative. */
export const UsualWeek: FC<{ c: VisitContext; peer: { personId: string; week: string | null; zone: string } }> = (
  props,
) => {
  const { c, peer } = props
  const { locale, initiative } = c.var
  const t = words(locale)
  return (
    <>
      {peer.week === null
        ? t.notSaid
        : t.weekIn({ days: weekText(locale, peer.week), zone: zoneLabel(locale, peer.zone) })}
      <a class="block small" href={timePath(initiative.id, peer.personId)}>
        {t.open}
      </a>
    </>
  )
}

/** 'Mon 9–13, 17–20 if need be; Tue 9–13'. */
export function weekText(locale: Locale, week: string): string {
  const t = words(locale)
  const byDay = Map.groupBy(stretchesOf(week), ({ day }) => day)
  return [...byDay]
    .map(([day, stretches]) => {
      const hours = stretches.map(({ from, to, mark }) => {
        const span = t.hoursOf({ from: shortTime(from), to: shortTime(to) })
        return mark === '1' ? t.hoursNeed({ hours: span }) : span
      })
      return t.onDay({ day: weekdayName(locale, day, 'short'), hours: hours.join(', ') })
    })
    .join('; ')
}

function shortTime(half: number): string {
  return half % 2 === 0 ? String(half / 2) : `${Math.floor(half / 2)}:30`
}
