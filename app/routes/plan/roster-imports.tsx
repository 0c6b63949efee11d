import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Message } from '~/formats/message'
import { paths } from '~/paths'
import { ImportList } from '~/people/roster/ImportList'
import { startImport } from '~/people/roster/start-import.server'
import { listImports } from '~/people/roster/view-import.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { useLocale, useT } from '~/platform/i18n/react'
import { translateMessage } from '~/platform/i18n/translate'
import { authorise } from '~/platform/policy/require.server'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Columns } from '~/ui/Columns'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { FileField } from '~/ui/FileField'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'people' }
export const meta = pageTitle('roster', 'imports.title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  return { imports: listImports(await requireActor(context, request)) }
}

const noFile = { message: { key: 'imports.noFile' } as Message, mend: null as Message | null }

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'roster.import')
  const upload = (await request.formData()).get('file')
  if (!(upload instanceof File) || upload.name === '') return data({ fault: noFile }, 400)
  const answer = await startImport(actor, {
    fileName: upload.name,
    file: new Uint8Array(await upload.arrayBuffer()),
  })
  if (answer.fault) return data({ fault: answer.fault }, 400)
  return redirect(paths.rosterImport(answer.id), 303)
}

export default function RosterImports() {
  const { imports } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()?.fault
  const t = useT('roster')
  const people = useT('people')
  const locale = useLocale()
  const error =
    fault &&
    [fault.message, fault.mend]
      .flatMap((each) => (each ? [translateMessage(locale, 'roster', each)] : []))
      .join('. ')
  return (
    <Main wide>
      <Crumbs
        items={[{ to: paths.people(), label: people('search.title') }, { label: t('imports.title') }]}
      />
      <PageTitle lead={t('imports.lead')}>{t('imports.title')}</PageTitle>
      <ErrorSummary errors={error ? [{ fieldId: 'file', text: error }] : []} />
      <Columns kind="side">
        <Panel>
          <form method="post" encType="multipart/form-data" noValidate>
            <FileField
              id="file"
              name="file"
              label={t('imports.file')}
              hint={t('imports.fileHint')}
              accept=".xlsx,.csv"
              error={error}
              required
            />
            <ButtonRow>
              <Button>{t('imports.submit')}</Button>
            </ButtonRow>
          </form>
        </Panel>
        <Panel>
          <p>
            <a href={paths.rosterTemplate()} download>
              {t('imports.template')}
            </a>
          </p>
          <p>{t('imports.templateText')}</p>
        </Panel>
      </Columns>
      <Panel title={t('imports.before')}>
        <ImportList imports={imports} />
      </Panel>
    </Main>
  )
}
