import { paths } from '~/paths'
import { formatNumber, formatPercent } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { getT } from '~/platform/i18n/translate'
import { Columns } from '~/ui/Columns'
import { Crumbs, type Crumb } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { AdvicePanel } from './AdvicePanel'
import { AnswersPanel } from './AnswersPanel'
import { communeLead } from './commune-lead'
import type { CommuneReport } from './commune-report.server'
import { CommuneFormPanel } from './CommuneFormPanel'
import { ConditionsPanel } from './ConditionsPanel'
import { DepartmentsPanel } from './DepartmentsPanel'
import { DomainsPanel } from './DomainsPanel'
import { rankText } from './figure-words'
import { isShown } from './figures'
import { FirstGapsPanel } from './FirstGapsPanel'
import { CommuneIndicatorsPanel } from './indicators/CommuneIndicatorsPanel'
import { PlacePanel } from './PlacePanel'
import { ReportFoot } from './ReportFoot'
import { ReportScript } from './ReportScript'
import { SelfPanel } from './SelfPanel'
import { inSentence } from './share-text'
import { SpreadPanel } from './SpreadPanel'
import { TrendGrid } from './TrendGrid'

/** What one commune lacks: skills, then what training cannot give, and who must act. */
export function CommuneScreen({ report }: { report: CommuneReport }) {
  const t = useT('gaps')
  const locale = useLocale()
  const charts = useT('charts')
  const { campaign, commune } = report
  const response = t('commune.response', {
    submitted: formatNumber(locale, commune.submitted),
    asked: formatNumber(locale, commune.asked),
    percent: formatPercent(locale, commune.asked > 0 ? commune.submitted / commune.asked : 0),
  })
  return (
    <Main wide>
      <Crumbs items={crumbs(report, t('crumb.gaps'), t('crumb.desk'), campaign.title[locale])} />
      <PageTitle under={`${campaign.title[locale]} · ${response}`} lead={lead(report, locale)}>
        {commune.name}
      </PageTitle>
      {commune.submitted === 0 ? (
        <EmptyState title={t('commune.nobody.title')} text={t('commune.nobody.text')} />
      ) : (
        <>
          <Columns kind="two">
            <div>
              <FirstGapsPanel report={report} />
              <SelfPanel gaps={report.gaps} />
            </div>
            <div>
              <PlacePanel report={report} />
              <AdvicePanel report={report} />
            </div>
          </Columns>
          <DomainsPanel report={report} />
          {report.trend.campaigns.length > 1 ? (
            <Panel title={charts('trend.panel')} id="trend">
              <TrendGrid trend={report.trend} to={(id) => paths.gapsCommune(id, commune.code)} folded />
            </Panel>
          ) : null}
          <SpreadPanel report={report} />
          <DepartmentsPanel report={report} />
          <Columns kind="two">
            <div>
              <ConditionsPanel conditions={report.conditions} />
              <AnswersPanel
                title={t('systems.title')}
                answers={report.systems}
                empty={t('systems.none')}
                most={6}
              />
            </div>
            <AnswersPanel title={t('opinions.title')} answers={report.opinions} most={3} />
          </Columns>
        </>
      )}
      <CommuneIndicatorsPanel indicators={report.indicators} />
      <CommuneFormPanel report={report} />
      <ReportFoot campaign={campaign}>
        {report.canSeePeople ? (
          <>
            {' · '}
            <a href={paths.communeConsented(commune.code, campaign.id)}>{t('consented.link')}</a>
          </>
        ) : null}
      </ReportFoot>
      <ReportScript />
    </Main>
  )
}

/** The conclusion, and where the commune stands in what it lacks most beside the others. */
function lead(report: CommuneReport, locale: Locale): string | undefined {
  const said = communeLead(report, locale)
  const [most] = report.gaps
    .flatMap(({ measure, figure, claim }) =>
      measure.isDomain && claim.standing === 'higher' && isShown(figure) && figure.rank
        ? [{ name: inSentence(locale, measure.name[locale]), rank: figure.rank }]
        : [],
    )
    .sort((a, b) => a.rank.low + a.rank.high - (b.rank.low + b.rank.high))
  if (!said || !most) return said
  const rank = rankText(locale, most.rank)
  return `${said} ${getT(locale, 'gaps')('commune.rank', { name: most.name, rank })}`
}

/** A planner came from the province's report, a leader from the desk. */
function crumbs(
  { campaign, canSeeProvince, commune }: CommuneReport,
  gaps: string,
  desk: string,
  title: string,
): Crumb[] {
  const way = canSeeProvince
    ? [
        { to: paths.campaign(campaign.id), label: title },
        { to: paths.gaps(campaign.id), label: gaps },
      ]
    : [{ to: paths.desk(), label: desk }]
  return [...way, { label: commune.name }]
}
