import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { viewMyClass } from '~/classes/my-classes.server'
import { MyClassPage } from '~/classes/MyClassPage'
import { quizDoor } from '~/classes/quiz/sittings.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'tasks' }
export const meta = pageTitle('classes', 'mine.title', ({ name }: { name: string }) => name)

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const view = viewMyClass(actor, params.id!)
  return {
    view,
    name: view.class.title[context.prefs.locale],
    quizzes: [quizDoor(actor, params.id!, 'before'), quizDoor(actor, params.id!, 'after')],
  }
}

export default function MyClass() {
  const { view, quizzes } = useLoaderData<typeof loader>()
  return <MyClassPage view={view} quizzes={quizzes} />
}
