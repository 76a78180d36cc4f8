// Typst markup of our own; people's words come in `data` and are shown by `show-text`. Lengths are for A4 unless scaled.

/** A sheet a table and round. `data.scale` is 1 on A4 and smaller on A5. */
export const tableCardTemplate = `
#let size(points) = points * data.scale * 1pt
#set page(paper: data.paper, margin: size(60), footer: align(right, text(size: size(11), show-text(data.foot))))
#set par(leading: 0.45em)
#show heading: set block(below: size(22))
#if data.cards.len() == 0 [= #show-text(data.nothing)]
#for (index, card) in data.cards.enumerate() {
  if index > 0 { pagebreak() }
  heading(level: 1, text(size: size(64), show-text(card.table)))
  block(below: size(30), text(size: size(22), fill: rgb("#4c5a52"), show-text(card.round)))
  line(length: 100%, stroke: 1.5pt + rgb("#1d5a40"))
  v(size(14))
  let people = card.people
  let letters = if people.len() > 14 { 15 } else if people.len() > 8 { 19 } else { 25 }
  if people.len() == 0 { text(size: size(20), show-text(card.empty)) }
  for person in people {
    block(above: size(letters * 0.9), breakable: false, align(left, text(size: size(letters), weight: 700, show-text(person.name))))
    if person.organisation != "" {
      block(above: size(6), align(left, text(size: size(letters * 0.55), fill: rgb("#4c5a52"), show-text(person.organisation))))
    }
  }
}
`

/** Name cards of 90 by 54 mm, ten a sheet, with lines to cut along. */
export const nameCardTemplate = `
#set page(paper: "a4", margin: (x: 15mm, y: 13.5mm))
#set par(leading: 0.4em)
#let inner = 80mm
#let fitting(words, sizes, weight) = {
  let fits = sizes.filter(size => measure(text(size: size, weight: weight, words)).width <= inner)
  fits.at(0, default: sizes.last())
}
#let name-of(person) = context {
  let size = fitting(person.name, (22pt, 19pt, 16pt, 13pt, 11pt), 700)
  show heading: set text(size: size, font: ("Source Sans 3", "Noto Sans Arabic"), weight: 700)
  heading(level: 1, align(left, show-text(person.name)))
}
#let organisation-of(person) = context {
  let size = fitting(person.organisation, (12pt, 10.5pt, 9pt), 400)
  align(left, text(size: size, fill: rgb("#4c5a52"), show-text(person.organisation)))
}
#let card(person) = box(width: 90mm, height: 54mm, inset: 5mm, clip: true, {
  block(height: 17mm, below: 0mm, clip: true, name-of(person))
  block(height: 10mm, above: 1mm, below: 0mm, clip: true, organisation-of(person))
  let count = person.tables.len()
  let letters = if count <= 8 { 11pt } else if count <= 12 { 8.5pt } else { 6pt }
  place(bottom + left, text(size: letters, table(
    columns: (auto,) + (1fr,) * count,
    inset: (x: 1pt, y: 3pt),
    align: (x, y) => if x == 0 { left } else { center },
    stroke: (x, y) => if y == 1 { (top: 0.5pt + rgb("#1d5a40")) },
    table.header(data.round, ..range(1, count + 1).map(str)),
    data.table, ..person.tables.map(number => text(weight: 700, number)),
  )))
})
#if data.cards.len() == 0 [= #show-text(data.nothing)]
#grid(
  columns: (90mm, 90mm),
  rows: 54mm,
  stroke: (paint: rgb("#9aa69f"), thickness: 0.4pt, dash: "dashed"),
  ..data.cards.map(card),
)
`

/** A list by name, with a column a round. */
export const wallTemplate = `
#let wide = data.heads.len() > 6
#set page(paper: "a4", flipped: wide, margin: 15mm, footer: context align(right, text(size: 9pt, counter(page).display("1 / 1", both: true))))
= #show-text(order.title)
#v(3mm)
#set text(size: if data.heads.len() > 10 { 8.5pt } else { 11pt })
#table(
  columns: (2.2fr, 2.4fr) + (1fr,) * data.heads.len(),
  inset: (x: 4pt, y: 4.5pt),
  align: (x, y) => if x < 2 { left } else { center },
  stroke: (x, y) => (bottom: (if y == 0 { 1pt } else { 0.4pt }) + rgb("#9aa69f")),
  table.header(..(data.name, data.organisation, ..data.heads).map(words => text(weight: 700, words))),
  ..data.people.map(person => (
    align(left, text(weight: 700, show-text(person.name))), align(left, show-text(person.organisation)), ..person.tables,
  )).flatten(),
)
`
