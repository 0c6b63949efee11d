import { writeWorkbook } from '~/formats/write-workbook.server'
import type { Locale } from '~/platform/i18n/locale'
import { getT, translateMessage } from '~/platform/i18n/translate'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { importFor } from './import-row.server'
import { originalColumns, previewRows } from './preview'
import { readPreview } from './stored-preview.server'
import type { Problem } from './types'

/** The rows of an import that have errors, as they stood, with reasons: corrected, it can be sent in again. */
export async function errorsWorkbook(
  actor: Actor,
  id: string,
  { locale, sample }: { locale: Locale; sample: boolean },
): Promise<Buffer> {
  const row = await importFor(actor, id)
  if (row.state !== 'preview') throw refuse('notFound')
  const preview = readPreview(reader, id)
  const t = getT(locale, 'roster')
  const columns = originalColumns(preview.layout)
  const rows = previewRows(preview).filter(({ status }) => status === 'error')
  const text = (problem: Problem, part: 'message' | 'mend') =>
    translateMessage(locale, 'roster', problem[part])
  return writeWorkbook([
    {
      name: sample ? `${t('errors.sheet')} (${getT(locale, 'ui')('sample.short')})` : t('errors.sheet'),
      columns: [
        ...columns.map((at) => ({ header: preview.layout.headings[at] ?? '', width: 24 })),
        { header: t('errors.row'), kind: 'integer', width: 8 },
        { header: t('errors.why'), width: 50 },
        { header: t('errors.how'), width: 50 },
      ],
      rows: rows.map(({ row: number, problems }) => {
        const errors = problems.filter(({ level }) => level === 'error')
        const lines = (part: 'message' | 'mend') =>
          [...new Set(errors.map((problem) => text(problem, part)))].join('. ')
        const cells = preview.originals[number] ?? columns.map(() => null)
        return [...cells, number, lines('message'), lines('mend')]
      }),
    },
  ])
}
