import { useId, type ReactNode } from 'react'
import { useT } from '~/platform/i18n/react'
import { classes } from './classes'
import { ScrollBox } from './ScrollBox'

export type SortDirection = 'asc' | 'desc'
export type Sort = { key: string; direction: SortDirection }

export type Column<Row> = {
  key: string
  label: string
  /** Keeps the label for screen readers only, as over a column of "Sửa". */
  labelHidden?: boolean
  align?: 'end'
  /** The cell that names the row; the first column where none says so. */
  rowHeader?: boolean
  sortable?: boolean
  /** Left out on phones. */
  wideOnly?: boolean
  /** Holds a drawing such as `EstimateDot`: takes the room that is left, `narrow` beside many columns; on phones a line of its own. */
  figure?: boolean | 'narrow'
  cell: (row: Row) => ReactNode
}

export type TableProps<Row> = {
  caption: ReactNode
  captionHidden?: boolean
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  sort?: Sort
  /** The address that sorts by a column; the direction is the one that a press gives. */
  sortHref?: (key: string, direction: SortDirection) => string
  /** False keeps the grid on phones and scrolls inside its own box. */
  stack?: boolean
  /** Stands in place of the body when there are no rows. */
  empty?: ReactNode
}

/**
 * A table of figures: real headers, sorted by links, stacked rows on phones, and text that can be copied.
 * `<Table caption="Theo xã" rows={places} rowKey={(p) => p.code} columns={[{ key: 'name', label: 'Xã', cell: (p) => p.name }]} />`
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, captionHidden, columns, rows, rowKey, sort, sortHref, stack = true, empty } = props
  const captionId = useId()
  const headerKey = (columns.find((column) => column.rowHeader) ?? columns[0])?.key
  const table = (
    <table className={classes('table', stack && 'stack')}>
      <caption id={stack ? undefined : captionId} className={captionHidden ? 'vh' : undefined}>
        {caption}
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeadCell key={column.key} column={column} sort={sort} sortHref={sortHref} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => {
              const look = classes(
                column.align && 'r',
                column.wideOnly && 'wide-only',
                column.figure && 'fig',
                column.figure === 'narrow' && 'narrow',
              )
              return column.key === headerKey ? (
                <th key={column.key} scope="row" className={look}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} className={look} data-label={labelOnPhone(column)}>
                  {column.cell(row)}
                </td>
              )
            })}
          </tr>
        ))}
        {rows.length === 0 && empty ? (
          <tr>
            <td colSpan={columns.length}>{empty}</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  )
  return stack ? table : <ScrollBox labelledBy={captionId}>{table}</ScrollBox>
}

function labelOnPhone<Row>(column: Column<Row>): string | undefined {
  return column.labelHidden || column.figure ? undefined : column.label
}

type HeadCellProps<Row> = { column: Column<Row> } & Pick<TableProps<Row>, 'sort' | 'sortHref'>

function HeadCell<Row>({ column, sort, sortHref }: HeadCellProps<Row>) {
  const t = useT('ui')
  const sorted = sort?.key === column.key ? sort.direction : undefined
  const look = classes(column.align && 'r', column.wideOnly && 'wide-only')
  const label = column.labelHidden ? <span className="vh">{column.label}</span> : column.label
  if (!column.sortable || !sortHref) {
    return (
      <th scope="col" className={look}>
        {label}
      </th>
    )
  }
  const next: SortDirection = sorted === 'asc' ? 'desc' : 'asc'
  return (
    <th scope="col" className={look} aria-sort={sorted && (sorted === 'asc' ? 'ascending' : 'descending')}>
      <a href={sortHref(column.key, next)} title={t('table.sort', { column: column.label })}>
        {label}
        {sorted ? <span aria-hidden="true">{sorted === 'asc' ? ' ↑' : ' ↓'}</span> : null}
      </a>
    </th>
  )
}
