import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { printedCertificates } from '~/classes/certificates/class-certificates.server'
import { qrDrawing } from '~/formats/qr'
import { CertificateSheet } from '~/learning/certificates/CertificateSheet'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { originOf } from '~/platform/http/origin.server'
import { useLocale, useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'classes', sheets: true }
export const meta = pageTitle('classes', 'print.title')

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { class: found, facts } = printedCertificates(actor, params.id!)
  const origin = originOf(request)
  return {
    class: { id: found.id, title: found.title },
    sheets: facts.map((each) => ({ facts: each, qr: qrDrawing(origin + paths.verified(each.number)) })),
    address: (origin + paths.verify()).replace(/^https?:\/\//, ''),
  }
}

/** Every certificate of a class, each on a sheet of its own. */
export default function ClassPrint() {
  const { class: found, sheets, address } = useLoaderData<typeof loader>()
  const t = useT('classes')
  const locale = useLocale()
  return (
    <Main wide>
      <div className="no-print">
        <Crumbs
          items={[
            { to: paths.trainingClass(found.id), label: found.title[locale] },
            { to: paths.classCertificates(found.id), label: t('certificates.title') },
            { label: t('print.title') },
          ]}
        />
        <PageTitle lead={sheets.length > 0 ? t('print.lead', { count: sheets.length }) : undefined}>
          {t('print.title')}
        </PageTitle>
        {sheets.length === 0 ? <EmptyState title={t('print.none')} /> : null}
      </div>
      {sheets.map(({ facts, qr }) => (
        <CertificateSheet key={facts.number} facts={facts} qr={qr} address={address} />
      ))}
    </Main>
  )
}
