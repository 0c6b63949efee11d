import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActor(context, request)
  throw refuse('notFound')
}
