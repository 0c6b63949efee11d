import { useLocale, useT } from '~/platform/i18n/react'
import { Columns } from '~/ui/Columns'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import type { ConditionsReport } from './conditions-report.server'
import { PlacedTable } from './PlacedTable'
import { PlacementScatter } from './PlacementScatter'
import type { Place } from './place-communes'
import { ReportCrumbs } from './ReportCrumbs'
import { ReportFoot } from './ReportFoot'
import { ReportScript } from './ReportScript'
import { ReportTabs } from './ReportTabs'
import { WideAdvicePanel } from './WideAdvicePanel'

const quadrants: Place['quadrant'][] = ['both', 'skills', 'conditions', 'neither', 'unclear']

/** Where training helps and where it cannot: communes by skills and by conditions of work. */
export function ConditionsScreen({ report }: { report: ConditionsReport }) {
  const t = useT('gaps')
  const words = useT('segments')
  const locale = useLocale()
  const { campaign, rows } = report
  const count = (quadrant: Place['quadrant']) =>
    rows.filter(({ place }) => place.quadrant === quadrant).length
  const known = rows.some(({ skills, conditions }) => skills && conditions)
  const lead = t('conditionsPage.lead', {
    both: count('both'),
    conditions: count('conditions'),
    skills: count('skills'),
    unclear: count('unclear'),
  })
  return (
    <Main wide>
      <ReportCrumbs campaign={campaign} here={t('view.conditions')} />
      <PageTitle under={campaign.title[locale]} lead={known ? lead : undefined}>
        {t('conditionsPage.title', { province: campaign.province })}
      </PageTitle>
      <ReportTabs campaignId={campaign.id} current="conditions" domains={report.domains} />
      {known ? (
        <>
          <Columns kind="two">
            <Panel title={t('scatter.title')}>
              <PlacementScatter placed={rows} />
              <p className="small muted">{t('scatter.rings')}</p>
            </Panel>
            <Panel title={t('conditionsPage.what')}>
              <dl className="kinds">
                {quadrants.map((quadrant) => (
                  <div key={quadrant}>
                    <dt>
                      <span
                        className={`marker ${quadrant === 'both' ? 'bad' : quadrant === 'unclear' ? 'open' : ''}`}
                        aria-hidden="true"
                      />{' '}
                      <b>
                        {t(`quadrant.${quadrant}`)}:{' '}
                        {t('conditionsPage.communes', { count: count(quadrant) })}
                      </b>
                    </dt>
                    <dd>{words(`place.${quadrant}`)}</dd>
                  </div>
                ))}
              </dl>
            </Panel>
          </Columns>
          <WideAdvicePanel report={report} />
          <PlacedTable report={report} />
        </>
      ) : (
        <EmptyState title={t('conditionsPage.none.title')} text={t('conditionsPage.none.text')} />
      )}
      <ReportFoot campaign={campaign} />
      <ReportScript />
    </Main>
  )
}
