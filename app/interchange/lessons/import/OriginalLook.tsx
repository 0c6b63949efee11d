import { Fragment } from 'react'
import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { ScrollBox } from '~/ui/ScrollBox'
import { everyBlock, type Block, type Cell, type Piece } from '../document'
import type { ShownPicture } from './view-document.server'

type Document = { documentId: string; pictures: Record<string, ShownPicture> }
/** `nameOf` is what a table is called, which is a landmark of the page because it scrolls. */
type Source = Document & { nameOf: (table: Block) => string }

/**
 * A part of a document as it was, to be compared with: its words, lists, tables and pictures. Its headings are bold lines, for
 * the page has headings of its own.
 */
export function OriginalLook({
  blocks,
  lesson,
  ...document
}: Document & { blocks: Block[]; lesson: number }) {
  const t = useT('documents')
  const tables = everyBlock(blocks).filter(({ kind }) => kind === 'table')
  const nameOf = (table: Block) => t('preview.table', { lesson, number: tables.indexOf(table) + 1 })
  return <Looks blocks={blocks} source={{ ...document, nameOf }} />
}

function Looks({ blocks, source }: { blocks: Block[]; source: Source }) {
  return blocks.map((block, at) => <Look key={at} block={block} source={source} />)
}

function Look({ block, source }: { block: Block; source: Source }) {
  const t = useT('documents')
  switch (block.kind) {
    case 'heading':
      return (
        <p>
          <strong>
            <Pieces pieces={block.pieces} source={source} />
          </strong>
        </p>
      )
    case 'paragraph':
      return (
        <p>
          <Pieces pieces={block.pieces} source={source} />
        </p>
      )
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return (
        <List>
          {block.items.map((item, at) => (
            <li key={at}>
              <Inside blocks={item} source={source} />
            </li>
          ))}
        </List>
      )
    }
    case 'table':
      return (
        <ScrollBox label={source.nameOf(block)}>
          <table className="table">
            <tbody>
              {block.rows.map((row, at) => (
                <tr key={at}>
                  {row.map((cell, i) => (
                    <TableCell key={i} cell={cell} source={source} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )
    case 'speaker':
      return (
        <blockquote>
          <b>{t('word.speaker')}</b>
          <Looks blocks={block.blocks} source={source} />
        </blockquote>
      )
  }
}

function TableCell({ cell, source }: { cell: Cell; source: Source }) {
  const over = (count: number) => (count > 1 ? Math.min(count, 100) : undefined)
  return (
    <td colSpan={over(cell.across)} rowSpan={over(cell.down)}>
      <Inside blocks={cell.blocks} source={source} />
    </td>
  )
}

/** One paragraph alone stands in an item or a cell without a frame of its own. */
function Inside({ blocks, source }: { blocks: Block[]; source: Source }) {
  const [first, ...rest] = blocks
  if (first?.kind !== 'paragraph') return <Looks blocks={blocks} source={source} />
  return (
    <>
      <Pieces pieces={first.pieces} source={source} />
      <Looks blocks={rest} source={source} />
    </>
  )
}

function Pieces({ pieces, source }: { pieces: Piece[]; source: Source }) {
  const t = useT('documents')
  return pieces.map((piece, at) => {
    if (piece === 'break') return <br key={at} />
    if ('picture' in piece) {
      const size = source.pictures[piece.picture]
      if (!size) return <span key={at} className="muted">{` ${t('preview.missingPicture')} `}</span>
      const name = piece.picture.replace(/^figures\//, '')
      return (
        <img
          key={at}
          className="question-picture"
          loading="lazy"
          src={paths.studioDocumentPicture(source.documentId, name)}
          alt={piece.alt}
          width={size.width}
          height={size.height}
        />
      )
    }
    const strong = piece.strong ? <strong>{piece.text}</strong> : piece.text
    return <Fragment key={at}>{piece.em ? <em>{strong}</em> : strong}</Fragment>
  })
}
