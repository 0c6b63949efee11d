import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { addFirstSet, setIndicatorRemoved } from '~/gaps/indicators/edit-indicator.server'
import { setImportUndone } from '~/gaps/indicators/import-indicators.server'
import { viewIndicators } from '~/gaps/indicators/indicators-page.server'
import { IndicatorsPage } from '~/gaps/indicators/IndicatorsPage'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'desk' }
export const meta = pageTitle('indicators', 'title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { searchParams } = new URL(request.url)
  const asked = (name: string) => searchParams.get(name)
  const view = viewIndicators(actor, {
    remove: asked('remove'),
    removed: asked('removed'),
    undo: asked('undo'),
  })
  return { view, note: { note: asked('note'), count: Number(asked('count')) || 0 } }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'indicators.edit')
  const { intent, id } = typedIn(await request.formData())
  if (intent === 'first-set') {
    await addFirstSet(actor)
    return redirect(paths.indicators({ note: 'firstSet' }), 303)
  }
  if (id && (intent === 'remove' || intent === 'restore')) {
    await setIndicatorRemoved(actor, id, intent === 'remove')
    return redirect(paths.indicators(intent === 'remove' ? { removed: id } : { note: 'restored' }), 303)
  }
  if (id && (intent === 'undo' || intent === 'redo')) {
    await setImportUndone(actor, id, intent === 'undo')
    return redirect(paths.indicators({ note: intent === 'undo' ? 'undone' : 'redone' }), 303)
  }
  throw refuse('badRequest')
}

export default function Indicators() {
  const { view, note } = useLoaderData<typeof loader>()
  return <IndicatorsPage view={view} note={note} />
}
