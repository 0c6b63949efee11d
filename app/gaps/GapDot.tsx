import { useT } from '~/platform/i18n/react'
import { EstimateDot } from '~/ui/EstimateDot'
import { isShown, type Figure } from './figures'

/** A share below target with its interval, beside that of the province. */
export function GapDot({ figure, province }: { figure: Figure; province: Figure }) {
  const t = useT('gaps')
  if (!isShown(figure)) return null
  const compare = isShown(province) ? { name: t('province.name'), value: province.share } : undefined
  return <EstimateDot tone="gap" value={figure.share} low={figure.low} high={figure.high} compare={compare} />
}
