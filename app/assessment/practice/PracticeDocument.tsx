import { ScrollBox } from '~/ui/ScrollBox'
import type { DocumentView } from './present'

/** A paper, a mail or a table of the simulation. */
export function PracticeDocument({ document }: { document: DocumentView }) {
  const { id, kind, title, facts, text, table } = document
  return (
    <article className={`sim-doc ${kind}`} aria-labelledby={`d-${id}`}>
      <h3 id={`d-${id}`}>{title}</h3>
      {facts.length > 0 ? (
        <dl>
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {text.map((each) => (
        <p key={each}>{each}</p>
      ))}
      {table ? (
        <ScrollBox label={title}>
          <table className="table">
            <thead>
              <tr>
                {table.head.map((cell, i) => (
                  <th key={i} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, i) => (
                <tr key={i}>
                  {row.map((cell, j) => (
                    <td key={j} className={isCode(cell) ? 'num' : undefined}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      ) : null}
    </article>
  )
}

/** A date, a number or a code such as VD-0427: it stays on one line. */
function isCode(cell: string): boolean {
  return cell.length <= 12 && /\d/.test(cell) && !/\s/.test(cell)
}
