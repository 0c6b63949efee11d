import { paths } from '~/paths'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { formatDate, formatDateTime } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ChoiceGroup } from '~/ui/ChoiceGroup'
import { Columns } from '~/ui/Columns'
import { Crumbs } from '~/ui/Crumbs'
import { DateField } from '~/ui/DateField'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { Tag, type TagKind } from '~/ui/Tag'
import { TextArea } from '~/ui/TextArea'
import { figureField } from '../figure-field'
import { ruleText, valueText } from '../score-words'
import type { EntryState } from '../entries.server'
import type { EntryView } from '../views/view-entry.server'
import { entryFields, mostEvidence } from './entry-form'

const tags: Record<EntryState, TagKind> = { waiting: 'care', confirmed: 'ok', returned: 'bad' }

type Props = { view: EntryView; reply?: FormReply | null; note: string | null }

/** What a commune says of a criterion, with its evidence; a planner confirms it or returns it with a reason. */
export function EntryPage({ view, reply, note }: Props) {
  const t = useT('scorecard')
  const locale = useLocale()
  const { commune, criterion, history } = view
  const [inForce] = history
  const field = fieldProps(t, reply)
  const entered = fieldProps(t, reply?.typed.intent === 'return' ? null : reply)
  const name = criterion.name[locale]
  const names = reply?.typed.intent === 'return' ? ['reason'] : [...entryFields]
  return (
    <Main wide>
      <ErrorSummary errors={summaryOf(field, names)} />
      <Crumbs
        items={[
          ...(view.seesProvince ? [{ to: paths.scorecards(), label: t('title') }] : []),
          { to: paths.scorecardOf(commune.code), label: commune.name },
          { label: `${criterion.code} ${name}` },
        ]}
      />
      <PageTitle
        under={commune.name}
        lead={
          inForce
            ? t(`entry.lead.${inForce.state}`, { value: valueText(locale, criterion, inForce.value, {}) })
            : t('entry.lead.none')
        }
      >
        {criterion.code} {name}
      </PageTitle>
      {note === 'confirmed' || note === 'returned' ? (
        <Note kind="done" role="status" title={t(`note.${note}`)} />
      ) : null}
      {inForce?.state === 'returned' && inForce.reason ? (
        <Note kind="stop" title={t('entry.returned')}>
          {inForce.reason}
        </Note>
      ) : null}
      {view.mayDecide && inForce ? <DecisionPanel view={view} reply={reply} /> : null}
      <Panel title={t(inForce ? 'entry.again' : 'entry.new')}>
        <p className="muted">{ruleText(locale, criterion, {})}</p>
        <form method="post" id={mainFormId} noValidate>
          <HiddenFields values={{ intent: 'enter' }} />
          <ValueField view={view} field={entered} />
          <DateField {...entered('date')} label={t('entry.date')} hint={t('entry.date.hint')} />
          <TextArea
            {...entered('evidence')}
            label={t('entry.evidence')}
            hint={criterion.help?.[locale] ?? t('entry.evidence.hint')}
            rows={3}
            maxLength={mostEvidence}
          />
          <p className="muted small">{t('entry.seen')}</p>
          <ButtonRow>
            <Button>{t('entry.save')}</Button>
            <a href={paths.scorecardOf(commune.code)}>{t('action.cancel')}</a>
          </ButtonRow>
        </form>
      </Panel>
      {history.length > 0 ? (
        <Panel title={t('entry.history')}>
          <Table
            caption={t('entry.history.caption')}
            rows={history}
            rowKey={({ id }) => String(id)}
            columns={[
              { key: 'at', label: t('entry.at'), cell: ({ at }) => formatDateTime(at) },
              {
                key: 'value',
                label: t('criteria.value'),
                cell: ({ value }) => valueText(locale, criterion, value, {}),
              },
              { key: 'date', label: t('entry.date'), cell: ({ date }) => formatDate(date) },
              { key: 'evidence', label: t('entry.evidence'), cell: ({ evidence }) => evidence },
              { key: 'by', label: t('entry.by'), cell: ({ by }) => by ?? '–' },
              {
                key: 'state',
                label: t('entry.state'),
                cell: ({ id, state, reason }) => (
                  <>
                    {id === inForce?.id ? (
                      <Tag kind={tags[state]}>{t(`entry.state.${state}`)}</Tag>
                    ) : (
                      t('entry.state.replaced')
                    )}
                    {reason ? <small> {reason}</small> : null}
                  </>
                ),
              },
            ]}
          />
        </Panel>
      ) : null}
    </Main>
  )
}

type FieldOf = ReturnType<typeof fieldProps>

function ValueField({ view: { criterion }, field }: { view: EntryView; field: FieldOf }) {
  const t = useT('scorecard')
  const locale = useLocale()
  const { source } = criterion
  const { defaultValue, error } = field('value')
  if (source.kind === 'number')
    return (
      <Field
        {...field('value')}
        label={t('entry.number', { unit: source.unit[locale] })}
        hint={t('entry.number.hint', { least: figureField(source.least), most: figureField(source.most) })}
        inputMode="decimal"
        width="short"
        maxLength={20}
      />
    )
  const options =
    source.kind === 'level'
      ? source.levels.map((level, i) => ({ value: String(i), label: level[locale] }))
      : [
          { value: '1', label: t('value.yes') },
          { value: '0', label: t('value.no') },
        ]
  return (
    <ChoiceGroup
      id="value"
      name="value"
      type="radio"
      legend={t(source.kind === 'level' ? 'entry.level' : 'entry.yesno')}
      error={error}
      options={options.map((option) => ({ ...option, checked: option.value === defaultValue }))}
    />
  )
}

/** For a planner: the entry in force with its evidence, to confirm or to return. */
function DecisionPanel({ view, reply }: { view: EntryView; reply?: FormReply | null }) {
  const t = useT('scorecard')
  const locale = useLocale()
  const entry = view.history[0]!
  const returning = reply?.typed.intent === 'return' ? reply : null
  const field = fieldProps(t, returning)
  return (
    <Panel title={t('decide.title')}>
      <Columns kind="two">
        <div>
          <p>
            {t('decide.what', {
              value: valueText(locale, view.criterion, entry.value, {}),
              date: formatDate(entry.date),
              by: entry.by ?? '–',
            })}
          </p>
          <p>
            <b>{t('entry.evidence')}:</b> {entry.evidence}
          </p>
          {entry.state === 'confirmed' ? (
            <p className="muted">{t('decide.confirmed', { by: entry.decidedBy ?? '–' })}</p>
          ) : (
            <form method="post">
              <HiddenFields values={{ intent: 'confirm', id: entry.id }} />
              <ButtonRow>
                <Button quiet>{t('decide.confirm')}</Button>
              </ButtonRow>
            </form>
          )}
        </div>
        {entry.state === 'returned' ? null : (
          <form method="post" noValidate>
            <HiddenFields values={{ intent: 'return', id: entry.id }} />
            <Field
              {...field('reason')}
              label={t('decide.reason')}
              hint={t('decide.reason.hint')}
              maxLength={300}
            />
            <ButtonRow>
              <Button quiet>{t('decide.return')}</Button>
            </ButtonRow>
          </form>
        )}
      </Columns>
    </Panel>
  )
}
