import { paths } from '~/paths'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import type { T } from '~/platform/i18n/translate'
import { Columns } from '~/ui/Columns'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { changeText, distanceText } from './figure-words'
import { DistributionPanel } from './DistributionPanel'
import { isShown } from './figures'
import type { GapView } from './gap-query'
import { GapFilters } from './GapFilters'
import type { MeasureReport } from './measure-report.server'
import { MeasureTable } from './MeasureTable'
import { RanksPanel } from './RanksPanel'
import { ReportFoot } from './ReportFoot'
import { ReportScript } from './ReportScript'
import { missingWords, shareText } from './share-text'

/** One competency or domain, commune by commune. */
export function MeasureScreen({ report, view }: { report: MeasureReport; view: GapView }) {
  const t = useT('gaps')
  const charts = useT('charts')
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
        keep={view.dir ? { sort: view.sort, dir: view.dir } : undefined}
        group={group?.value ?? ''}
        departments={report.departments}
        positionsHref={paths.gapsPositions(campaign.id)}
      />
      <Columns kind="two">
        <RanksPanel report={report} />
        {report.distribution ? (
          <DistributionPanel
            distribution={report.distribution}
            levels={report.levels}
            title={charts('levels.title')}
          />
        ) : null}
      </Columns>
      <Panel title={t('measure.communes')}>
        <MeasureTable report={report} view={view} />
      </Panel>
      <Columns kind="two">
        <Related report={report} />
        <ChangeOfProvince report={report} />
      </Columns>
      <ReportFoot campaign={campaign} />
      <ReportScript />
    </Main>
  )
}

function ChangeOfProvince({ report: { change, earlier, rows } }: { report: MeasureReport }) {
  const t = useT('gaps')
  const locale = useLocale()
  if (!earlier || !change) return null
  const count = (standing: string) => rows.filter((row) => row.change?.standing === standing).length
  return (
    <Panel title={t('change.title')}>
      <p>
        {t('change.province', { change: changeText(locale, change) })}{' '}
        {t('change.communes', { better: count('better'), worse: count('worse') })}
      </p>
      <p className="small muted">
        {t('change.caption', {
          title: earlier.title[locale],
          date: earlier.closedAt ? formatDate(earlier.closedAt) : '',
        })}{' '}
        {t('change.people')}
      </p>
    </Panel>
  )
}

function Related({ report }: { report: MeasureReport }) {
  const t = useT('gaps')
  const locale = useLocale()
  const { campaign, related } = report
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
              <a href={paths.gapsCompetency(campaign.id, measure.code)}>{measure.name[locale]}</a>
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
  const far = t('measure.distance', { distance: distanceText(locale, province) })
  return `${whole} ${far} ${higher + lower > 0 ? t('measure.standings', { higher, lower }) : t('measure.same')}`
}
