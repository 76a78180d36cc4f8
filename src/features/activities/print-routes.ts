import { Hono } from 'hono'
import { formatMoment, formatTime } from '../../platform/clock.ts'
import { number } from '../../platform/i18n/catalogue.ts'
import { makePdf } from '../../platform/documents/make-pdf.ts'
import type { Visit, VisitContext } from '../../platform/web/visit.ts'
import { facilitating } from '../accounts/initiative-access.ts'
import { accessMeeting } from './access.ts'
import { timed } from './agenda.ts'
import { formWords } from './form-words.ts'
import { namesTemplate, programmeTemplate } from './print-templates.ts'
import { readPlaces } from './place-store.ts'
import { readAgenda } from './store.ts'
import { words } from './words.ts'

/** What is printed for a group meeting: PDF files. */
export const printing = new Hono<Visit>()

const one = '/initiatives/:initiative/meetings/:meeting'

printing.get(`${one}/programme.pdf`, facilitating, async (c) => {
  const { db } = c.var.world
  const meeting = await accessMeeting(db, c, c.req.param('meeting'))
  const { locale } = c.var
  const agenda = await readAgenda(db, meeting.id)
  const items = meeting.starts_at
    ? timed(meeting.starts_at, agenda).map(({ startsAt, title, who }) => ({
        time: formatTime(locale, meeting.zone, startsAt),
        title,
        who,
      }))
    : []
  const data = {
    when: meeting.starts_at ? formatMoment(locale, meeting.zone, meeting.starts_at) : words(locale).noTime,
    // The link is for those who come online: it is not put on a wall.
    place: meeting.place,
    purpose: meeting.purpose,
    items,
    nothing: words(locale).programmeEmpty,
  }
  return sendPdf(c, meeting.title, programmeTemplate, data)
})

printing.get(`${one}/names.pdf`, facilitating, async (c) => {
  const { db } = c.var.world
  const meeting = await accessMeeting(db, c, c.req.param('meeting'))
  const { locale } = c.var
  const t = words(locale)
  const f = formWords(locale)
  const coming = (await readPlaces(db, meeting.id)).filter(({ state }) => state === 'coming')
  const data = {
    heads: [t.name, t.how, t.party, t.companions, f.present],
    people: coming.map((place) => [
      place.name,
      place.how === 'room' ? t.inRoom : t.atDistance,
      number(locale, place.party_size),
      place.companions,
      place.attended ? '✓' : '',
    ]),
    nothing: t.nobodyInvited,
  }
  return sendPdf(c, meeting.title, namesTemplate, data)
})

async function sendPdf(c: VisitContext, title: string, template: string, data: object): Promise<Response> {
  const pdf = await makePdf({ title, lang: c.var.locale, template, data, at: c.var.world.clock.now() })
  const name = c.req.path.split('/').at(-1)
  return c.body(pdf, 200, { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${name}"` })
}
