import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HandbookPage } from '~/learning/handbook/HandbookPage'
import { SummariesPage } from '~/learning/handbook/SummariesPage'
import { viewHandbook, viewSummaries } from '~/learning/handbook/view-handbook.server'
import { learnerOf, readableModule } from '~/learning/learner.server'
import { localTexts } from '~/learning/local-texts.server'
import { paths } from '~/paths'
import type { RouteHandle } from '~/platform/http/handle'
import { originOf } from '~/platform/http/origin.server'
import { getT } from '~/platform/i18n/translate'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'learn', sheets: true }
export const meta = pageTitle('certificates', 'handbook.word', ({ name }: { name: string }) => name)

/** The whole module as a booklet, or with `form=summary` each lesson on one sheet. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const learner = await learnerOf(context, request)
  const module = await readableModule(learner, request, params.module ?? '')
  const { locale } = context.prefs
  const t = getT(locale, 'certificates')
  const texts = localTexts(learner.actor, locale)
  const address = (originOf(request) + paths.module(module.code)).replace(/^https?:\/\//, '')
  if (new URL(request.url).searchParams.get('form') === 'summary') {
    const summaries = viewSummaries(module, locale, texts)
    return { summaries, address, name: t('summaries.title', { title: summaries.title }) }
  }
  const handbook = viewHandbook(module, locale, texts)
  return { handbook, address, name: t('handbook.title', { title: handbook.title }) }
}

export default function Handbook() {
  const loaded = useLoaderData<typeof loader>()
  return loaded.handbook ? (
    <HandbookPage handbook={loaded.handbook} address={loaded.address} />
  ) : (
    <SummariesPage summaries={loaded.summaries} address={loaded.address} />
  )
}
