import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { contactField, readContacts } from '~/people/contacts/contacts-form'
import { contactOf, saveContacts } from '~/people/contacts/contacts.server'
import { ContactPanel } from '~/people/contacts/ContactPanel'
import { paths } from '~/paths'
import { communeOverview } from '~/people/persons/commune-counts.server'
import { requireActor } from '~/platform/http/context.server'
import { fieldProps, summaryOf, typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { refusedForm } from '~/platform/http/parse-form.server'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { can } from '~/platform/policy/policy'
import { ButtonLink } from '~/ui/Button'
import { Columns } from '~/ui/Columns'
import { Crumbs } from '~/ui/Crumbs'
import { DefinitionList } from '~/ui/DefinitionList'
import { EmptyState } from '~/ui/EmptyState'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'communes' }
export const meta = pageTitle(
  'people',
  'communes.title',
  (data: Awaited<ReturnType<typeof loader>>) => data.commune.name,
)

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const code = params.code ?? ''
  const overview = communeOverview(actor, code)
  const mayEdit = can(actor, 'people.edit')
  return {
    ...overview,
    mayEdit,
    contact: mayEdit ? (contactOf(actor, code) ?? '') : null,
    saved: new URL(request.url).searchParams.get('note') === 'contact',
  }
}

/** The address of the commune's office. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const code = params.code ?? ''
  contactOf(actor, code)
  const typed = typedIn(await request.formData())
  const { contacts, errors } = readContacts(typed, [code])
  if (Object.keys(errors).length > 0) return refusedForm({ typed, errors })
  await saveContacts(actor, contacts)
  return redirect(paths.commune(code, { note: 'contact' }), 303)
}

export default function Commune() {
  const overview = useLoaderData<typeof loader>()
  const t = useT('people')
  const teams = useT('teams')
  const locale = useLocale()
  const reminders = useT('reminders')
  const reply = useActionData<typeof action>()?.reply
  const number = (value: number) => formatNumber(locale, value)
  const { commune, province, people, activated, openSlips, kinds, predecessors, mayEdit, contact } = overview
  const field = fieldProps(reminders, reply, { [contactField(commune.code)]: contact ?? '' })
  const add = mayEdit ? <a href={paths.newPerson({ commune: commune.code })}>{t('commune.add')}</a> : null
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.communes(), label: t('communes.title') }, { label: commune.name }]} />
      <PageTitle
        lead={t('commune.lead', { count: people, people: number(people), activated: number(activated) })}
        under={province}
        actions={
          people > activated ? (
            <ButtonLink to={paths.communeSlips(commune.code)}>{t('commune.toSlips')}</ButtonLink>
          ) : undefined
        }
      >
        {commune.name}
      </PageTitle>
      <ErrorSummary errors={summaryOf(field, [contactField(commune.code)])} />
      {overview.saved && !reply ? (
        <Note kind="done" role="status">
          {reminders('contacts.savedOne')}
        </Note>
      ) : null}
      {people === 0 ? (
        <EmptyState title={t('commune.empty.title')} text={t('commune.empty.text')} action={add} />
      ) : null}
      <Columns kind="two">
        <Panel
          title={t('commune.kinds')}
          end={<a href={paths.communePeople(commune.code)}>{t('commune.toPeople')}</a>}
        >
          <DefinitionList
            items={kinds.map((row) => ({ term: t(`kind.${row.kind}`), description: number(row.people) }))}
          />
          {people > 0 ? <p>{add}</p> : null}
          <p>
            <a href={paths.teams(commune.code)}>{teams('title')}</a>
          </p>
        </Panel>
        <div>
          <Panel
            title={t('commune.accounts')}
            end={<a href={paths.communeSlips(commune.code)}>{t('commune.toSlips')}</a>}
          >
            <DefinitionList
              items={[
                { term: t('commune.accounts.activated'), description: number(activated) },
                { term: t('commune.accounts.waiting'), description: number(people - activated) },
                { term: t('commune.accounts.slips'), description: number(openSlips) },
              ]}
            />
          </Panel>
          {contact === null ? null : <ContactPanel field={field(contactField(commune.code))} />}
        </div>
      </Columns>
      {predecessors.length > 0 ? (
        <p className="muted">{t('commune.formed', { units: predecessors.join(', ') })}</p>
      ) : null}
    </Main>
  )
}
