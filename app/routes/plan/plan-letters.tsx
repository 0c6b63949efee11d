import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { handLetters, mailLetters } from '~/planning/carry/hand-letters.server'
import { LettersPage, type LettersNote } from '~/planning/carry/LettersPage'
import { viewLetters } from '~/planning/carry/list-letters.server'
import { approvedPlan } from '~/planning/carry/plan-row.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'plans' }
export const meta = pageTitle('carry', 'letters.title')

const notes = ['handed', 'mailed'] as const

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  const key = notes.find((each) => each === query.get('note'))
  const note: LettersNote | null = key ? { key, count: Number(query.get('count') ?? 0) } : null
  return { view: await viewLetters(actor, params.id!, query.get('commune')), note }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const { id } = approvedPlan(actor, params.id!)
  const form = await request.formData()
  const commune = String(form.get('commune') ?? '') || null
  const done = (note: LettersNote['key'], count: number) =>
    redirect(paths.planLetters(id, { commune: commune ?? undefined, note, count }), 303)
  switch (form.get('intent')) {
    case 'handed':
      return done('handed', await handLetters(actor, id, commune))
    case 'mail':
      return done('mailed', await mailLetters(actor, id))
    default:
      throw refuse('badRequest')
  }
}

export default function PlanLetters() {
  return <LettersPage {...useLoaderData<typeof loader>()} />
}
