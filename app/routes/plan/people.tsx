import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { paths } from '~/paths'
import { PersonTable } from '~/people/persons/PersonTable'
import { searchPeople } from '~/people/persons/search-people.server'
import { positionNames } from '~/people/positions/positions.server'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { mainFormId, type RouteHandle } from '~/platform/http/handle'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { EmptyState } from '~/ui/EmptyState'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { fieldProps, summaryOf, typedIn } from '~/platform/http/form-reply'
import { parseForm, refusedForm } from '~/platform/http/parse-form.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'people', form: true }
export const meta = pageTitle('people', 'search.title')

const schema = z.object({
  text: z.string({ error: 'search.missing' }).trim().min(2, 'search.missing').max(80, 'search.missing'),
})

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'people.edit')
  return {
    positions: positionNames(),
    maySlip: can(actor, 'slips.issue'),
    mayPositions: can(actor, 'positions.edit'),
  }
}

/** A name never stands in an address: the search is posted and its answer is this page. */
export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'people.edit')
  const form = await request.formData()
  const switched = switchedLocale(context, form)
  const { value, reply } = parseForm(form, schema)
  const typed = typedIn(form)
  if (reply) return switched ? data({ reply: { typed, errors: {} }, found: null }) : refusedForm(reply)
  return data({ reply: { typed, errors: {} }, found: searchPeople(actor, value.text) })
}

export default function People() {
  const { positions, maySlip, mayPositions } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('people')
  const locale = useLocale()
  const field = fieldProps(t, answer?.reply)
  const found = answer && 'found' in answer ? answer.found : null
  return (
    <Main wide>
      <PageTitle
        lead={t('search.lead')}
        actions={<ButtonLink to={paths.rosterImports()}>{t('search.import')}</ButtonLink>}
      >
        {t('search.title')}
      </PageTitle>
      <ErrorSummary errors={summaryOf(field, ['text'])} />
      <form method="post" id={mainFormId} role="search" noValidate>
        <Field
          {...field('text')}
          label={t('search.label')}
          hint={t('search.hint')}
          width="medium"
          autoComplete="off"
          spellCheck={false}
        />
        <ButtonRow>
          <Button quiet>{t('search.submit')}</Button>
        </ButtonRow>
      </form>
      {found && found.total === 0 ? (
        <EmptyState
          title={t('search.none.title')}
          text={t('search.none.text')}
          action={<ButtonLink to={paths.newPerson()}>{t('search.add')}</ButtonLink>}
        />
      ) : null}
      {found && found.total > 0 ? (
        <>
          {found.rows.length < found.total ? <p>{t('search.first', { shown: found.rows.length })}</p> : null}
          <PersonTable
            caption={t('search.found', { count: found.total, total: formatNumber(locale, found.total) })}
            rows={found.rows}
            positions={positions}
            withCommune
            maySlip={maySlip}
          />
        </>
      ) : null}
      <Panel title={t('search.more')}>
        <ul>
          <li>
            <a href={paths.newPerson()}>{t('search.add')}</a>
          </li>
          <li>
            <a href={paths.communes()}>{t('search.communes')}</a>
          </li>
          {mayPositions ? (
            <li>
              <a href={paths.positions()}>{t('search.positions')}</a>
            </li>
          ) : null}
        </ul>
      </Panel>
    </Main>
  )
}
