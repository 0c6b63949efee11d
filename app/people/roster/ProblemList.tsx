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
  const text = (problem: Problem, part: 'message' | 'mend') => translateMessage(locale, 'roster', problem[part])
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
          cell: ({ problem }) => (canAccept(problem) ? <Accept problem={problem} /> : text(problem, 'mend')),
        },
      ]}
    />
  )
}

function Place({ line: { row, problem } }: { line: ProblemLine }) {
  const t = useT('roster')
  const at = problem.address === null ? null : parseAddress(problem.address)
  if (at && problem.address) {
    return <span className="num">{t('cell', { row: at.row, column: problem.address.replace(/\d+$/, '') })}</span>
  }
  return <span className="num">{row === null ? t('wholeFile') : t('row', { row })}</span>
}

const canAccept = ({ suggestion, column, code }: Problem) =>
  suggestion !== null && code !== 'legacyText' && (column === 'commune' || column === 'positions')

function Accept({ problem: { suggestion, column, value } }: { problem: Problem }) {
  const t = useT('roster')
  return (
    <form method="post">
      <HiddenFields values={{ intent: 'accept', column: column ?? undefined, value, code: suggestion?.code }} />
      <button className="link">
        {t('errors.accept', { label: suggestion?.label ?? '' })}
        <VisuallyHidden>{t('errors.acceptFor', { value })}</VisuallyHidden>
      </button>
    </form>
  )
}
