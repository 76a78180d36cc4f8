/** What a one-page report says, as it was on the day it was sent. Kept with the report, so that it never changes. */
export interface ReportContent {
  peer: string
  organisation: string
  initiative: string
  agency: string
  /** Days, YYYY-MM-DD. */
  from: string
  to: string
  hoursUsed: number
  hoursGranted: number
  contacts: { on: string; kind: string; minutes: number; with: { name: string; organisation: string }[] }[]
  months: { month: string; minutes: number }[]
}

export interface ContactOfPeer {
  happenedAt: Temporal.Instant
  kind: string
  minutes: number
  with: { name: string; organisation: string }[]
}

interface Frame {
  peer: string
  organisation: string
  initiative: string
  agency: string
  zone: string
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  hoursPerMonth: number
}

/** Makes the report of one peer from the contacts of a period: facts only, nothing the peer confided. */
export function writeReport(frame: Frame, contacts: readonly ContactOfPeer[]): ReportContent {
  const within = contacts
    .map((contact) => ({ ...contact, on: contact.happenedAt.toZonedDateTimeISO(frame.zone).toPlainDate() }))
    .filter(
      ({ on }) => Temporal.PlainDate.compare(on, frame.from) >= 0 && Temporal.PlainDate.compare(on, frame.to) <= 0,
    )
    .toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on))
  const minutes = within.reduce((sum, contact) => sum + contact.minutes, 0)
  return {
    peer: frame.peer,
    organisation: frame.organisation,
    initiative: frame.initiative,
    agency: frame.agency,
    from: frame.from.toString(),
    to: frame.to.toString(),
    hoursUsed: roundHours(minutes / 60),
    hoursGranted: roundHours(frame.hoursPerMonth * monthsBetween(frame.from, frame.to)),
    contacts: within.map((contact) => ({
      on: contact.on.toString(),
      kind: contact.kind,
      minutes: contact.minutes,
      with: contact.with,
    })),
    months: monthsOf(frame.from, frame.to).map((month) => ({
      month: month.toString(),
      minutes: within
        .filter(({ on }) => on.toPlainYearMonth().equals(month))
        .reduce((sum, contact) => sum + contact.minutes, 0),
    })),
  }
}

function roundHours(hours: number): number {
  return Math.round(hours * 2) / 2
}

/** Months of a period, counting a part by its share of days. */
function monthsBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  const whole = from.until(to.add({ days: 1 }), { largestUnit: 'months' })
  return whole.months + whole.days / 30
}

function monthsOf(from: Temporal.PlainDate, to: Temporal.PlainDate): Temporal.PlainYearMonth[] {
  const months: Temporal.PlainYearMonth[] = []
  for (let month = from.toPlainYearMonth(); Temporal.PlainYearMonth.compare(month, to.toPlainYearMonth()) <= 0;) {
    months.push(month)
    month = month.add({ months: 1 })
  }
  return months.slice(-12)
}

/** Days before its end at which an authority is told to the desk. */
export const lapseNoticeDays = 30

/** How an authority stands on a day. */
export function authorityState(
  endsOn: Temporal.PlainDate,
  endedAt: Temporal.Instant | null,
  today: Temporal.PlainDate,
): 'in force' | 'lapsing' | 'lapsed' | 'ended' {
  if (endedAt) return 'ended'
  const days = today.until(endsOn).days
  if (days < 0) return 'lapsed'
  return days <= lapseNoticeDays ? 'lapsing' : 'in force'
}

/** Until when a renewal goes unless the authoriser says otherwise: six months on from the later of today and the old end. */
export function usualRenewal(endsOn: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate {
  const from = Temporal.PlainDate.compare(endsOn, today) > 0 ? endsOn : today
  return from.add({ months: 6 })
}
