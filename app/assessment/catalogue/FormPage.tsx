import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { whoAnswers, type Section } from '../form'
import { BothLanguages } from './BothLanguages'
import { FormSection } from './FormSection'
import type { ViewedForm } from './view-forms.server'

/** A whole form as people meet it, in both languages. */
export function FormPage({ form, self, systems, children }: ViewedForm & { children?: ReactNode }) {
  const t = useT('teach')
  const locale = useLocale()
  const under = t('form.under', {
    version: form.version,
    minutes: form.minutes,
    who: t(`respondent.${whoAnswers(form)}`),
  })
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.forms(), label: t('forms.title') }, { label: pick(form.title, locale) }]} />
      <PageTitle under={under}>{pick(form.title, locale)}</PageTitle>
      {children}
      <BothLanguages>{(each) => <p>{pick(form.intro, each)}</p>}</BothLanguages>
      {form.sections.map((section: Section) => (
        <FormSection key={section.code} section={section} form={form} self={self} systems={systems} />
      ))}
    </Main>
  )
}
