import type { FC } from 'hono/jsx'
import { Changes } from '../change.tsx'
import { Button } from '../form.tsx'
import { DateLeaf, Lines, Steps, SummaryList, Tasks, Timeline } from '../lists.tsx'
import { Card, Disclosure, Empty, Note, Prose, Quote, Section } from '../sections.tsx'
import { Face, Tag } from '../status.tsx'

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
    <Disclosure summary="What the figures rest on">
      <Prose text={'Counted by the service desk.\nConfirmed by Peter Maina.'} />
    </Disclosure>
    <Quote from="Yasmin Haddad, Amman">We replaced fourteen pages of tables with one page of questions.</Quote>
  </Section>
)
