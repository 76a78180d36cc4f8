import { formatDayOf, formatShortDay, formatTime, zoneLabel } from '../../../platform/clock.ts'
import { list, type Locale } from '../../../platform/i18n/catalogue.ts'
import type { Clash, UnplacedReason } from '../../../engine/planning/plan.ts'
import type { CellWords } from '../cell-words.ts'
import { organisers } from '../as-season.ts'
import type { NamedSeries } from '../board.ts'

/** 'Ana Morales and Kofi Mensah', or what a group meeting is called. */
export function nameOf(locale: Locale, series: NamedSeries): string {
  if (series.of === 'meeting') return series.title
  return list(
    locale,
    series.members.map(({ name }) => name),
  )
}

/** Where a series is looked after, under its initiative. */
export function pathOf({ of, id }: NamedSeries): string {
  return of === 'meeting' ? `meetings/${id}` : `connections/${id}`
}

/** People by name, with those who run the group meetings. */
export function withOrganisers(t: CellWords, names: Iterable<readonly [string, string]>): ReadonlyMap<string, string> {
  return new Map([...names, [organisers, t.organisers]])
}

/** 'Tue 2 Dec, 14:00': a start by somebody's clock, short. */
export function shortMoment(locale: Locale, zone: string, at: Temporal.Instant): string {
  return `${formatShortDay(locale, zone, at)}, ${formatTime(locale, zone, at)}`
}

/** 'Tue 14:00': in a column that names the week. */
export function weekTime(locale: Locale, zone: string, at: Temporal.Instant): string {
  const day = new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'short' })
  return `${day.format(at.epochMilliseconds)} ${formatTime(locale, zone, at)}`
}

export function localTime(t: CellWords, locale: Locale, zone: string, at: Temporal.Instant): string {
  return t.localTime({
    day: formatDayOf(locale, zone, at),
    time: formatTime(locale, zone, at),
    zone: zoneLabel(locale, zone),
  })
}

/** Why a session has no time, in a sentence. */
export function whyNot(t: CellWords, reason: UnplacedReason | null, names: ReadonlyMap<string, string>): string {
  if (!reason) return t.whyUnknown
  const known = withOrganisers(t, names)
  const people = reason.people.flatMap((personId) => known.get(personId) ?? [])
  if (reason.kind === 'gap') return t.whyGap
  if (reason.kind === 'place taken') return t.whyPlace
  if (people.length === 0) return t.whyBooked
  if (reason.kind === 'nobody free together' && reason.people.every((one) => one === organisers)) return t.whyNoDay
  if (reason.kind === 'nobody free together') return t.whyNobody({ names: people })
  if (reason.kind === 'weekly limit') return t.whyWeek({ names: people })
  if (reason.kind === 'monthly limit') return t.whyMonth({ names: people })
  return t.whyBookedBy({ names: people })
}

export function clashWords(t: CellWords, clash: Clash, names: ReadonlyMap<string, string>): string {
  const name = 'personId' in clash ? (withOrganisers(t, names).get(clash.personId) ?? '') : ''
  if (clash.kind === 'already booked') return t.clashBooked({ name })
  if (clash.kind === 'place taken') return t.clashPlace
  if (clash.kind === 'weekly limit') return t.clashWeek({ name })
  return clash.kind === 'monthly limit' ? t.clashMonth({ name }) : t.clashGap
}
