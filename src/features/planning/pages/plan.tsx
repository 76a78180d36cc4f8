import type { FC } from 'hono/jsx'
import { usualCurve } from '../../../engine/planning/usual-curve.ts'
import { formatDate, zoneLabel } from '../../../platform/clock.ts'
import { number } from '../../../platform/i18n/catalogue.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Figures } from '../../../ui/figures.tsx'
import { Field } from '../../../ui/field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, buttonClass, ConfirmDetails, Form, PostButton } from '../../../ui/form.tsx'
import { Columns, Empty, Note, Section, Sections } from '../../../ui/sections.tsx'
import { Pager } from '../../../ui/table.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import { type Board, boardFilters, type BoardFilter, linesPerPage } from '../board.ts'
import { cellWords } from '../cell-words.ts'
import type { PlanRow } from '../store.ts'
import { type Words, words } from '../words.ts'
import { BoardKey, BoardTable, Fairness } from './board.tsx'

export interface PlanPageProps {
  c: VisitContext
  plan: PlanRow
  season: string
  zone: string
  board: Board
  view: { from: number; show: BoardFilter }
  script: string | null
  error?: FormState | undefined
}

/** The season board: what is planned, answered, moved and held, and what it asks of whom. */
export const PlanPage: FC<PlanPageProps> = (props) => {
  const { c, plan, season, board, view, script, error } = props
  const { locale, initiative } = c.var
  const t = words(locale)
  const initiativeHome = `/initiatives/${initiative.id}`
  const home = `${initiativeHome}/season`
  const here = `${home}/${plan.id}`
  const at = (from: number) => `${home}?${new URLSearchParams({ show: view.show, from: String(from) })}`
  const states = new Set(board.lines.flatMap(({ cells }) => cells.map(({ state }) => state)))
  if (board.figures.unplaced > 0) states.add('unplaced')
  return (
    <InitiativePage
      c={c}
      tab="season"
      title={finding(t, locale, plan, board)}
      over={
        plan.state === 'draft'
          ? t.overDraft({ season })
          : t.overPublished({ season, day: formatDate(locale, plan.answer_by_on) })
      }
      actions={<Acts {...props} here={here} t={t} />}
      // Whoever waited for the plan sees it now.
      sentences={{ ...t, saidStarted: undefined }}
      error={error}
      scripts={[script]}
      width="full"
    >
      <season-board data-here={here} data-revision={plan.revision}>
        <Sections>
          {plan.run_state === 'failed' && <Note tone="stop">{t.failed}</Note>}
          <Summary {...props} t={t} />
          <Section id="board" title={t.board} count={board.all}>
            <Steps {...props} here={here} t={t} />
            <Form action={home} method="get" class="filters no-print">
              <Field
                name="show"
                label={t.show}
                value={view.show}
                options={boardFilters.map((value) => ({ value, label: t[`show ${value}`] }))}
              />
              <Button>{t.showSend}</Button>
            </Form>
            {board.lines.length === 0 ? (
              <Empty title={t.nothingHere} />
            ) : (
              <BoardTable
                {...{ locale, here, initiativeHome, board, zone: props.zone }}
                closedWeeks={plan.closed_weeks}
              />
            )}
            <BoardKey locale={locale} states={states} />
            <p class="small muted">
              {cellWords(locale).boardZone({ zone: zoneLabel(locale, props.zone) })}{' '}
              <span class="no-print">{cellWords(locale).boardHint}</span>
            </p>
            <Pager
              previous={view.from > 0 ? at(Math.max(0, view.from - linesPerPage)) : undefined}
              next={view.from + linesPerPage < board.all ? at(view.from + linesPerPage) : undefined}
              where={t.where({
                from: number(locale, view.from + 1),
                to: number(locale, Math.min(board.all, view.from + linesPerPage)),
                all: number(locale, board.all),
              })}
            />
          </Section>
          <Columns kind="even">
            <Section id="fairness" title={t.fairness}>
              <Fairness locale={locale} burdens={board.figures.burdens} />
              <p class="small muted">{t.burdenWhat}</p>
            </Section>
            {plan.state === 'published' ? <Waiting {...props} here={here} t={t} /> : <Drop here={here} t={t} />}
          </Columns>
        </Sections>
      </season-board>
    </InitiativePage>
  )
}

type Part = PlanPageProps & { here: string; t: Words }

