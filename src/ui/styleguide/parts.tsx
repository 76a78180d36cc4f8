import type { FC } from 'hono/jsx'
import { Changes } from '../change.tsx'
import { Figures } from '../figures.tsx'
import { Field } from '../field.tsx'
import { Button, Form, PostButton } from '../form.tsx'
import { DateLeaf, Lines, Steps, SummaryList, Tasks, Timeline } from '../lists.tsx'
import { Rhythm } from '../rhythm.tsx'
import { Card, Empty, Note, Quote, Section } from '../sections.tsx'
import { Spark } from '../spark.tsx'
import { Badge, Face, Status, Tag } from '../status.tsx'
import { Pager, Table } from '../table.tsx'
import { Todo } from '../todo.tsx'

const circles = [
  {
    name: 'Taxes in pictures',
    language: 'Spanish',
    weeks: [2, 2, 1, 2, 2, 0, 2, 2, 3, 2, 2],
    hours: 62,
    contact: '6 of 6',
  },
  {
    name: 'Reading aloud',
    language: 'English',
    weeks: [2, 2, 2, 2, 0, 2, 2, 1, 2, 2, 2],
    hours: 71,
    contact: '6 of 6',
  },
  {
    name: 'Questions log',
    language: 'Arabic',
    weeks: [2, 1, 2, 0, 2, 0, 0, 1, 0, 0, 1],
    hours: 24,
    contact: '3 of 6',
  },
]

export const Tables: FC = () => (
  <Section title="Tables" id="tables" aside="On a phone each row becomes a block">
    <Table
      caption="Circles"
      rows={circles}
      columns={[
        { head: 'Circle', cell: ({ name }) => <a href="#circle">{name}</a> },
        { head: 'Language', cell: ({ language }) => language },
        {
          head: 'Rhythm',
          cell: ({ weeks, name }) => <Rhythm weeks={weeks} label={`Meetings of ${name} by week`} />,
        },
        { head: 'Hours', cell: ({ hours }) => hours, numeric: true },
        { head: 'In contact', cell: ({ contact }) => contact, numeric: true },
        {
          head: 'Act',
          cell: ({ name }) => (
            <Button small label={`Write to ${name}`}>
              Write
            </Button>
          ),
          quiet: true,
          numeric: true,
        },
      ]}
    />
    <Pager previous="#earlier" next="#later" where="4 to 6 of 8" />
  </Section>
)

export const States: FC = () => (
  <Section title="Tags and states" id="states" aside="Shape says it too, never colour alone">
    <p class="row">
      <Tag tone="go">ready</Tag>
      <Tag tone="wait">4 Dec</Tag>
      <Tag tone="stop">overdue</Tag>
      <Tag tone="info">new</Tag>
      <Tag>waits</Tag> <Badge tone="go">4</Badge>{' '}
      <Badge tone="stop" label="16 late">
        16
      </Badge>
    </p>
    <p class="row gap-2">
      <Status dot="full" tone="go">
        In use
      </Status>
      <Status dot="half" tone="wait">
        Planned
      </Status>
      <Status dot="ring" tone="idle">
        Not in use
      </Status>
    </p>
    <p class="row gap-2">
      <Face name="Ana Morales" />
      <Face name="Amadou Diop" other />
      <Face name="Kofi Mensah" small />
      <span class="small muted">Initials, no photographs: lighter, and nobody is judged by a picture.</span>
    </p>
  </Section>
)

