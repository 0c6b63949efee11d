import { useLocale, useT } from '~/platform/i18n/react'
import type { PathView } from './path-view'
import { timeText } from './time-text'

/** How much there is to learn, in one sentence. */
export function PathLead({ path: { steps, minutes, practices, practiceMinutes } }: { path: PathView }) {
  const t = useT('route')
  const locale = useLocale()
  const modules = t('lead.modules', { count: steps.length, time: timeText(locale, minutes) })
  return practices === 0 ? (
    <>{modules}</>
  ) : (
    <>
      {modules} {t('lead.practices', { count: practices, time: timeText(locale, practiceMinutes) })}
    </>
  )
}
