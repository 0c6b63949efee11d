import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { editProfile } from '~/competency/edit-profile.server'
import { latestFramework } from '~/competency/frameworks.server'
import { profileProvince } from '~/competency/list-profiles.server'
import { profileFormSchema, profileFramework } from '~/competency/target-profile'
import { viewProfile } from '~/competency/view-profile.server'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm } from '~/platform/http/parse-form.server'
import { pageTitle } from '../page-title'
import { AskReset, ProfileScreen } from './ProfileScreen'

export const handle: RouteHandle = { desk: true, nav: 'profiles', form: true }
export const meta = pageTitle('competency', 'profile.title', ({ title }: { title: string }) => title)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const view = await viewProfile(actor, profileProvince(actor), params.code!)
  return { ...view, title: view.position.name[context.prefs.locale] }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const provinceCode = profileProvince(actor)
  const form = await request.formData()
  const [positionCode, intent] = [params.code!, form.get('intent')]
  const asTyped = {
    asking: false,
    meanwhile: false,
    reply: { typed: typedIn(form), errors: {} as Record<string, string> },
  }
  const switched = switchedLocale(context, form) !== null
  if (intent === 'ask-reset') return data({ ...asTyped, asking: true })
  if (switched) return data(asTyped)
  const reset = intent === 'reset'
  const { value, reply } = parseForm(form, profileFormSchema(latestFramework(profileFramework).framework))
  if (reply) return data({ ...asTyped, reply }, 400)
  const { targets, inForce } = value
  const outcome = await editProfile(actor, {
    provinceCode,
    positionCode,
    targets: reset ? null : targets,
    inForce,
  })
  if (outcome === 'changedMeanwhile') return data({ ...asTyped, meanwhile: true }, 400)
  return redirect(paths.profile(positionCode), 303)
}

export default function Profile() {
  const view = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return back?.asking ? <AskReset view={view} /> : <ProfileScreen view={view} back={back ?? null} />
}
