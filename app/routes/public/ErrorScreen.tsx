import { isRouteErrorResponse } from '@remix-run/react'
import { paths } from '~/paths'
import { isAppErrorBody, type AppErrorBody } from '~/platform/http/errors'
import { useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { Main } from '~/ui/Main'

function bodyOf(error: unknown): AppErrorBody {
  if (isRouteErrorResponse(error)) {
    if (isAppErrorBody(error.data)) return error.data
    if (error.status === 404) return { code: 'notFound' }
  }
  return { code: 'wentWrong' }
}

/** What a person sees when a page cannot be shown: what happened, what is safe, what to do. */
export function ErrorScreen({ error }: { error: unknown }) {
  const t = useT('errors')
  const { code, values } = bodyOf(error)
  return (
    <Main>
      <title>{t(`${code}.title`, values)}</title>
      <h1>{t(`${code}.title`, values)}</h1>
      <p>{t(`${code}.text`, values)}</p>
      <p>{t(`${code}.mend`, values)}</p>
      <p className="row">
        <ButtonLink to={paths.home()}>{t('home')}</ButtonLink>
      </p>
    </Main>
  )
}
