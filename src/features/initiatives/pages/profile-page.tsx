import type { FC } from 'hono/jsx'
import { dayIn, formatDate, formatMoment } from '../../../platform/clock.ts'
import { islandPath } from '../../../platform/web/assets.ts'
import { linkOf, type VisitContext } from '../../../platform/web/visit.ts'
import { Choice, Tick } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Field } from '../../../ui/field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import { Isolated, withoutIsolates } from '../../../ui/isolate.tsx'
import { Disclosure, Note, Section } from '../../../ui/sections.tsx'
import { PeerPage } from '../../accounts/parts.tsx'
import { channelName } from '../parts.tsx'
import { capacities, channels } from '../participation.ts'
import type { ProfileSheet } from '../profile-store.ts'
import { profileWords } from '../profile-words.ts'
import { FreeWeekFields, LanguageFields } from './profile-fields.tsx'

export interface ProfilePageProps {
  c: VisitContext
  sheet: ProfileSheet
  /** All fields with what they hold: the saved answers, the draft, or what was typed and came back. */
  form: FormState
  /** Whether the fields hold a draft that does not count yet. */
  isDraft?: boolean
}

// Longer lists of people are folded away: the browser's own search still finds a name in them.
const foldedFrom = 12

/** The one-minute form. */
export const ProfilePage: FC<ProfilePageProps> = ({ c, sheet, form, isDraft }) => {
  const t = profileWords(c.var.locale)
  const path = `/profile/${c.req.param('token')}`
  const title = t.formTitle({ initiative: sheet.initiativeTitle })
  return (
    <PeerPage
      c={c}
      title={withoutIsolates(title)}
      bare
      error={form}
      sentences={t}
      scripts={[islandPath('draft-keeper')]}
    >
      <h1>
        <Isolated text={title} />
      </h1>
      <p class="lead">{t.formLead}</p>
      <Standing c={c} sheet={sheet} isDraft={isDraft ?? false} />
      <draft-keeper {...keeperFacts(c, sheet)}>
        <Form
          action={path}
          state={form}
          hidden={{ opened: c.var.world.clock.now().epochMilliseconds }}
          class="stack stack-6 gap-s"
        >
          <WorkFields c={c} sheet={sheet} />
          <TimeFields c={c} sheet={sheet} form={form} />
          <PeopleFields c={c} sheet={sheet} />
          <Buttons>
            <Button main>{t.save}</Button>
            <Button formaction={`${path}/draft`}>{t.saveLater}</Button>
          </Buttons>
        </Form>
        <p class="small muted" role="status" />
      </draft-keeper>
    </PeerPage>
  )
}

/** What the draft keeper needs: whose draft, how fresh the page is by our clock, and its two sentences. */
function keeperFacts(c: VisitContext, { peer, answeredAt, draft }: ProfileSheet) {
  const t = profileWords(c.var.locale)
  const saved = Math.max(answeredAt?.epochMilliseconds ?? 0, draft?.savedAt.epochMilliseconds ?? 0)
  return {
    'data-key': peer.participationId,
    'data-now': String(c.var.world.clock.now().epochMilliseconds),
    'data-saved': String(saved),
    'data-keeping': t.keeping,
    'data-kept': t.keptHere,
  }
}

const Standing: FC<{ c: VisitContext; sheet: ProfileSheet; isDraft: boolean }> = ({ c, sheet, isDraft }) => {
  const { locale } = c.var
  const { zone } = linkOf(c)
  const t = profileWords(locale)
  if (isDraft && sheet.draft) {
    return (
      <Note tone="wait">
        <p>
          <Isolated text={t.draftFrom({ moment: formatMoment(locale, zone, sheet.draft.savedAt) })} />
        </p>
      </Note>
    )
  }
  if (!sheet.answeredAt) return null
  return (
    <Note tone="info">
      <p>
        <Isolated text={t.answeredOn({ date: formatDate(locale, dayIn(zone, sheet.answeredAt)) })} />
      </p>
    </Note>
  )
}

