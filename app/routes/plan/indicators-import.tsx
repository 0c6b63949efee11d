import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import type { FileFault } from '~/gaps/indicators/file-fault'
import {
  carriedFile,
  previewIndicators,
  storeIndicators,
  uploadIndicators,
  type ImportPreview,
} from '~/gaps/indicators/import-indicators.server'
import { ImportPage } from '~/gaps/indicators/ImportPage'
import { PreviewPage } from '~/gaps/indicators/PreviewPage'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { getT, translateMessage } from '~/platform/i18n/translate'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'desk', form: true }
export const meta = pageTitle('indicators', 'import.title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  authorise(await requireActor(context, request), 'indicators.edit')
  return null
}

type Reply = { preview?: ImportPreview; again?: boolean; error?: string; faults?: FileFault[] }

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'indicators.edit')
  const form = await request.formData()
  const switched = switchedLocale(context, form) !== null
  const reply = (value: Reply, status: number) => data(value, status)
  if (form.has('table')) {
    const [file, choices] = [carriedFile(form), typedIn(form, ['table'])]
    if (switched || choices.intent !== 'confirm') {
      const preview = previewIndicators(actor, file, choices)
      return reply({ preview }, hasFaults(preview) && !switched ? 400 : 200)
    }
    const stored = await storeIndicators(actor, file, choices, choices.seen ?? '')
    if (!('again' in stored)) return redirect(paths.indicators({ note: 'stored', count: stored.stored }), 303)
    return reply({ preview: stored.again, again: !hasFaults(stored.again) }, 400)
  }
  if (switched) return reply({}, 200)
  const { locale } = context.prefs
  const file = form.get('file')
  if (!(file instanceof File) || file.name === '')
    return reply({ error: getT(locale, 'indicators')('import.noFile') }, 400)
  const read = await uploadIndicators(actor, new Uint8Array(await file.arrayBuffer()), file.name)
  if (read.kind === 'faults') return reply({ faults: read.faults }, 400)
  if (read.kind === 'preview') return reply({ preview: read.preview }, 200)
  const words = [read.message, read.mend].map((each) => translateMessage(locale, 'roster', each))
  return reply({ error: words.join(' ') }, 400)
}

function hasFaults({ read }: ImportPreview): boolean {
  return read.faults.length > 0 || Object.keys(read.errors).length > 0
}

export default function IndicatorsImport() {
  const { preview, again, error, faults }: Reply = useActionData<typeof action>() ?? {}
  if (preview) return <PreviewPage preview={preview} again={again} />
  return <ImportPage error={error} faults={faults ?? []} />
}
