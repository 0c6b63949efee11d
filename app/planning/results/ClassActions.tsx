import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { HiddenFields } from '~/ui/HiddenFields'
import { Panel } from '~/ui/Panel'
import type { ClassView } from './class-view.server'

/** Keeps a class, or rules it out; each of it can be undone and takes hold when the plan is worked out again. */
export function ClassActions({ view, place }: { view: ClassView; place: string }) {
  const t = useT('plans')
  const { plan, scenario, each, names, pinned, alike } = view
  const module = names.modules[each.module] ?? each.module
  const self = paths.planClass(plan.id, scenario.number, each.key)
  const act = (intent: string, label: string, hint: string) => (
    <li>
      <form method="post" action={self}>
        <HiddenFields values={{ intent, revision: scenario.revision }} />
        <button className="link">{label}</button>
        <small>{hint}</small>
      </form>
    </li>
  )
  if (each.delivery === 'online')
    return (
      <Panel title={t('class.actions')}>
        <p>
          {t('class.onlineHint')}{' '}
          <a href={paths.planSettings(plan.id, scenario.number, 'modules')}>{t('effects.change')}</a>
        </p>
      </Panel>
    )
  return (
    <Panel title={t('class.actions')}>
      <ul className="tasks">
        {pinned
          ? act('unpin', t('wishes.unpin'), t('class.unpinHint'))
          : act('pin', t('class.pin'), t('class.pinHint'))}
        {each.venue !== null
          ? act('forbid-venue', t('class.forbidVenue'), t('class.forbidVenueHint', { module, place }))
          : null}
        {alike > 1
          ? act(
              'fewer',
              t('class.fewer'),
              t('class.fewerHint', { module, most: alike - 1, count: alike - 1 }),
            )
          : null}
        {act('forbid-module', t('class.forbidModule'), t('class.forbidModuleHint', { module }))}
      </ul>
    </Panel>
  )
}
