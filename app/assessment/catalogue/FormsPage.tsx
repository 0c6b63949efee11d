import { paths } from '~/paths'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Table } from '~/ui/Table'
import { whoAnswers, type SurveyForm } from '../form'
import { ContentTabs } from './ContentTabs'

/** The survey forms that are given to people now, and the way to a new one. */
export function FormsPage({ forms, writes }: { forms: SurveyForm[]; writes: boolean }) {
  const t = useT('teach')
  const own = useT('forms')
  const locale = useLocale()
  return (
    <Main wide>
      <ContentTabs current="forms" />
      <PageTitle lead={t('forms.lead')}>{t('forms.title')}</PageTitle>
      {writes ? (
        <form method="post">
          <Button>{own('start')}</Button>
        </form>
      ) : null}
      {forms.length === 0 ? (
        <EmptyState title={t('forms.empty')} text={t('forms.emptyText')} />
      ) : (
        <Table
          caption={t('forms.title')}
          captionHidden
          rows={forms}
          rowKey={(form) => form.code}
          columns={[
            {
              key: 'title',
              label: t('forms.name'),
              cell: (form) => <a href={paths.form(form.code)}>{pick(form.title, locale)}</a>,
            },
            { key: 'who', label: t('forms.respondent'), cell: (form) => t(`respondent.${whoAnswers(form)}`) },
            {
              key: 'sections',
              label: t('forms.sections'),
              cell: (form) => form.sections.length,
              align: 'end',
            },
            { key: 'minutes', label: t('forms.minutes'), cell: (form) => form.minutes, align: 'end' },
            { key: 'version', label: t('forms.version'), cell: (form) => form.version, align: 'end' },
          ]}
        />
      )}
    </Main>
  )
}
