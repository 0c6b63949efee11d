import { cognitiveTypes } from '~/assessment/item'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import type { BulkAction } from './bulk-change'

/** Says what an item has before or after a change. */
export function useValueText(action: BulkAction): (value: string | null) => string {
  const t = useT('bank')
  const teach = useT('teach')
  const locale = useLocale()
  return (value) => {
    if (value === null) return t('change.empty')
    switch (action) {
      case 'retire':
      case 'restore':
        return teach(value === 'retired' ? 'item.retired' : 'item.inUse')
      case 'cognitive': {
        const type = cognitiveTypes.find((each) => each === value)
        return type ? t(`cognitive.${type}`) : value
      }
      case 'difficulty':
        return formatNumber(locale, Number(value), 2)
      case 'place': {
        const [competency, level] = value.split('/')
        return t('change.place', { competency: competency!, level: level! })
      }
      default:
        return value
    }
  }
}
