import type { FC } from 'hono/jsx'
import { dayIn, formatDate } from '../../platform/clock.ts'
import { list, type Locale } from '../../platform/i18n/catalogue.ts'
import type { VisitContext } from '../../platform/web/visit.ts'
import { Choice } from '../../ui/choice.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { Button, Form } from '../../ui/form.tsx'
import type { FormState } from '../../ui/form-state.ts'
import { Lines } from '../../ui/lists.tsx'
import { Rhythm } from '../../ui/rhythm.tsx'
import { Section } from '../../ui/sections.tsx'
import { Status } from '../../ui/status.tsx'
import type { PersonsPart } from '../initiatives/parts.tsx'
import { closeReasons } from './connection-state.ts'
import { contactKinds } from './contacts.ts'
import { daysAgo } from './days-ago.ts'
import { connectionsOf, type Overview } from './overview.ts'
import { weeksInTouch } from './rhythm-strip.ts'
import type { Connection } from './store.ts'
import { words } from './words.ts'

/** The names of the members, 'Ana and Kofi'; without one of them, as that one would say it. */
export function namesOf(locale: Locale, members: { personId: string; name: string }[], but?: string): string {
  return list(
    locale,
    members.filter((member) => member.personId !== but).map((member) => member.name),
  )
}

/** Where a connection stands, as words with a mark. */
export const ConnectionMark: FC<{ locale: Locale; connection: Connection }> = ({ locale, connection }) => {
  const t = words(locale)
  const { state, watch_state: watch, stuck_at: stuckAt, paused_until_on: until } = connection
  if (state === 'proposed' && stuckAt)
    return (
      <Status dot="half" tone="stop">
        {t['mark stuck']}
      </Status>
    )
  if (state === 'proposed')
    return (
      <Status dot="ring" tone="wait">
        {t['mark proposed']}
      </Status>
    )
  if (state === 'paused')
    return (
      <Status dot="ring" tone="idle">
        {t['mark paused']({ until: until ? formatDate(locale, until) : '' })}
      </Status>
    )
  if (state === 'declined')
    return (
      <Status dot="ring" tone="idle">
        {t['mark declined']}
      </Status>
    )
  if (state === 'closed')
    return (
      <Status dot="full" tone="idle">
        {t['mark closed']}
      </Status>
    )
  if (watch === 'lapsed')
    return (
      <Status dot="ring" tone="stop">
        {t['mark lapsed']}
      </Status>
    )
  if (watch === 'red')
    return (
      <Status dot="half" tone="stop">
        {t['mark red']}
      </Status>
    )
  if (watch === 'amber')
    return (
      <Status dot="half" tone="wait">
        {t['mark amber']}
      </Status>
    )
  return (
    <Status dot="full" tone="go">
      {t['mark fresh']}
    </Status>
  )
}

/** The last weeks of contact as a strip that says itself in words. */
export const RhythmStrip: FC<{ locale: Locale; weeks: number[]; big?: boolean | undefined }> = ({
  locale,
  weeks,
  big,
}) => (
  <Rhythm weeks={weeks} big={big} label={words(locale).stripLabel({ weeks: weeksInTouch(weeks), of: weeks.length })} />
)

/** 'yesterday', '12 days ago', 'not yet': how long ago the members were in touch. */
export function lastContactWords(locale: Locale, zone: string, connection: Connection, now: Temporal.Instant): string {
  const t = words(locale)
  const last = connection.last_contact_at
  return last ? t.daysAgo({ days: daysAgo(zone, last, now) }) : t.never
}

/** Why a connection can end, to choose from. */
export function closeReasonOptions(locale: Locale): { value: string; label: string }[] {
  const t = words(locale)
  return closeReasons.map((reason) => ({ value: reason, label: t[`close ${reason}`] }))
}

/** The four fields of a contact. */
export const ContactForm: FC<{
  locale: Locale
  action: string
  /** Only where the page has other forms; goes before the ids of the fields. */
  id?: string | undefined
  state?: FormState | undefined
  zone: string
  now: Temporal.Instant
  contact?: { happened_at: Temporal.Instant; kind: string; minutes: number; note: string } | undefined
}> = ({ locale, action, id, state, zone, now, contact }) => {
  const t = words(locale)
  const day = dayIn(zone, contact?.happened_at ?? now).toString()
  return (
    <Form action={action} id={id} state={state}>
      <DateField name="day" label={t.day} value={day} />
      <Choice
        name="kind"
        label={t.kind}
        value={contact?.kind ?? 'live'}
        options={contactKinds.map((kind) => ({ value: kind, label: t[`kind ${kind}`] }))}
      />
      <Field name="minutes" label={t.minutes} optional inputmode="numeric" width={4} value={contact?.minutes || ''} />
      <Field name="note" label={t.note} optional hint={t.noteHint} value={contact?.note} maxlength={500} />
      <Button main>{contact ? t.saveContact : t.log}</Button>
    </Form>
  )
}

/** A person's connections on their page in the initiative. */
export async function connectionsOfPerson(c: VisitContext, part: PersonsPart) {
  const { world, locale } = c.var
  const now = world.clock.now()
  const who = { personId: part.person_id, agencyId: part.agency_id, initiativeId: part.initiative_id }
  const overviews = await connectionsOf(world.db, who, now)
  if (overviews.length === 0) return null
  return (
    <Section title={words(locale).title} id="connections" count={overviews.length}>
      <Lines items={overviews.map((overview) => personLine(locale, part, overview))} />
    </Section>
  )
}

function personLine(locale: Locale, part: PersonsPart, { connection, members, weeks }: Overview) {
  const href = `/initiatives/${part.initiative_id}/connections/${connection.id}`
  return {
    title: <a href={href}>{namesOf(locale, members, part.person_id)}</a>,
    children: <ConnectionMark locale={locale} connection={connection} />,
    act: <RhythmStrip locale={locale} weeks={weeks} />,
  }
}
