import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Tag } from '~/ui/Tag'
import { shortByCommune } from './short-communes'
import type { SolvedView } from './solved-view'
import type { ScenarioView } from './view-scenario.server'

const shownFirst = 6

/** Communes whose gap the plan does not close, and what stands in the way. */
export function ShortPanel({ view, solved }: { view: ScenarioView; solved: SolvedView }) {
  const t = useT('plans')
  const locale = useLocale()
  const communes = shortByCommune(solved.short)
  const list = (rows: typeof communes) => (
    <ul className="tasks">
      {rows.map(({ commune, missing, reasons }) => (
        <li key={commune}>
          <div>
            <a href={paths.commune(commune)}>{view.names.communes[commune] ?? commune}</a>
            <small>{reasons[0] ? t(`short.${reasons[0].why}`) : null}</small>
            <details>
              <summary>{t('short.byModule')}</summary>
              {reasons.map(({ why, modules }) => (
                <small key={why}>
                  <b>{t(`short.${why}`)}</b>:{' '}
                  {modules.map((code) => view.names.modules[code] ?? code).join(', ')}
                </small>
              ))}
            </details>
          </div>
          {missing > 0 ? (
            <Tag kind="care">
              {t('short.missing', { count: missing, seats: formatNumber(locale, missing) })}
            </Tag>
          ) : null}
        </li>
      ))}
    </ul>
  )
  return (
    <Panel title={t('short.title')}>
      {communes.length === 0 ? <p>{t('short.none')}</p> : list(communes.slice(0, shownFirst))}
      {communes.length > shownFirst ? (
        <details>
          <summary>
            {t('short.more', { communes: formatNumber(locale, communes.length - shownFirst) })}
          </summary>
          {list(communes.slice(shownFirst))}
        </details>
      ) : null}
    </Panel>
  )
}
