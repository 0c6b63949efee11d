import { paths } from '~/paths'
import { formatDateTime, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { translateMessage } from '~/platform/i18n/translate'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { HiddenFields } from '~/ui/HiddenFields'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Progress } from '~/ui/Progress'
import { Select } from '~/ui/Select'
import { TaskList } from '~/ui/TaskList'
import type { ImportView } from './view-import.server'

type Of<State extends ImportView['state']> = Extract<ImportView, { state: State }>

/** While the file is being read: how far it is; the page asks again by itself. */
export function ImportReading({ view }: { view: Of<'reading'> }) {
  const t = useT('roster')
  const locale = useLocale()
  const { read, total } = view.progress
  const words =
    total === 0
      ? t('reading.starting')
      : t('reading.progress', { read: formatNumber(locale, read), total: formatNumber(locale, total) })
  return (
    <>
      <PageTitle>{t('reading.title', { file: view.fileName })}</PageTitle>
      <Progress words={words} value={read} max={Math.max(1, total)} />
      <p>{t('reading.text')}</p>
      <p>
        <a href={paths.rosterImport(view.id)}>{t('reading.now')}</a>
      </p>
    </>
  )
}

/** A file that is no roster as it stands: why, and what else can be tried with it. */
export function ImportFailed({ view }: { view: Of<'failed'> }) {
  const t = useT('roster')
  const locale = useLocale()
  const { reasons, sheets, needsCommune } = view.failure
  return (
    <>
      <PageTitle lead={t('failed.text')}>{t('failed.title', { file: view.fileName })}</PageTitle>
      <Note kind="stop" role="alert" title={t('failed.why')}>
        <ul>
          {reasons.map(({ message, mend }) => (
            <li key={message.key}>
              {translateMessage(locale, 'roster', message)}. {translateMessage(locale, 'roster', mend)}.
            </li>
          ))}
        </ul>
      </Note>
      {sheets.length > 1 ? <SheetChoice sheets={sheets} /> : null}
      {needsCommune ? (
        <Panel title={t('failed.commune')}>
          <form method="post">
            <HiddenFields values={{ intent: 'commune' }} />
            <Select
              id="commune"
              name="commune"
              label={t('failed.commune')}
              placeholder
              options={view.communes.map(({ code, name }) => ({ value: code, label: name }))}
              required
            />
            <Button quiet>{t('failed.communeSubmit')}</Button>
          </form>
        </Panel>
      ) : null}
      <ButtonRow>
        <ButtonLink to={paths.rosterImports()}>{t('another')}</ButtonLink>
        <a href={paths.rosterTemplate()} download>
          {t('imports.template')}
        </a>
        <DiscardButton />
      </ButtonRow>
    </>
  )
}

export function SheetChoice({ sheets, current }: { sheets: string[]; current?: string }) {
  const t = useT('roster')
  return (
    <Panel title={t('failed.sheet')}>
      <form method="post">
        <HiddenFields values={{ intent: 'sheet' }} />
        <Select
          id="sheet"
          name="sheet"
          label={t('failed.sheet')}
          defaultValue={current}
          options={sheets.map((name) => ({ value: name, label: name }))}
        />
        <Button quiet>{t('failed.sheetSubmit')}</Button>
      </form>
    </Panel>
  )
}

export function DiscardButton() {
  const t = useT('roster')
  return (
    <form method="post">
      <button className="link" name="intent" value="discard">
        {t('discard')}
      </button>
    </form>
  )
}

/** What was written, and what to do next. */
export function ImportDone({ view }: { view: Of<'confirmed'> }) {
  const t = useT('roster')
  const locale = useLocale()
  const number = (value: number) => formatNumber(locale, value)
  const { summary } = view
  const left = summary.error + summary.decide
  return (
    <>
      <PageTitle
        lead={t('done.lead', {
          added: number(summary.new),
          changed: number(summary.changed),
          moved: number(summary.moved),
          unchanged: number(summary.unchanged),
        })}
      >
        {t('done.title', { file: view.fileName })}
      </PageTitle>
      {left > 0 ? <Note kind="care">{t('done.left', { count: left })}</Note> : null}
      <Panel title={t('done.next')}>
        <TaskList
          items={[
            {
              to: paths.communes({ sort: 'waiting', dir: 'desc' }),
              title: t('done.slips'),
              small: t('done.slipsText'),
            },
            { to: paths.campaigns(), title: t('done.campaign'), small: t('done.campaignText') },
          ]}
        />
      </Panel>
      <p className="muted">{t('done.at', { time: formatDateTime(view.confirmedAt) })}</p>
      <ButtonRow>
        <ButtonLink to={paths.rosterImports()} quiet>
          {t('another')}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}

export function ImportDiscarded({ view }: { view: Of<'discarded'> }) {
  const t = useT('roster')
  return (
    <>
      <PageTitle lead={t('discarded.text', { file: view.fileName })}>{t('discarded.title')}</PageTitle>
      <ButtonRow>
        <ButtonLink to={paths.rosterImports()}>{t('another')}</ButtonLink>
      </ButtonRow>
    </>
  )
}
