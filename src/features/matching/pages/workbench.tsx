import type { FC } from 'hono/jsx'
import { formatMoment } from '../../../platform/clock.ts'
import { islandPath } from '../../../platform/web/assets.ts'
import { staffOf, type VisitContext } from '../../../platform/web/visit.ts'
import { Distribution } from '../../../ui/distribution.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, ConfirmDetails, PostButton } from '../../../ui/form.tsx'
import { Columns, Note, Sections } from '../../../ui/sections.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import type { AccessedRound } from '../access.ts'
import { askingWords } from '../asking-words.ts'
import { readWeights } from '../fit/parts.ts'
import { roundWords } from '../round-words.ts'
import { ruleWords } from '../rule-words.ts'
import { stepWords } from '../step-words.ts'
import { words } from '../words.ts'
import type { View, Workbench } from '../workbench.ts'
import { LeftOutTable, NotInThisRound, RulesInForce } from './beside-proposals.tsx'
import type { Naming } from './naming.ts'
import { ProposalList } from './proposal-list.tsx'
import { Told } from './told.tsx'
import { unfoundState, WhyNotSection } from './why-not.tsx'

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
  const sent = { order: view.order, page: view.page, revision: round.revision }
  const beside = { here, round, naming, bench, view, sent }
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
            <>
              <AskedLink c={c} here={here} bench={bench} />
              <Button main href={`${here}/publication`}>
                {t.publish}
              </Button>
            </>
          )}
        </>
      }
      error={error ?? unfoundState(naming, bench.whyNot)}
      errorForm={error ? undefined : 'pair'}
      scripts={[islandPath('workbench')]}
    >
      <work-bench data-here={here} data-revision={round.revision}>
        <Told {...beside} c={c} did={did} />
        {bench.changedSince > 0 && (
          <Note tone="wait">
            <p>{t.changedSince({ count: bench.changedSince })}</p>
            <PostButton action={`${here}/scoring`} hidden={sent} small>
              {t.pairsAgain}
            </PostButton>
          </Note>
        )}
        <Sections>
          <Summary c={c} bench={bench} />
          <ProposalList {...beside} home={home} weights={weights} />
          <Columns>
            <LeftOutTable {...beside} />
            <RulesInForce {...beside} />
          </Columns>
          <WhyNotSection {...beside} asked={bench.whyNot} />
          <NotInThisRound title={ruleWords(locale).notIn} naming={naming} notIn={bench.notIn} />
          <div class="row">
            <PostButton action={`${here}/copies`}>{stepWords(locale).copy}</PostButton>
            <ConfirmDetails summary={t.drop} warn>
              <p>{t.dropSure}</p>
              <PostButton action={`${here}/removal`} warn>
                {t.dropIt}
              </PostButton>
            </ConfirmDetails>
          </div>
        </Sections>
      </work-bench>
    </InitiativePage>
  )
}

const AskedLink: FC<{ c: VisitContext; here: string; bench: Workbench }> = ({ c, here, bench: { asked } }) => {
  const t = askingWords(c.var.locale)
  return <Button href={`${here}/suggestions`}>{asked.asked === 0 ? t.ask : t.askedLink(asked)}</Button>
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
