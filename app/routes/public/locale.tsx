import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { paths, safePath } from '~/paths'
import { savePrefs } from '~/people/accounts/save-prefs.server'
import { currentActor, setPrefs } from '~/platform/http/context.server'
import { parseLocale } from '~/platform/i18n/locale'

export function loader() {
  return redirect(paths.home())
}

/** Switches the language and goes back to the page that asked. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  setPrefs(context, { locale: parseLocale(form.get('switchLocale') ?? form.get('locale')) })
  const actor = await currentActor(context)
  if (actor) await savePrefs(actor, context.prefs)
  return redirect(safePath(form.get('to')) ?? paths.home(), 303)
}
