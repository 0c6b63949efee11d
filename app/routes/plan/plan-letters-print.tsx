import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LetterSheets } from '~/planning/carry/LetterSheets'
import { printedLetters } from '~/planning/carry/list-letters.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { originOf } from '~/platform/http/origin.server'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { isSample } from '~/platform/db/is-sample.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'plans', sheets: true }
export const meta = pageTitle('carry', 'print.title')

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const commune = new URL(request.url).searchParams.get('commune')
  const printed = await printedLetters(actor, params.id!, commune)
  const origin = originOf(request).replace(/^https?:\/\//, '')
  const codes = [...new Set(printed.letters.map(({ communeCode }) => communeCode))]
  return {
    ...printed,
    sample: isSample(),
    addresses: Object.fromEntries(codes.map((code) => [code, origin + paths.communeSeats(code)])),
  }
}

export default function PrintLetters() {
  const { plan, letters, commune, ...rest } = useLoaderData<typeof loader>()
  const t = useT('carry')
  const locale = useLocale()
  const count = letters.length
  return (
    <Main wide>
      <div className="no-print">
        <Crumbs
          items={[
            { to: paths.plans(), label: t('crumb.plans') },
            { to: paths.plan(plan.id), label: plan.title[locale] },
            { to: paths.planLetters(plan.id, { commune: commune ?? undefined }), label: t('letters.title') },
            { label: t('print.title') },
          ]}
        />
        <PageTitle
          under={plan.title[locale]}
          lead={count > 0 ? t('print.lead', { count, letters: formatNumber(locale, count) }) : undefined}
        >
          {t('print.title')}
        </PageTitle>
      </div>
      {count === 0 ? (
        <EmptyState
          title={t('print.none')}
          action={<a href={paths.planLetters(plan.id)}>{t('print.back')}</a>}
        />
      ) : null}
      <LetterSheets letters={letters} {...rest} />
    </Main>
  )
}
