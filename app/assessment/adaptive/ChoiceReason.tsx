import { formatNumber, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import type { ExplainedChoice } from './explained'

/** Why a question was asked, in words; what it was chosen from opens below. */
export function ChoiceReason({ choice }: { choice: ExplainedChoice }) {
  const t = useT('adaptive')
  const locale = useLocale()
  const { reason, success, below, precision, expected, compared, best, excluded, relaxed } = choice
  const share = (value: number) => formatPercent(locale, value)
  const figure = (value: number, digits = 2) => formatNumber(locale, value, digits)
  const chance = (value: number) =>
    value >= 0.95
      ? t('trace.belowSure')
      : value <= 0.05
        ? t('trace.reachedSure')
        : t('trace.below', { below: share(value) })
  const details = [
    expected === null
      ? null
      : t('trace.expected', { before: figure(precision, 3), after: figure(expected, 3) }),
    best.length > 0
      ? t('trace.best', { list: best.map(({ code, gain }) => `${code} (${figure(gain, 4)})`).join('; ') })
      : null,
    excluded.length > 0
      ? t('trace.excluded', {
          list: excluded.map(({ rule, count }) => t(`excluded.${rule}`, { count })).join('; '),
        })
      : null,
    relaxed.length > 0
      ? t('trace.relaxed', { list: relaxed.map((rule) => t(`relaxed.${rule}`)).join('; ') })
      : null,
  ].filter((line) => line !== null)
  return (
    <>
      {reason === 'easy'
        ? t(relaxed.includes('easy') ? 'reason.easyLeft' : 'reason.easy', { success: share(success ?? 0) })
        : reason === 'gain' && compared === 1
          ? t('reason.only')
          : t(`reason.${reason}`, { compared })}
      {below === null || reason === 'pilot' ? null : <> {chance(below)}</>}
      {details.length > 0 ? (
        <details>
          <summary>{t('trace.more')}</summary>
          {details.map((line) => (
            <p key={line} className="small">
              {line}
            </p>
          ))}
        </details>
      ) : null}
    </>
  )
}
