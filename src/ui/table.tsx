import type { Child, FC } from 'hono/jsx'
import { useTexts } from './texts.ts'

export interface Column<Row> {
  head: Child
  /** The word shown before the cell when rows become blocks on a phone; needed when `head` is not a string. */
  label?: string | undefined
  cell: (row: Row) => Child
  /** Stands at the end of its line, with digits of equal width. */
  numeric?: boolean | undefined
  /** Hides the head from the eye, not from screen readers: a column of buttons. */
  quiet?: boolean | undefined
}

export interface TableProps<Row> {
  caption: string
  showCaption?: boolean | undefined
  columns: Column<Row>[]
  rows: Row[]
  /** Shown instead of an empty table: says what belongs here and what to do. */
  empty?: Child
  /** Rows stay rows on a phone. */
  rigid?: boolean | undefined
  foot?: Child[] | undefined
}

/** The first column names the row. On a phone each row becomes a block. */
export function Table<Row>(props: TableProps<Row>) {
  if (props.rows.length === 0 && props.empty !== undefined) return <>{props.empty}</>
  const table = (
    <table class={props.rigid ? 'tbl' : 'tbl fold'}>
      <caption class={props.showCaption ? undefined : 'vh'}>{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th scope="col" class={column.numeric ? 'r' : undefined}>
              {column.quiet ? <span class="vh">{column.head}</span> : column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr>
            {props.columns.map((column, index) =>
              index === 0 ? <th scope="row">{column.cell(row)}</th> : <Cell column={column} row={row} />,
            )}
          </tr>
        ))}
      </tbody>
      {props.foot && <Foot cells={props.foot} columns={props.columns} />}
    </table>
  )
  return props.rigid ? <div class="scroll">{table}</div> : <div class="cq">{table}</div>
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const label = column.label ?? (typeof column.head === 'string' ? column.head : undefined)
  return (
    <td class={column.numeric ? 'r' : undefined} data-l={column.quiet ? undefined : label}>
      <div>{column.cell(row)}</div>
    </td>
  )
}

function Foot<Row>({ cells, columns }: { cells: Child[]; columns: Column<Row>[] }) {
  return (
    <tfoot>
      <tr>
        {cells.map((cell, index) =>
          index === 0 ? <th scope="row">{cell}</th> : <td class={columns[index]?.numeric ? 'r' : undefined}>{cell}</td>,
        )}
      </tr>
    </tfoot>
  )
}

/** Earlier and later as plain links; `where` says what is shown: '41 to 60 of 312'. */
export const Pager: FC<{ previous?: string | undefined; next?: string | undefined; where?: Child }> = (props) => {
  const texts = useTexts()
  if (!props.previous && !props.next) return null
  return (
    <nav class="row apart gap-s" aria-label={texts.pages}>
      <span class="row">
        {props.previous && (
          <a class="btn sm" rel="prev" href={props.previous}>
            {texts.previous}
          </a>
        )}
        {props.next && (
          <a class="btn sm" rel="next" href={props.next}>
            {texts.next}
          </a>
        )}
      </span>
      {props.where && <span class="small muted num">{props.where}</span>}
    </nav>
  )
}
