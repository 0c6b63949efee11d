import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { answerApi } from '~/interchange/api/answer.server'

/** The door of other systems: every address of the API, read with a token. */
export function loader({ request, context }: LoaderFunctionArgs) {
  return answerApi(request, context)
}

/** Nothing is written here: whatever is sent is told so. */
export function action({ request, context }: ActionFunctionArgs) {
  return answerApi(request, context)
}
