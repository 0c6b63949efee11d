import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Tabs } from '~/ui/Tabs'

const views = [
  'items',
  'studio',
  'practiceTasks',
  'forms',
  'framework',
  'standards',
  'analysis',
  'calibrations',
  'measure',
] as const
export type ContentView = (typeof views)[number]

type ContentTabsProps = {
  current: ContentView
  /** Whether the studio is open to whoever looks. */
  writes?: boolean
}

/** What is asked and how it measures: items, studio, practice tasks, forms, framework, thresholds, item analysis, calibration, own tables. */
export function ContentTabs({ current, writes = current === 'studio' }: ContentTabsProps) {
  const t = useT('teach')
  return (
    <Tabs
      label={t('tabs')}
      items={views
        .filter((view) => view !== 'studio' || writes)
        .map((view) => ({
          to: paths[view](),
          label: t(`${view}.title`),
          current: view === current,
        }))}
    />
  )
}
