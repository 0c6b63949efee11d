import { writeDocx } from '~/formats/administrative/write-docx.server'
import { fileName } from '~/formats/file-name'
import type { Sheet, SheetPicture } from '~/formats/administrative/sheet'
import { chartSvg } from '~/gaps/charts/chart-file.server'
import type { ChartName } from '~/gaps/charts/chart-names'
import { refuse } from '~/platform/http/errors'
import { formatDate } from '~/platform/i18n/format'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import { assemble } from './assemble'
import { documentAt, type DocumentRow } from './document-row.server'
import { draftOf } from './draft-of.server'
import type { Draft } from './draft'
import { outlineOf } from './outline'
import { dataMark, sectionMark, sectionsOf } from './wording'

/** So wide that the letters of a chart are as large as those of a table when it is as wide as the text. */
const chartWidth = 680

function draftAt(actor: Actor, row: DocumentRow): Draft | null {
  return draftOf(actor, { ...row, createdAt: new Date(row.createdAt) })
}

export type DocumentView = ReturnType<typeof viewDocument>

/** A document to be edited: its sections with what is suggested for each; `outline` is null where its subject is gone. */
export function viewDocument(actor: Actor, id: string) {
  const row = documentAt(actor, id)
  const { kind, language, revision, editedAt, editor, removedAt } = row
  const draft = draftAt(actor, row)
  const sections = draft
    ? sectionsOf(draft, row.wording).map((section) => ({ ...section, mark: sectionMark(section) }))
    : []
  return {
    document: { id, kind, language, revision, editedAt, editor, isRemoved: removedAt !== null },
    typeName: draft?.typeName ?? '',
    outline: draft && outlineOf(draft),
    sections,
    /** The data say something else than when it was saved last. */
    moved: draft !== null && dataMark(draft) !== row.dataMark,
    ofCommune: row.communeCode !== null,
  }
}

/** A document as it is printed, with its charts; refused where its subject is gone or it was removed. */
export function sheetOf(actor: Actor, id: string): { sheet: Sheet; row: DocumentRow } {
  const row = documentAt(actor, id)
  const draft = row.removedAt === null ? draftAt(actor, row) : null
  if (!draft) throw refuse('notFound')
  const sections = sectionsOf(draft, row.wording)
  return { sheet: assemble(draft, sections, row.language, picturesOf(actor, row, draft)), row }
}

function picturesOf(
  actor: Actor,
  { campaignId, language }: DocumentRow,
  { parts }: Draft,
): ReadonlyMap<ChartName, SheetPicture> {
  if (campaignId === null) return new Map()
  return new Map(
    parts.flatMap((part): [ChartName, SheetPicture][] => {
      if (part.kind !== 'chart') return []
      const drawn = chartSvg(actor, campaignId, part.chart, language, { width: chartWidth })
      return drawn ? [[part.chart, drawn]] : []
    }),
  )
}

/** A document as DOCX, with a name that every machine takes. */
export async function documentFile(actor: Actor, id: string): Promise<{ name: string; body: Uint8Array }> {
  const { sheet, row } = sheetOf(actor, id)
  const day = formatDate(row.editedAt).split('/').reverse().join('')
  const kind = getT(row.language, 'official')(`kind.${row.kind}`)
  return {
    name: fileName([kind, day], 'docx'),
    body: await writeDocx(sheet),
  }
}
