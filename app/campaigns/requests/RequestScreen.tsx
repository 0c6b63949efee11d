import { actors } from '~/gaps/recommendations'
import { paths } from '~/paths'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Choice } from '~/ui/Choice'
import { Crumbs } from '~/ui/Crumbs'
import { DateField } from '~/ui/DateField'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { Fieldset } from '~/ui/Fieldset'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import { Table } from '~/ui/Table'
import { TextArea } from '~/ui/TextArea'
import { requestStates } from './request'
import { commonOf, mostLetters, nobody, standingFields, type StandingField } from './request-form'
import { RequestHistory } from './RequestHistory'
import { InCharge, StateTag, useRequestText } from './RequestWords'
import type { RequestView } from './view-request.server'

export type RequestNote = { key: 'saved' | 'same' | 'undone'; count: number }
export type RequestReply = FormReply & { communes: string[] }

type Props = { view: RequestView; note: RequestNote | null; reply?: RequestReply }

/** One request: where it stands in each commune that asks for it, and the form to write that down. */
export function RequestScreen({ view, note, reply }: Props) {
  const t = useT('requests')
  const locale = useLocale()
  const words = useRequestText()
  const { campaign, request, undoable, today } = view
  const field = fieldProps(t, reply)
  const [first] = request.communes
  const lead = request.isOwnWords
    ? t('one.own', { commune: first!.name })
    : t('one.lead', { count: request.communes.length })
  return (
    <Main wide>
      <ErrorSummary errors={summaryOf(field, ['commune', ...standingFields])} />
      <Crumbs
        items={[
          { to: paths.desk(), label: t('crumb.desk') },
          { to: paths.requests({ campaign: campaign.id }), label: t('title') },
          { label: t('one.title') },
        ]}
      />
      {note ? (
        <Note kind="done" role="status">
          {t(`note.${note.key}`, { count: note.count })}
        </Note>
      ) : null}
      {undoable ? (
        <form method="post">
          <HiddenFields values={{ change: undoable }} />
          <ButtonRow>
            <Button quiet name="intent" value="undo">
              {t('undo')}
            </Button>
          </ButtonRow>
        </form>
      ) : null}
      <PageTitle under={campaign.title[locale]} lead={lead}>
        {words(request, locale)}
      </PageTitle>
      <Panel title={t('one.standing')}>
        <Table
          caption={t('one.standing')}
          captionHidden
          rows={request.communes}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'commune',
              label: t('column.commune'),
              cell: ({ code, name }) => (
                <a href={paths.communeRequests(code, { campaign: campaign.id })}>{name}</a>
              ),
            },
            {
              key: 'state',
              label: t('column.state'),
              cell: (each) => <StateTag standing={each} today={today} />,
            },
            { key: 'who', label: t('column.who'), cell: ({ who }) => t(`who.${who ?? 'nobody'}`) },
            { key: 'charge', label: t('column.inCharge'), cell: (each) => <InCharge standing={each} /> },
            {
              key: 'answer',
              label: t('field.answer'),
              cell: ({ answer, reason }) => reason ?? answer ?? '–',
            },
          ]}
        />
      </Panel>
      <StandingForm view={view} reply={reply} />
      <RequestHistory history={view.history} />
    </Main>
  )
}

function StandingForm({ view: { request }, reply }: Pick<Props, 'view' | 'reply'>) {
  const t = useT('requests')
  const { common, differs } = commonOf(request.communes)
  const defaults: Record<string, string> = {
    state: common.state ?? '',
    who: 'who' in common ? (common.who ?? nobody) : '',
    inCharge: common.inCharge ?? '',
    dueOn: common.dueOn ?? '',
    answer: common.answer ?? '',
    reason: common.reason ?? '',
  }
  const field = fieldProps(t, reply, defaults)
  const keep = (name: StandingField) => (differs.includes(name) ? [{ value: '', label: t('one.keep') }] : [])
  const hint = (name: StandingField, other?: string) => (differs.includes(name) ? t('one.differs') : other)
  const chosen = new Set(reply ? reply.communes : request.communes.map(({ code }) => code))
  const { defaultValue: state, ...stateField } = field('state')
  const { defaultValue: who, ...whoField } = field('who')
  const [only] = request.communes
  return (
    <Panel title={t('one.write')}>
      <form method="post" id={mainFormId} noValidate>
        <HiddenFields values={{ differs: differs.join(',') }} />
        {request.communes.length === 1 ? (
          <HiddenFields values={{ commune: only!.code }} />
        ) : (
          <Fieldset
            id="commune"
            legend={t('one.choose')}
            hint={t('one.chooseHint')}
            error={field('commune').error}
          >
            <div className="row">
              {request.communes.map(({ code, name }, i) => (
                <Choice
                  key={code}
                  type="checkbox"
                  tight
                  name="commune"
                  id={i === 0 ? 'commune' : `commune-${code}`}
                  value={code}
                  label={name}
                  checked={chosen.has(code)}
                />
              ))}
            </div>
          </Fieldset>
        )}
        <Select
          {...stateField}
          label={t('column.state')}
          defaultValue={state}
          options={[
            ...keep('state'),
            ...requestStates.map((each) => ({ value: each, label: t(`state.${each}`) })),
          ]}
        />
        <Select
          {...whoField}
          label={t('column.who')}
          defaultValue={who}
          options={[
            ...keep('who'),
            ...actors.map((each) => ({ value: each, label: t(`who.${each}`) })),
            { value: nobody, label: t('who.nobody') },
          ]}
        />
        <Field
          {...field('inCharge')}
          label={t('field.inCharge')}
          hint={hint('inCharge', t('field.inChargeHint'))}
          maxLength={mostLetters.inCharge}
          optional
        />
        <DateField {...field('dueOn')} label={t('field.dueOn')} hint={hint('dueOn')} optional />
        <TextArea
          {...field('answer')}
          label={t('field.answer')}
          hint={hint('answer', t('field.answerHint'))}
          rows={4}
          optional
        />
        <TextArea
          {...field('reason')}
          label={t('field.reason')}
          hint={hint('reason', t('field.reasonHint'))}
          rows={2}
          optional
        />
        <ButtonRow>
          <Button name="intent" value="save">
            {t('save')}
          </Button>
        </ButtonRow>
      </form>
    </Panel>
  )
}
