import type { FC } from 'hono/jsx'
import { dayIn, formatTime } from '../../../platform/clock.ts'
import { languageName } from '../../../platform/i18n/names.ts'
import { zoneNames } from '../../../platform/i18n/zone-names.ts'
import { staffOf, type VisitContext } from '../../../platform/web/visit.ts'
import { Choice, Tick } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Field } from '../../../ui/field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import { Disclosure, Section, Sections } from '../../../ui/sections.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import { formWords } from '../form-words.ts'
import type { ComingSeason } from '../season-store.ts'
import type { listPeers } from '../overview.ts'
import type { Meeting } from '../store.ts'
import { words } from '../words.ts'

export interface MeetingFormProps {
  c: VisitContext
  /** The meeting that is changed; none for a new one. */
  meeting?: Meeting
  /** Languages of the initiative. */
  languages: string[]
  /** Seasons that could find its time. */
  seasons: ComingSeason[]
  peers: Awaited<ReturnType<typeof listPeers>>
  /** Who must be there. */
  required: string[]
  state: FormState
}

/** What a group meeting is: asked once, for a draft; changed with word to whoever has a place. */
export const MeetingFormPage: FC<MeetingFormProps> = (props) => {
  const { c, meeting, state } = props
  const t = formWords(c.var.locale)
  const home = `/initiatives/${c.var.initiative.id}/meetings`
  const here = meeting ? `${home}/${meeting.id}` : home
  const isDraft = !meeting || meeting.state === 'draft'
  return (
    <InitiativePage
      c={c}
      tab="meetings"
      over={<a href={here}>{meeting ? <bdi>{meeting.title}</bdi> : words(c.var.locale).meetings}</a>}
      title={meeting ? t.editTitle({ title: meeting.title }) : t.newTitle}
      lead={isDraft ? t.newLead : t.editLead}
      error={state}
      width="page"
    >
      <Form action={meeting ? `${here}/settings` : home} state={state}>
        <Sections>
          <What {...props} />
          <When {...props} />
          <Where {...props} />
          <Answers {...props} />
          <Buttons>
            <Button main>{isDraft ? t.keep : t.save}</Button>
            <Button bare href={here}>
              {words(c.var.locale).meetings}
            </Button>
          </Buttons>
        </Sections>
      </Form>
    </InitiativePage>
  )
}

const What: FC<MeetingFormProps> = ({ c, meeting, languages }) => {
  const { locale } = c.var
  const t = formWords(locale)
  const spoken = [...new Set([...languages, ...(meeting?.languages ?? [])])]
  return (
    <Section id="what" title={t.what}>
      <div class="stack stack-5">
        <Choice
          name="tool"
          label={t.tool}
          value={meeting?.tool ?? 'large group meeting'}
          options={[
            { value: 'large group meeting', label: t.large, hint: t.largeHint },
            { value: 'small group meeting', label: t.small, hint: t.smallHint },
          ]}
        />
        <Field name="title" label={t.title} value={meeting?.title} maxlength={120} />
        <Field name="purpose" label={t.purpose} hint={t.purposeHint} optional rows={3} value={meeting?.purpose} />
        <Choice
          name="languages"
          label={t.languages}
          many
          optional
          value={meeting?.languages ?? languages.slice(0, 1)}
          options={spoken.map((code) => ({ value: code, label: languageName(locale, code) }))}
        />
      </div>
    </Section>
  )
}

