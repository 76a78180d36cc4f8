import { expect, test } from 'vitest'
import { Avail } from './avail.tsx'
import { Figures } from './figures.tsx'
import { Form } from './form.tsx'
import { isolate, Isolated, withoutIsolates } from './isolate.tsx'
import { render } from './layout.tsx'
import { Steps, SummaryList } from './lists.tsx'
import { Pairs } from './pairs.tsx'
import { Empty, Note, Section } from './sections.tsx'
import { Face, initials, Status, Tag } from './status.tsx'
import { criteria, pairs } from './styleguide/sample.tsx'
import { Pager, Table } from './table.tsx'
import { Todo } from './todo.tsx'

const script = '<script>alert(1)</script>'

const columns = [
  { head: 'Peer', cell: (row: { name: string; hours: number }) => row.name },
  { head: 'Hours', cell: (row: { name: string; hours: number }) => row.hours, numeric: true },
]

test('a table has a caption, heads with scope, and each row its name', async () => {
  const table = await render(<Table caption="Peers" columns={columns} rows={[{ name: script, hours: 12 }]} />)
  expect(table).toContain('<caption class="vh">Peers</caption>')
  expect(table).toContain('<th scope="col" class="r">Hours</th>')
  expect(table).toContain('<th scope="row">&lt;script&gt;alert(1)&lt;/script&gt;</th>')
  expect(table).toContain('<td class="r" data-l="Hours"><div>12</div></td>')
})

test('an empty table says what to do instead', async () => {
  const empty = <Empty title="No peers yet">Import the roster.</Empty>
  const table = await render(<Table caption="Peers" columns={columns} rows={[]} empty={empty} />)
  expect(table).not.toContain('<table')
  expect(table).toContain('Import the roster.')
})

test('a pager has only the links that lead somewhere', async () => {
  const first = await render(<Pager next="?page=2" where="1 to 20 of 312" />)
  expect(first).toContain('rel="next" href="?page=2"')
  expect(first).not.toContain('rel="prev"')
  expect(await render(<Pager where="1 to 3 of 3" />)).toBe('')
})

test('a section is named by its heading', async () => {
  const section = await render(<Section title="Drifting pairs" id="drifting" count={0} />)
  expect(section).toContain('aria-labelledby="drifting"')
  expect(section).toContain('<h2 id="drifting">Drifting pairs<span class="count">0</span></h2>')
})

test('a follow-up says that it is urgent in words as well', async () => {
  const todo = await render(
    <Todo
      items={[
        { heading: script, why: script, urgent: true, act: <button>Propose</button> },
        { heading: 'Ask', why: 'Silent', edit: { label: 'Ask how it goes', children: <p>letter</p> } },
        {
          heading: 'Call',
          why: 'Silent',
          act: <button>Call</button>,
          edit: { label: 'Other ways', href: '?open=3#call' },
        },
      ]}
    />,
  )
  expect(todo).toContain('<h3 class="urgent"><span class="vh">Urgent: </span>&lt;script&gt;')
  expect(todo).toContain('<div class="acts"><button>Propose</button></div>')
  expect(todo).toContain('<div class="act"><a class="btn bare sm" href="?open=3#call">Other ways</a></div>')
  expect(todo).toMatch(/<details class="act"><summary class="btn sm">Ask how it goes<\/summary>.*letter/)
  expect(todo).not.toContain('<script>')
})

test('what an act did is announced, what merely stands there is not', async () => {
  expect(
    await render(
      <Note tone="go" status>
        Saved
      </Note>,
    ),
  ).toContain('role="status"')
  expect(await render(<Note tone="info">Friday is a day off</Note>)).not.toContain('role')
})

test('a state is said by its word, and by its shape', async () => {
  expect(
    await render(
      <Status dot="ring" tone="idle">
        Not in use
      </Status>,
    ),
  ).toBe('<span class="st ring" data-tone="idle"><span>Not in use</span></span>')
  expect(await render(<Tag tone="stop">{script}</Tag>)).not.toContain('<script>')
})

test('initials are those of the first and the last name, in any script', () => {
  expect(initials('Kofi Mensah')).toBe('KM')
  expect(initials('leïla ben salah')).toBe('LS')
  expect(initials('Ōe')).toBe('Ō')
  expect(initials('نادية منصور')).toBe('ن م')
  expect(initials('  ')).toBe('')
  expect(initials('"><b> O’Neill')).toBe('BO')
})

test('a face is for the eye only, since the name stands beside it', async () => {
  expect(await render(<Face name="Ana Morales" />)).toBe('<span class="face" aria-hidden="true">AM</span>')
})

test('figures, summaries and steps are lists of their kind', async () => {
  expect(await render(<Figures items={[{ label: 'In contact', value: 0, of: 'of 48' }]} />)).toMatch(
    /<dt>In contact<\/dt><dd><span class="big">0 <small>of 48<\/small>/,
  )
  const change = { href: '#x', label: 'Change', about: 'the end date' }
  expect(await render(<SummaryList rows={[{ label: 'Until', value: '30 June', change }]} />)).toContain(
    'Change<span class="vh"> the end date</span>',
  )
  const steps = await render(
    <Steps
      items={[
        { label: 'Read', state: 'done' },
        { label: 'Write', state: 'current' },
      ]}
    />,
  )
  expect(steps).toContain('<li class="done"><span>Read<span class="vh"> (done)</span>')
  expect(steps).toContain('<li aria-current="step">')
})

test('every weight and every act of a pair can be reached and told apart', async () => {
  const words = {
    weights: 'Weights',
    counts: 'What counts',
    again: 'Again',
    fit: 'Fit',
    exact: 'Type',
    unknown: 'unknown',
  }
  const html = await render(<Pairs action="/weights" criteria={criteria} pairs={pairs} words={words} />)
  for (const { name, label } of criteria) {
    expect(html).toContain(`<label for="weight-${name}">${label}</label>`)
    expect(html).toContain(`<label for="exact-${name}">${label}</label>`)
  }
  const spoken = [...html.matchAll(/aria-label="((?:Pin|Pinned:|Forbid) [^"]*)"/g)].map(([, label]) => label)
  expect(new Set(spoken).size).toBe(6)
  expect(html).toContain('<span class="muted">unknown</span>')
  expect(html).toContain('class="pairs n5"')
})

test('every box of a week says its day and hour, and keeps what was ticked', async () => {
  const html = await render(
    <Form action="/hours" state={{ values: { free: ['1/9'] }, errors: {} }}>
      <Avail
        caption="Your hours"
        name="free"
        days={[
          { key: '1', label: 'Mon' },
          { key: '2', label: 'Tue' },
        ]}
        times={[{ key: '9', label: '09:00' }]}
        value={['2/9']}
        others={{ of: 3, count: (day) => (day === '1' ? 3 : 0) }}
        spoken={(day, time, count) => `day ${day} at ${time}, ${count} of 3`}
      />
    </Form>,
  )
  expect(html).toContain('<label class="f3"><input type="checkbox" name="free" value="1/9" checked=""/>')
  expect(html).toContain('<label class="f0"><input type="checkbox" name="free" value="2/9"/>')
  expect(html).toContain('<span class="vh">day 1 at 9, 3 of 3</span>')
})

test('marked names become islands of their own direction', async () => {
  const text = `Write to ${isolate('نادية <b>')} before ${isolate('4 May')}`
  expect(await render(<Isolated text={text} />)).toBe('Write to <bdi>نادية &lt;b&gt;</bdi> before <bdi>4 May</bdi>')
  expect(withoutIsolates(text)).toBe('Write to نادية <b> before 4 May')
})
