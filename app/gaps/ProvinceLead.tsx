import { formatNumber, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { isShown } from './figures'
import type { ProvinceFigures, ProvinceReport } from './province-report.server'
import { inSentence, listText, shareText } from './share-text'

type Props = { report: Pick<ProvinceReport, 'response'>; figures: ProvinceFigures }

/** The conclusion of a province's report: who answered, what is lacking most, where skill and equipment are lacking both. */
export function ProvinceLead({ report: { response }, figures: { worst, above, placed } }: Props) {
  const t = useT('gaps')
  const locale = useLocale()
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
  if (names.length === 0) return <>{`${first} ${t('province.none')}`}</>
  if (names.length > 3) return <>{`${first} ${t('province.even', { count: names.length })}${last}`}</>
  const name = inSentence(locale, worst[0]!.measure.name[locale])
  const most = t('province.worst', { list: listText(locale, names) })
  const others = above > 0 ? t('province.above', { count: above, name }) : t('province.noneAbove', { name })
  return <>{`${first} ${most} ${others}${last}`}</>
}
