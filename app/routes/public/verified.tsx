import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { VerifiedPage } from '~/learning/certificates/VerifiedPage'
import { verifyCertificate, type Verified } from '~/learning/certificates/verify.server'
import { currentActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { getT } from '~/platform/i18n/translate'

export const handle: RouteHandle = {}

const statuses: Record<Verified['kind'], number> = {
  valid: 200,
  revoked: 410,
  superseded: 410,
  unknown: 404,
  mistyped: 400,
  wait: 429,
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.title} · I Tờ Số` },
]

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function loader({ context, params }: LoaderFunctionArgs) {
  const signedIn = (await currentActor(context)) !== null
  const verified = verifyCertificate(params.number ?? '', signedIn ? null : context.clientAddress)
  const { locale } = context.prefs
  const t = getT(locale, 'certificates')
  const title =
    verified.kind === 'mistyped'
      ? `${getT(locale, 'ui')('field.error')} ${t('verify.title')}`
      : verified.kind === 'wait'
        ? t('wait.title', { count: verified.seconds })
        : t(`${verified.kind}.title`)
  // Whoever holds the paper may ask; search engines do not collect the answers.
  const headers: Record<string, string> = { 'X-Robots-Tag': 'noindex' }
  if (verified.kind === 'wait') headers['Retry-After'] = String(verified.seconds)
  return data({ verified, title }, { status: statuses[verified.kind], headers })
}

export default function VerifiedNumber() {
  return <VerifiedPage verified={useLoaderData<typeof loader>().verified} />
}
