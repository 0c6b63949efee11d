import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { choiceIn, defaultsSchema, shows, type Show } from '~/interchange/imports/batch'
import { BatchStates } from '~/interchange/imports/BatchStates'
import { chooseQuestions } from '~/interchange/imports/choose-questions.server'
import { confirmImport } from '~/interchange/imports/confirm-import.server'
import { discardQuestionImport } from '~/interchange/imports/discard-import.server'
import { QuestionPreview } from '~/interchange/imports/QuestionPreview'
import { ContentPreview } from '~/interchange/packs/ContentPreview'
import { viewQuestionImport } from '~/interchange/imports/view-import.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { authorise } from '~/platform/policy/require.server'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Main } from '~/ui/Main'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('interchange', 'imports.title')
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

const showOf = (value: unknown): Show => shows.find((each) => each === value) ?? 'all'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  const view = viewQuestionImport(actor, params.id ?? '', {
    show: showOf(query.get('show')),
    page: Number(query.get('page')) || 1,
  })
  // A page without script asks again by this header until the file is read.
  return data({ view }, view.state === 'reading' ? { headers: { Refresh: '2' } } : undefined)
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'studio.write')
  const id = params.id ?? ''
  const form = await request.formData()
  const intent = form.get('intent')
  const here = { show: showOf(form.get('show')), page: Number(form.get('page')) || 1 }
  if (intent === 'discard') {
    await discardQuestionImport(actor, id)
    return redirect(paths.questionImport(id), 303)
  }
  await chooseQuestions(actor, id, intent === 'all' || intent === 'none' ? intent : choiceIn(form))
  if (intent === 'confirm') {
    const given = [...form].filter(([, value]) => value !== '')
    const defaults = defaultsSchema.safeParse(Object.fromEntries(given))
    if (!defaults.success) throw refuse('badRequest')
    const answer = await confirmImport(actor, id, defaults.data)
    if (answer !== 'done') return data({ answer, typed: typedIn(form) }, answer === 'noneTaken' ? 400 : 409)
    return redirect(paths.questionImport(id), 303)
  }
  return redirect(paths.questionImport(id, { ...here, page: here.page + (intent === 'next' ? 1 : 0) }), 303)
}

export default function QuestionImport() {
  const { view } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const t = useT('interchange')
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.studio(), label: t('imports.studio') },
          { to: paths.questionImports(), label: t('imports.title') },
          { label: view.fileName },
        ]}
      />
      <ErrorSummary errors={reply ? [{ fieldId: 'questions', text: t(`confirm.${reply.answer}`) }] : []} />
      {view.state === 'preview' && view.content ? (
        <ContentPreview view={view} rows={view.content} />
      ) : view.state === 'preview' ? (
        <QuestionPreview view={view} typed={reply?.typed ?? {}} />
      ) : (
        <BatchStates view={view} />
      )}
    </Main>
  )
}
