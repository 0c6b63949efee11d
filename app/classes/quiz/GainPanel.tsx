import { formatNumber, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { DefinitionList } from '~/ui/DefinitionList'
import { Panel } from '~/ui/Panel'
import { leastPeople, type GainResult } from '../gain'
import type { GainView } from './class-gain.server'

/** What the class gained, as a group: the conclusion in words, then the figures with their error. */
export function GainPanel({ view: { gain, questions } }: { view: GainView }) {
  const t = useT('classes')
  const { both, onlyBefore, onlyAfter, result } = gain
  return (
    <Panel title={t('gain.title')} id="gain">
      {questions === 0 ? (
        <p>{t('gain.noQuiz')}</p>
      ) : (
        <>
          <p>
            <b>{result ? t(`gain.${result.clear ?? 'unclear'}`) : t('gain.few', { least: leastPeople })}</b>
          </p>
          <p className="muted">
            {t('gain.counts', { both, before: onlyBefore, after: onlyAfter, questions })}
          </p>
          {result ? <Figures result={result} /> : null}
        </>
      )}
    </Panel>
  )
}

function Figures({ result }: { result: GainResult }) {
  const t = useT('classes')
  const locale = useLocale()
  const logits = (value: number) => formatNumber(locale, value, 2)
  const percent = (share: number) => formatPercent(locale, share)
  const { gain, error, low, high, belowBefore, belowAfter } = result
  return (
    <>
      <DefinitionList
        items={[
          {
            term: t('gain.score'),
            description: t('gain.fromTo', {
              from: percent(result.scoreBefore),
              to: percent(result.scoreAfter),
            }),
          },
          {
            term: t('gain.ability'),
            description: t('gain.interval', {
              gain: logits(gain),
              low: logits(low),
              high: logits(high),
              error: logits(error),
            }),
          },
          {
            term: t('gain.below'),
            description:
              belowBefore === null || belowAfter === null
                ? t('gain.below.few', { least: leastPeople })
                : t('gain.fromTo', { from: percent(belowBefore), to: percent(belowAfter) }),
          },
        ]}
      />
      <p className="muted small">{t('gain.meaning')}</p>
    </>
  )
}
