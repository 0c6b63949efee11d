import { ContentTabs } from '~/assessment/catalogue/ContentTabs'
import { paths } from '~/paths'
import { formatDate, formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { AreasResult } from './AreasResult'
import { filesOf } from './measure-files'
import type { MeasureRun } from './measure-run'
import type { MeasureView } from './own-measures.server'
import { ResponsesResult } from './ResponsesResult'

/** One run: waiting, failed, or what came of it with its files. */
export function RunPage({ view }: { view: MeasureView }) {
  const t = useT('measure')
  return (
    <Main wide>
      <ContentTabs current="measure" />
      <Crumbs items={[{ to: paths.measure(), label: t('page.title') }, { label: view.fileName }]} />
      {view.run ? <Done view={view} run={view.run} /> : <NotDone view={view} />}
    </Main>
  )
}

function NotDone({ view: { id, state, fileName, createdAt, startedAt } }: { view: MeasureView }) {
  const t = useT('measure')
  if (state === 'failed')
    return (
      <>
        <PageTitle lead={t('run.failed.text')}>{t('run.failed.title', { file: fileName })}</PageTitle>
        <ButtonRow>
          <ButtonLink to={paths.measure()}>{t('run.again')}</ButtonLink>
        </ButtonRow>
      </>
    )
  return (
    <>
      <PageTitle
        lead={
          state === 'queued'
            ? t('run.waiting.queued')
            : t('run.waiting.running', { at: formatDateTime(startedAt ?? createdAt) })
        }
      >
        {t('run.waiting.title', { file: fileName })}
      </PageTitle>
      <p>{t('run.waiting.text')}</p>
      <p>
        <a href={paths.measureResult(id)}>{t('run.waiting.now')}</a>
      </p>
    </>
  )
}

function Done({ view, run }: { view: MeasureView; run: MeasureRun }) {
  const t = useT('measure')
  const title = t('run.title', { file: view.fileName })
  return (
    <>
      {run.kind === 'responses' ? (
        <ResponsesResult title={title} result={run.result} />
      ) : (
        <AreasResult title={title} report={run.result} />
      )}
      <Panel title={t('download.title')}>
        <ul>
          {filesOf(run.kind).map((file) => (
            <li key={file}>
              <a href={paths.measureFile(view.id, file)} download>
                {t(`download.${file}`)}
              </a>
            </li>
          ))}
        </ul>
        <p className="muted">{t('run.until', { date: formatDate(view.until) })}</p>
        <form method="post" action={paths.measure()}>
          <HiddenFields values={{ intent: 'delete', id: view.id }} />
          <button className="link">{t('run.delete')}</button>
        </form>
      </Panel>
    </>
  )
}
