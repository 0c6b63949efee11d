import { paths } from '~/paths'
import { formatDate, formatNumber, formatPercent } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import type { T } from '~/platform/i18n/translate'
import { Columns } from '~/ui/Columns'
import { Crumbs } from '~/ui/Crumbs'
import { EstimateDot } from '~/ui/EstimateDot'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { isShown } from './figures'
import { GapFilters } from './GapFilters'
import type { MeasureReport } from './measure-report.server'
import { missingWords, rangeText, shareText } from './share-text'

/** One competency or domain, commune by commune. */
export function MeasureScreen({ report }: { report: MeasureReport }) {
  const t = useT('gaps')
  const locale = useLocale()
  const { campaign, measure, group } = report
  const here = paths.gapsCompetency(campaign.id, measure.code)
  const name = measure.name[locale]
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.campaign(campaign.id), label: campaign.title[locale] },
          { to: paths.gaps(campaign.id, { group: group?.value }), label: t('crumb.gaps') },
          { label: name },
        ]}
      />
      <PageTitle
        under={[
          campaign.title[locale],
          ...(group ? [t('province.group', { name: group.name[locale] })] : []),
        ].join(' · ')}
        lead={lead(t, locale, report)}
      >
        {name}
      </PageTitle>
      <GapFilters
        action={here}
        group={group?.value ?? ''}
        departments={report.departments}
        positions={report.positions}
      />
      <Columns kind="side">
        <Panel title={t('measure.communes')}>
          <CommuneTable report={report} />
        </Panel>
        <Related report={report} />
      </Columns>
      <p className="small muted">
        {t('province.cut', { date: campaign.closedAt ? formatDate(campaign.closedAt) : '' })}{' '}
        <a href={paths.gapsMethod(campaign.id)}>{t('method.link')}</a>
      </p>
    </Main>
  )
}

function CommuneTable({ report }: { report: MeasureReport }) {
  const t = useT('gaps')
  const locale = useLocale()
  const { campaign, province, rows } = report
  const compare = isShown(province) ? { name: t('province.name'), value: province.share } : undefined
  return (
    <Table
      caption={t('measure.caption')}
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'commune',
          label: t('heat.commune'),
          cell: ({ code, name }) => <a href={paths.gapsCommune(campaign.id, code)}>{name}</a>,
        },
        {
          key: 'figure',
          label: t('first.share'),
          figure: true,
          cell: ({ figure }) =>
            isShown(figure) ? (
              <EstimateDot
                tone="gap"
                value={figure.share}
                low={figure.low}
                high={figure.high}
                compare={compare}
              />
            ) : null,
        },
        {
          key: 'estimate',
          label: t('first.estimate'),
          align: 'end',
          cell: ({ figure }) =>
            isShown(figure) ? (
              <>
                <b>{formatPercent(locale, figure.share)}</b> <small>{rangeText(locale, figure)}</small>
              </>
            ) : (
              <small>{t(missingWords(figure))}</small>
            ),
        },
        {
          key: 'n',
          label: t('measure.n'),
          align: 'end',
          cell: ({ figure }) => (isShown(figure) ? figure.n : null),
        },
        {
          key: 'standing',
          label: t('measure.standing'),
          cell: ({ claim }) => (claim.standing === 'unclear' ? '–' : t(`standing.${claim.standing}`)),
        },
      ]}
    />
  )
}

function Related({ report }: { report: MeasureReport }) {
  const t = useT('gaps')
  const locale = useLocale()
  const { campaign, related, group } = report
  if (related.length === 0) return null
  return (
    <Panel title={t('measure.related')}>
      <Table
        caption={t('measure.relatedCaption')}
        rows={related}
        rowKey={({ measure }) => measure.code}
        columns={[
          {
            key: 'name',
            label: t('domains.name'),
            cell: ({ measure }) => (
              <a href={paths.gapsCompetency(campaign.id, measure.code, { group: group?.value })}>
                {measure.name[locale]}
              </a>
            ),
          },
          {
            key: 'estimate',
            label: t('first.estimate'),
            align: 'end',
            cell: ({ figure }) =>
              isShown(figure) ? shareText(locale, figure) : <small>{t(missingWords(figure))}</small>,
          },
        ]}
      />
    </Panel>
  )
}

function lead(t: T<'gaps'>, locale: Locale, { province, rows }: MeasureReport): string {
  if (!isShown(province)) return t(missingWords(province))
  const count = (standing: string) => rows.filter(({ claim }) => claim.standing === standing).length
  const [higher, lower] = [count('higher'), count('lower')]
  const whole = t('measure.lead', {
    share: shareText(locale, province),
    people: formatNumber(locale, province.people),
  })
  return `${whole} ${higher + lower > 0 ? t('measure.standings', { higher, lower }) : t('measure.same')}`
}
