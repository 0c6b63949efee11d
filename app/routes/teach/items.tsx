import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { bankFilter } from '~/assessment/catalogue/bank-filter'
import { ItemsPage } from '~/assessment/catalogue/ItemsPage'
import { listItems } from '~/assessment/catalogue/list-items.server'
import { BankNote, bankNotes } from '~/authoring/bank/BankNote'
import { BulkBar } from '~/authoring/bank/BulkBar'
import { ContentProblems } from '~/learning/ContentProblems'
import { contentProblems } from '~/learning/content-problems.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('teach', 'items.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { search, searchParams: query } = new URL(request.url)
  const filter = bankFilter(query)
  const list = listItems(actor, { ...filter, page: Number(query.get('page')) || 1 })
  const note = bankNotes.find((each) => each === query.get('note')) ?? null
  const count = Number(query.get('count')) || 0
  return { filter, list, problems: contentProblems(), search: search.slice(1), note, count }
}

export default function Items() {
  const { filter, list, problems, search, note, count } = useLoaderData<typeof loader>()
  return (
    <ItemsPage
      filter={filter}
      list={list}
      notice={
        <>
          {note ? <BankNote note={note} count={count} /> : null}
          {problems.length > 0 ? <ContentProblems problems={problems} /> : null}
        </>
      }
      bar={
        list.writes ? (
          <BulkBar total={list.total} shown={list.rows.length} filter={search} decides={list.decides} />
        ) : null
      }
    />
  )
}
