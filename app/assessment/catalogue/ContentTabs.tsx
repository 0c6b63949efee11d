import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Tabs } from '~/ui/Tabs'

const views = [
  'items',
  'practiceTasks',
  'forms',
  'framework',
  'standards',
  'analysis',
  'calibrations',
  'measure',
] as const
export type ContentView = (typeof views)[number]

/** What is asked and how it measures: items, practice tasks, forms, framework, thresholds, item analysis, calibration, own tables. */
export function ContentTabs({ current }: { current: ContentView }) {
  const t = useT('teach')
  return (
    <Tabs
      label={t('tabs')}
      items={views.map((view) => ({
        to: paths[view](),
        label: t(`${view}.title`),
        current: view === current,
      }))}
    />
  )
}
