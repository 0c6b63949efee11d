import type { ReactNode } from 'react'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Table, type Sort, type SortDirection } from '~/ui/Table'
import { VisuallyHidden } from '~/ui/VisuallyHidden'
import { parts, stages, type Count, type GroupCounts, type Part, type Stage } from './counts'

type CountsTableProps<Row extends GroupCounts> = {
  caption: string
  first: string
  rows: Row[]
  nameOf: (row: Row) => ReactNode
  /** Tells those who are learning apart. */
  withParts?: boolean
  sort?: Sort
  sortHref?: (key: string, direction: SortDirection) => string
}

/** People of each row by how far they are; small counts are hatched and say why. */
export function CountsTable<Row extends GroupCounts & Partial<Record<Part, Count>>>(
  props: CountsTableProps<Row>,
) {
  const { caption, first, rows, nameOf, withParts, sort, sortHref } = props
  const t = useT('enrolment')
  const locale = useLocale()
  const sortable = sortHref !== undefined
  const counts: (Stage | Part)[] = withParts ? ['none', ...parts, 'finished'] : [...stages]
  return (
    <Table
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ code }) => code}
      sort={sort}
      sortHref={sortHref}
      columns={[
        { key: 'name', label: first, sortable, cell: nameOf },
        {
          key: 'people',
          label: t('people'),
          align: 'end',
          sortable,
          cell: ({ people }) => formatNumber(locale, people),
        },
        ...counts.map((stage) => ({
          key: stage,
          label: t(stage),
          align: 'end' as const,
          sortable,
          cell: (row: Row) => <CountCell count={row[stage] ?? 'hidden'} />,
        })),
      ]}
    />
  )
}

function CountCell({ count }: { count: Count }) {
  const t = useT('enrolment')
  const locale = useLocale()
  if (count !== 'hidden') return <>{formatNumber(locale, count)}</>
  return (
    <span className="muted">
      <span aria-hidden="true">{t('hidden')}</span>
      <VisuallyHidden>{t('hidden.why')}</VisuallyHidden>
    </span>
  )
}
