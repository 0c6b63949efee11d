import { formatDate, formatNumber } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import type { T } from '~/platform/i18n/translate'
import { DefinitionList } from '~/ui/DefinitionList'
import { Panel } from '~/ui/Panel'
import type { CommuneAnswer } from './commune-answers.server'
import type { CommuneReport } from './commune-report.server'

/** What the commune itself answered about machines, line and posts. */
export function CommuneFormPanel({ report }: { report: CommuneReport }) {
  const t = useT('gaps')
  const locale = useLocale()
  const { communeForm, asksCommune } = report
  if (!asksCommune) return null
  return (
    <Panel title={t('communeForm.title')}>
      {communeForm ? (
        <>
          <p className="small muted">
            {t('communeForm.submitted', { date: formatDate(communeForm.submittedAt) })}
          </p>
          <DefinitionList
            items={communeForm.answers.map((answer) => ({
              term: answer.question[locale],
              description: said(answer, t, locale),
            }))}
          />
        </>
      ) : (
        <p>{t('communeForm.none')}</p>
      )}
    </Panel>
  )
}

function said(answer: CommuneAnswer, t: T<'gaps'>, locale: Locale): string {
  if ('text' in answer) return answer.text
  if ('number' in answer)
    return [formatNumber(locale, answer.number), answer.unit?.[locale]].filter(Boolean).join(' ')
  return answer.chosen.length > 0
    ? answer.chosen.map((each) => each[locale]).join('; ')
    : t('communeForm.nothing')
}
