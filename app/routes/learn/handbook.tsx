import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HandbookPage } from '~/learning/handbook/HandbookPage'
import { viewHandbook } from '~/learning/handbook/view-handbook.server'
import { learnerOf, readableModule } from '~/learning/learner.server'
import { paths } from '~/paths'
import type { RouteHandle } from '~/platform/http/handle'
import { originOf } from '~/platform/http/origin.server'
import { getT } from '~/platform/i18n/translate'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'learn', sheets: true }
export const meta = pageTitle('certificates', 'handbook.word', ({ name }: { name: string }) => name)

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const learner = await learnerOf(context, request)
  const module = await readableModule(learner, request, params.module ?? '')
  const { locale } = context.prefs
  const handbook = viewHandbook(module, locale)
  return {
    handbook,
    name: getT(locale, 'certificates')('handbook.title', { title: handbook.title }),
    address: (originOf(request) + paths.module(module.code)).replace(/^https?:\/\//, ''),
  }
}

export default function Handbook() {
  const { handbook, address } = useLoaderData<typeof loader>()
  return <HandbookPage handbook={handbook} address={address} />
}
