import { paths } from '~/paths'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { useLocale, useT } from '~/platform/i18n/react'
import { formatNumber } from '~/platform/i18n/format'
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
import { Table } from '~/ui/Table'
import { ResourceTabs, SavedNote } from './ResourceNotes'
import { hoursField, hoursValues } from './travel-form'
import type { TravelView } from './travel.server'

/** All hours on the road at once; a venue's heading leads to where they are typed. */
export function TravelPage({ view, note }: { view: TravelView; note: string | null }) {
  const t = useT('planning')
  const locale = useLocale()
  const { venues, communes, travel } = view
  const hours = new Map(travel.map((each) => [`${each.venue} ${each.commune}`, each.hours]))
  const unreached = communes.filter(({ code }) => !venues.some(({ id }) => hours.has(`${id} ${code}`)))
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.plans(), label: t('plans.title') }, { label: t('travel.title') }]} />
      <PageTitle
        lead={
          venues.length === 0
            ? undefined
            : unreached.length === 0
              ? t('travel.leadAll')
              : t('travel.lead', { count: unreached.length, all: communes.length })
        }
        actions={
          venues.length > 0 ? (
            <ButtonLink quiet to={paths.planResourcesImport()}>
              {t('travel.workbook')}
            </ButtonLink>
          ) : undefined
        }
      >
        {t('travel.title')}
      </PageTitle>
      <ResourceTabs current="travel" />
      <LanguageForm />
      <SavedNote note={note} />
      {venues.length === 0 ? (
        <EmptyState
          title={t('travel.empty')}
          text={t('travel.empty.text')}
          action={<ButtonLink to={paths.planVenues({ edit: 'new' })}>{t('venues.add')}</ButtonLink>}
        />
      ) : (
        <>
          <p>
            {t('travel.choose')}{' '}
            {venues.map(({ id, name }, i) => (
              <span key={id}>
                {i > 0 ? ' · ' : null}
                <a href={paths.planTravel({ venue: id })}>{name}</a>
              </span>
            ))}
          </p>
          <Table
            caption={t('travel.caption')}
            stack={false}
            rows={communes}
            rowKey={({ code }) => code}
            columns={[
              { key: 'commune', label: t('travel.commune'), cell: ({ name }) => name },
              ...venues.map(({ id, name }) => ({
                key: id,
                label: name,
                align: 'end' as const,
                cell: ({ code }: { code: string }) => {
                  const own = hours.get(`${id} ${code}`)
                  return own === undefined ? '–' : formatNumber(locale, own, 1)
                },
              })),
            ]}
          />
        </>
      )}
    </Main>
  )
}

/** The hours to one venue: a field a commune, empty where nobody can come. */
export function HoursFormPage({ view, reply }: { view: TravelView; reply?: FormReply | null }) {
  const t = useT('planning')
  const { chosen, communes, travel } = view
  if (!chosen) return null
  const field = fieldProps(t, reply, hoursValues(travel, chosen.id))
  const errors = communes.flatMap(({ code, name }) =>
    summaryOf(field, [hoursField(code)]).map((each) => ({ ...each, text: `${name}: ${each.text}` })),
  )
  return (
    <Main wide>
      <ErrorSummary errors={errors} />
      <Crumbs
        items={[
          { to: paths.plans(), label: t('plans.title') },
          { to: paths.planTravel(), label: t('travel.title') },
          { label: chosen.name },
        ]}
      />
      <PageTitle lead={t('travel.form.lead')}>{t('travel.form.title', { name: chosen.name })}</PageTitle>
      <form method="post" id={mainFormId} noValidate>
        <HiddenFields values={{ venue: chosen.id }} />
        <div className="grid-fields">
          {communes.map(({ code, name }) => (
            <Field
              key={code}
              {...field(hoursField(code))}
              label={name}
              inputMode="decimal"
              width="short"
              maxLength={8}
            />
          ))}
        </div>
        <ButtonRow stay>
          <Button>{t('action.save')}</Button>
          <a href={paths.planTravel()}>{t('action.cancel')}</a>
        </ButtonRow>
      </form>
    </Main>
  )
}
