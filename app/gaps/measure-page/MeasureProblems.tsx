import { mostProblems, type CellProblem } from '~/formats/number-table'
import { useLocale, useT } from '~/platform/i18n/react'
import { translateMessage } from '~/platform/i18n/translate'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'

/** What is wrong in the file: line, column, and how to mend it. */
export function MeasureProblems({ problems }: { problems: CellProblem[] }) {
  const t = useT('measure')
  const locale = useLocale()
  if (problems.length === 0) return null
  return (
    <Panel>
      <Table
        caption={t('problems.caption', { count: problems.length })}
        rows={problems.map((problem, i) => ({ ...problem, id: String(i) }))}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'place',
            label: t('problems.place'),
            cell: ({ line, column }) =>
              column === null ? t('problems.line', { line }) : t('problems.cell', { line, column }),
          },
          {
            key: 'what',
            label: t('problems.what'),
            cell: (problem) => translateMessage(locale, 'measure', problem),
          },
        ]}
      />
      {problems.length >= mostProblems ? (
        <p className="muted">{t('problems.more', { count: mostProblems })}</p>
      ) : null}
    </Panel>
  )
}
