import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { isEmptyChoice, packChoice } from '~/interchange/packs/pack-choice'
import { exportContent } from '~/interchange/packs/write-content-pack.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import { authorise } from '~/platform/policy/require.server'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'studio.write')
  const choice = packChoice(new URL(request.url).searchParams)
  if (isEmptyChoice(choice)) return redirect(paths.packs({ note: 'empty' }))
  const { name, bytes } = exportContent(actor, choice, context.prefs.locale)
  return new Response(bytes as BodyInit, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
