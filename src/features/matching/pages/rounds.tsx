import type { FC } from 'hono/jsx'
import { formatShortDay } from '../../../platform/clock.ts'
import { type Locale, number } from '../../../platform/i18n/catalogue.ts'
import { staffOf, type VisitContext } from '../../../platform/web/visit.ts'
import { emptyForm, type FormState } from '../../../ui/form-state.ts'
import { Button, Form } from '../../../ui/form.tsx'
import { Section, Sections } from '../../../ui/sections.tsx'
import { Status } from '../../../ui/status.tsx'
import { Table } from '../../../ui/table.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import { mostPoints } from '../fit/fit.ts'
import { readWeights } from '../fit/parts.ts'
import { resultsWords } from '../results-words.ts'
import { type RoundKind, settingsOf, usualSettings } from '../round-settings.ts'
import { roundWords } from '../round-words.ts'
import type { listRounds } from '../store.ts'
import { ruleWords } from '../rule-words.ts'
import { words } from '../words.ts'
import type { PeersNotIn } from '../workbench.ts'
import type { RosterPeer } from '../workbench-store.ts'
import { NotInThisRound } from './beside-proposals.tsx'
import { RoundFields } from './round-fields.tsx'

export interface RoundsProps {
  c: VisitContext
  rounds: Awaited<ReturnType<typeof listRounds>>
  roster: RosterPeer[]
  notIn: PeersNotIn
  form?: FormState | undefined
}

/** The rounds of an initiative, who could be matched now, and a new round. */
export const RoundsPage: FC<RoundsProps> = ({ c, rounds, roster, notIn, form = emptyForm }) => {
  const { locale, initiative } = c.var
  const t = words(locale)
  const home = `/initiatives/${initiative.id}`
  const could = roster.length - notIn.reduce((sum, { peers }) => sum + peers.length, 0)
  const answered = roster.filter(({ state }) => state !== 'listed' && state !== 'invited').length
  const said = { dropped: t.saidDropped }
  return (
    <InitiativePage
      c={c}
      tab="matching"
      title={could === 0 ? t.noneCanBeMatched : t.canBeMatched({ count: could })}
      lead={`${t.answered({ answered, all: roster.length })} ${t.nothingSent}`}
      actions={could < 2 && <Button href={`${home}/people`}>{t.answersMissing}</Button>}
      sentences={said}
      error={form}
    >
      <Sections>
        {rounds.length > 0 && <RoundTable c={c} rounds={rounds} />}
        <NewRound setup={`${home}/setup`} action={`${home}/matching`} locale={locale} form={form} />
        <NotInThisRound
          title={ruleWords(locale).cannotBeMatched}
          naming={{ locale, roster: new Map(), topics: new Map() }}
          notIn={notIn}
        />
      </Sections>
    </InitiativePage>
  )
}

const RoundTable: FC<Pick<RoundsProps, 'c' | 'rounds'>> = ({ c, rounds }) => {
  const { locale, initiative } = c.var
  const t = words(locale)
  return (
    <Section id="rounds" title={t.rounds} count={rounds.length} aside={rounds.length > 1 && t.roundsCompared}>
      <Table
        caption={t.rounds}
        rows={rounds}
        columns={[
          {
            head: t.roundTitle,
            cell: (round) => (
              <>
                <a href={`/initiatives/${initiative.id}/matching/${round.id}`}>{round.title}</a>
                {round.purpose && <span class="small muted block">{round.purpose}</span>}
              </>
            ),
          },
          { head: t.roundKind, cell: ({ kind }) => roundWords(locale)[`kind ${kind as RoundKind}`] },
          {
            head: t.roundState,
            cell: ({ state }) =>
              state === 'published' ? (
                <Status dot="full" tone="go">
                  {t['state published']}
                </Status>
              ) : (
                <Status dot="half" tone="wait">
                  {t['state draft']}
                </Status>
              ),
          },
          { head: t.roundGroups, numeric: true, cell: ({ groups }) => groups },
          {
            head: t.roundPoints,
            numeric: true,
            cell: (round) => pointsOf(locale, round),
          },
          { head: t.roundLeftOut, numeric: true, cell: ({ left_out }) => left_out },
          { head: t.roundMade, cell: ({ created_at }) => formatShortDay(locale, staffOf(c).zone, created_at) },
          {
            head: resultsWords(locale).didItWork,
            quiet: true,
            cell: ({ id, title, state }) =>
              state === 'published' && (
                <Button
                  small
                  href={`/initiatives/${initiative.id}/matching/${id}/results`}
                  label={`${resultsWords(locale).didItWork} ${title}`}
                >
                  {resultsWords(locale).didItWork}
                </Button>
              ),
          },
        ]}
      />
    </Section>
  )
}

function pointsOf(locale: Locale, round: RoundsProps['rounds'][number]): string {
  if (round.pairs_worth === null) return ''
  const most = mostPoints(readWeights(round.weights), { ...settingsOf(round), leftOutLast: new Set() })
  return number(locale, Math.round((1000 * round.pairs_worth) / most) / 10)
}

const NewRound: FC<{ action: string; setup: string; locale: Locale; form: FormState }> = (props) => {
  const { action, setup, locale, form } = props
  const t = words(locale)
  return (
    <Section id="new-round" title={t.newRound} more={{ href: setup, label: t.rotation }}>
      <Form action={action} state={form}>
        <RoundFields locale={locale} settings={{ title: '', ...usualSettings }} />
        <Button main>{t.makeRound}</Button>
      </Form>
    </Section>
  )
}
