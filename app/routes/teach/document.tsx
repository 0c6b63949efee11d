import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { documentLimits } from '~/interchange/lessons/document'
import { DocumentList } from '~/interchange/lessons/import/DocumentList'
import { startDocument } from '~/interchange/lessons/import/start-document.server'
import { listDocuments } from '~/interchange/lessons/import/view-document.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { parseLocale } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { translateMessage } from '~/platform/i18n/translate'
import { authorise } from '~/platform/policy/require.server'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ChoiceGroup } from '~/ui/ChoiceGroup'
import { Columns } from '~/ui/Columns'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { FileField } from '~/ui/FileField'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('documents', 'title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  return { documents: listDocuments(await requireActor(context, request)) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'studio.write')
  const form = await request.formData()
  const upload = form.get('file')
  const language = parseLocale(form.get('language'))
  if (!(upload instanceof File) || upload.name === '')
    return data({ fault: { key: 'noFile' }, language }, 400)
  const file = new Uint8Array(await upload.arrayBuffer())
  const answer = await startDocument(actor, { fileName: upload.name, file, language })
  if (answer.fault) return data({ fault: answer.fault, language }, 400)
  return redirect(paths.studioDocument(answer.id), 303)
}

export default function Documents() {
  const { documents } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const t = useT('documents')
  const locale = useLocale()
  const error = reply && translateMessage(locale, 'documents', reply.fault)
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.studio(), label: t('studio') }, { label: t('title') }]} />
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <ErrorSummary errors={error ? [{ fieldId: 'file', text: error }] : []} />
      <Columns kind="side">
        <Panel>
          <form method="post" encType="multipart/form-data" noValidate>
            <FileField
              id="file"
              name="file"
              label={t('file')}
              hint={t('fileHint')}
              accept=".docx,.pptx"
              error={error}
              required
            />
            <ChoiceGroup
              id="spoken"
              name="language"
              type="radio"
              tight
              legend={t('language')}
              hint={t('languageHint')}
              options={(['vi', 'en'] as const).map((value) => ({
                value,
                label: t(`language.${value}`),
                checked: (reply?.language ?? 'vi') === value,
              }))}
            />
            <ButtonRow>
              <Button>{t('submit')}</Button>
            </ButtonRow>
          </form>
        </Panel>
        <Panel title={t('how.title')}>
          <p>{t('how.word')}</p>
          <p>{t('how.slides', { limit: documentLimits.slidesOfLesson })}</p>
          <p>{t('how.left')}</p>
        </Panel>
      </Columns>
      <Panel title={t('before')}>
        <DocumentList documents={documents} />
      </Panel>
    </Main>
  )
}
