import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { paths, safePath } from '~/paths'
import { savePrefs } from '~/people/accounts/save-prefs.server'
import { currentActor, setPrefs } from '~/platform/http/context.server'
import { parseLocale } from '~/platform/i18n/locale'

export function loader() {
  return redirect(paths.home())
}

/** Switches the language and goes back to the page that asked, and to the heading `at` which it asked. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  setPrefs(context, { locale: parseLocale(form.get('switchLocale') ?? form.get('locale')) })
  const actor = await currentActor(context)
  if (actor) await savePrefs(actor, context.prefs)
  const at = new URL(request.url).searchParams.get('at') ?? ''
  const place = /^[a-z0-9-]{1,40}$/.test(at) ? `#${at}` : ''
  return redirect((safePath(form.get('to')) ?? paths.home()) + place, 303)
}
