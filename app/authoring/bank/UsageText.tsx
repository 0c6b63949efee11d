import { formatNumber } from '~/platform/i18n/format'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { DefinitionList } from '~/ui/DefinitionList'
import type { VersionsView } from './view-versions.server'

/** Where an item is used: a survey form names items or draws them, a module names them. */
export function UsageText({ view }: { view: Pick<VersionsView, 'usage' | 'purpose' | 'trace'> }) {
  const t = useT('bank')
  const locale = useLocale()
  const { usage, purpose, trace } = view
  const line = (key: keyof typeof usage) => ({
    term: t(`usage.${key}`),
    description: formatNumber(locale, usage[key]),
  })
  if (purpose === 'teach') return <DefinitionList items={[line('modules'), line('answers')]} />
  const [last] = [...trace].sort((a, b) => b.opensOn.localeCompare(a.opensOn))
  return (
    <DefinitionList
      items={[
        line('named'),
        line('drawn'),
        line('campaigns'),
        line('asked'),
        {
          term: t('usage.last'),
          description: last ? pick(last.campaign, locale) : t('usage.never'),
        },
        line('classes'),
      ]}
    />
  )
}
