import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { TaskList } from '~/ui/TaskList'
import type { Desk } from './desk.server'

/** What a trainer looks after: items, forms and the framework they speak of. */
export function DeskTrainer({ desk }: { desk: NonNullable<Desk['trainer']> }) {
  const t = useT('campaigns')
  const locale = useLocale()
  return (
    <Panel title={t('desk.trainer')}>
      <TaskList
        items={[
          {
            to: paths.items(),
            title: t('desk.trainer.items'),
            small: t('desk.trainer.itemsSmall', { n: formatNumber(locale, desk.items) }),
          },
          {
            to: paths.forms(),
            title: t('desk.trainer.forms'),
            small: t('desk.trainer.formsSmall', { n: formatNumber(locale, desk.forms) }),
          },
          {
            to: paths.framework(),
            title: t('desk.trainer.framework'),
            small: t('desk.trainer.frameworkSmall'),
          },
          {
            to: paths.studio(),
            title: t('desk.trainer.studio'),
            small: t('desk.trainer.studioSmall'),
          },
          {
            to: paths.reports(),
            title: t('desk.trainer.reports'),
            small: t('desk.trainer.reportsSmall', { n: formatNumber(locale, desk.reports) }),
          },
        ]}
      />
    </Panel>
  )
}

/** What an administrator looks after: accounts, people, positions, systems. */
export function DeskAdministrator({ desk }: { desk: NonNullable<Desk['administrator']> }) {
  const t = useT('campaigns')
  const apiTexts = useT('api')
  const locale = useLocale()
  const n = (value: number) => formatNumber(locale, value)
  return (
    <Panel title={t('desk.administrator')}>
      <TaskList
        items={[
          {
            to: paths.accounts(),
            title: t('desk.administrator.accounts'),
            small: t('desk.administrator.accountsSmall', {
              n: n(desk.accounts),
              waiting: n(desk.notActivated),
              disabled: n(desk.disabled),
            }),
          },
          {
            to: paths.people(),
            title: t('desk.administrator.people'),
            small: t('desk.administrator.peopleSmall', { n: n(desk.people) }),
          },
          { to: paths.rosterImports(), title: t('desk.importRoster'), small: t('desk.next.importSmall') },
          {
            to: paths.positions(),
            title: t('desk.administrator.positions'),
            small: t('desk.administrator.positionsSmall'),
          },
          { to: paths.systems(), title: t('desk.next.systems') },
          { to: paths.localFacts(), title: t('desk.next.localFacts') },
          { to: paths.apiTokens(), title: apiTexts('tokens.title') },
          { to: paths.certificates(), title: t('desk.administrator.certificates') },
        ]}
      />
    </Panel>
  )
}
