import { Hono } from 'hono'
import { makePdf } from '../../platform/documents/make-pdf.ts'
import type { Visit, VisitContext } from '../../platform/web/visit.ts'
import { facilitating } from '../accounts/initiative-access.ts'
import { accessPlan, accessSeating } from './access.ts'
import { sinceQuery } from './form.ts'
import { nameCardTemplate, tableCardTemplate, wallTemplate } from './print-templates.ts'
import { printWords } from './print-words.ts'
import { nameCards, type Printing, tableCards, wallList } from './printed.ts'
import { guestsOf } from './store.ts'

/** What is printed for a seating: PDF files. */
export const printing = new Hono<Visit>()

const one = '/initiatives/:initiative/seatings/:seating'

printing.get(`${one}/tables.pdf`, facilitating, (c) => printTables(c, { paper: 'a4', scale: 1 }))

printing.get(`${one}/tables-a5.pdf`, facilitating, (c) => printTables(c, { paper: 'a5', scale: 0.68 }))

printing.get(`${one}/names.pdf`, facilitating, async (c) => {
  const { printing: order, title } = await readPrinting(c)
  const t = printWords(order.locale)
  const data = { cards: nameCards(order), round: t.roundWord, table: t.tableWord, nothing: t.nothing }
  return sendPdf(c, t.namesTitle({ title }), nameCardTemplate, data)
})

printing.get(`${one}/wall.pdf`, facilitating, async (c) => {
  const { printing: order, title } = await readPrinting(c)
  const t = printWords(order.locale)
  const data = { ...wallList(order), name: t.name, organisation: t.organisation }
  return sendPdf(c, t.wallTitle({ title }), wallTemplate, data)
})

async function printTables(c: VisitContext, sheet: { paper: string; scale: number }): Promise<Response> {
  const { printing: order, title } = await readPrinting(c)
  const t = printWords(order.locale)
  const data = { ...sheet, cards: tableCards(order), foot: title, nothing: t.nothing }
  return sendPdf(c, t.tablesTitle({ title }), tableCardTemplate, data)
}

async function readPrinting(c: VisitContext): Promise<{ printing: Printing; title: string }> {
  const { db } = c.var.world
  const { seating, plan } = await accessSeating(db, c, c.req.param('seating') ?? '')
  const { since } = sinceQuery.parse(c.req.query())
  const guests = await guestsOf(db, seating)
  return {
    title: seating.title,
    printing: {
      locale: c.var.locale,
      plan,
      guests: new Map(guests.map((guest) => [guest.id, guest])),
      since: since === undefined ? null : await accessPlan(db, seating, since),
    },
  }
}

async function sendPdf(c: VisitContext, title: string, template: string, data: object): Promise<Response> {
  const pdf = await makePdf({ title, lang: c.var.locale, template, data, at: c.var.world.clock.now() })
  const name = c.req.path.split('/').at(-1)
  return c.body(pdf, 200, { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${name}"` })
}
