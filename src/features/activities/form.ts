import { z } from 'zod'
import { isoDay, isZone } from '../../platform/clock.ts'
import { optional, several, typedDay, typedNumber } from '../../platform/web/form.ts'
import { FormMistake } from '../../platform/web/mistakes.ts'
import { isUuid } from '../../platform/web/uuid.ts'
import type { Asked } from './actions.ts'
import type { AgendaItem } from './agenda.ts'
import type { FormWords } from './form-words.ts'
import { modes, tools } from './meeting.ts'
import type { Decision } from './store.ts'
import type { Words } from './words.ts'

/** Rows of the programme and of decisions on one page. */
export const mostRows = 30

const text = (most: number, t: FormWords) => z.string().trim().max(most, t.textLong).default('')
const ticked = z.preprocess((value) => value === 'yes', z.boolean())
const between = (least: number, most: number, message: string) =>
  typedNumber(message).pipe(z.int(message).min(least, message).max(most, message))

const timeOfDay = (message: string) =>
  z.string(message).transform((typed, ctx) => {
    const [, hour = '', minute = ''] = /^\s*([01]?\d|2[0-3])\s*[:.hH]\s*([0-5]\d)\s*$/.exec(typed) ?? []
    if (hour !== '') return Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) })
    ctx.addIssue({ code: 'custom', message })
    return z.NEVER
  })

/** What a meeting is: times are wall-clock times of the zone that is chosen beside them. */
export function meetingForm(t: FormWords) {
  const seats = optional(between(1, 5000, t.capacityWrong))
  return z
    .object({
      tool: z.enum(tools, t.toolMissing),
      title: z.string(t.titleMissing).trim().min(1, t.titleMissing).max(120, t.textLong),
      purpose: text(1000, t),
      languages: several(z.string().regex(/^[a-z]{2,3}$/)),
      startsOn: optional(typedDay(t.dayWrong)),
      startsAt: timeOfDay(t.timeWrong),
      season: optional(z.uuid(t.seasonWrong)),
      notBefore: optional(typedDay(t.dayWrong)),
      notAfter: optional(typedDay(t.dayWrong)),
      mustBeThere: several(z.uuid()),
      zone: z.string(t.zoneWrong).refine(isZone, t.zoneWrong),
      minutes: between(10, 480, t.minutesWrong),
      mode: z.enum(modes, t.modeMissing),
      place: text(300, t),
      roomCapacity: seats,
      link: text(500, t).refine((link) => link === '' || isWebAddress(link), t.linkWrong),
      telephone: text(60, t),
      onlineCapacity: seats,
      answerBy: optional(typedDay(t.dayWrong)),
      mostParty: between(1, 20, t.partyWrong),
      namesShown: ticked,
    })
    .superRefine(({ startsOn, startsAt, zone, mode, place, link, telephone, notBefore, notAfter }, ctx) => {
      const onTheClock = isZone(zone)
        ? startsOn?.toZonedDateTime({ timeZone: zone, plainTime: startsAt }).toPlainTime()
        : undefined
      if (onTheClock && !onTheClock.equals(startsAt))
        ctx.addIssue({ code: 'custom', message: t.timeSkipped, path: ['startsAt'] })
      if (notBefore && notAfter && Temporal.PlainDate.compare(notBefore, notAfter) > 0)
        ctx.addIssue({ code: 'custom', message: t.daysWrong, path: ['notAfter'] })
      if (mode !== 'online' && place === '') ctx.addIssue({ code: 'custom', message: t.placeMissing, path: ['place'] })
      if (mode !== 'room' && link === '' && telephone === '')
        ctx.addIssue({ code: 'custom', message: t.joinMissing, path: ['link'] })
    })
    .transform(({ startsOn, startsAt, season, notBefore, notAfter, answerBy, ...rest }): Asked => ({
      ...rest,
      roomCapacity: rest.roomCapacity ?? null,
      onlineCapacity: rest.onlineCapacity ?? null,
      startsAt: startsOn ? startsOn.toZonedDateTime({ timeZone: rest.zone, plainTime: startsAt }).toInstant() : null,
      season: startsOn
        ? null
        : { seasonId: season ?? null, notBeforeOn: notBefore ?? null, notAfterOn: notAfter ?? null },
      answerBy: answerBy ? answerBy.add({ days: 1 }).toZonedDateTime(rest.zone).toInstant() : null,
    }))
}