const When: FC<MeetingFormProps> = (props) => {
  const { c, meeting, seasons } = props
  const t = formWords(c.var.locale)
  const isDraft = !meeting || meeting.state === 'draft'
  const [first] = isDraft ? seasons : []
  const zone = meeting?.zone ?? staffOf(c).zone
  const startsAt = meeting?.starts_at ?? null
  return (
    <Section id="when" title={t.whenHead}>
      <div class="stack stack-5">
        <DateField
          name="startsOn"
          label={t.day}
          value={startsAt ? dayIn(zone, startsAt).toString() : undefined}
          {...(first ? { optional: true, hint: t.dayHint({ season: first.title }) } : {})}
        />
        <Field
          name="startsAt"
          label={t.time}
          hint={t.timeHint}
          width={4}
          value={startsAt ? formatTime(c.var.locale, zone, startsAt) : '14:00'}
        />
        <Field
          name="zone"
          label={t.zone}
          value={zone}
          options={[...new Set([zone, ...zoneNames])].map((value) => ({ value, label: value }))}
        />
        <Field name="minutes" label={t.minutes} inputmode="numeric" width={4} value={meeting?.minutes ?? 60} />
        {first && <BySeason {...props} />}
      </div>
    </Section>
  )
}

/** For a season that finds the time: which, between which days, and who must be there. */
const BySeason: FC<MeetingFormProps> = ({ c, meeting, seasons, peers, required, state }) => {
  const t = formWords(c.var.locale)
  const isWrong = ['season', 'notBefore', 'notAfter'].some((name) => name in state.errors)
  return (
    <Disclosure summary={t.bySeason} open={isWrong || meeting?.season_id != null}>
      <div class="stack stack-5">
        {seasons.length > 1 && (
          <Field
            name="season"
            label={t.season}
            value={meeting?.season_id ?? seasons[0]?.id}
            options={seasons.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
        <DateField
          name="notBefore"
          label={t.notBefore}
          optional
          hint={t.daysHint}
          value={meeting?.not_before_on?.toString()}
        />
        <DateField name="notAfter" label={t.notAfter} optional value={meeting?.not_after_on?.toString()} />
        {peers.length > 0 && (
          <Choice
            name="mustBeThere"
            label={t.mustBeThere}
            hint={t.mustBeThereHint}
            many
            optional
            value={required}
            options={peers.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
          />
        )}
      </div>
    </Disclosure>
  )
}

const Where: FC<MeetingFormProps> = ({ c, meeting }) => {
  const t = formWords(c.var.locale)
  return (
    <Section id="where" title={t.whereHead}>
      <div class="stack stack-5">
        <Choice
          name="mode"
          label={t.mode}
          stacked
          value={meeting?.mode ?? 'online'}
          options={[
            { value: 'online', label: t.online },
            { value: 'room', label: t.room },
            { value: 'hybrid', label: t.hybrid },
          ]}
        />
        <Field name="place" label={t.place} hint={t.placeHint} optional value={meeting?.place} maxlength={300} />
        <Field
          name="roomCapacity"
          label={t.roomCapacity}
          hint={t.capacityHint}
          optional
          inputmode="numeric"
          width={4}
          value={meeting?.room_capacity ?? ''}
        />
        <Field name="link" label={t.link} hint={t.linkHint} optional inputmode="url" value={meeting?.link} />
        <Field name="telephone" label={t.telephone} hint={t.linkHint} optional value={meeting?.telephone} />
        <Field
          name="onlineCapacity"
          label={t.onlineCapacity}
          hint={t.capacityHint}
          optional
          inputmode="numeric"
          width={4}
          value={meeting?.online_capacity ?? ''}
        />
      </div>
    </Section>
  )
}

const Answers: FC<MeetingFormProps> = ({ c, meeting }) => {
  const t = formWords(c.var.locale)
  const by = meeting?.answer_by ? dayIn(meeting.zone, meeting.answer_by.subtract({ hours: 1 })).toString() : undefined
  return (
    <Section id="answers" title={t.answersHead}>
      <div class="stack stack-5">
        <DateField name="answerBy" label={t.answerBy} hint={t.answerByHint} optional value={by} />
        <Field
          name="mostParty"
          label={t.mostParty}
          hint={t.mostPartyHint}
          inputmode="numeric"
          width={3}
          value={meeting?.most_party ?? 1}
        />
        <Tick name="namesShown" label={t.namesShown} checked={meeting?.names_shown ?? false} />
        <p class="small muted">{t.namesHint}</p>
      </div>
    </Section>
  )
}
