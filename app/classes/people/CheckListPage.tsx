import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import type { Bilingual } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { ListCheck, useDoubtErrors } from './ListCheck'
import type { ListAnswer } from './receive-list.server'

type CheckListPageProps = {
  class: { id: string; title: Bilingual }
  text: string
  answer: Extract<ListAnswer, { kind: 'check' }>
  error?: string
}

/** Whom a pasted list or a file means, before anybody is given a seat. */
export function CheckListPage({ class: found, text, answer, error }: CheckListPageProps) {
  const t = useT('classes')
  const locale = useLocale()
  const { lines, asked } = answer
  const doubts = useDoubtErrors(lines, asked)
  const sure = lines.filter(({ chosen, fault, seated }) => chosen && !fault && !seated).length
  return (
    <Main wide>
      <ErrorSummary errors={error ? [{ fieldId: 'add', text: error }] : doubts} />
      <Crumbs
        items={[
          { to: paths.classes(), label: t('title') },
          { to: paths.trainingClass(found.id), label: found.title[locale] },
          { to: paths.classPeople(found.id), label: t('people.add') },
          { label: t('check.short') },
        ]}
      />
      <PageTitle lead={t('check.lead', { count: lines.length, sure })}>{t('check.title')}</PageTitle>
      <form method="post" id={mainFormId} action={paths.classPeople(found.id)}>
        <HiddenFields values={{ intent: 'list', step: 'check', people: text }} />
        <ListCheck lines={lines} asked={asked} />
        <ButtonRow>
          <Button id="add">{t('check.submit')}</Button>
          <Button quiet name="back" value="1">
            {t('check.back')}
          </Button>
        </ButtonRow>
      </form>
    </Main>
  )
}
