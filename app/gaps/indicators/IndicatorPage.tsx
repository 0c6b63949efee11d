import { paths } from '~/paths'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import { Filters } from '~/ui/Filters'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import { Table, type Column } from '~/ui/Table'
import type { IndicatorView, ValueRow } from './indicator-page.server'
import { IndicatorCrumbs } from './IndicatorCrumbs'
import { chanceText, numberOf, spanText, valueText } from './value-text'

/** One indicator, commune by commune on a day, and over time. */
export function IndicatorPage({ view }: { view: IndicatorView }) {
  const t = useT('indicators')
  const locale = useLocale()
  const { indicator, day, days, order, rows, province, sources } = view
  const name = indicator.name[locale]
  const n = (value: number) => formatNumber(locale, value)
  return (
    <Main wide>
      <IndicatorCrumbs here={name} />
      <PageTitle
        under={province}
        lead={
          day
            ? t('one.lead', {
                date: formatDate(day.date),
                communes: n(day.communes),
                median: valueText(locale, indicator, day.median),
                middle: spanText(locale, indicator, day.low, day.high),
              })
            : undefined
        }
        actions={
          day ? (
            <ButtonLink quiet to={paths.indicatorCsv(indicator.id)} download>
              {t('one.csv')}
            </ButtonLink>
          ) : undefined
        }
      >
        {name}
      </PageTitle>
      {day ? (
        <>
          {days.length > 1 ? (
            <Filters action={paths.indicator(indicator.id)} submitLabel={t('one.show')}>
              <Select
                id="date"
                name="date"
                label={t('one.date')}
                defaultValue={day.date}
                options={days.map(({ date, communes }) => ({
                  value: date,
                  label: t('one.date.option', { date: formatDate(date), communes: n(communes) }),
                }))}
              />
            </Filters>
          ) : null}
          <Table
            caption={t('one.caption', { date: formatDate(day.date) })}
            rows={rows}
            rowKey={({ code }) => code}
            columns={useColumns(view)}
            sort={order}
            sortHref={(sort, dir) => paths.indicator(indicator.id, { date: day.date, sort, dir })}
          />
          <p className="small muted">
            {indicator.unit === 'percent' ? `${t('one.chance.how')} ` : ''}
            {t('one.sources', { sources: sources.join('; ') })}
          </p>
          {days.length > 1 ? <DaysPanel view={view} /> : null}
        </>
      ) : (
        <EmptyState
          title={t('one.none.title')}
          text={t('one.none.text')}
          action={<ButtonLink to={paths.indicatorsImport()}>{t('do.import')}</ButtonLink>}
        />
      )}
    </Main>
  )
}

function useColumns({ indicator, before }: IndicatorView): Column<ValueRow>[] {
  const t = useT('indicators')
  const locale = useLocale()
  const chance: Column<ValueRow> = {
    key: 'chance',
    label: t('one.chance'),
    cell: ({ value }) =>
      value ? <small>{chanceText(locale, indicator, value) ?? t('value.reported')}</small> : '–',
  }
  return [
    {
      key: 'name',
      label: t('one.commune'),
      sortable: true,
      cell: ({ code, name }) => <a href={paths.commune(code)}>{name}</a>,
    },
    {
      key: 'value',
      label: t('one.value'),
      align: 'end',
      sortable: true,
      cell: ({ value }) =>
        value ? <b>{numberOf(locale, indicator, value.value)}</b> : <small>{t('one.noValue')}</small>,
    },
    ...(indicator.unit === 'percent' ? [chance] : []),
    ...before.map(({ date }, i): Column<ValueRow> => ({
      key: date,
      label: t('one.before', { date: formatDate(date) }),
      align: 'end',
      cell: (row) => {
        const value = row.before[i]
        return value ? numberOf(locale, indicator, value.value) : '–'
      },
    })),
  ]
}

function DaysPanel({ view: { indicator, days } }: { view: IndicatorView }) {
  const t = useT('indicators')
  const locale = useLocale()
  return (
    <Panel title={t('one.days')}>
      <Table
        caption={t('one.days.caption')}
        rows={days}
        rowKey={({ date }) => date}
        columns={[
          {
            key: 'date',
            label: t('one.date'),
            cell: ({ date }) => <a href={paths.indicator(indicator.id, { date })}>{formatDate(date)}</a>,
          },
          {
            key: 'communes',
            label: t('list.coverage'),
            align: 'end',
            cell: ({ communes }) => formatNumber(locale, communes),
          },
          {
            key: 'median',
            label: t('list.median'),
            align: 'end',
            cell: ({ median }) => <b>{numberOf(locale, indicator, median)}</b>,
          },
          {
            key: 'middle',
            label: t('list.middle'),
            align: 'end',
            cell: ({ low, high }) => spanText(locale, indicator, low, high),
          },
        ]}
      />
    </Panel>
  )
}
