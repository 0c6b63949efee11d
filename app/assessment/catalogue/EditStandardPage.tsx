import { commonField, ownField, standardFields } from '~/competency/standard-form'
import { ReturnStandard } from '~/competency/ReturnStandard'
import { StandardForm } from '~/competency/StandardForm'
import { paths } from '~/paths'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { formatNumber } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { suggestedBy } from './StandardsPage'
import type { viewStandards } from './view-standards.server'

export type EditReply = {
  reply: FormReply
  /** What to say above the form. */
  said: 'changedMeanwhile' | 'same' | 'filled' | null
  /** The question whether to return to what ships stands instead of the form. */
  returning: boolean
}
type EditStandardPageProps = { view: ReturnType<typeof viewStandards>; back: EditReply | null }

/** The thresholds to be changed: as they are, or as they came back. */
export function EditStandardPage({ view, back }: EditStandardPageProps) {
  const t = useT('analysis')
  const locale = useLocale()
  const { framework, standard, inForce, suggestions, mayReturn } = view
  const field = fieldProps(t, back?.reply, storedFields(standard, locale))
  if (back?.returning) return <ReturnStandard inForce={inForce.id} field={field} />
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.standards(), label: t('standards.title') }, { label: t('edit.title') }]} />
      <PageTitle lead={t('edit.lead')}>{t('edit.title')}</PageTitle>
      <ErrorSummary errors={summaryOf(field, standardFields(framework))} />
      {back?.said ? (
        <Note
          kind={back.said === 'filled' ? 'info' : 'stop'}
          role={back.said === 'filled' ? 'status' : 'alert'}
        >
          {t(`edit.${back.said}`)}
        </Note>
      ) : null}
      <StandardForm
        framework={framework}
        field={field}
        inForce={inForce.id}
        suggested={suggestedBy(suggestions)}
        mayReturn={mayReturn}
        cancelTo={paths.standards()}
      />
    </Main>
  )
}

function storedFields(
  { setting }: EditStandardPageProps['view']['standard'],
  locale: Locale,
): Record<string, string> {
  const typed = (value: number) => formatNumber(locale, value, 2)
  return Object.fromEntries([
    ...Object.entries(setting.thresholds).map(([level, from]) => [commonField(Number(level)), typed(from)]),
    ...Object.entries(setting.own).flatMap(([code, levels]) =>
      Object.entries(levels).map(([level, from]) => [ownField(code, Number(level)), typed(from)]),
    ),
    ['probability', formatNumber(locale, setting.probability * 100)],
    ['methodVi', setting.method.vi],
    ['methodEn', setting.method.en],
  ]) as Record<string, string>
}
