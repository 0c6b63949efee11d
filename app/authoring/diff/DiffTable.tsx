import { useT } from '~/platform/i18n/react'
import type { Difference } from './compare'
import { FigureSaid, saysFigure } from '../pictures/FigureSaid'
import { fieldName } from './field-name'
import { wordDiff, type Run } from './word-diff'

type DiffTableProps = { rows: Difference[]; before: string; after: string }

/** Two versions side by side, text by text, with the words that went and came marked. */
export function DiffTable({ rows, before, after }: DiffTableProps) {
  const t = useT('studio')
  if (rows.length === 0) return <p className="muted">{t('diff.none')}</p>
  return (
    <table className="table stack">
      <caption className="vh">{t('diff.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('diff.where')}</th>
          <th scope="col">{before}</th>
          <th scope="col">{after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const runs = wordDiff(row.before, row.after)
          return (
            <tr key={row.name}>
              <th scope="row">{fieldName(row.name, t)}</th>
              <td data-label={before}>
                {saysFigure(row.name, row.before) ? (
                  <FigureSaid text={row.before} />
                ) : (
                  <Words runs={runs} side="gone" />
                )}
              </td>
              <td data-label={after}>
                {saysFigure(row.name, row.after) ? (
                  <FigureSaid text={row.after} />
                ) : (
                  <Words runs={runs} side="new" />
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Words({ runs, side }: { runs: Run[]; side: 'gone' | 'new' }) {
  const t = useT('studio')
  const shown = runs.filter(({ kind }) => kind === 'same' || kind === side)
  if (shown.length === 0) return <span className="muted">{t('diff.empty')}</span>
  return (
    <span className="diff">
      {shown.map(({ kind, text }, i) =>
        kind === 'same' ? text : kind === 'gone' ? <del key={i}>{text}</del> : <ins key={i}>{text}</ins>,
      )}
    </span>
  )
}
