import { useLocation } from '@remix-run/react'
import { paths } from '~/paths'
import type { RouteHandle } from '~/platform/http/handle'
import { Showcase } from '~/ui/Showcase'
import { pageTitle } from '../page-title'
import { LanguageSwitch } from './Frame'

export const handle: RouteHandle = { bare: true }
export const meta = pageTitle('shell', 'design')

export default function Design() {
  const { pathname } = useLocation()
  return <Showcase home={paths.home()} languageSwitch={<LanguageSwitch path={pathname} form={false} />} />
}
