import { useId, type ReactNode } from 'react'
import type {
  Sheet,
  SheetBlock,
  SheetColumn,
  SheetPicture,
  SheetRow,
  SheetTable,
} from '~/formats/administrative/sheet'
import { classes } from '~/ui/classes'
import { ScrollBox } from '~/ui/ScrollBox'

/** A document in the prescribed format as HTML, with what its DOCX has; each annex begins on a page of its own. */
export function OfficialSheet({ sheet }: { sheet: Sheet }) {
  const { language, marks, typeName, about, to, body, annexes } = sheet
  return (
    <div className="official" lang={language}>
      <article className="official-page">
        <Marks marks={marks} />
        <Head sheet={sheet} />
        {typeName ? (
          <div className="official-title">
            <h2>{typeName}</h2>
            <p>{about}</p>
            <hr />
          </div>
        ) : null}
        {to ? <Addressees label={to.label} names={to.names} /> : null}
        <Blocks blocks={body} name={about || sheet.subject} />
        <Foot sheet={sheet} />
      </article>
      {annexes.map(({ label, title, under, landscape, blocks }) => (
        <article key={label + title} className={classes('official-page', landscape && 'official-wide')}>
          <Marks marks={marks} />
          <div className="official-title">
            <h2>{label}</h2>
            <p className="official-caps">{title}</p>
            <p className="official-under">{under}</p>
            <hr />
          </div>
          <Blocks blocks={blocks} name={title} />
        </article>
      ))}
    </div>
  )
}

function Marks({ marks }: { marks: string[] }) {
  return marks.map((mark) => (
    <p key={mark} className="official-mark">
      {mark}
    </p>
  ))
}

function Head({ sheet }: { sheet: Sheet }) {
  const { superior, issuer, nation, motto, number, subject, placeDate } = sheet
  return (
    <div className="official-head">
      <div>
        {superior ? <p className="official-superior">{superior}</p> : null}
        <p className="official-issuer">{issuer}</p>
        <hr />
      </div>
      <div>
        <p className="official-issuer">{nation}</p>
        <p className="official-motto">{motto}</p>
      </div>
      <div>
        <p>{number}</p>
        {subject ? <p className="official-subject">{subject}</p> : null}
      </div>
      <p className="official-date">{placeDate}</p>
    </div>
  )
}

function Addressees({ label, names }: { label: string; names: string[] }) {
  const [only, ...others] = names
  if (others.length === 0)
    return (
      <p className="official-to">
        {label}: {only}
      </p>
    )
  return (
    <div className="official-to official-many">
      <p>{label}:</p>
      {names.map((name, i) => (
        <p key={i}>{`- ${name}${i === names.length - 1 ? '.' : ';'}`}</p>
      ))}
    </div>
  )
}

function Blocks({ blocks, name }: { blocks: SheetBlock[]; name: string }) {
  return blocks.map((block, i) => {
    switch (block.kind) {
      case 'heading':
        return block.level === 1 ? <h3 key={i}>{block.text}</h3> : <h4 key={i}>{block.text}</h4>
      case 'line':
        return (
          <p key={i} className={classes('official-line', block.basis && 'official-basis')}>
            {block.text}
          </p>
        )
      case 'table':
        return <OfficialTable key={i} table={block.table} name={name} />
      case 'picture':
        return <Drawing key={i} picture={block.picture} />
    }
  })
}

function Drawing({ picture: { svg, width, height, title, description } }: { picture: SheetPicture }) {
  return (
    <figure>
      <img
        src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
        width={width}
        height={height}
        alt={description}
      />
      <figcaption>{title}</figcaption>
    </figure>
  )
}

type OfficialTableProps = { table: SheetTable; name: string }

/** `name`: what a table without a caption is called by the heading above it. */
function OfficialTable({ table: { caption, columns, rows, notes, dense }, name }: OfficialTableProps) {
  const id = useId()
  return (
    <>
      <ScrollBox labelledBy={id}>
        <table className={dense ? 'official-dense' : undefined}>
          <caption id={id} className={caption ? undefined : 'vh'}>
            {caption || name}
          </caption>
          <thead>
            <tr>
              {columns.map(({ label }, i) => (
                <th key={i} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={i}>{cellsOf(row, columns)}</tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {notes.map((note) => (
        <p key={note} className="official-note">
          {note}
        </p>
      ))}
    </>
  )
}

const align = ({ align: side }: SheetColumn) => (side ? `official-${side}` : undefined)

function cellsOf(row: SheetRow, columns: SheetColumn[]): ReactNode {
  if ('cells' in row)
    return columns.map((column, i) => (
      <td key={i} className={align(column)}>
        {row.cells[i]}
      </td>
    ))
  if ('total' in row)
    return columns.map((column, i) => (
      <td key={i} className={align(column)}>
        <b>{row.total[i]}</b>
      </td>
    ))
  return 'group' in row ? (
    <th colSpan={columns.length} scope="rowgroup">
      {row.group}
    </th>
  ) : (
    <td colSpan={columns.length}>
      <i>{row.remark}</i>
    </td>
  )
}

function Foot({ sheet: { recipients, signature } }: { sheet: Sheet }) {
  const last = recipients.lines.length - 1
  return (
    <div className="official-foot">
      <div>
        <p className="official-copies">{recipients.label}:</p>
        {recipients.lines.map((line, i) => (
          <p key={i} className="official-copy">{`- ${line}${i === last ? '.' : ';'}`}</p>
        ))}
      </div>
      <div className="official-signs">
        {signature.authority.map((line, i) => (
          <p key={i} className="official-caps">
            {line}
          </p>
        ))}
        <p className="official-caps">{signature.title}</p>
        <p className="official-name">{signature.name}</p>
      </div>
    </div>
  )
}