export const Desk: FC = () => (
  <Section title="Follow-ups" id="desk" count={3} more={{ href: '#all', label: 'All 22 pairs' }}>
    <Figures
      items={[
        {
          label: 'In contact, last 30 days',
          value: 39,
          of: 'of 48',
          note: '1 more than last week',
          tone: 'go',
          chart: <Spark values={[48, 44, 40, 37, 39]} label="Fell from 48 to 37, now 39" />,
        },
        { label: 'Pairs in rhythm', value: 18, of: 'of 22', note: '4 are drifting', tone: 'wait' },
        {
          label: 'Mandates to season’s end',
          value: 41,
          of: 'of 48',
          note: '3 lapse within 30 days',
          tone: 'stop',
        },
      ]}
    />
    <Todo
      items={[
        {
          heading: (
            <>
              <a href="#p">Leïla Ben Salah</a>, Sfax and <a href="#p">Omar El Idrissi</a>, Agadir
            </>
          ),
          why: 'Silent for 34 days; they used to talk every two weeks. Both are free on Thursday at 10:00 UTC.',
          mark: (
            <Rhythm
              weeks={[3, 2, 0, 3, 0, 2, 0, 0, 0, 0, 0]}
              label="Four of eleven weeks, none since 21 October"
            />
          ),
          urgent: true,
          act: (
            <PostButton action="#" small wide label="Propose Thursday: Leïla and Omar">
              Propose Thursday
            </PostButton>
          ),
        },
        {
          heading: (
            <>
              <a href="#p">Koffi Kouassi</a>, Bouaké and <a href="#p">Luc Tremblay</a>, Gatineau
            </>
          ),
          why: 'Silent for 22 days. Their shared draft has not changed since 2 November.',
          mark: <Rhythm weeks={[2, 1, 2, 0, 3, 0, 2, 2, 0, 0, 0]} label="Six of eleven weeks" />,
          edit: {
            label: 'Ask how it goes',
            children: (
              <Form action="#" id="ask" class="stack stack-2">
                <Field
                  name="text"
                  label="What they will read"
                  rows={3}
                  value="Dear Koffi, dear Luc, how is the draft?"
                />
                <Button main>Send to both</Button>
              </Form>
            ),
          },
        },
        {
          heading: <a href="#p">Grace Wanjiru</a>,
          why: 'Her authority lapses soon; James Kiprotich has not answered.',
          mark: <Tag tone="stop">30 Nov</Tag>,
          act: (
            <PostButton action="#" small wide>
              Send renewal
            </PostButton>
          ),
          edit: { label: 'Change the letter', children: <p>The text to change stands here.</p> },
        },
      ]}
    />
  </Section>
)

export const Notices: FC = () => (
  <Section title="Notices" id="notices">
    <div class="tiles">
      <Note tone="go" title="Saved">
        44 peers were asked. Answers are due on 1 December.
      </Note>
      <Note tone="wait" title="Waits for you">
        Three mandates lapse within 30 days.
      </Note>
      <Note tone="stop" title="Not sent">
        The mail to Salma came back. Check the address.
      </Note>
      <Note tone="info">Friday is a day off in Amman.</Note>
      <Empty title="No ideas wait">The last one was answered yesterday.</Empty>
      <Empty title="No strategy yet" action={<Button main>Write it down</Button>} />
    </div>
  </Section>
)

export const Lists: FC = () => (
  <Section title="Lists" id="lists">
    <div class="two">
      <SummaryList
        rows={[
          {
            label: 'Until',
            value: '30 June 2027',
            change: { href: '#until', label: 'Change', about: 'the end date' },
          },
          { label: 'Time', value: '2 hours a week', aside: 'from the mandate' },
        ]}
      />
      <Tasks
        items={[
          { label: 'Welcome mail', mark: <Tag tone="go">sent</Tag> },
          { label: 'Request to the authoriser', mark: <Tag tone="stop">address missing</Tag> },
        ]}
      />
      <Lines
        items={[
          {
            mark: <DateLeaf over="Tue" day={24} />,
            title: <a href="#s">Taxes in pictures</a>,
            children: <p class="small muted">Today 15:00 UTC. Circle of six.</p>,
            today: true,
          },
          {
            mark: <Face name="Ana Morales" />,
            title: <a href="#a">Ana Morales</a>,
            children: <p class="muted">Medellín</p>,
            act: <Button small>Join</Button>,
          },
        ]}
      />
      <Steps
        items={[
          { label: 'Read three budgets', state: 'done' },
          { label: 'Write the first draft', state: 'current' },
          { label: 'Read it aloud' },
        ]}
      />
      <Timeline
        items={[
          { at: '12 Nov', datetime: '2026-11-12', children: 'A call of 25 minutes, started by Kofi' },
          { at: '2 Nov', datetime: '2026-11-02', children: 'Two messages' },
        ]}
      />
      <Card title="Reading a budget aloud" id="card" over="Thursday 26 November, 14:00 in Kumasi">
        <p class="gap-2">45 minutes, with 22 peers.</p>
        <p class="gap-2">
          <Button main>I will come</Button>
        </p>
      </Card>
    </div>
  </Section>
)

export const Report: FC = () => (
  <Section title="Report" id="report">
    <Changes
      items={[
        {
          title: 'A budget of six pages, not thirty-eight',
          text: 'It goes to the assembly on 10 December.',
          source: 'Learned from Diego Fuentes.',
          figure: { before: 38, now: 6, unit: 'pages', label: 'Pages: 38 before, 6 now' },
        },
        {
          title: 'Three wards heard the draft read aloud',
          text: '19 terms were replaced because nobody understood them.',
        },
      ]}
    />
    <Quote from="Yasmin Haddad, Amman">
      We replaced fourteen pages of tables with one page of questions.
    </Quote>
  </Section>
)
