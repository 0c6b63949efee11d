import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { HiddenFields } from '~/ui/HiddenFields'
import { Note } from '~/ui/Note'
import { Tabs } from '~/ui/Tabs'
import { paths } from '~/paths'
import type { Removal, Removed } from './view-resources.server'

/** The pages of what plans are made with. */
export function ResourceTabs({
  current,
}: {
  current: 'trainers' | 'venues' | 'travel' | 'norms' | 'import'
}) {
  const t = useT('planning')
  const item = (key: typeof current, to: string, label: string) => ({ to, label, current: key === current })
  return (
    <Tabs
      label={t('resources.title')}
      items={[
        item('trainers', paths.planTrainers(), t('trainers.title')),
        item('venues', paths.planVenues(), t('venues.title')),
        item('travel', paths.planTravel(), t('travel.title')),
        item('norms', paths.planNorms(), t('norms.title')),
        item('import', paths.planResourcesImport(), t('import.short')),
      ]}
    />
  )
}

/** Says that something was removed, with the button that puts it back. */
export function RemovedNote({ removed }: { removed: Removed | null }) {
  const t = useT('planning')
  if (!removed) return null
  return (
    <Note kind="done" role="status" title={t('removed.title', { name: removed.name })}>
      {t('removed.text')}
      <form method="post">
        <HiddenFields values={{ intent: 'restore', id: removed.id }} />
        <Button quiet>{t('removed.undo')}</Button>
      </form>
    </Note>
  )
}

/** Asks before a trainer or a venue is removed, and names the plans that count with it. */
export function RemovalPanel({ removal, cancelTo }: { removal: Removal; cancelTo: string }) {
  const t = useT('planning')
  const { id, name, plans } = removal
  return (
    <ConfirmPanel
      level={2}
      title={t('remove.title', { name })}
      what={
        <>
          <p>{t('remove.text')}</p>
          {plans.length > 0 ? (
            <>
              <p>{t('remove.used', { count: plans.length })}</p>
              <ul>
                {plans.map((plan) => (
                  <li key={plan.id}>
                    <a href={paths.plan(plan.id)}>{plan.title}</a>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </>
      }
      confirmLabel={t('remove.submit')}
      cancelTo={cancelTo}
      fields={{ intent: 'remove', id }}
    />
  )
}

/** What was just done, from the query of the address. */
export function SavedNote({ note }: { note: string | null }) {
  const t = useT('planning')
  if (note !== 'saved' && note !== 'restored') return null
  return <Note kind="done" role="status" title={t(`note.${note}`)} />
}
