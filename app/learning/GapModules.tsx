import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import type { GapAdvice } from './listed-modules.server'
import { ModuleList } from './ModuleList'

/** The modules that close the gaps of a result, the most useful first, and the gaps that none closes yet. */
export function GapModules({ advice: { modules, uncovered } }: { advice: GapAdvice }) {
  const t = useT('learning')
  if (modules.length === 0 && uncovered.length === 0) return null
  return (
    <Panel title={t('result.title')} id="learn">
      {modules.length > 0 ? (
        <>
          <p>{t('result.lead')}</p>
          <ModuleList items={modules} brief />
        </>
      ) : null}
      {uncovered.length > 0 ? <p>{t('result.uncovered', { names: uncovered.join('; ') })}</p> : null}
      <p>
        <a href={paths.learn()}>{t('home.all')}</a>
      </p>
    </Panel>
  )
}
