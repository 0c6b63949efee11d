import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths, safePath } from '~/paths'
import { savePrefs } from '~/people/accounts/save-prefs.server'
import { currentActor, setPrefs, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { prefsFrom } from '~/platform/http/prefs'
import { pageTitle } from '../page-title'
import { SettingsPage } from './SettingsPage'

export const handle: RouteHandle = { form: true }
export const meta = pageTitle('auth', 'settings.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const to = safePath(url.searchParams.get('to')) ?? cameFrom(request, url)
  const actor = await currentActor(context)
  return { prefs: context.prefs, to, saved: url.searchParams.get('saved') === '1', signedIn: actor !== null }
}

/** The page of this site that linked here, to lead back to it. */
function cameFrom(request: Request, url: URL): string {
  const referrer = request.headers.get('referer')
  if (!referrer || !URL.canParse(referrer)) return paths.home()
  const { host, pathname, search } = new URL(referrer)
  return host === url.host && pathname !== url.pathname
    ? (safePath(pathname + search) ?? paths.home())
    : paths.home()
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const wanted = prefsFrom(form)
  const to = safePath(form.get('to')) ?? paths.home()
  const switched = switchedLocale(context, form)
  if (switched) return data({ typed: { ...wanted, locale: switched }, to })
  setPrefs(context, wanted)
  const actor = await currentActor(context)
  if (actor) await savePrefs(actor, wanted)
  return redirect(paths.settings({ to, saved: '1' }), 303)
}

export default function Settings() {
  const { prefs, to, saved, signedIn } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return (
    <SettingsPage
      prefs={back?.typed ?? prefs}
      to={back?.to ?? to}
      saved={saved && !back}
      signedIn={signedIn}
    />
  )
}
