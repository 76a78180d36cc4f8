import { expect, test } from 'vitest'
import { Bars } from './bars.tsx'
import { Changes } from './change.tsx'
import { Distribution } from './distribution.tsx'
import { render } from './layout.tsx'
import { Rhythm } from './rhythm.tsx'
import { Spark } from './spark.tsx'
import { people } from './styleguide/sample.tsx'
import { Trend } from './trend.tsx'
import { Zones } from './zones.tsx'

const numbersOf = (html: string) =>
  [...html.matchAll(/(?:\b(?:x|y|cx|cy|d|width|height))="([^"]*)"/g)].map(([, value]) => value)

test('the rhythm strip draws a bar for each week with contact and a dash for silence', async () => {
  const strip = await render(<Rhythm weeks={[3, 0, 1, 9]} label='Three of "four" weeks' />)
  expect(strip).toContain('viewBox="0 0 32 18" role="img" aria-label="Three of &quot;four&quot; weeks"')
  expect(strip).toContain('<path class="q" d="M12 18v-2"></path>')
  expect(strip).toContain('<path d="M4 18V0M20 18V10.6M28 18V0"></path>')
})

test('a strip of no weeks or of silence alone still says its sentence', async () => {
  expect(await render(<Rhythm weeks={[]} label="Not started" />)).toContain('aria-label="Not started"')
  expect(await render(<Rhythm weeks={[0, 0]} label="Silent" />)).not.toContain('<path d=')
})

test('a line that never moves lies in the middle, and one of no points is not drawn', async () => {
  expect(await render(<Spark values={[5, 5]} label="Level" />)).toContain('M2,13L84,13')
  expect(await render(<Spark values={[7]} label="One" />)).toContain('cx="2" cy="13"')
  expect(await render(<Spark values={[]} label="None" />)).toBe('')
})

test('every fit is drawn once, the weak ones marked', async () => {
  const dots = await render(<Distribution values={[52, 60, 71, 71, 71]} low={60} label="Fits" />)
  expect(dots.match(/<circle/g)).toHaveLength(5)
  expect(dots.match(/class="f2"/g)).toHaveLength(1)
  expect(dots.match(/cy="22"|cy="32"/g)?.length).toBeGreaterThanOrEqual(2)
})

test('many fits are counted in bars that hold them all', async () => {
  const values = Array.from({ length: 200 }, (_, index) => 40 + (index % 61))
  const bars = await render(<Distribution values={values} low={60} label="Fits" />)
  expect(bars).not.toContain('<circle')
  expect(bars).not.toContain('NaN')
  expect(bars.match(/<rect/g)?.length).toBeGreaterThan(5)
})

test('the proposed times stand clear of each other, also where they fall on the same hour', async () => {
  const zones = await render(
    <Zones
      label="Three times"
      from={0}
      to={1440}
      rows={people}
      options={[
        { label: 'A', at: 0 },
        { label: 'B', at: 0 },
        { label: 'C', at: 1440 },
      ]}
      words={{ core: 'day', edge: 'edge', night: 'night' }}
    />,
  )
  const chips = [...zones.matchAll(/class="chip[^"]*" x="([\d.]+)"/g)].slice(0, 3).map(([, x]) => Number(x))
  const [a = 0, b = 0, c = 0] = chips
  expect(b - a).toBeGreaterThanOrEqual(90)
  expect(c - b).toBeGreaterThanOrEqual(90)
  expect(a).toBeGreaterThanOrEqual(0)
  expect(c + 90).toBeLessThanOrEqual(720)
  expect(zones).toContain('07:00')
  expect(zones.match(/chip bad/g)).toHaveLength(2)
})

test('nothing is drawn outside numbers, whatever the values', async () => {
  const drawn = await Promise.all([
    render(<Bars values={[0, 0]} label="None" />),
    render(<Bars values={[]} label="Empty" />),
    render(<Bars values={[1, 5, 2]} mark={{ value: 9, label: '9 granted' }} label="Under" />),
    render(<Trend to={100} series={[{ kind: 'now', values: [null, 5], name: 'now' }]} marks={[]} label="Late" />),
    render(<Trend to={100} series={[{ kind: 'now', values: [], name: 'now' }]} marks={[]} label="Empty" />),
    render(<Changes items={[{ title: 'a', text: 'b', figure: { before: 0, now: 0, unit: 'x', label: 'none' } }]} />),
  ])
  for (const html of drawn) {
    expect(numbersOf(html).join(' ')).not.toMatch(/NaN|Infinity|undefined|-\d/)
    expect(html).toContain('role="img"')
  }
})
