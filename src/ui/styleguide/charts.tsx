import type { FC } from 'hono/jsx'
import { Avail } from '../avail.tsx'
import { Bars } from '../bars.tsx'
import { Distribution } from '../distribution.tsx'
import { Meter, Progress } from '../figures.tsx'
import { Button, Form } from '../form.tsx'
import { Pairs } from '../pairs.tsx'
import { Rhythm } from '../rhythm.tsx'
import { Section } from '../sections.tsx'
import { Spark } from '../spark.tsx'
import { Trend } from '../trend.tsx'
import { Zones, type ZonesRow } from '../zones.tsx'
import { criteria, fits, pairs, people, thisSeason, lastSeason } from './sample.tsx'

export const Charts: FC = () => (
  <Section title="Charts" id="charts" aside="Pictures of data with one sentence for those who cannot see them">
    <div class="tiles">
      <div>
        <h3>Sparkline</h3>
        <Spark values={[48, 48, 47, 46, 44, 41, 40, 38, 37, 38, 39]} label="From 48 to 39" />
      </div>
      <div>
        <h3>Rhythm strip</h3>
        <Rhythm weeks={[3, 2, 0, 3, 0, 2, 0, 0, 0, 0, 0]} label="Four of eleven weeks" />
        <hr class="gap-2" />
        <Rhythm big weeks={[2, 3, 0, 2, 3, 0, 2, 2, 3, 0, 0]} label="Seven of eleven weeks" />
      </div>
      <div class="stack stack-2">
        <h3>Meter and progress</h3>
        <Meter value={82} low={50} label="Good" />
        <Meter value={34} low={50} label="Low" />
        <Progress value={38} max={48} label="Check-in answers">
          38 of 48 answered
        </Progress>
      </div>
      <div>
        <h3>Bars</h3>
        <Bars values={[9, 12, 11, 17, 19, 23]} first="12 Oct" last="last week" label="Closed by week: 9 to 23" />
      </div>
      <div>
        <h3>Distribution</h3>
        <Distribution
          values={fits}
          low={60}
          label="Fit of 22 pairs, from 52 to 92"
          caption="Fit of each pair. Two below 60."
        />
      </div>
      <div>
        <h3>Trend</h3>
        <Trend
          label="Share of peers in contact: 81 percent now, 53 percent at the same week last season"
          to={100}
          ticks={[0, 25, 50, 75, 100]}
          series={[
            { kind: 'before', values: lastSeason, name: 'Season 1: 24%' },
            { kind: 'now', values: thisSeason, name: '81% now' },
          ]}
          marks={[
            { at: 0, text: 'Sep' },
            { at: 20, text: 'Feb' },
          ]}
          aim={{ value: 70, name: 'Aim: 70%' }}
        />
      </div>
    </div>
  </Section>
)

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'].map((label) => ({ key: label, label }))
const times = ['09:00', '10:00', '11:00', '12:00'].map((label) => ({ key: label, label }))

export const Times: FC = () => (
  <Section title="Times" id="times" aside="A cost beside every time">
    <div class="two">
      <Zones
        label="Each person’s day with three times marked. B falls in the working day of all four."
        from={7 * 60}
        to={20 * 60}
        options={[
          { label: 'A', at: 745 },
          { label: 'B', at: 865 },
          { label: 'C', at: 985 },
        ]}
        rows={people satisfies ZonesRow[]}
        words={{ core: 'working day', edge: 'at the edge', night: 'evening and night' }}
      />
      <Form action="#" label="Your hours" class="stack">
        <Avail
          caption="Your hours in Kumasi, 30 November to 4 December"
          name="free"
          days={days}
          times={times}
          value={['Mon/11:00', 'Thu/09:00']}
          others={{
            of: 3,
            count: (day, time) => (day.length + Number(time.slice(0, 2)) + days.findIndex((d) => d.key === day)) % 4,
          }}
          spoken={(day, time, count) => `${day} ${time}, ${count} of 3 others`}
        />
        <Button main>Save my hours</Button>
      </Form>
    </div>
  </Section>
)

export const Matching: FC = () => (
  <Section title="Matching" id="matching" count={pairs.length} aside="Sliders set how much a column counts.">
    <Pairs
      action="#weights"
      criteria={criteria}
      pairs={pairs}
      words={{
        weights: 'Weights of the criteria',
        counts: 'What counts',
        again: 'Score again',
        fit: 'Fit',
        exact: 'Type the weights instead',
        unknown: 'unknown',
      }}
    />
  </Section>
)
