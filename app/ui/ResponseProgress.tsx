import { formatNumber, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'

export type ResponseProgressProps = {
  done: number
  total: number
  /** Leaves out the figures where a column beside has them. */ barOnly?: boolean
}

/** How many of how many have answered, as bar and figures. `<ResponseProgress done={17} total={41} />` */
export function ResponseProgress({ done, total, barOnly }: ResponseProgressProps) {
  const t = useT('ui')
  const locale = useLocale()
  const [doneText, totalText] = [formatNumber(locale, done), formatNumber(locale, total)]
  const percent = formatPercent(locale, total > 0 ? done / total : 0)
  return (
    <span className="response">
      <progress
        value={done}
        max={Math.max(total, 1)}
        aria-label={t('progress.percent', { done: doneText, total: totalText, percent })}
      />
      {barOnly ? null : (
        <span className="num" aria-hidden="true">
          {doneText}/{totalText}
        </span>
      )}
    </span>
  )
}