function finding(t: Words, locale: string, plan: PlanRow, { figures }: Board): string {
  if (figures.unplaced > 0) return t.someUnplaced({ count: figures.unplaced })
  if (plan.state === 'draft' || figures.toAnswer === 0) return t.allPlaced({ count: figures.sessions })
  if (figures.answered === figures.toAnswer) return t.allAnswered
  const shown = (value: number) => number(locale === 'fr' ? 'fr' : 'en', value)
  return t.publishedTitle({ answered: shown(figures.answered), all: shown(figures.toAnswer) })
}

const Acts: FC<Part> = ({ plan, board, here, t }) => (
  <div class="row no-print">
    {board.hasChanges && (
      <Button main href={`${here}/publication`}>
        {plan.state === 'draft' ? t.publish : t.publishChanges}
      </Button>
    )}
    <Button href={`${here}/settings`}>{t.settings}</Button>
    {plan.state === 'published' && (
      <Button bare href={`/initiatives/${plan.initiative_id}/calendar`}>
        {t.calendarAddress}
      </Button>
    )}
  </div>
)

const Steps: FC<Part> = ({ plan, board, here, t }) => {
  const revision = { revision: plan.revision }
  return (
    <div class="row no-print">
      {board.steps.undo && (
        <PostButton action={`${here}/undo`} id="undo" hidden={{ step: board.steps.undo.revision }} small>
          {t.undo}
        </PostButton>
      )}
      {board.steps.redo && (
        <PostButton action={`${here}/redo`} id="redo" hidden={{ step: board.steps.redo.revision }} small>
          {t.redo}
        </PostButton>
      )}
      <PostButton action={`${here}/planning`} hidden={{ ...revision, how: 'repair' }} small>
        {t.repair}
      </PostButton>
      <PostButton action={`${here}/planning`} hidden={{ ...revision, how: 'plan' }} small>
        {t.planAgain}
      </PostButton>
      {/* Shown by the script: without it nothing would happen. */}
      <span data-print hidden>
        <button type="button" class={buttonClass({ small: true })}>
          {t.print}
        </button>
      </span>
    </div>
  )
}

const Summary: FC<PlanPageProps & { t: Words }> = ({ c, plan, board, t }) => {
  const { locale } = c.var
  const { figures } = board
  const [worst, next] = figures.burdens
  const shown = (value: number) => number(locale, value)
  const isBest = figures.isProved && figures.unplaced === 0 && figures.least !== null && figures.total <= figures.least
  return (
    <>
      <Figures
        items={[
          { label: t.figSessions, value: shown(figures.sessions) },
          {
            label: t.figUnplaced,
            value: shown(figures.unplaced),
            tone: figures.unplaced > 0 ? 'stop' : undefined,
          },
          ...(plan.state === 'published'
            ? [
                {
                  label: t.figAnswered,
                  value: shown(figures.answered),
                  of: t.figOf({ of: shown(figures.toAnswer) }),
                },
              ]
            : []),
          {
            label: t.figTotal,
            value: shown(figures.total - figures.missing * usualCurve.missing),
            note: figures.missing > 0 ? t.figMissing({ count: figures.missing }) : undefined,
          },
          {
            label: t.figWorst,
            value: shown(worst?.points ?? 0),
            note:
              !worst || worst.points === 0
                ? t.figNobody
                : next && next.points > 0
                  ? t.figNext({ name: worst.name, next: next.name, points: shown(next.points) })
                  : worst.name,
          },
        ]}
      />
      {figures.least !== null && (
        <p class="small muted">
          {isBest
            ? t.provedBest
            : (figures.missing > 0 ? t.provedBoundAll : t.provedBound)({
                least: shown(Math.max(0, Math.ceil(figures.least))),
              })}
        </p>
      )}
    </>
  )
}

const Waiting: FC<Part> = ({ board, here, t }) => (
  <Section id="waiting" title={t.waitingHead} count={board.waiting.length}>
    {board.waiting.length === 0 ? (
      <p class="muted">{t.waitingNone}</p>
    ) : (
      <ul class="lines">
        {board.waiting.map(({ person_id: person, name }) => (
          <li class="split">
            <bdi>{name}</bdi>
            <span class="no-print">
              <PostButton action={`${here}/asking`} hidden={{ person }} small label={t.remindOf({ name })}>
                {t.remind}
              </PostButton>
            </span>
          </li>
        ))}
      </ul>
    )}
  </Section>
)

const Drop: FC<{ here: string; t: Words }> = ({ here, t }) => (
  <div class="no-print">
    <ConfirmDetails summary={t.drop} bare>
      <p>{t.dropSure}</p>
      <PostButton action={`${here}/removal`} warn>
        {t.drop}
      </PostButton>
    </ConfirmDetails>
  </div>
)
