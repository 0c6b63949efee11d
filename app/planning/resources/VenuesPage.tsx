import { paths } from '~/paths'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { HiddenFields } from '~/ui/HiddenFields'
import { LanguageForm } from '~/ui/LanguageForm'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import { Table } from '~/ui/Table'
import { TextArea } from '~/ui/TextArea'
import { spanText } from '../spans'
import { venueValues } from './resource-form'
import { RemovalPanel, RemovedNote, ResourceTabs, SavedNote } from './ResourceNotes'
import type { VenuesView } from './view-resources.server'

/** The venues of a province with what they hold. */
export function VenuesPage({ view, note }: { view: VenuesView; note: string | null }) {
  const t = useT('planning')
  const locale = useLocale()
  const { venues, communes, removal, removed } = view
  const add = <ButtonLink to={paths.planVenues({ edit: 'new' })}>{t('venues.add')}</ButtonLink>
  const number = (value: number) => formatNumber(locale, value)
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.plans(), label: t('plans.title') }, { label: t('venues.title') }]} />
      <PageTitle lead={t('venues.lead')} actions={venues.length > 0 ? add : undefined}>
        {t('venues.title')}
      </PageTitle>
      <ResourceTabs current="venues" />
      <LanguageForm />
      <SavedNote note={note} />
      <RemovedNote removed={removed} />
      {removal ? <RemovalPanel removal={removal} cancelTo={paths.planVenues()} /> : null}
      {venues.length === 0 ? (
        <EmptyState
          title={t('venues.empty')}
          text={t('venues.empty.text')}
          action={
            <>
              {add} <a href={paths.planResourcesImport()}>{t('import.title')}</a>
            </>
          }
        />
      ) : (
        <Table
          caption={t('venues.count', { count: venues.length })}
          rows={venues}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              label: t('venue.name'),
              cell: ({ id, name }) => <a href={paths.planVenues({ edit: id })}>{name}</a>,
            },
            { key: 'place', label: t('venue.commune'), cell: ({ place }) => place ?? '–' },
            { key: 'seats', label: t('venue.seats'), align: 'end', cell: ({ seats }) => number(seats) },
            { key: 'rooms', label: t('venue.rooms'), align: 'end', cell: ({ rooms }) => number(rooms) },
            {
              key: 'closed',
              label: t('venue.closed'),
              cell: ({ closed }) => (closed.length === 0 ? '–' : closed.map(spanText).join('; ')),
            },
            {
              key: 'reached',
              label: t('venue.reached'),
              cell: ({ id, name, reached }) => (
                <a href={paths.planTravel({ venue: id })}>
                  {t('venue.reached.of', { count: reached, all: communes.length })}
                  <span className="vh"> {name}</span>
                </a>
              ),
            },
            {
              key: 'remove',
              label: t('action.remove'),
              labelHidden: true,
              cell: ({ id, name }) => (
                <a href={paths.planVenues({ remove: id })}>
                  {t('action.remove')}
                  <span className="vh"> {name}</span>
                </a>
              ),
            },
          ]}
        />
      )}
    </Main>
  )
}

/** The form of one venue, new where `edited` is null. */
export function VenueFormPage({ view, reply }: { view: VenuesView; reply?: FormReply | null }) {
  const t = useT('planning')
  const { edited, communes } = view
  const field = fieldProps(t, reply, edited ? venueValues(edited) : { rooms: '1' })
  const title = edited ? edited.name : t('venues.add')
  return (
    <Main wide>
      <ErrorSummary errors={summaryOf(field, ['name', 'commune', 'seats', 'rooms', 'closed'])} />
      <Crumbs
        items={[
          { to: paths.plans(), label: t('plans.title') },
          { to: paths.planVenues(), label: t('venues.title') },
          { label: title },
        ]}
      />
      <PageTitle>{title}</PageTitle>
      <form method="post" id={mainFormId} noValidate>
        <HiddenFields values={{ intent: 'save', id: edited?.id }} />
        <Panel>
          <Field {...field('name')} label={t('venue.name')} maxLength={160} width="medium" />
          <Select
            {...field('commune')}
            label={t('venue.commune')}
            hint={t('venue.commune.hint')}
            optional
            placeholder
            width="medium"
            options={communes.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <div className="row class-session">
            <Field
              {...field('seats')}
              label={t('venue.seats')}
              hint={t('venue.seats.hint')}
              inputMode="numeric"
              width="short"
              maxLength={6}
            />
            <Field
              {...field('rooms')}
              label={t('venue.rooms')}
              hint={t('venue.rooms.hint')}
              inputMode="numeric"
              width="short"
              maxLength={3}
            />
          </div>
          <TextArea {...field('closed')} label={t('venue.closed')} hint={t('spans.hint')} rows={3} optional />
        </Panel>
        <ButtonRow>
          <Button>{t('action.save')}</Button>
          <a href={paths.planVenues()}>{t('action.cancel')}</a>
        </ButtonRow>
      </form>
    </Main>
  )
}
