import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'

/** The way from the desk over the list of indicators to one page of it. */
export function IndicatorCrumbs({ here }: { here?: string }) {
  const t = useT('indicators')
  const desk = { to: paths.desk(), label: t('crumb.desk') }
  if (here === undefined) return <Crumbs items={[desk, { label: t('title') }]} />
  return <Crumbs items={[desk, { to: paths.indicators(), label: t('title') }, { label: here }]} />
}
