import { paths } from '~/paths'
import { fieldProps, type FormReply } from '~/platform/http/form-reply'
import { formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Pagination } from '~/ui/Pagination'
import { Panel } from '~/ui/Panel'
import { Tabs } from '~/ui/Tabs'
import { TextArea } from '~/ui/TextArea'
import type { ListedReport } from './handle-reports.server'
import { reportLimits } from './report'

export type ReportsView = {
  reports: ListedReport[]
  handled: boolean
  page: number
  pages: number
  open: number
  note: 'answered' | 'reopened' | null
}

/** What learners reported, to be answered. */
export function ReportsPage({ view, reply }: { view: ReportsView; reply?: FormReply & { id: string } }) {
  const t = useT('reports')
  const desk = useT('campaigns')
  const { reports, handled, page, pages, open, note } = view
  const of = handled ? 'yes' : undefined
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.desk(), label: desk('desk.title') }, { label: t('list.title') }]} />
      <PageTitle lead={t('list.lead')}>{t('list.title')}</PageTitle>
      {note && !reply ? (
        <Note kind="done" role="status">
          {t(note === 'answered' ? 'answer.done' : 'reopened')}
        </Note>
      ) : null}
      <Tabs
        label={t('list.title')}
        items={[
          { to: paths.reports(), label: t('list.open'), count: open, current: !handled },
          { to: paths.reports({ handled: 'yes' }), label: t('list.handled'), current: handled },
        ]}
      />
      {reports.length === 0 ? (
        <EmptyState
          title={t(handled ? 'list.emptyHandled' : 'list.empty')}
          text={t(handled ? 'list.emptyHandledText' : 'list.emptyText')}
        />
      ) : (
        reports.map((report) => (
          <ReportPanel key={report.id} report={report} reply={reply?.id === report.id ? reply : undefined} />
        ))
      )}
      <Pagination page={page} pages={pages} hrefOf={(n) => paths.reports({ handled: of, page: n })} />
    </Main>
  )
}

function ReportPanel({ report, reply }: { report: ListedReport; reply?: FormReply }) {
  const t = useT('reports')
  const { id, about, what, text, at, answer, locale } = report
  const field = fieldProps(t, reply)
  const answerField = { ...field('answer'), id: `answer-${id}` }
  const title = t(`about.${about.kind}`, { title: about.title })
  return (
    <Panel title={title}>
      <p className="small muted">
        {t('list.when', {
          what: t(`what.${what}`),
          version: t('version', { version: about.version }),
          language: t(`list.${locale}`),
          at: formatDateTime(at),
        })}
      </p>
      {text.split('\n').map((line, i) => (
        <p key={`${i}-${line}`}>{line}</p>
      ))}
      {about.kind === 'item' ? (
        <p>
          <a href={paths.item(about.subject)}>{about.subject}</a>
        </p>
      ) : about.at ? (
        <p>
          <a href={about.at}>{about.subject}</a>
        </p>
      ) : null}
      <form method="post" noValidate>
        <HiddenFields values={{ id }} />
        {answer ? (
          <>
            <p>{t('own.answer', { answer })}</p>
            <ButtonRow>
              <Button quiet name="intent" value="reopen">
                {t('reopen')}
              </Button>
            </ButtonRow>
          </>
        ) : (
          <>
            <TextArea
              {...answerField}
              label={t('answer')}
              hint={t('answer.hint')}
              maxLength={reportLimits.text}
              rows={2}
            />
            <ButtonRow>
              <Button>{t('answer.send')}</Button>
            </ButtonRow>
          </>
        )}
      </form>
    </Panel>
  )
}
