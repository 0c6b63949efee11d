import { paths } from '~/paths'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { formatDateTime } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { dongText } from '../money'
import { normLines, normsValues } from './norms'
import { ResourceTabs, SavedNote } from './ResourceNotes'
import type { NormsView } from './view-resources.server'

type Props = { view: NormsView; reply?: FormReply | null; note: string | null }

/** What a province pays for each thing, with where it is decided, and what was in force before. */
export function NormsPage({ view, reply, note }: Props) {
  const t = useT('planning')
  const locale = useLocale()
  const [inForce] = view.rows
  const values = inForce ? { ...normsValues(inForce.norms), source: inForce.source } : {}
  const field = fieldProps(t, reply, values)
  return (
    <Main wide>
      <ErrorSummary errors={summaryOf(field, [...normLines, 'source'])} />
      <Crumbs items={[{ to: paths.plans(), label: t('plans.title') }, { label: t('norms.title') }]} />
      <PageTitle
        lead={
          inForce
            ? t('norms.since', { when: formatDateTime(inForce.at), source: inForce.source })
            : t('norms.none')
        }
      >
        {t('norms.title')}
      </PageTitle>
      <ResourceTabs current="norms" />
      <SavedNote note={note} />
      <Panel title={inForce ? t('norms.change') : t('norms.first')}>
        <p className="muted">{t('norms.hint')}</p>
        <form method="post" id={mainFormId} noValidate>
          <div className="grid-fields">
            {normLines.map((line) => (
              <Field
                key={line}
                {...field(line)}
                label={t(`norms.${line}`)}
                inputMode="numeric"
                width="short"
                maxLength={20}
              />
            ))}
          </div>
          <Field
            {...field('source')}
            label={t('norms.source')}
            hint={t('norms.source.hint')}
            maxLength={300}
          />
          <ButtonRow>
            <Button>{t('norms.save')}</Button>
          </ButtonRow>
        </form>
      </Panel>
      {view.rows.length > 0 ? (
        <Panel title={t('norms.history')}>
          <Table
            caption={t('norms.history.caption')}
            rows={view.rows}
            rowKey={({ id }) => String(id)}
            columns={[
              { key: 'at', label: t('norms.at'), cell: ({ at }) => formatDateTime(at) },
              { key: 'by', label: t('norms.by'), cell: ({ by }) => by ?? '–' },
              { key: 'source', label: t('norms.source'), cell: ({ source }) => source },
              ...normLines.map((line) => ({
                key: line,
                label: t(`norms.${line}.short`),
                align: 'end' as const,
                cell: ({ norms }: (typeof view.rows)[number]) => dongText(locale, norms[line]),
              })),
            ]}
          />
        </Panel>
      ) : null}
    </Main>
  )
}
