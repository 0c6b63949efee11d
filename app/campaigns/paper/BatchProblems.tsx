import { paths } from '~/paths'
import { formatDate } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Pagination } from '~/ui/Pagination'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { PaperProblem } from './batch'
import type { BatchView } from './view-batch.server'

/** What is wrong, where it stands in the file, and how to mend it. */
export function BatchProblems({ view }: { view: BatchView }) {
  const t = useT('paper')
  const { campaign, id, problems, problemCount, page, pages } = view
  if (problemCount === 0) return null
  const words = ({ values }: PaperProblem) =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        key === 'today' || key === 'opensOn' ? formatDate(String(value)) : value,
      ]),
    )
  return (
    <Panel title={t('problems.title', { count: problemCount })} id="problems">
      <p>{t('problems.text')}</p>
      <Table
        caption={t('problems.title', { count: problemCount })}
        captionHidden
        rows={problems.map((problem, i) => ({ problem, key: String(i) }))}
        rowKey={({ key }) => key}
        columns={[
          { key: 'sheet', label: t('problems.sheet'), cell: ({ problem }) => problem.sheet },
          { key: 'where', label: t('problems.where'), cell: ({ problem }) => <Where problem={problem} /> },
          {
            key: 'what',
            label: t('problems.what'),
            cell: ({ problem }) => t(`problem.${problem.code}`, words(problem)),
          },
          {
            key: 'mend',
            label: t('problems.mend'),
            cell: ({ problem }) => t(`mend.${problem.code}`, words(problem)),
          },
        ]}
      />
      <Pagination page={page} pages={pages} hrefOf={(n) => paths.paperBatch(campaign.id, id, { page: n })} />
    </Panel>
  )
}

function Where({ problem: { row, column, heading } }: { problem: PaperProblem }) {
  const t = useT('paper')
  if (row === null) return t('problems.wholeSheet')
  if (column === null) return t('problems.row', { row })
  const question = heading && /^\d/.test(heading)
  return (
    <span className="num">
      {t('problems.cell', { row, column })}
      {question ? ` · ${t('problems.question', { question: heading })}` : null}
    </span>
  )
}
