import { paths } from '~/paths'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { getT } from '~/platform/i18n/translate'
import { Button, ButtonLink } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Table, type Column } from '~/ui/Table'
import { firstSetCodes } from './first-set'
import { ImportsPanel } from './ImportsPanel'
import { IndicatorCrumbs } from './IndicatorCrumbs'
import { IndicatorNotes, type NoteQuery } from './IndicatorNotes'
import type { IndicatorsView, ListedIndicator } from './indicators-page.server'
import { numberOf, spanText } from './value-text'

type Props = { view: IndicatorsView; note: NoteQuery }

/** The indicators of a province with how far they are known, and the files that they came in. */
export function IndicatorsPage({ view, note }: Props) {
  const t = useT('indicators')
  const locale = useLocale()
  const { indicators, imports } = view
  const some = indicators.length > 0
  const toImport = <ButtonLink to={paths.indicatorsImport()}>{t('do.import')}</ButtonLink>
  return (
    <Main wide>
      <IndicatorCrumbs />
      <PageTitle under={view.province} lead={leadOf(view, locale)} actions={some ? toImport : undefined}>
        {t('title')}
      </PageTitle>
      <IndicatorNotes view={view} note={note} />
      <p className="muted">{t('what')}</p>
      {some ? (
        <>
          <Table
            caption={t('list.caption')}
            rows={indicators}
            rowKey={({ id }) => id}
            columns={useColumns(view)}
          />
          <p>
            <a href={paths.editIndicator()}>{t('do.add')}</a>
          </p>
        </>
      ) : (
        <EmptyState
          title={t('empty.title')}
          text={t('empty.text', { list: firstSetCodes.map((code) => t(`first.${code}`)).join('; ') })}
          action={
            <>
              <form method="post">
                <HiddenFields values={{ intent: 'first-set' }} />
                <Button>{t('do.firstSet')}</Button>
              </form>
              <a href={paths.editIndicator()}>{t('do.add')}</a>
              <a href={paths.indicatorsImport()}>{t('do.import')}</a>
            </>
          }
        />
      )}
      {imports.length > 0 ? <ImportsPanel imports={imports} /> : null}
    </Main>
  )
}

/** What is known, in one sentence, and where most is missing. */
function leadOf({ indicators, communes }: IndicatorsView, locale: Locale): string {
  const t = getT(locale, 'indicators')
  const known = indicators.flatMap(({ day }) => day ?? [])
  if (indicators.length === 0) return t('lead.none')
  const [fewest] = known.toSorted((a, b) => a.communes - b.communes)
  if (!fewest) return t('lead.empty', { count: indicators.length })
  const newest = known.reduce((latest, { date }) => (date > latest ? date : latest), '')
  const date = formatDate(newest)
  const of = formatNumber(locale, communes)
  if (known.length === indicators.length && fewest.communes >= communes)
    return t('lead.full', { count: indicators.length, date, of })
  return t('lead.known', {
    ...{ known: known.length, count: indicators.length, date, of },
    communes: formatNumber(locale, fewest.communes),
  })
}

function useColumns({ communes }: IndicatorsView): Column<ListedIndicator>[] {
  const t = useT('indicators')
  const locale = useLocale()
  return [
    {
      key: 'name',
      label: t('list.name'),
      cell: ({ id, name, unit, unitText, better }) => (
        <>
          <a href={paths.indicator(id)}>{name[locale]}</a>
          <br />
          <small>{[unit === 'percent' ? '%' : unitText[locale], t(`better.${better}`)].join(', ')}</small>
        </>
      ),
    },
    {
      key: 'day',
      label: t('list.day'),
      cell: ({ day }) => (day ? formatDate(day.date) : t('list.none')),
    },
    {
      key: 'coverage',
      label: t('list.coverage'),
      align: 'end',
      cell: ({ day }) =>
        t('list.coverage.of', {
          communes: formatNumber(locale, day?.communes ?? 0),
          of: formatNumber(locale, communes),
        }),
    },
    {
      key: 'median',
      label: t('list.median'),
      align: 'end',
      cell: (each) => (each.day ? <b>{numberOf(locale, each, each.day.median)}</b> : '–'),
    },
    {
      key: 'middle',
      label: t('list.middle'),
      align: 'end',
      cell: (each) => (each.day ? spanText(locale, each, each.day.low, each.day.high) : '–'),
    },
    {
      key: 'before',
      label: t('list.before'),
      align: 'end',
      cell: (each) =>
        each.before
          ? t('list.before.value', {
              value: numberOf(locale, each, each.before.median),
              date: formatDate(each.before.date),
            })
          : '–',
    },
    {
      key: 'actions',
      label: t('action.edit'),
      labelHidden: true,
      cell: ({ id, name }) => (
        <>
          <a href={paths.editIndicator({ id })}>
            {t('action.edit')}
            <span className="vh"> {name[locale]}</span>
          </a>
          {' · '}
          <a href={paths.indicators({ remove: id })}>
            {t('action.remove')}
            <span className="vh"> {name[locale]}</span>
          </a>
        </>
      ),
    },
  ]
}
