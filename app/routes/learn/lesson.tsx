import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { learnerOf, readableModule, requireSameLearner } from '~/learning/learner.server'
import { afterLesson } from '~/learning/lesson-order'
import { LessonPage } from '~/learning/LessonPage'
import { lostLesson, type LostLesson } from '~/learning/lost-lesson.server'
import { LostLessonPage } from '~/learning/LostLessonPage'
import { finishLesson, openLesson, progressOf } from '~/learning/progress.server'
import { viewLesson, type LessonView } from '~/learning/view-lesson.server'
import { paths } from '~/paths'
import { drawnOnly } from '~/platform/http/drawn-only'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

type Shown = { view: LessonView; lost?: never } | { lost: LostLesson; view?: never }

export const handle: RouteHandle = { nav: 'learn' }
export const meta = pageTitle(
  'learning',
  'list.title',
  ({ view, lost }: Shown) => view?.lesson.title ?? lost?.title,
)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const learner = await learnerOf(context, request)
  const module = await readableModule(learner, request, params.module!)
  const { locale } = context.prefs
  const code = params.lesson!
  if (!module.lessons.some((lesson) => lesson.code === code)) {
    return data<Shown>({ lost: lostLesson(module, code, locale) }, 410)
  }
  const progress = await openLesson(learner, module, code, context)
  const { searchParams } = new URL(request.url)
  const view = viewLesson(learner, module, code, progress, searchParams, locale)
  return data<Shown>(drawnOnly({ view }, 'view'))
}

/** Read to the end: noted, and on to what comes next. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const learner = await learnerOf(context, request)
  const module = await readableModule(learner, request, params.module!)
  await requireSameLearner(learner, request, await request.formData())
  const code = params.lesson!
  // The page itself says what became of a lesson that the module no longer has.
  if (!module.lessons.some((lesson) => lesson.code === code))
    return redirect(paths.lesson(module.code, code), 303)
  const after = afterLesson(module, code, progressOf(learner, module.code))
  await finishLesson(learner, module, code, context)
  if (after.kind === 'lesson') return redirect(paths.lesson(module.code, after.code), 303)
  return redirect(after.kind === 'quiz' ? paths.quiz(module.code) : paths.module(module.code), 303)
}

export default function LessonRoute() {
  const { view, lost } = useLoaderData<typeof loader>()
  return lost ? <LostLessonPage lost={lost} /> : <LessonPage view={view} />
}
