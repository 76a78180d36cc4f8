import type { FC } from 'hono/jsx'
import { dayIn, formatShortDay } from '../../../platform/clock.ts'
import { list, type Locale, number } from '../../../platform/i18n/catalogue.ts'
import { type Cell, type CellState, type Board, type BoardLine, mondayOf } from '../board.ts'
import type { Tone } from '../../../ui/status.tsx'
import { cellWords } from '../cell-words.ts'
import { type Words, words } from '../words.ts'
import { nameOf, pathOf, weekTime, whyNot } from './naming.ts'

const looks: Record<CellState, { mark: string; tone: Tone }> = {
  planned: { mark: 'ring', tone: 'idle' },
  moves: { mark: 'ring', tone: 'wait' },
  unplaced: { mark: 'cross', tone: 'stop' },
  answered: { mark: 'full', tone: 'go' },
  partly: { mark: 'half', tone: 'wait' },
  waiting: { mark: 'open', tone: 'idle' },
  declined: { mark: 'cross', tone: 'stop' },
  held: { mark: 'square', tone: 'go' },
  missed: { mark: 'dash', tone: 'stop' },
  cancelled: { mark: 'dash', tone: 'idle' },
  besides: { mark: 'square', tone: 'info' },
  'meeting draft': { mark: 'ring', tone: 'idle' },
  'meeting open': { mark: 'square', tone: 'info' },
  'meeting closed': { mark: 'square', tone: 'info' },
  'meeting held': { mark: 'square', tone: 'go' },
}

interface Props {
  locale: Locale
  zone: string
  /** Where this plan is. */
  here: string
  initiativeHome: string
  board: Board
  closedWeeks: readonly Temporal.PlainDate[]
}

/** Weeks across, connections down, group meetings under them. A session is a link to its page; where a script runs it can be dragged to another week. */
export const BoardTable: FC<Props> = (props) => {
  const { locale, here, board } = props
  const t = words(locale)
  const closed = new Set(props.closedWeeks.map(String))
  return (
    <div class="scroll board-scroll" role="region" aria-label={t.boardLabel} tabindex={0}>
      <table class="board">
        <caption class="vh">{t.boardLabel}</caption>
        <thead>
          <tr>
            <th scope="col">{t.connection}</th>
            {board.mondays.map((monday) => (
              <th scope="col" data-closed={closed.has(monday.toString()) ? 'yes' : undefined}>
                <a href={`${here}/week?week=${monday}`}>
                  {formatShortDay(locale, 'UTC', monday.toZonedDateTime('UTC').toInstant())}
                </a>
                {closed.has(monday.toString()) && <span class="small block">{t.closedWeek}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.lines.map((line) => (
            <Line {...props} line={line} t={t} closed={closed} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Line: FC<Props & { line: BoardLine; t: Words; closed: ReadonlySet<string> }> = (props) => {
  const { locale, zone, here, board, line, t } = props
  const { series } = line
  const names = new Map(series.members.map((member) => [member.personId, member.name]))
  const byWeek = Map.groupBy(line.cells, ({ startsAt }) => mondayOf(dayIn(zone, startsAt)).toString())
  return (
    <tr>
      <th scope="row">
        <a href={`${props.initiativeHome}/${pathOf(series)}`}>
          <bdi>{nameOf(locale, series)}</bdi>
        </a>
        {series.of === 'meeting' && <span class="small muted block">{cellWords(locale).groupMeeting}</span>}
        {line.unplaced.map(({ seriesId, number: place, reason }) => (
          <a
            class="slot"
            data-tone="stop"
            data-mark="cross"
            href={`${here}/session?series=${seriesId}&number=${place}`}
            draggable="true"
          >
            <b>{t['state unplaced']}</b> <span>{whyNot(cellWords(locale), reason, names)}</span>
          </a>
        ))}
      </th>
      {board.mondays.map((monday) => (
        <td data-week={monday.toString()} data-closed={props.closed.has(monday.toString()) ? 'yes' : undefined}>
          {(byWeek.get(monday.toString()) ?? []).map((cell) => (
            <Slot {...props} cell={cell} names={names} />
          ))}
        </td>
      ))}
    </tr>
  )
}

const Slot: FC<Props & { cell: Cell; names: ReadonlyMap<string, string>; t: Words }> = (props) => {
  const { locale, zone, here, initiativeHome, cell, names, t } = props
  const { mark, tone } = looks[cell.state]
  const yes = cell.yes.flatMap((personId) => names.get(personId) ?? [])
  const href = cell.elsewhere
    ? `${initiativeHome}/${cell.elsewhere}`
    : `${here}/session?series=${cell.seriesId}&number=${cell.number}`
  return (
    <a
      class="slot"
      data-tone={tone}
      data-mark={mark}
      href={href}
      draggable={cell.elsewhere || cell.isPinned ? 'false' : 'true'}
    >
      <b>{weekTime(locale, zone, cell.startsAt)}</b>{' '}
      <span>
        {t[`state ${cell.state}`]}
        {cell.isPinned && <>, {t.pinned}</>}
        {cell.wasMoved && <>, {t.moved}</>}
        {cell.state === 'partly' && yes.length > 0 && <>; {t.yesOf({ names: list(locale, yes) })}</>}
      </span>
    </a>
  )
}

/** What the marks of the board mean. */
export const BoardKey: FC<{ locale: Locale; states: ReadonlySet<CellState> }> = ({ locale, states }) => {
  const t = words(locale)
  return (
    <ul class="key gap-2" aria-label={t.key}>
      {Object.entries(looks)
        .filter(([state]) => states.has(state as CellState))
        .map(([state, { mark, tone }]) => (
          <li class="slot-key" data-mark={mark} data-tone={tone}>
            {t[`state ${state as CellState}`]}
          </li>
        ))}
    </ul>
  )
}

const mostBars = 12

/** Everybody's points, the heaviest first, as bars with their figures. */
export const Fairness: FC<{ locale: Locale; burdens: Board['figures']['burdens'] }> = ({ locale, burdens }) => {
  const t = words(locale)
  const bearing = burdens.filter(({ points }) => points > 0)
  const most = Math.max(1, bearing[0]?.points ?? 1)
  if (bearing.length === 0) return <p class="muted">{t.fairnessNone}</p>
  const rest = burdens.length - Math.min(mostBars, bearing.length)
  return (
    <>
      <ul class="fair">
        {bearing.slice(0, mostBars).map(({ name, points }) => (
          <li>
            <span>
              <bdi>{name}</bdi>
            </span>
            <meter max={most} value={points} aria-label={t.fairnessLabel({ name, points: number(locale, points) })}>
              {points}
            </meter>
            <span class="num">{number(locale, points)}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p class="small muted">{t.fairnessMore({ count: rest })}</p>}
    </>
  )
}
