import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listSystems } from '~/campaigns/list-systems.server'
import { saveSystems } from '~/campaigns/save-systems.server'
import { NewSystemPanel, SystemRowFields } from '~/campaigns/SystemFields'
import { systemsFormSchema, type SystemRow } from '~/campaigns/systems'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { fieldProps, summaryOf, typedIn } from '~/platform/http/form-reply'
import { mainFormId, type RouteHandle } from '~/platform/http/handle'
import { parseForm, refusedForm } from '~/platform/http/parse-form.server'
import { useT } from '~/platform/i18n/react'
import type { T } from '~/platform/i18n/translate'
import { authorise } from '~/platform/policy/require.server'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'desk', form: true }
export const meta = pageTitle('campaigns', 'systems.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { systems: listSystems(actor) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'systems.edit')
  const form = await request.formData()
  if (switchedLocale(context, form)) return data({ reply: { typed: typedIn(form), errors: {} } })
  const { value, reply } = parseForm(form, systemsFormSchema)
  if (reply) return refusedForm(reply)
  await saveSystems(actor, value)
  return redirect(paths.systems(), 303)
}

export default function Systems() {
  const { systems } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply
  const t = useT('campaigns')
  const rows = reply ? systems.map((row, at) => asTyped(row, at, reply.typed)) : systems
  const field = fieldProps(t, reply, Object.fromEntries(systems.flatMap(storedFields)))
  const names = [
    ...systems.flatMap((_, at) => ['vi', 'en', 'place'].map((part) => `systems[${at}].${part}`)),
    'added.vi',
    'added.en',
  ]
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.desk(), label: t('desk.title') }, { label: t('systems.title') }]} />
      <PageTitle lead={t('systems.lead')} under={t('systems.off')}>
        {t('systems.title')}
      </PageTitle>
      <form method="post" id={mainFormId} noValidate>
        <ErrorSummary
          errors={summaryOf(field, names).map(({ fieldId, text }) => ({
            fieldId,
            text: `${rowTitle(t, fieldId)}: ${text}`,
          }))}
        />
        <Panel>
          {rows.map((row, at) => (
            <SystemRowFields key={row.code} at={at} row={row} field={field} />
          ))}
        </Panel>
        <NewSystemPanel field={field} />
        <ButtonRow>
          <Button>{t('systems.save')}</Button>
          <a href={paths.desk()}>{t('draft.cancel')}</a>
        </ButtonRow>
      </form>
    </Main>
  )
}

/** Which row a field of the form stands in. */
function rowTitle(t: T<'campaigns'>, name: string): string {
  const at = /^systems\[(\d+)\]/.exec(name)?.[1]
  return at === undefined ? t('systems.added') : t('systems.row', { n: Number(at) + 1 })
}

function storedFields({ vi, en }: SystemRow, at: number): [string, string][] {
  return [
    [`systems[${at}].vi`, vi],
    [`systems[${at}].en`, en],
    [`systems[${at}].place`, String(at + 1)],
  ]
}

/** What was typed names its own row: the list may have been reordered since the page was shown. */
function asTyped(row: SystemRow, at: number, typed: Record<string, string>) {
  const code = typed[`systems[${at}].code`] ?? row.code
  return { code, active: typed[`systems[${at}].active`] === 'on' }
}
