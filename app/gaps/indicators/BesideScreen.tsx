import { paths } from '~/paths'
import { formatDate } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { Columns } from '~/ui/Columns'
import { EmptyState } from '~/ui/EmptyState'
import { Filters } from '~/ui/Filters'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import { Table } from '~/ui/Table'
import { ReportCrumbs } from '../ReportCrumbs'
import { ReportFoot } from '../ReportFoot'
import { ReportScript } from '../ReportScript'
import { ReportTabs } from '../ReportTabs'
import type { Told } from './beside'
import { besideSentence, rhoText } from './beside-words'
import { BesideScatter } from './BesideScatter'
import { BesideTable } from './BesideTable'
import type { IndicatorsReport } from './indicators-report.server'

/** The indicators of communes beside their skills and conditions, with what may be said of both together: never as cause. */
export function BesideScreen({ report }: { report: IndicatorsReport }) {
  const t = useT('indicators')
  const locale = useLocale()
  const { campaign, chosen, beside } = report
  const own = beside.find(({ code }) => code === chosen?.code)
  const name = chosen?.name[locale] ?? ''
  const lead = own
    ? [
        besideSentence(locale, name, 'skills', own.skills),
        besideSentence(locale, name, 'conditions', own.conditions),
        t('beside.notCause'),
      ].join(' ')
    : undefined
  return (
    <Main wide>
      <ReportCrumbs campaign={campaign} here={t('tab')} />
      <PageTitle under={campaign.title[locale]} lead={lead}>
        {t('beside.title', { province: campaign.province })}
      </PageTitle>
      <ReportTabs campaignId={campaign.id} current="indicators" domains={report.domains} />
      {chosen?.day ? (
        <>
          <Choice report={report} />
          <Columns kind="two">
            <Panel title={t('beside.scatter.skills')}>
              <BesideScatter report={report} other="skills" />
            </Panel>
            <Panel title={t('beside.scatter.conditions')}>
              <BesideScatter report={report} other="conditions" />
            </Panel>
          </Columns>
          <p className="small muted">{t('beside.lines')}</p>
          <AllPanel report={report} />
          <BesideTable report={report} />
          <p className="small muted">{t('beside.how', { count: 2 * beside.length })}</p>
        </>
      ) : (
        <EmptyState
          title={t('beside.none.title')}
          text={t('beside.none.text')}
          action={
            report.canEdit ? (
              <ButtonLink to={paths.indicatorsImport()}>{t('beside.none.do')}</ButtonLink>
            ) : undefined
          }
        />
      )}
      <ReportFoot campaign={campaign}>
        {report.canEdit ? (
          <>
            {' · '}
            <a href={paths.indicators()}>{t('beside.manage')}</a>
          </>
        ) : null}
      </ReportFoot>
      <ReportScript />
    </Main>
  )
}

function Choice({ report: { campaign, indicators, chosen } }: { report: IndicatorsReport }) {
  const t = useT('indicators')
  const locale = useLocale()
  if (!chosen) return null
  return (
    <Filters action={paths.gapsIndicators(campaign.id)} submitLabel={t('beside.show')}>
      <Select
        id="indicator"
        name="indicator"
        label={t('beside.indicator')}
        defaultValue={chosen.code}
        options={indicators.map(({ code, name, day }) => ({
          value: code,
          label: name[locale],
          disabled: day === null,
        }))}
      />
      <Select
        id="date"
        name="date"
        label={t('beside.date')}
        defaultValue={chosen.day?.date}
        options={chosen.days.map(({ date, communes }) => ({
          value: date,
          label: t('one.date.option', { date: formatDate(date), communes }),
        }))}
      />
    </Filters>
  )
}

/** Every indicator with what goes together, so that none is picked for being striking. */
function AllPanel({ report: { campaign, beside, indicators } }: { report: IndicatorsReport }) {
  const t = useT('indicators')
  const locale = useLocale()
  const names = new Map(indicators.map(({ code, name }) => [code, name[locale]]))
  const figure = (told: Told | null) => {
    if (!told) return <small>{t('beside.all.few')}</small>
    const text = t('beside.all.figure', rhoText(locale, told))
    return told.said ? <b>{text}</b> : text
  }
  return (
    <Panel title={t('beside.all')}>
      <Table
        caption={t('beside.all.caption')}
        rows={beside}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'name',
            label: t('list.name'),
            cell: ({ code }) => (
              <a href={paths.gapsIndicators(campaign.id, { indicator: code })}>{names.get(code)}</a>
            ),
          },
          {
            key: 'skills',
            label: t('beside.column.skills'),
            align: 'end',
            cell: ({ skills }) => figure(skills),
          },
          {
            key: 'conditions',
            label: t('beside.column.conditions'),
            align: 'end',
            cell: ({ conditions }) => figure(conditions),
          },
        ]}
      />
    </Panel>
  )
}
