import type { FC } from 'hono/jsx'
import { locales } from '../../../platform/i18n/catalogue.ts'
import { languageName } from '../../../platform/i18n/names.ts'
import { newFormKey } from '../../../platform/web/act.tsx'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Tick } from '../../../ui/choice.tsx'
import { Field } from '../../../ui/field.tsx'
import { emptyForm, type FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import { Isolated, withoutIsolates } from '../../../ui/isolate.tsx'
import { PageHead, Section, Sections } from '../../../ui/sections.tsx'
import { type FrameProps, StaffPage } from '../../accounts/parts.tsx'
import { countryChoices, zoneChoices } from '../choices.ts'
import { levelName } from '../level-names.ts'
import { PeoplePage } from '../frame.tsx'
import { editPersonPath, personPath } from '../parts.tsx'
import { levels } from '../person-changes.ts'
import type { PersonRecord } from '../person-record.ts'
import { words } from '../words.ts'
import { PostsSection } from './person-posts.tsx'

/** Which of the page's forms came back with mistakes: 'person', 'post-add', 'post-<id>' or 'end-<id>'. */
export interface SentBack {
  form: string
  state: FormState
}

interface Props {
  c: VisitContext
  person: PersonRecord
  /** The initiative to go back to, when the page was opened from one. */
  initiativeId: string | undefined
  sentBack?: SentBack
}

/** What is known of a person, to be corrected. */
export const EditPersonPage: FC<Props> = ({ c, person, initiativeId, sentBack }) => {
  const t = words(c.var.locale)
  const title = t.editTitle({ name: person.name })
  const Frame: FC<FrameProps> = initiativeId ? PeoplePage : StaffPage
  const back = initiativeId && <a href={personPath(initiativeId, person.id)}>{t.backToPerson}</a>
  return (
    <Frame c={c} bare title={withoutIsolates(title)} error={sentBack?.state} errorForm={sentBack?.form} sentences={t}>
      <PageHead title={<Isolated text={title} />} lead={t.editLead} over={back} />
      <Sections>
        <PersonForm c={c} person={person} initiativeId={initiativeId} {...(sentBack ? { sentBack } : {})} />
        <PostsSection c={c} person={person} initiativeId={initiativeId} {...(sentBack ? { sentBack } : {})} />
      </Sections>
    </Frame>
  )
}

const PersonForm: FC<Props> = ({ c, person, initiativeId, sentBack }) => {
  const { locale } = c.var
  const t = words(locale)
  const state = sentBack?.form === 'person' ? sentBack.state : emptyForm
  return (
    <Form id="person" action={editPersonPath(person.id, initiativeId)} state={state} idempotencyKey={newFormKey()}>
      <div class="two">
        <Field name="name" label={t.name} value={person.name} autocomplete="off" dir="auto" />
        <div>
          <Field name="email" type="email" label={t.email} value={person.email} autocomplete="off" />
          <Tick name="stopLinks" label={t.stopLinks} />
        </div>
        <Field
          name="country"
          label={t.country}
          value={person.country ?? ''}
          options={[{ value: '', label: t.countryNone }, ...countryChoices(locale)]}
        />
        <Field name="city" label={t.city} value={person.city} dir="auto" optional />
        <Field name="zone" label={t.zone} value={person.zone} options={zoneChoices(person.country)} />
        <Field
          name="locale"
          label={t.locale}
          value={person.locale}
          options={locales.map((value) => ({ value, label: languageName(locale, value) }))}
        />
        <Field name="phone" type="tel" label={t.phone} value={person.phone} autocomplete="off" optional />
      </div>
      <Languages c={c} person={person} />
      <Field name="note" rows={3} label={t.note} hint={t.noteHint} value={person.note} dir="auto" optional />
      <Buttons>
        <Button main>{t.save}</Button>
      </Buttons>
    </Form>
  )
}

const Languages: FC<{ c: VisitContext; person: PersonRecord }> = ({ c, person }) => {
  const { locale } = c.var
  const t = words(locale)
  const choices = levels.map((level) => ({ value: level, label: levelName(locale, level) }))
  return (
    <Section light title={t.languages} id="spoken">
      <div class="two">
        {person.languages.map(({ language, level }) => (
          <Field
            name={`level.${language}`}
            label={languageName(locale, language)}
            value={level}
            options={[{ value: '', label: t.levelNone }, ...choices]}
          />
        ))}
        <Field name="otherLanguage" label={t.otherLanguage} maxlength={60} optional />
        <Field name="otherLevel" label={t.otherLevel} options={choices} optional />
      </div>
    </Section>
  )
}
