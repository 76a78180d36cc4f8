import type { FC } from 'hono/jsx'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Field } from '../../../ui/field.tsx'
import { emptyForm, type FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import { Lines } from '../../../ui/lists.tsx'
import { Section, Sections } from '../../../ui/sections.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import type { AccessedRound } from '../access.ts'
import { heaviest, partNames, readWeights } from '../fit/parts.ts'
import type { ListedNeed } from '../participants-store.ts'
import { publishingWords } from '../publishing-words.ts'
import { settingsOf } from '../round-settings.ts'
import { roundWords } from '../round-words.ts'
import { words } from '../words.ts'
import type { RosterPeer } from '../workbench-store.ts'
import type { Naming } from './naming.ts'
import { demanded } from './beside-proposals.tsx'
import { needChoices } from './need-words.ts'
import { RoundFields } from './round-fields.tsx'

/** Which of the page's forms came back with mistakes. */
export type SettingsForm = 'settings' | 'weights' | 'needs'

export interface SettingsProps {
  c: VisitContext
  round: AccessedRound
  roster: RosterPeer[]
  topics: ReadonlyMap<string, string>
  needs: ListedNeed[]
  sentBack?: { form: SettingsForm; state: FormState } | undefined
}

/** How a draft round is meant, what counts in it, and who must be with whom. */
export const SettingsPage: FC<SettingsProps> = (props) => {
  const { c, round, roster, topics, sentBack } = props
  const { locale, initiative } = c.var
  const r = roundWords(locale)
  const here = `/initiatives/${initiative.id}/matching/${round.id}`
  const naming: Naming = { locale, topics, roster: new Map(roster.map((peer) => [peer.person_id, peer])) }
  const stateOf = (form: SettingsForm) => (sentBack?.form === form ? sentBack.state : emptyForm)
  return (
    <InitiativePage
      c={c}
      tab="matching"
      title={r.settingsTitle({ title: round.title })}
      over={<a href={here}>{round.title}</a>}
      lead={r.settingsLead}
      actions={
        <>
          <Button href={`${here}/people`}>{r.people}</Button>
          <Button href={here}>{publishingWords(locale).backToRound}</Button>
        </>
      }
      sentences={{ saved: r.saved, demanded: r.needSaid, waived: r.needGone }}
      error={sentBack?.state}
      errorForm={sentBack?.form}
    >
      <Sections>
        <Form id="settings" action={`${here}/settings`} state={stateOf('settings')}>
          <RoundFields locale={locale} settings={settingsOf(round)} />
          <Buttons>
            <Button main>{r.save}</Button>
          </Buttons>
        </Form>
        <WeightsSection c={c} here={here} weights={readWeights(round.weights)} state={stateOf('weights')} />
        <NeedsSection {...props} here={here} naming={naming} state={stateOf('needs')} />
      </Sections>
    </InitiativePage>
  )
}

interface WeightsProps {
  c: VisitContext
  here: string
  weights: ReturnType<typeof readWeights>
  state: FormState
}

const WeightsSection: FC<WeightsProps> = ({ c, here, weights, state }) => {
  const t = words(c.var.locale)
  const r = roundWords(c.var.locale)
  return (
    <Section id="what-counts" title={r.weights} aside={r.weightsLead}>
      <Form id="weights" action={`${here}/weights`} state={state}>
        <div class="two">
          {partNames.map((name) => (
            <Field
              name={name}
              label={t[`part ${name}`]}
              hint={r[`about ${name}`]}
              value={weights[name]}
              inputmode="numeric"
              width={3}
              maxlength={String(heaviest).length}
            />
          ))}
        </div>
        <Buttons>
          <Button>{r.weightsSave}</Button>
        </Buttons>
      </Form>
    </Section>
  )
}

const NeedsSection: FC<SettingsProps & { here: string; naming: Naming; state: FormState }> = (props) => {
  const { here, naming, needs, roster, state } = props
  const { locale } = naming
  const r = roundWords(locale)
  return (
    <Section id="must-match" title={r.needs} aside={r.needsLead}>
      {needs.length === 0 ? <p>{r.needsNone}</p> : <Lines items={needs.map((need) => demanded(here, naming, need))} />}
      <Form id="needs" action={`${here}/needs`} state={state} class="row bottom gap-s">
        <Field
          name="person"
          label={r.needPerson}
          options={roster.map(({ person_id, name }) => ({ value: person_id, label: name }))}
        />
        <Field name="need" label={r.needWhat} options={needChoices(naming)} />
        <Button>{r.needAdd}</Button>
      </Form>
    </Section>
  )
}