/** @throws FormMistake where the meeting lies in the past, or answers end after its start */
export function mustLieAhead(asked: Asked, now: Temporal.Instant, t: FormWords): void {
  if (!asked.startsAt) return
  if (Temporal.Instant.compare(asked.startsAt, now) <= 0) throw new FormMistake({ startsOn: t.past })
  if (asked.answerBy && Temporal.Instant.compare(asked.answerBy, asked.startsAt) > 0)
    throw new FormMistake({ answerBy: t.answerByWrong })
}

function isWebAddress(link: string): boolean {
  const url = URL.parse(link)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && !/\s/.test(link)
}

const row = z.string().trim().max(300).catch('')

/** The rows of the programme, in the order of their numbers; a row without words is none. */
export function readAgendaRows(typed: Record<string, unknown>, t: FormWords): AgendaItem[] {
  const rows = Array.from({ length: mostRows }, (_, index) => {
    const of = (name: string) => row.parse(typed[`${name}.${index + 1}`])
    return { title: of('title'), minutes: of('minutes'), who: of('who'), order: Number(of('order')) || index + 1 }
  }).filter(({ title }) => title !== '')
  const wrong = rows.find(({ minutes }) => !/^\d{1,3}$/.test(minutes) || Number(minutes) < 1 || Number(minutes) > 480)
  if (wrong) throw new FormMistake(t.agendaMinutesWrong)
  return rows
    .toSorted((a, b) => a.order - b.order)
    .map(({ title, minutes, who }) => ({ title, minutes: Number(minutes), who }))
}

/** The rows of decisions; a row without words is none. */
export function readDecisionRows(typed: Record<string, unknown>, t: FormWords): Decision[] {
  return Array.from({ length: mostRows }, (_, index) => {
    const of = (name: string) => row.parse(typed[`${name}.${index + 1}`])
    const [what, who, by] = [of('what'), of('who'), of('by')]
    const byOn = by === '' ? null : isoDay(by)
    if (by !== '' && byOn === null && what !== '') throw new FormMistake(t.byOnWrong)
    return { what, who, byOn }
  }).filter(({ what }) => what !== '')
}

export function notesForm(t: FormWords) {
  return z.object({
    notes: z.string().trim().max(20_000, t.textLong).default(''),
    shown: z.string().optional(),
  })
}

export function sendForm(t: FormWords) {
  return z.object({ to: z.enum(['came', 'invited'], t.toMissing) })
}

export function inviteForm(t: Words) {
  return z.object({ whom: z.enum(['everybody', 'chosen'], t.whomMissing), people: several(z.uuid()) })
}

/** A time that was offered on the page. */
export function timeForm(message: string) {
  return z.object({
    startsAt: z.string(message).transform((text, ctx) => {
      if (/^20\d\d-\d\d-\d\dT\d\d:\d\d:00Z$/.test(text) && isoDay(text.slice(0, 10))) {
        try {
          return Temporal.Instant.from(text)
        } catch {}
      }
      ctx.addIssue({ code: 'custom', message })
      return z.NEVER
    }),
  })
}

/** Who is ticked, and who was when the page was shown. */
export const presentForm = z.object({
  present: several(z.uuid()),
  shown: z
    .string()
    .catch('')
    .transform((ids) => ids.split(' ').filter(isUuid)),
})

export function tablesForm(t: FormWords) {
  return z.object({
    tablesTitle: z.string(t.titleMissing).trim().min(1, t.titleMissing).max(120, t.textLong),
    rounds: between(1, 20, t.roundsWrong),
    size: between(2, 30, t.sizeWrong),
    roundMinutes: between(1, 240, t.roundMinutesWrong),
  })
}
