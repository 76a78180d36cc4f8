import type { FC } from 'hono/jsx'
import type { Share } from '../../../engine/chance/fisher-exact.ts'
import { wilsonInterval } from '../../../engine/chance/wilson-interval.ts'
import { dayIn, formatDate } from '../../../platform/clock.ts'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { staffOf, type VisitContext } from '../../../platform/web/visit.ts'
import { type Figure, Figures, Meter } from '../../../ui/figures.tsx'
import { Button } from '../../../ui/form.tsx'
import { Section, Sections } from '../../../ui/sections.tsx'
import { Table } from '../../../ui/table.tsx'
import { judgedAfterMonths } from '../../connections/became.ts'
import { InitiativePage } from '../../initiatives/parts.tsx'
import type { AccessedRound } from '../access.ts'
import type { PartName } from '../fit/parts.ts'
import { type Comparison, fewest, type Half } from '../part-comparison.ts'
import { type Measure, measures, type Results } from '../results.ts'
import { resultsWords } from '../results-words.ts'
import { words } from '../words.ts'

interface ResultsProps {
  c: VisitContext
  round: AccessedRound
  results: Results
}

/** Did it work? What became of a published round, in all and by part of the fit. */
export const ResultsPage: FC<ResultsProps> = ({ c, round, results }) => {
  const { locale, initiative } = c.var
  const t = resultsWords(locale)
  const here = `/initiatives/${initiative.id}/matching/${round.id}`
  const { totals } = results
  const all = results.results.length
  return (
    <InitiativePage
      c={c}
      tab="matching"
      title={all === 0 ? t.titleNone : t.title({ accepted: totals.accepted.share.yes, all, met: totals.met.share.yes })}
      over={<a href={here}>{round.title}</a>}
      actions={
        all > 0 && (
          <Button href={`${here}/results.csv`} class="no-print">
            {t.asCsv}
          </Button>
        )
      }
    >
      <Sections>
        <div class="stack stack-2">
          <Figures items={measures.map((measure) => figureOf(c, round, results, measure))} />
          {results.exchanged > 0 && <p class="small muted">{t.exchanged({ count: results.exchanged })}</p>}
        </div>
        {all > 0 && <p class="prose">{t.howToRead}</p>}
        {all > 0 &&
          measures.map((measure) => (
            <Section id={measure} title={t.byPart({ measure: t[measure] })}>
              <div class="stack stack-2">
                <p class="small muted prose">{t[`about ${measure}`]}</p>
                {totals[measure].share.of === 0 ? (
                  <p>{t.tooEarly}</p>
                ) : (
                  <ByPart locale={locale} measure={measure} comparisons={results.comparisons[measure]} />
                )}
              </div>
            </Section>
          ))}
        {all > 0 && <p class="small muted prose">{t.method}</p>}
      </Sections>
    </InitiativePage>
  )
}

function figureOf(c: VisitContext, round: AccessedRound, { totals }: Results, measure: Measure): Figure {
  const { locale } = c.var
  const t = resultsWords(locale)
  const { share, open } = totals[measure]
  const label = t[measure]
  if (share.of === 0) {
    const first = round.published_at && dayIn(staffOf(c).zone, round.published_at).add({ months: judgedAfterMonths })
    const isLater = measure === 'inRhythm' && first
    return { label, value: '–', note: isLater ? t.judgedFrom({ day: formatDate(locale, first) }) : t.tooEarly }
  }
  const { low, high } = wilsonInterval(share)
  const percent = (value: number) => percentOf(locale, value)
  const likely = t.between({ share: percent(share.yes / share.of), low: percent(low), high: percent(high) })
  return {
    label,
    value: share.yes,
    of: t.of({ of: share.of }),
    note: (
      <>
        {share.of >= fewest && <span class="block">{likely}</span>}
        {open > 0 && <span class="block">{t.open({ count: open })}</span>}
      </>
    ),
  }
}

interface ByPartProps {
  locale: Locale
  measure: Measure
  comparisons: Comparison<PartName>[]
}

const ByPart: FC<ByPartProps> = ({ locale, measure, comparisons }) => {
  const t = resultsWords(locale)
  const labels = words(locale)
  const half = (which: 'lower' | 'upper') => (one: Comparison<PartName>) =>
    one.halves && (
      <HalfCell locale={locale} half={one.halves[which]} label={`${labels[`part ${one.name}`]}, ${t[which]}`} />
    )
  return (
    <Table
      caption={t.byPart({ measure: t[measure] })}
      rows={comparisons}
      columns={[
        { head: t.part, cell: ({ name }) => labels[`part ${name}`] },
        { head: t.lower, cell: half('lower') },
        { head: t.upper, cell: half('upper') },
        { head: t.difference, cell: (one) => <Difference locale={locale} comparison={one} /> },
      ]}
    />
  )
}

const HalfCell: FC<{ locale: Locale; half: Half; label: string }> = ({ locale, half, label }) => {
  const t = resultsWords(locale)
  const { share } = half
  const isShown = share.of >= fewest
  return (
    <>
      {isShown ? t.countShare({ ...share, share: percentOf(locale, share.yes / share.of) }) : t.count(share)}
      {isShown && <Meter value={percentage(share)} label={label} />}
      <span class="small muted block">{t.levels(half)}</span>
    </>
  )
}

const Difference: FC<{ locale: Locale; comparison: Comparison<PartName> }> = ({ locale, comparison }) => {
  const t = resultsWords(locale)
  const { halves, worth, p, unknown } = comparison
  const said = worth === 'few' ? t['worth few'] : t[`worth ${worth}`]({ p: pOf(locale, p ?? 1) })
  return (
    <>
      {worth === 'clear' ? <strong>{said}</strong> : halves ? said : t.alike}
      {unknown > 0 && <span class="small muted block">{t.unknown({ count: unknown })}</span>}
    </>
  )
}

function percentage({ yes, of }: Share): number {
  return Math.round((100 * yes) / of)
}

function percentOf(locale: Locale, value: number): string {
  return value.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 })
}

function pOf(locale: Locale, p: number): string {
  return p.toLocaleString(locale, { maximumSignificantDigits: p < 0.1 ? 1 : 2 })
}
