import { formatNumber, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { DefinitionList } from '~/ui/DefinitionList'
import { measurableLevels, type Framework } from './framework'
import type { Standard } from './standard'

/** How the thresholds of a standard were set, and what else it says. */
export function StandardFacts({ framework, standard }: { framework: Framework; standard: Standard }) {
  const t = useT('analysis')
  const locale = useLocale()
  const { setting, prior, adaptive } = standard
  const number = (value: number, digits = 2) => formatNumber(locale, value, digits)
  const all = prior.general + prior.domain + prior.own
  const common = measurableLevels(framework)
    .map(({ level }) => {
      const value = setting.thresholds[level]
      return value === undefined ? null : t('standards.levelFrom', { level, from: number(value) })
    })
    .filter((each) => each !== null)
  return (
    <DefinitionList
      items={[
        { term: t('standards.method'), description: setting.method[locale] },
        { term: t('standards.probability'), description: formatPercent(locale, setting.probability) },
        { term: t('standards.common'), description: common.join('; ') },
        {
          term: t('standards.prior'),
          description: t('standards.priorText', {
            within: number((prior.general + prior.domain) / all),
            across: number(prior.general / all),
          }),
        },
        {
          term: t('standards.adaptive'),
          description: t('standards.adaptiveText', {
            most: adaptive.most,
            precision: number(adaptive.precision),
            exposure: formatPercent(locale, adaptive.exposure),
          }),
        },
      ]}
    />
  )
}
