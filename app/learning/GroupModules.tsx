import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { TaskList } from '~/ui/TaskList'
import type { modulesForGroup } from './group-modules.server'

/** The modules for a group of people, and what none teaches yet. */
export function GroupModules({
  advice: { modules, uncovered },
}: {
  advice: ReturnType<typeof modulesForGroup>
}) {
  const t = useT('learning')
  const locale = useLocale()
  const list = new Intl.ListFormat(locale, { type: 'unit' })
  return (
    <>
      {modules.length > 0 ? (
        <TaskList
          items={modules.map(({ code, title, lessons, minutes, teaches }) => ({
            to: paths.module(code),
            title,
            small: (
              <>
                <span className="line">{t('group.teaches', { names: list.format(teaches) })}</span>
                <span className="line">{t('list.length', { count: lessons, minutes })}</span>
              </>
            ),
          }))}
        />
      ) : (
        <p>{t('group.none')}</p>
      )}
      {uncovered.length > 0 ? (
        <p className="small muted">{t('group.uncovered', { names: uncovered.join('; ') })}</p>
      ) : null}
    </>
  )
}
