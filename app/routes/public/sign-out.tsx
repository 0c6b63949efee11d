import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { clearedSessionCookies, endSession } from '~/platform/auth/sessions.server'
import { currentActor } from '~/platform/http/context.server'
import { useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Main } from '~/ui/Main'
import { pageTitle } from '../page-title'

export const meta = pageTitle('auth', 'signOut.title')

export async function loader({ context }: LoaderFunctionArgs) {
  return { signedIn: (await currentActor(context)) !== null }
}

export async function action({ context }: ActionFunctionArgs) {
  const session = await context.session()
  if (session) await endSession(session.id)
  clearedSessionCookies().forEach((cookie) => context.setCookie(cookie))
  return redirect(paths.signOut(), 303)
}

export default function SignOut() {
  const t = useT('auth')
  const { signedIn } = useLoaderData<typeof loader>()
  if (signedIn) {
    return (
      <Main>
        <h1>{t('signOut.ask')}</h1>
        <form method="post">
          <ButtonRow>
            <Button>{t('signOut.submit')}</Button>
            <a href={paths.home()}>{t('signOut.stay')}</a>
          </ButtonRow>
        </form>
      </Main>
    )
  }
  return (
    <Main>
      <h1>{t('signOut.done')}</h1>
      <p>{t('signOut.doneText')}</p>
      <ButtonRow>
        <ButtonLink to={paths.signIn()}>{t('signOut.again')}</ButtonLink>
      </ButtonRow>
    </Main>
  )
}
