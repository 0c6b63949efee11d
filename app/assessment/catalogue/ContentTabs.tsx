import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Tabs } from '~/ui/Tabs'

/** The three views of what ships: items, forms, framework. */
export function ContentTabs({ current }: { current: 'items' | 'forms' | 'framework' }) {
  const t = useT('teach')
  return (
    <Tabs
      label={t('tabs')}
      items={[
        { to: paths.items(), label: t('items.title'), current: current === 'items' },
        { to: paths.forms(), label: t('forms.title'), current: current === 'forms' },
        { to: paths.framework(), label: t('framework.title'), current: current === 'framework' },
      ]}
    />
  )
}
