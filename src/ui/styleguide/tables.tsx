import type { FC } from 'hono/jsx'
import { Field } from '../field.tsx'
import { Filters } from '../filters.tsx'
import { Button } from '../form.tsx'
import { Rhythm } from '../rhythm.tsx'
import { Section } from '../sections.tsx'
import { Badge, Face, Status, Tag } from '../status.tsx'
import { Pager, Table } from '../table.tsx'

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
    <Filters action="/dev/styleguide" label="Find circles" submit="Show">
      <Field name="words" label="Words" type="search" optional />
      <Field
        name="language"
        label="Language"
        options={[
          { value: '', label: 'All' },
          { value: 'ar', label: 'Arabic' },
        ]}
      />
    </Filters>
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
