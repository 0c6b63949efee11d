import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { ErrorScreen } from '~/routes/public/ErrorScreen'
import { errorHandle, errorTitle } from '~/routes/public/error-body'
import { frameData } from '~/routes/public/frame.server'
import { Frame } from '~/routes/public/Frame'
import { LocaleProvider } from '~/platform/i18n/react'
import { handleOf } from '~/platform/http/handle'
import { SkipLink } from '~/ui/SkipLink'
import styles from '~/ui/app.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
]

// A page that can be shown has a title of its own; this one is for those that cannot.
export const meta: MetaFunction<typeof loader> = ({ data, error }) =>
  error ? [{ title: errorTitle(error, data?.prefs.locale ?? 'vi') }] : []

export function loader({ context }: LoaderFunctionArgs) {
  return frameData(context)
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  const error = useRouteError()
  const handle = error ? errorHandle(error) : handleOf(useMatches())
  const { pathname, search } = useLocation()
  const locale = data?.prefs.locale ?? 'vi'
  return (
    <html
      lang={locale}
      data-size={data?.prefs.textSize ?? 1}
      data-contrast={data?.prefs.contrast === 'more' ? 'more' : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body className={handle.desk ? 'desk' : undefined}>
        <LocaleProvider locale={locale}>
          {handle.bare ? null : (
            <>
              <SkipLink />
              <Frame data={data ?? null} handle={handle} path={pathname + search} />
            </>
          )}
          {children}
        </LocaleProvider>
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorScreen error={useRouteError()} />
}
