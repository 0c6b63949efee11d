import { paths } from '~/paths'
import { formatDateTime, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import type { T } from '~/platform/i18n/translate'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { DefinitionList } from '~/ui/DefinitionList'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { FailedMail, MailCounts, MailDesk, TestMail } from './mail-desk.server'

type MailPageProps = {
  desk: MailDesk
  field: { id: string; name: string; defaultValue?: string; error?: string }
  /** Whether a message was queued again just now; null where none was asked for. */
  again: boolean | null
}

/** Whether mail goes out, what did not, and a way to try it. */
export function MailPage({ desk, field, again }: MailPageProps) {
  const t = useT('mail')
  const campaigns = useT('campaigns')
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.desk(), label: campaigns('desk.title') }, { label: t('title') }]} />
      <PageTitle lead={desk.from ? t('lead.on', { from: desk.from }) : t('lead.off')}>{t('title')}</PageTitle>
      <ErrorSummary errors={field.error ? [{ fieldId: field.id, text: field.error }] : []} />
      {again === null ? null : (
        <Note kind={again ? 'done' : 'care'} role="status">
          {t(again ? 'again.done' : 'again.not')}
        </Note>
      )}
      {desk.from ? <TestPanel test={desk.test} field={field} /> : <HowPanel />}
      <CountsPanel counts={desk.counts} />
      {desk.failed.length > 0 ? <FailedPanel desk={desk} /> : null}
    </Main>
  )
}

const settings = [
  ['SMTP_URL', 'off.url'],
  ['MAIL_FROM', 'off.from'],
  ['APP_URL', 'off.app'],
] as const

function HowPanel() {
  const t = useT('mail')
  return (
    <Panel title={t('off.title')}>
      <p>{t('off.text')}</p>
      <DefinitionList
        items={settings.map(([name, key]) => ({ term: <code>{name}</code>, description: t(key) }))}
      />
    </Panel>
  )
}

function TestPanel({ test, field }: { test: TestMail | null; field: MailPageProps['field'] }) {
  const t = useT('mail')
  return (
    <Panel title={t('test.title')} id="test">
      {test ? (
        <Note kind={test.state === 'sent' ? 'done' : test.state === 'failed' ? 'stop' : 'care'} role="status">
          {t(test.state === 'queued' && test.failure ? 'test.retry' : `test.${test.state}`, {
            at: formatDateTime(test.at),
            why: failureText(t, test.failure ?? ''),
          })}
        </Note>
      ) : null}
      <form method="post" noValidate>
        <Field
          {...field}
          label={t('test.address')}
          hint={t('test.text')}
          type="email"
          inputMode="email"
          autoComplete="email"
          width="medium"
        />
        <ButtonRow>
          <Button>{t('test.send')}</Button>
        </ButtonRow>
      </form>
    </Panel>
  )
}

function CountsPanel({ counts }: { counts: MailCounts[] }) {
  const t = useT('mail')
  const locale = useLocale()
  const column = (key: 'queued' | 'sent' | 'failed') => ({
    key,
    label: t(`counts.${key}`),
    align: 'end' as const,
    cell: (row: MailCounts) => formatNumber(locale, row[key]),
  })
  return (
    <Panel title={t('counts.title')}>
      {counts.length === 0 ? (
        <p>{t('counts.none')}</p>
      ) : (
        <>
          <Table
            caption={t('counts.title')}
            captionHidden
            rows={counts}
            rowKey={({ kind }) => kind}
            columns={[
              { key: 'kind', label: t('counts.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
              column('queued'),
              column('sent'),
              column('failed'),
            ]}
          />
          {counts.some(({ queued }) => queued > 0) ? <p className="small muted">{t('waiting')}</p> : null}
        </>
      )}
    </Panel>
  )
}

function FailedPanel({ desk: { failed, failedCount } }: { desk: MailDesk }) {
  const t = useT('mail')
  return (
    <Panel title={t('failed.title')}>
      <Table
        caption={t('failed.title')}
        captionHidden
        rows={failed}
        rowKey={({ id }) => id}
        columns={[
          { key: 'to', label: t('failed.to'), cell: ({ to }) => to || t('failed.gone') },
          { key: 'kind', label: t('failed.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
          { key: 'at', label: t('failed.at'), cell: ({ at }) => formatDateTime(at) },
          { key: 'why', label: t('failed.why'), cell: ({ failure }) => failureText(t, failure) },
          {
            key: 'again',
            label: t('failed.again'),
            labelHidden: true,
            cell: (mail) => <Again mail={mail} />,
          },
        ]}
      />
      <p className="small muted">
        {failed.length < failedCount
          ? `${t('failed.some', { shown: failed.length, count: failedCount })} `
          : ''}
        {t('failed.keep')}
      </p>
    </Panel>
  )
}

function Again({ mail: { id, to, again } }: { mail: FailedMail }) {
  const t = useT('mail')
  if (!again) return null
  return (
    <form method="post">
      <HiddenFields values={{ again: id }} />
      <Button quiet aria-label={t('failed.againTo', { to })}>
        {t('failed.again')}
      </Button>
    </form>
  )
}

const words = ['connection', 'timeout', 'dns', 'tls', 'auth', 'address'] as const

/** Why a message could not be sent, in words; an answer of the server keeps its code for who looks after the mail. */
function failureText(t: T<'mail'>, failure: string): string {
  const word = words.find((each) => each === failure)
  if (word) return t(`failure.${word}`)
  const code = /^smtp-(\d{3})$/.exec(failure)?.[1]
  if (!code) return t('failure.unknown')
  return t(code.startsWith('4') ? 'failure.later' : 'failure.refused', { code })
}
