// Typst markup of our own; people's words come in `data` and are shown by `show-text`.

/** The programme on one sheet: when and where, then each item with its time. */
export const programmeTemplate = `
#set page(paper: "a4", margin: 22mm)
= #show-text(order.title)
#v(2mm)
#text(size: 13pt, fill: rgb("#4c5a52"), show-text(data.when))
#if data.place != "" { block(above: 3mm, show-text(data.place)) }
#if data.purpose != "" { block(above: 5mm, show-text(data.purpose)) }
#v(5mm)
#line(length: 100%, stroke: 1.5pt + rgb("#1d5a40"))
#v(3mm)
#if data.items.len() == 0 { show-text(data.nothing) }
#for item in data.items {
  block(above: 5mm, breakable: false, grid(
    columns: (22mm, 1fr),
    text(size: 14pt, weight: 700, item.time),
    {
      text(size: 14pt, show-text(item.title))
      if item.who != "" { block(above: 2mm, text(fill: rgb("#4c5a52"), show-text(item.who))) }
    },
  ))
}
`

/** Everybody who comes, by name, with a column to tick. */
export const namesTemplate = `
#set page(paper: "a4", margin: 15mm, footer: context align(right, text(size: 9pt, counter(page).display("1 / 1", both: true))))
= #show-text(order.title)
#v(3mm)
#if data.people.len() == 0 { show-text(data.nothing) } else {
  table(
    columns: (2fr, 1fr, auto, 2fr, auto),
    inset: (x: 4pt, y: 5pt),
    align: left,
    stroke: (x, y) => (bottom: (if y == 0 { 1pt } else { 0.4pt }) + rgb("#9aa69f")),
    table.header(..data.heads.map(words => text(weight: 700, words))),
    ..data.people.map(person => person.map(show-text)).flatten(),
  )
}
`
