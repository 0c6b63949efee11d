import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Note } from '~/ui/Note'
import { Tabs } from '~/ui/Tabs'

/** The pages of a province's scorecard. */
export function ScorecardTabs({ current }: { current: 'communes' | 'criteria' | 'snapshots' }) {
  const t = useT('scorecard')
  const item = (key: typeof current, to: string) => ({ to, label: t(`tab.${key}`), current: key === current })
  return (
    <Tabs
      label={t('title')}
      items={[
        item('communes', paths.scorecards()),
        item('snapshots', paths.scorecardSnapshots()),
        item('criteria', paths.scorecardCriteria()),
      ]}
    />
  )
}

/** Says of criteria that are still those of the example what they rest on: nothing. */
export function ExampleNote({ example }: { example: boolean }) {
  const t = useT('scorecard')
  return example ? (
    <Note kind="care" title={t('example.title')}>
      {t('example.text')}
    </Note>
  ) : null
}

/** What was just done, from the query of the address. */
export function DoneNote<Key extends string>({
  note,
  known,
}: {
  note: string | null
  known: readonly Key[]
}) {
  const t = useT('scorecard')
  const found = known.find((each) => each === note)
  return found ? <Note kind="done" role="status" title={t(`note.${found}` as 'note.saved')} /> : null
}
