import { FormSection } from '~/assessment/catalogue/FormSection'
import { BothLanguages } from '~/assessment/catalogue/BothLanguages'
import { useT } from '~/platform/i18n/react'
import type { DraftForm } from './draft-form'
import { asForm } from './whole-form'

/** A draft of a survey form as its reviewer reads it, in both languages. */
export function FormShown({ data }: { data: DraftForm }) {
  const f = useT('forms')
  const form = asForm(data)
  return (
    <>
      <p className="muted">
        {f(`who.${data.respondent === 'commune' ? 'commune' : (data.for ?? 'staff')}`)} ·{' '}
        {f('shown.minutes', { minutes: form.minutes })}
      </p>
      <BothLanguages>
        {(locale) => (
          <>
            <p>
              <b>{data.title[locale]}</b>
            </p>
            <p>{data.intro[locale]}</p>
          </>
        )}
      </BothLanguages>
      {form.sections.map((section) => (
        <FormSection key={section.code} section={section} form={form} self={[]} systems={[]} />
      ))}
    </>
  )
}
