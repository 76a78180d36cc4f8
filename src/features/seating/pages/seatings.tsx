import type { FC } from 'hono/jsx'
import { formatMoment } from '../../../platform/clock.ts'
import { staffOf, type VisitContext } from '../../../platform/web/visit.ts'
import { Choice } from '../../../ui/choice.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import { Empty, Section, Sections } from '../../../ui/sections.tsx'
import { Table } from '../../../ui/table.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import type { accessEngagement } from '../access.ts'
import type { Guest, listSeatings } from '../store.ts'
import { words } from '../words.ts'
import { SettingsFields, usualSettings } from './settings-fields.tsx'

export interface SeatingsProps {
  c: VisitContext
  engagement: Awaited<ReturnType<typeof accessEngagement>>
  seatings: Awaited<ReturnType<typeof listSeatings>>
  guests: Guest[]
  form?: FormState | undefined
}

/** The seatings of an event, and a new one. */
export const SeatingsPage: FC<SeatingsProps> = ({ c, engagement, seatings, guests, form }) => {
  const { locale, initiative } = c.var
  const t = words(locale)
  const home = `/initiatives/${initiative.id}`
  return (
    <InitiativePage
      c={c}
      tab="setup"
      over={
        <a href={`${home}/engagements/${engagement.id}`}>
          <bdi>{engagement.title}</bdi>
        </a>
      }
      title={seatings.length === 0 ? t.listEmpty : t.listCount({ count: seatings.length })}
      lead={t.listLead}
      error={form}
      sentences={t}
    >
      <Sections>
        {seatings.length > 0 && <SeatingTable c={c} seatings={seatings} />}
        <Section id="new-seating" title={t.newSeating}>
          {guests.length === 0 ? (
            <Empty title={t.noGuests} action={<Button href={`${home}/people/import`}>{t.importRoster}</Button>} />
          ) : (
            <NewSeating {...{ c, engagement, guests, form }} />
          )}
        </Section>
      </Sections>
    </InitiativePage>
  )
}

const SeatingTable: FC<Pick<SeatingsProps, 'c' | 'seatings'>> = ({ c, seatings }) => {
  const { locale, initiative } = c.var
  const t = words(locale)
  return (
    <Section id="seatings" title={t.seatings} count={seatings.length}>
      <Table
        caption={t.seatings}
        rows={seatings}
        columns={[
          {
            head: t.title,
            cell: ({ id, title }) => (
              <a href={`/initiatives/${initiative.id}/seatings/${id}`}>
                <bdi>{title}</bdi>
              </a>
            ),
          },
          { head: t.when, cell: ({ starts_at, zone }) => formatMoment(locale, zone, starts_at) },
          { head: t.people, numeric: true, cell: ({ people }) => people },
          { head: t.rounds, numeric: true, cell: ({ rounds }) => rounds },
        ]}
      />
    </Section>
  )
}

const NewSeating: FC<Omit<SeatingsProps, 'seatings'>> = ({ c, engagement, guests, form }) => {
  const t = words(c.var.locale)
  const attended = guests.filter((guest) => guest.attended === true)
  return (
    <Form
      action={`/initiatives/${c.var.initiative.id}/engagements/${engagement.id}/seatings`}
      state={form}
      labelledby="new-seating"
    >
      <SettingsFields
        locale={c.var.locale}
        zone={staffOf(c).zone}
        title=""
        settings={usualSettings}
        day={engagement.starts_on}
        time={Temporal.PlainTime.from('14:00')}
      />
      <Choice
        name="people"
        label={t.whoTakesPart}
        hint={t.whoHint}
        many
        value={(attended.length > 0 ? attended : guests).map(({ id }) => id)}
        options={guests.map(({ id, name, organisation }) => ({
          value: id,
          label: <bdi>{organisation ? `${name}, ${organisation}` : name}</bdi>,
        }))}
      />
      <Buttons>
        <Button main>{t.plan}</Button>
      </Buttons>
    </Form>
  )
}
