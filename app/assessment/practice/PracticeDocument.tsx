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
                    <td key={j}>{cell}</td>
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
