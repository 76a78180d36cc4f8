import type { FC } from 'hono/jsx'
import { formatMoment } from '../../../platform/clock.ts'
import { number } from '../../../platform/i18n/catalogue.ts'
import { staffOf, type VisitContext } from '../../../platform/web/visit.ts'
import { Distribution } from '../../../ui/distribution.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, ConfirmDetails, PostButton } from '../../../ui/form.tsx'
import { Isolated } from '../../../ui/isolate.tsx'
import { Columns, Note, Sections } from '../../../ui/sections.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import type { AccessedRound } from '../access.ts'
import { mostPoints } from '../fit/fit.ts'
import { readWeights } from '../fit/parts.ts'
import { settingsOf } from '../round-settings.ts'
import { roundWords } from '../round-words.ts'
import { ruleWords } from '../rule-words.ts'
import { words } from '../words.ts'
import type { View, Workbench } from '../workbench.ts'
import { LeftOutTable, NotInThisRound, RulesInForce } from './beside-proposals.tsx'
import { type Naming, namesOf } from './naming.ts'
import { ProposalList } from './proposal-list.tsx'

const weakFit = 50

export interface WorkbenchProps {
  c: VisitContext
  round: AccessedRound
  bench: Workbench
  view: View
  /** What the last act did, when the page follows one. */
  did?: string | undefined
  error?: FormState | undefined
}

/** A draft round: the proposals with everything that can be done about them, what rules, and who is not in. */
export const WorkbenchPage: FC<WorkbenchProps> = ({ c, round, bench, view, did, error }) => {
  const { locale, initiative } = c.var
  const t = words(locale)
  const home = `/initiatives/${initiative.id}`
  const here = `${home}/matching/${round.id}`
  const naming: Naming = { locale, roster: bench.roster, topics: bench.topics }
  const weights = readWeights(round.weights)
  const beside = { here, round, naming, bench, view }
  return (
    <InitiativePage
      c={c}
      tab="matching"
      title={t.ready({ pairs: bench.pairs, trios: bench.trios, circles: bench.circles, left: round.left_out.length })}
      over={
        <>
          <a href={`${home}/matching`}>{initiative.title}</a> ·{' '}
          {round.solved_at &&
            t.scored({ title: round.title, when: formatMoment(locale, staffOf(c).zone, round.solved_at) })}
        </>
      }
      lead={round.purpose || undefined}
      actions={
        <>
          <Button href={`${here}/settings`}>{roundWords(locale).settings}</Button>
          <Button href={`${here}/people`}>{roundWords(locale).people}</Button>
          {bench.fits.length > 0 && (
            <Button main href={`${here}/publication`}>
              {t.publish}
            </Button>
          )}
        </>
      }
      error={error}
      notice={
        did === undefined ? undefined : (
          <DidAct
            did={did}
            naming={naming}
            bench={bench}
            most={mostPoints(weights, { ...settingsOf(round), leftOutLast: new Set() })}
          />
        )
      }
    >
      {bench.changedSince > 0 && (
        <Note tone="wait">
          <p>{t.changedSince({ count: bench.changedSince })}</p>
          <PostButton action={`${here}/scoring`} hidden={{ order: view.order }} small>
            {t.pairsAgain}
          </PostButton>
        </Note>
      )}
      <Sections>
        <Summary c={c} bench={bench} />
        <ProposalList here={here} home={home} naming={naming} weights={weights} bench={bench} view={view} />
        <Columns>
          <LeftOutTable {...beside} />
          <RulesInForce {...beside} />
        </Columns>
        <NotInThisRound title={ruleWords(locale).notIn} naming={naming} notIn={bench.notIn} />
        <ConfirmDetails summary={t.drop} warn>
          <p>{t.dropSure}</p>
          <PostButton action={`${here}/removal`} warn>
            {t.dropIt}
          </PostButton>
        </ConfirmDetails>
      </Sections>
    </InitiativePage>
  )
}

const Summary: FC<{ c: VisitContext; bench: Workbench }> = ({ c, bench }) => {
  const t = words(c.var.locale)
  const [least, most] = [bench.fits[0], bench.fits.at(-1)]
  const ruled = bench.pins.length + bench.forbidden.length > 0
  return (
    <Columns kind="lead">
      <p class="lead mt0">
        {ruled && `${t.pinnedAndForbidden({ pinned: bench.pins.length, forbidden: bench.forbidden.length })} `}
        {least !== undefined && `${t.weakest({ fit: least })} `}
        {t.untilPublished}
      </p>
      {least !== undefined && most !== undefined && (
        <Distribution
          values={bench.fits}
          low={weakFit}
          label={t.fitsLabel({ least, most })}
          caption={t.fitsCaption({ weak: bench.fits.filter((fit) => fit < weakFit).length })}
        />
      )}
    </Columns>
  )
}

const mostNamed = 4

const DidAct: FC<{ did: string; naming: Naming; bench: Workbench; most: number }> = ({ did, naming, bench, most }) => {
  const { locale } = naming
  const t = words(locale)
  const { changes } = bench
  if (!changes) return <p>{did}</p>
  const points = Math.round((1000 * (changes.gained ?? 0)) / most) / 10
  const size = number(locale, Math.abs(points))
  return (
    <>
      <p>
        {did} {t.changes({ kept: changes.kept, fresh: changes.fresh.length, lost: changes.lost.length })}{' '}
        {points > 0 && t.gained({ points: size })}
        {points < 0 && t.cost({ points: size })}
      </p>
      {changes.lost.length > 0 && (
        <p class="small">
          <Isolated
            text={t.gone({
              groups: changes.lost
                .slice(0, mostNamed)
                .map((group) => namesOf(naming, group))
                .join('; '),
            })}
          />
        </p>
      )}
    </>
  )
}
