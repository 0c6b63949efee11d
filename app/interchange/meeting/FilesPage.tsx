import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { Columns } from '~/ui/Columns'
import { Crumbs } from '~/ui/Crumbs'
import { Filters } from '~/ui/Filters'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import type { FilesView } from './list-files.server'

/** Everything that leaves a report in one place: for a meeting, for the office, for other machines, and its charts. */
export function FilesPage({ view }: { view: FilesView }) {
  const t = useT('meeting')
  const gaps = useT('gaps')
  const locale = useLocale()
  const { campaign, canMake } = view
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.campaign(campaign.id), label: campaign.title[locale] },
          { to: paths.gaps(campaign.id), label: t('crumb.report') },
          { label: t('files.title') },
        ]}
      />
      <PageTitle
        under={`${campaign.province} · ${campaign.title[locale]}`}
        lead={t('files.lead')}
        actions={<ButtonLink to={paths.gapsSlides(campaign.id)}>{t('files.toSlides')}</ButtonLink>}
      >
        {t('files.title')}
      </PageTitle>
      <Columns kind="two">
        <Panel title={t('files.meeting')}>
          <ul className="file-list">
            <Item to={paths.gapsSlides(campaign.id)} label={t('slides.name')} about={t('files.slides')} />
            <Item to={paths.gapsSummary(campaign.id)} label={t('summary.name')} about={t('files.summary')} />
          </ul>
        </Panel>
        {canMake ? (
          <Panel title={t('files.official')}>
            <ul className="file-list">
              <Item
                to={paths.newDocument({ kind: 'report', campaign: campaign.id })}
                label={t('files.report')}
                about={t('files.reportAbout')}
              />
              <Item to={paths.documents()} label={t('files.documents')} about={t('files.documentsAbout')} />
            </ul>
          </Panel>
        ) : null}
        <Panel title={t('files.data')}>
          <ul className="file-list">
            <Item
              to={paths.gapsWorkbook(campaign.id)}
              label={gaps('export.xlsx')}
              about={t('files.workbook')}
              download
            />
            <Item
              to={paths.gapsCsv(campaign.id)}
              label={gaps('export.csv')}
              about={t('files.csv')}
              download
            />
            <Item to={paths.gapsCheck(campaign.id)} label={t('files.check')} about={t('files.checkAbout')} />
          </ul>
        </Panel>
        <Panel title={t('files.machines')}>
          <ul className="file-list">
            <Item to={paths.api()} label={t('files.api')} about={t('files.apiAbout')} />
          </ul>
        </Panel>
      </Columns>
      <Charts view={view} />
    </Main>
  )
}

type ItemProps = { to: string; label: string; about: string; download?: boolean }

function Item({ to, label, about, download }: ItemProps) {
  return (
    <li>
      <a href={to} download={download}>
        <b>{label}</b>
      </a>
      <br />
      <span className="small muted">{about}</span>
    </li>
  )
}

function Charts({ view }: { view: FilesView }) {
  const t = useT('meeting')
  const gaps = useT('gaps')
  const locale = useLocale()
  const { campaign, charts, empty, measure, measures } = view
  return (
    <Panel title={t('files.charts')} id="charts">
      <p>{t('files.chartsAbout')}</p>
      <Filters action={paths.gapsFiles(campaign.id)} submitLabel={gaps('filter.apply')}>
        <Select
          id="measure"
          name="measure"
          label={t('files.measure')}
          defaultValue={measure ?? ''}
          options={[
            { value: '', label: t('files.largest') },
            ...measures.map(({ code, isDomain, name }) => ({
              value: code,
              label: isDomain ? name[locale] : `${code} ${name[locale]}`,
            })),
          ]}
        />
      </Filters>
      {charts.length > 0 ? (
        <ul className="chart-list">
          {charts.map(({ name, title, description, measure: own }) => {
            const to = (kind: 'svg' | 'png') =>
              paths.gapsChart(campaign.id, `${name}.${kind}`, { measure: own })
            return (
              <li key={name}>
                <h3>{title}</h3>
                <a href={to('svg')}>
                  <img src={to('svg')} alt={description} loading="lazy" width="320" height="200" />
                </a>
                <p>
                  <a href={to('svg')} download>
                    {t('files.svg')}
                    <span className="vh"> {title}</span>
                  </a>{' '}
                  ·{' '}
                  <a href={to('png')} download>
                    {t('files.png')}
                    <span className="vh"> {title}</span>
                  </a>
                </p>
              </li>
            )
          })}
        </ul>
      ) : null}
      {empty.length > 0 ? (
        <p className="small muted">
          {t('files.empty', { list: empty.map((name) => t(`files.chart.${name}`)).join('; ') })}
        </p>
      ) : null}
    </Panel>
  )
}
