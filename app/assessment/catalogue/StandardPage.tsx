import { SetBy } from '~/competency/StandardHistory'
import { StandardChangeList } from '~/competency/StandardChangeList'
import { StandardFacts } from '~/competency/StandardFacts'
import { StandardTable } from '~/competency/StandardTable'
import { paths } from '~/paths'
import { formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import { DefinitionList } from '~/ui/DefinitionList'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Tag } from '~/ui/Tag'
import type { viewStandard } from './view-standards.server'

/** One standard of the history as it was, with what it changed. */
export function StandardPage({ view }: { view: ReturnType<typeof viewStandard> }) {
  const t = useT('analysis')
  const { framework, standard, trace, inForce, changes } = view
  const name = t('history.number', { version: trace.version })
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.standards(), label: t('standards.title') }, { label: name }]} />
      <PageTitle tag={inForce ? <Tag kind="now">{t('inForce')}</Tag> : undefined}>
        {t('standard.title', { version: trace.version })}
      </PageTitle>
      <DefinitionList
        items={[
          { term: t('history.at'), description: formatDateTime(trace.at) },
          { term: t('history.by'), description: <SetBy trace={trace} /> },
          { term: t('history.reason'), description: trace.reason ?? t('none') },
        ]}
      />
      {changes ? (
        <Panel title={t('changes.title')}>
          <StandardChangeList framework={framework} changes={changes} />
        </Panel>
      ) : null}
      <Panel title={t('standards.how')}>
        <StandardFacts framework={framework} standard={standard} />
      </Panel>
      <StandardTable framework={framework} standard={standard} />
    </Main>
  )
}
