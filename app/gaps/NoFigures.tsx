import { paths } from '~/paths'
import { formatDate, formatNumber, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import { Note } from '~/ui/Note'
import { Panel } from '~/ui/Panel'
import { Progress } from '~/ui/Progress'
import type { ProvinceReport } from './province-report.server'

/** Before a campaign closes nothing but response rates is to be seen. */
export function NotReleased({ report }: { report: ProvinceReport }) {
  const t = useT('gaps')
  const locale = useLocale()
  const { campaign, response } = report
  const { asked, submitted } = response
  return (
    <>
      <Note title={t('notReleased.title')}>
        <p>{t('notReleased.text', { date: formatDate(campaign.closesOn) })}</p>
      </Note>
      {asked > 0 ? (
        <Panel title={t('notReleased.response')}>
          <Progress
            words={t('notReleased.words', {
              submitted: formatNumber(locale, submitted),
              asked: formatNumber(locale, asked),
              percent: formatPercent(locale, submitted / asked),
            })}
            value={submitted}
            max={asked}
          />
        </Panel>
      ) : null}
      <p>
        <ButtonLink to={paths.campaign(campaign.id)}>{t('notReleased.campaign')}</ButtonLink>
      </p>
    </>
  )
}

/** Between the closing of a campaign and its figures: how far the work is, or that it failed and can begin again. */
export function BeingEstimated({ report }: { report: ProvinceReport }) {
  const t = useT('gaps')
  const { estimating, canRetry } = report
  if (!estimating) return null
  if (estimating.failed) {
    return (
      <Note kind="stop" title={t('estimating.failed.title')} role="alert">
        <p>{t('estimating.failed.text')}</p>
        {canRetry ? (
          <form method="post">
            <Button>{t('estimating.failed.do')}</Button>
          </form>
        ) : null}
      </Note>
    )
  }
  const { done, total } = estimating
  return (
    <Note title={t('estimating.title')} role="status">
      <p>{t('estimating.text')}</p>
      {total > 0 ? (
        <Progress words={t('estimating.words', { done, total })} value={done} max={total} />
      ) : (
        <p>{t('estimating.waits')}</p>
      )}
    </Note>
  )
}

/** A campaign that closed without a single submitted sitting. */
export function NothingAnswered() {
  const t = useT('gaps')
  return (
    <EmptyState
      title={t('nobody.title')}
      text={t('nobody.text')}
      action={<ButtonLink to={paths.newCampaign()}>{t('nobody.do')}</ButtonLink>}
    />
  )
}
