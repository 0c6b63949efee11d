import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BatchList } from '~/interchange/imports/BatchList'
import { startQuestionImport } from '~/interchange/imports/start-import.server'
import { listQuestionImports } from '~/interchange/imports/view-import.server'
import { lossText } from '~/interchange/loss-text'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { parseLocale } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
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
export const meta = pageTitle('interchange', 'imports.title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  return { batches: listQuestionImports(await requireActor(context, request)) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'studio.write')
  const form = await request.formData()
  const upload = form.get('file')
  const language = parseLocale(form.get('language'))
  if (!(upload instanceof File) || upload.name === '')
    return data({ fault: { key: 'imports.noFile' }, language }, 400)
  const file = new Uint8Array(await upload.arrayBuffer())
  const answer = await startQuestionImport(actor, { fileName: upload.name, file, language })
  if (answer.fault) return data({ fault: answer.fault, language }, 400)
  return redirect(paths.questionImport(answer.id), 303)
}

export default function QuestionImports() {
  const { batches } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const t = useT('interchange')
  const locale = useLocale()
  const error = reply && lossText(locale, reply.fault)
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.studio(), label: t('imports.studio') }, { label: t('imports.title') }]} />
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
              accept=".xlsx,.csv,.txt,.gift,.xml,.zip,.yaml"
              error={error}
              required
            />
            <ChoiceGroup
              id="texts-language"
              name="language"
              type="radio"
              tight
              legend={t('imports.language')}
              hint={t('imports.languageHint')}
              options={(['vi', 'en'] as const).map((value) => ({
                value,
                label: t(`language.${value}`),
                checked: (reply?.language ?? 'vi') === value,
              }))}
            />
            <ButtonRow>
              <Button>{t('imports.submit')}</Button>
            </ButtonRow>
          </form>
        </Panel>
        <Panel title={t('imports.templateTitle')}>
          <p>
            <a href={paths.questionTemplate()} download>
              {t('imports.template')}
            </a>
          </p>
          <p>{t('imports.templateText')}</p>
          <p>
            <a href={paths.exportQuestions()}>{t('export.title')}</a>
          </p>
        </Panel>
      </Columns>
      <Panel title={t('imports.before')}>
        <BatchList batches={batches} />
      </Panel>
    </Main>
  )
}
