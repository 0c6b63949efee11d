import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { bankFilter } from '~/assessment/catalogue/bank-filter'
import { ItemsPage } from '~/assessment/catalogue/ItemsPage'
import { listItems } from '~/assessment/catalogue/list-items.server'
import { ContentProblems } from '~/learning/ContentProblems'
import { contentProblems } from '~/learning/content-problems.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('teach', 'items.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  const filter = bankFilter(query)
  const list = listItems(actor, { ...filter, page: Number(query.get('page')) || 1 })
  return { filter, list, problems: contentProblems() }
}

export default function Items() {
  const { filter, list, problems } = useLoaderData<typeof loader>()
  return (
    <ItemsPage
      filter={filter}
      list={list}
      notice={problems.length > 0 ? <ContentProblems problems={problems} /> : null}
    />
  )
}
