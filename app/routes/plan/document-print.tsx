import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OfficialSheet } from '~/interchange/official/OfficialSheet'
import { sheetOf } from '~/interchange/official/view-document.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import styles from '~/interchange/official/official.css?url'
import { PageTitle } from '~/ui/PageTitle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'plans', sheets: true }
export const meta = pageTitle('official', 'print.title')
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { sheet, row } = sheetOf(actor, params.id!)
  return { sheet, id: row.id, kind: row.kind }
}

export default function PrintDocument() {
  const { sheet, id, kind } = useLoaderData<typeof loader>()
  const t = useT('official')
  return (
    <Main wide>
      <div className="no-print">
        <Crumbs
          items={[
            { to: paths.documents(), label: t('crumb') },
            { to: paths.document(id), label: t(`kind.${kind}`) },
            { label: t('print.title') },
          ]}
        />
        <PageTitle
          lead={t('print.lead')}
          actions={
            <>
              <ButtonLink quiet to={paths.document(id)}>
                {t('print.back')}
              </ButtonLink>
              <ButtonLink to={paths.documentFile(id)} download>
                {t('edit.word')}
              </ButtonLink>
            </>
          }
        >
          {t(`kind.${kind}`)}
        </PageTitle>
      </div>
      <OfficialSheet sheet={sheet} />
    </Main>
  )
}
