import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { readNumber, type NumberFault } from '~/learning/certificates/number'
import { VerifyForm } from '~/learning/certificates/VerifyForm'
import { paths } from '~/paths'
import { switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { form: true }
export const meta = pageTitle('certificates', 'verify.title')

type Answer = { typed: string; fault?: NumberFault }

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const typed = String(form.get('number') ?? '').slice(0, 200)
  if (switchedLocale(context, form)) return data<Answer>({ typed })
  const { number, fault } = readNumber(typed)
  if (number === undefined) return data<Answer>({ typed, fault }, 400)
  return redirect(paths.verified(number), 303)
}

export default function Verify() {
  const answer = useActionData<typeof action>()
  const t = useT('certificates')
  return (
    <Main>
      <PageTitle lead={t('verify.lead')}>{t('verify.title')}</PageTitle>
      <VerifyForm {...answer} />
    </Main>
  )
}
