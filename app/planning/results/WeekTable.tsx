import { useId, type ReactNode } from 'react'
import { formatDate } from '~/platform/i18n/format'
import { ScrollBox } from '~/ui/ScrollBox'
import type { Delivery } from '../problem'

/** One line of the calendar. `cells`: what stands in which week (its Monday); null: taught in no week of its own. */
export type WeekRow = {
  key: string
  head: ReactNode
  delivery: Delivery
  cells: Record<string, string> | null
  whole: string
}

type WeekTableProps = {
  caption: string
  captionHidden?: boolean
  weeks: readonly string[]
  /** Rows that stand together, under a name where there is one. */
  parts: { name: string | null; rows: WeekRow[] }[]
}

/** A calendar of weeks that is read as a table: a filled cell says what is held in that week. */
export function WeekTable({ caption, captionHidden, weeks, parts }: WeekTableProps) {
  const id = useId()
  return (
    <ScrollBox labelledBy={id}>
      <table className="table weeks">
        <caption id={id} className={captionHidden ? 'vh' : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            <td />
            {weeks.map((week) => (
              <th key={week} scope="col">
                {formatDate(week).slice(0, 5)}
              </th>
            ))}
          </tr>
        </thead>
        {parts.map(({ name, rows }, i) => (
          <tbody key={name ?? i}>
            {name ? (
              <tr>
                <th scope="rowgroup" colSpan={weeks.length + 1}>
                  {name}
                </th>
              </tr>
            ) : null}
            {rows.map((row) => (
              <tr key={row.key} className={row.delivery}>
                <th scope="row">{row.head}</th>
                {row.cells === null ? (
                  <td colSpan={weeks.length}>
                    <b>{row.whole}</b>
                  </td>
                ) : (
                  weeks.map((week) => (
                    <td key={week}>{row.cells?.[week] ? <b>{row.cells[week]}</b> : null}</td>
                  ))
                )}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollBox>
  )
}
