import { paths } from '~/paths'
import { formatNumber, formatPercent } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import type { T } from '~/platform/i18n/translate'
import { ButtonLink } from '~/ui/Button'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { isShown } from './figures'
import { BeingEstimated, NothingAnswered, NotReleased } from './NoFigures'
import { ProvinceHeat } from './ProvinceHeat'
import type { ProvinceFigures, ProvinceReport } from './province-report.server'
import { ReportFoot } from './ReportFoot'
import { inSentence, listText, shareText } from './share-text'

/** Which commune lacks what: the whole province on one page. */
export function ProvinceScreen({ report }: { report: ProvinceReport }) {
  const t = useT('gaps')
  const locale = useLocale()
  const { campaign, response, figures, group } = report
  const title = t('province.title', { province: campaign.province })
  const under = [
    campaign.title[locale],
    ...(group ? [t('province.group', { name: group.name[locale] })] : []),
  ].join(' · ')
  const answered = figures !== null && response.submitted > 0
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.campaigns(), label: t('crumb.campaigns') },
          { to: paths.campaign(campaign.id), label: campaign.title[locale] },
          { label: t('crumb.gaps') },
        ]}
      />
      <PageTitle
        under={under}
        lead={answered ? lead(t, locale, report, figures) : undefined}
        actions={
          answered ? (
            <>
              <ButtonLink quiet to={paths.gapsCsv(campaign.id)} download>
                {t('export.csv')}
              </ButtonLink>
              <ButtonLink to={paths.gapsWorkbook(campaign.id)} download>
                {t('export.xlsx')}
              </ButtonLink>
            </>
          ) : undefined
        }
      >
        {title}
      </PageTitle>
      {report.estimating ? (
        <BeingEstimated report={report} />
      ) : figures === null ? (
        <NotReleased report={report} />
      ) : !answered && !group ? (
        <NothingAnswered />
      ) : (
        <ProvinceHeat report={report} figures={figures} />
      )}
      {figures ? <ReportFoot campaign={campaign} /> : null}
    </Main>
  )
}

function lead(
  t: T<'gaps'>,
  locale: Locale,
  { response }: ProvinceReport,
  { worst, above, placed }: ProvinceFigures,
): string {
  const { asked, submitted, communes } = response
  const first = t('province.lead', {
    submitted: formatNumber(locale, submitted),
    asked: formatNumber(locale, asked),
    percent: formatPercent(locale, asked > 0 ? submitted / asked : 0),
    communes,
  })
  const both = placed.filter(({ place }) => place.quadrant === 'both').length
  const last = both > 0 ? ` ${t('province.both', { count: both })}` : ''
  const names = worst.flatMap(({ measure, figure }) =>
    isShown(figure) ? [`${inSentence(locale, measure.name[locale])} ${shareText(locale, figure)}`] : [],
  )
  if (names.length === 0) return `${first} ${t('province.none')}`
  if (names.length > 3) return `${first} ${t('province.even', { count: names.length })}${last}`
  const name = inSentence(locale, worst[0]!.measure.name[locale])
  const most = t('province.worst', { list: listText(locale, names) })
  const others = above > 0 ? t('province.above', { count: above, name }) : t('province.noneAbove', { name })
  return `${first} ${most} ${others}${last}`
}
