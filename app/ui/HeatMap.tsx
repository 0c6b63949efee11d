import type { ReactNode } from 'react'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { classes } from './classes'
import { heatClass, wholePoints } from './heat'
import { ScrollBox } from './ScrollBox'

/**
 * A share 0–1 of `n` people with its 90 % interval and what else is to be said of it, or the reason why it is not shown;
 * `vague` where too little is known of it.
 */
export type HeatCell =
  | { share: number; low: number; high: number; n?: number; note?: string; to?: string }
  | { suppressed: string; vague?: boolean }

export type HeatRow = {
  key: string
  label: ReactNode
  to?: string
  cells: (HeatCell | null)[]
  end?: ReactNode
}

export type HeatMapProps = {
  caption: string
  captionHidden?: boolean
  /** Over the names of the rows: "Xã, phường". */
  corner: ReactNode
  columns: { key: string; label: ReactNode; to?: string }[]
  rows: HeatRow[]
  /** More rows under headings of their own. */
  groups?: { key: string; label: ReactNode; rows: HeatRow[] }[]
  /** Over a last column without colour: "Trả lời". */
  endLabel?: ReactNode
}

/** From here on a map does not fit on an upright page, and is printed on its side. */
const manyColumns = 10

/**
 * A table of shares whose colour says both size and certainty; `null` is a cell without figures.
 * `<HeatMap caption="Tỷ lệ chưa đạt" corner="Xã" columns={[{ key: '4', label: 'An toàn' }]} rows={[{ key: '01321', label: 'Xã Bảo Lạc', cells: [{ share: 0.74, low: 0.7, high: 0.78, to: '…' }] }]} />`
 */
export function HeatMap({
  caption,
  captionHidden,
  corner,
  columns,
  rows,
  groups = [],
  endLabel,
}: HeatMapProps) {
  const t = useT('ui')
  const many = columns.length > manyColumns
  const line = (row: HeatRow) => (
    <tr key={row.key}>
      <th scope="row">{row.to ? <a href={row.to}>{row.label}</a> : row.label}</th>
      {row.cells.map((cell, i) => (
        <Cell key={columns[i]?.key ?? i} cell={cell} />
      ))}
      {endLabel ? <td className="num">{row.end}</td> : null}
    </tr>
  )
  return (
    <ScrollBox label={t('heat.scroll', { caption })} landscape={many}>
      <table className={classes('heat', many && 'many')}>
        <caption className={captionHidden ? 'vh' : undefined}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.to ? <a href={column.to}>{column.label}</a> : column.label}
              </th>
            ))}
            {endLabel ? <th scope="col">{endLabel}</th> : null}
          </tr>
        </thead>
        {rows.length > 0 ? <tbody>{rows.map(line)}</tbody> : null}
        {groups.map((group) => (
          <tbody key={group.key}>
            <tr>
              <th scope="rowgroup" colSpan={columns.length + (endLabel ? 2 : 1)}>
                {group.label}
              </th>
            </tr>
            {group.rows.map(line)}
          </tbody>
        ))}
      </table>
    </ScrollBox>
  )
}

function Cell({ cell }: { cell: HeatCell | null }) {
  const t = useT('ui')
  const locale = useLocale()
  if (!cell || 'suppressed' in cell) {
    const why = cell ? cell.suppressed : t('heat.missing')
    return (
      <td className={cell ? (cell.vague ? 'vague' : 'few') : 'none'} title={why}>
        <span aria-hidden="true">{cell ? (cell.vague ? '?' : '·') : '–'}</span>
        <span className="vh">{why}</span>
      </td>
    )
  }
  const points = (share: number) => formatNumber(locale, wholePoints(share))
  const half = (cell.high - cell.low) / 2
  const range = `${points(cell.low)}–${points(cell.high)}`
  const people = cell.n === undefined ? '' : ` · ${t('heat.n', { n: formatNumber(locale, cell.n) })}`
  const figure = (
    <>
      <span className="est">
        {points(cell.share)}
        <small>±{points(half)}</small>
      </span>
      <i>
        <span className="vh">{t('heat.range')}</span>
        {range}
        {people}
        {cell.note ? ` · ${cell.note}` : ''}
      </i>
    </>
  )
  return <td className={heatClass(cell.share, half)}>{cell.to ? <a href={cell.to}>{figure}</a> : figure}</td>
}
