import { formatDateTime } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { findCompetency, type Framework } from './framework'
import type { ProfileHistory as Entry } from './view-profile.server'

/** Who changed what in a profile, newest first. */
export function ProfileHistory({ framework, entries }: { framework: Framework; entries: Entry[] }) {
  const t = useT('competency')
  return (
    <Panel title={t('history.title')} id="history">
      {entries.length === 0 ? <p>{t('history.none')}</p> : null}
      {entries.map((entry) => (
        <div key={entry.at}>
          <h3>
            {formatDateTime(entry.at)} · <Who entry={entry} />
          </h3>
          <Changes framework={framework} entry={entry} />
        </div>
      ))}
    </Panel>
  )
}

function Who({ entry: { kind, by } }: { entry: Entry }) {
  const t = useT('competency')
  if (kind === 'product') return <>{t('history.product')}</>
  const who = by ?? t('history.someone')
  return <>{kind === 'ships' ? t('history.ships', { who }) : who}</>
}

function Changes({ framework, entry: { kind, changes } }: { framework: Framework; entry: Entry }) {
  const t = useT('competency')
  const locale = useLocale()
  const levelName = (level: number) =>
    framework.levels.find((each) => each.level === level)?.name[locale] ?? t('profile.notNeeded')
  if (changes.length === 0) return <p>{t('history.noChange')}</p>
  if (kind === 'product' && changes.every(({ from }) => from === 0)) {
    return <p>{t('history.first', { count: changes.length })}</p>
  }
  return (
    <ul>
      {changes.map(({ competency, from, to }) => (
        <li key={competency}>
          {t('history.change', {
            competency: `${competency} ${findCompetency(framework, competency)?.name[locale] ?? ''}`,
            from: levelName(from),
            to: levelName(to),
          })}
        </li>
      ))}
    </ul>
  )
}
