import { useLocation } from '@remix-run/react'
import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { HiddenFields } from './HiddenFields'

/** For a page that has its main form at times only: where there is none, the language switch submits this one. `{form ? <form id={mainFormId}>…</form> : <LanguageForm />}` */
export function LanguageForm() {
  const { pathname, search } = useLocation()
  return (
    <form method="post" action={paths.locale()} id={mainFormId}>
      <HiddenFields values={{ to: pathname + search }} />
    </form>
  )
}
