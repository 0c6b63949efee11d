import { parseAddress } from '~/formats/table'
import { useLocale, useT } from '~/platform/i18n/react'
import { translateMessage } from '~/platform/i18n/translate'
import { HiddenFields } from '~/ui/HiddenFields'
import { Table } from '~/ui/Table'
import { VisuallyHidden } from '~/ui/VisuallyHidden'
import type { ProblemLine } from './preview-page'
import type { Problem } from './types'

/** Problems as a planner meets them: the cell, what stands in it, why it cannot be used, and how to mend it. */
export function ProblemList({ lines, kind }: { lines: ProblemLine[]; kind: 'error' | 'notes' }) {
  const t = useT('roster')
  const locale = useLocale()
  const text = (problem: Problem, part: 'message' | 'mend') =>
    translateMessage(locale, 'roster', problem[part])
  return (
    <Table
      caption={kind === 'error' ? t('show.error') : t('notes.title')}
      captionHidden
      rows={lines.map((line, i) => ({ ...line, key: String(i) }))}
      rowKey={({ key }) => key}
      empty={t('show.empty')}
      columns={[
        { key: 'cell', label: t('errors.cell'), cell: (line) => <Place line={line} /> },
        { key: 'value', label: t('errors.value'), cell: ({ problem }) => problem.value },
        { key: 'why', label: t('errors.why'), cell: ({ problem }) => text(problem, 'message') },
        {
          key: 'how',
          label: t('errors.how'),
          cell: ({ problem }) => (problem.suggestion ? <Accept problem={problem} /> : text(problem, 'mend')),
        },
      ]}
    />
  )
}

function Place({ line: { row, problem } }: { line: ProblemLine }) {
  const t = useT('roster')
  const at = problem.address === null ? null : parseAddress(problem.address)
  if (at && problem.address) {
    return (
      <span className="num">{t('cell', { row: at.row, column: problem.address.replace(/\d+$/, '') })}</span>
    )
  }
  return <span className="num">{row === null ? t('wholeFile') : t('row', { row })}</span>
}

function Accept({ problem: { suggestion, column, code, value } }: { problem: Problem }) {
  const t = useT('roster')
  const fields =
    code === 'legacyText'
      ? { intent: 'convert' }
      : { intent: 'accept', column: column ?? undefined, value, code: suggestion?.code }
  const label = suggestion?.label ?? ''
  return (
    <form method="post">
      <HiddenFields values={fields} />
      <button className="link">
        {code === 'legacyText' ? t('errors.convertTo', { label }) : t('errors.accept', { label })}
        {code === 'legacyText' ? null : <VisuallyHidden>{t('errors.acceptFor', { value })}</VisuallyHidden>}
      </button>
    </form>
  )
}