const WorkFields: FC<{ c: VisitContext; sheet: ProfileSheet }> = ({ c, sheet }) => {
  const t = profileWords(c.var.locale)
  const topics = sheet.topics.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Section id="work" title={t.partWork}>
      <div class="stack stack-5">
        <Field name="problem" label={t.problem} hint={t.problemHint} rows={3} dir="auto" />
        {topics.length > 0 && (
          <Field
            name="problemTopic"
            label={t.problemTopic}
            options={[{ value: '', label: t.problemTopicNone }, ...topics]}
          />
        )}
        {topics.length > 0 && <Choice name="offers" label={t.offers} options={topics} many />}
        <Field
          name="offersOther"
          label={topics.length > 0 ? t.otherTopic : t.offers}
          hint={t.otherTopicHint}
          maxlength={80}
          optional
        />
        {topics.length > 0 && <Choice name="wants" label={t.wants} options={topics} many />}
        <Field name="wantsOther" label={topics.length > 0 ? t.otherTopic : t.wants} maxlength={80} optional />
      </div>
    </Section>
  )
}

const TimeFields: FC<{ c: VisitContext; sheet: ProfileSheet; form: FormState }> = ({ c, sheet, form }) => {
  const { locale } = c.var
  const t = profileWords(locale)
  const lengths = [3, 6, 12, 24].map((months) => ({ value: String(months), label: t.monthsCount({ months }) }))
  return (
    <Section id="time" title={t.partTime}>
      <div class="stack stack-5">
        <LanguageFields c={c} languages={sheet.initiativeLanguages} form={form} />
        <Field name="hours" label={t.hours} hint={t.hoursHint} width={4} inputmode="decimal" />
        <Field
          name="pairs"
          label={t.pairs}
          options={capacities.map((count) => ({ value: String(count), label: String(count) }))}
        />
        <FreeWeekFields c={c} peer={sheet.peer} form={form} />
        <Choice
          name="channels"
          label={t.channels}
          options={channels.map((value) => ({ value, label: channelName(locale, value) }))}
          many
        />
        <Choice name="months" label={t.months} options={[...lengths, { value: '', label: t.monthsOpen }]} />
      </div>
    </Section>
  )
}

const PeopleFields: FC<{ c: VisitContext; sheet: ProfileSheet }> = ({ c, sheet }) => {
  const { locale } = c.var
  const t = profileWords(locale)
  const agency = { agency: sheet.agencyName }
  const people = sheet.roster.map(({ id, name, city }) => ({
    value: id,
    label: <bdi>{city ? `${name}, ${city}` : name}</bdi>,
  }))
  const wishes = (
    <Choice name="wishes" label={t.wishes} hint={<Isolated text={t.wishesHint(agency)} />} options={people} many />
  )
  return (
    <Section id="people" title={t.partPeople}>
      <div class="stack stack-5">
        {people.length > foldedFrom ? (
          <Disclosure summary={`${t.wishes} ${t.wishesOpen({ count: people.length })}`}>{wishes}</Disclosure>
        ) : (
          wishes
        )}
        <p>
          <Button formaction={`/profile/${c.req.param('token')}/draft`} name="then" value="rather-not">
            {t.ratherNotOpen}
          </Button>
        </p>
        <div>
          <Tick name="report" label={t.report} />
          <p class="hint">
            <Isolated text={t.reportWho(agency)} />
          </p>
        </div>
        <Choice
          name="locale"
          label={t.locale}
          options={[
            { value: 'en', label: 'English', lang: 'en' },
            { value: 'fr', label: 'Français', lang: 'fr' },
          ]}
        />
        <Choice
          name="standing"
          label={t.standing}
          stacked
          options={(['active', 'not_now', 'paused'] as const).map((value) => ({
            value,
            label: t[`standing ${value}`],
          }))}
        />
        <DateField name="pausedUntil" label={t.pausedUntil} optional />
      </div>
    </Section>
  )
}
