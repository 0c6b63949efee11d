import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportChoice } from '~/interchange/questions/export-choice'
import { exportQuestions } from '~/interchange/questions/write-export.server'
import { requireActor } from '~/platform/http/context.server'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const choice = exportChoice(new URL(request.url).searchParams)
  const { name, type, bytes } = await exportQuestions(actor, choice, context.prefs.locale)
  return new Response(bytes as BodyInit, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
