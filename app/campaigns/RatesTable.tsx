import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { ResponseProgress } from '~/ui/ResponseProgress'
import { Table, type Column, type Sort } from '~/ui/Table'
import { Tag } from '~/ui/Tag'
import { formTags } from './form-tags'
import type { CommuneRates } from './response-rates.server'

type RatesTableProps = {
  campaignId: string
  rows: CommuneRates[]
  /** How many communes there are; more than the rows where only the lowest are shown. */
  count: number
  sort: Sort
}

/** How far each commune is, each figure leading to the people behind it. */
export function RatesTable({ campaignId, rows, count, sort }: RatesTableProps) {
  const t = useT('campaigns')
  const locale = useLocale()
  const missing = (code: string) => paths.missing(campaignId, { commune: code })
  const columns: Column<CommuneRates>[] = [
    {
      key: 'name',
      label: t('rates.commune'),
      sortable: true,
      cell: ({ code, name }) => <a href={paths.commune(code)}>{name}</a>,
    },
    {
      key: 'share',
      label: t('rates.progress'),
      sortable: true,
      wideOnly: true,
      cell: ({ submitted, asked }) => <ResponseProgress done={submitted} total={asked} barOnly />,
    },
    {
      key: 'submitted',
      label: t('rates.submitted'),
      sortable: true,
      align: 'end',
      cell: ({ submitted, asked }) => `${formatNumber(locale, submitted)}/${formatNumber(locale, asked)}`,
    },
    {
      key: 'started',
      label: t('rates.started'),
      sortable: true,
      align: 'end',
      cell: ({ started, code }) =>
        started > 0 ? <a href={missing(code)}>{formatNumber(locale, started)}</a> : '0',
    },
    {
      key: 'notStarted',
      label: t('rates.notStarted'),
      sortable: true,
      align: 'end',
      cell: ({ notStarted, code }) =>
        notStarted > 0 ? <a href={missing(code)}>{formatNumber(locale, notStarted)}</a> : '0',
    },
  ]
  if (rows.some(({ form }) => form !== null)) {
    columns.push({
      key: 'form',
      label: t('rates.form'),
      sortable: true,
      cell: ({ form }) => (form ? <Tag kind={formTags[form]}>{t(`form.${form}`)}</Tag> : null),
    })
  }
  return (
    <Panel title={count === 1 ? t('rates.titleOwn') : t('rates.title')} id="rates">
      <Table
        caption={t('rates.caption')}
        captionHidden
        columns={count === 1 ? columns.map((column) => ({ ...column, sortable: false })) : columns}
        rows={rows}
        rowKey={({ code }) => code}
        sort={sort}
        sortHref={(key, direction) =>
          `${paths.campaign(campaignId, { sort: key, dir: direction, filter: 'all' })}#rates`
        }
      />
      {rows.length < count ? (
        <p className="small muted">
          {t('rates.some', { shown: rows.length, count })}{' '}
          <a href={`${paths.campaign(campaignId, { filter: 'all' })}#rates`}>{t('rates.all')}</a>
        </p>
      ) : null}
    </Panel>
  )
}
