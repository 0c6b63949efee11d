import { paths } from '~/paths'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { useLocale, useT } from '~/platform/i18n/react'
import { translateMessage } from '~/platform/i18n/translate'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { DateField } from '~/ui/DateField'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { HiddenFields } from '~/ui/HiddenFields'
import { LanguageForm } from '~/ui/LanguageForm'
import { Panel } from '~/ui/Panel'
import type { CriteriaView } from '../views/view-criteria.server'

type Props = { view: CriteriaView; today: string; reply?: FormReply | null }

/** Publishing a draft: what still has to be mended, or the day from which it counts. */
export function PublishPanel({ view, today, reply }: Props) {
  const t = useT('scorecard')
  const locale = useLocale()
  const faults = view.draft?.faults ?? []
  const field = fieldProps(t, reply, { validFrom: today })
  return (
    <Panel title={t('publish.title')}>
      {faults.length > 0 ? (
        <>
          <LanguageForm />
          <p>{t('publish.faults')}</p>
          <ul>
            {faults.map((fault, i) => (
              <li key={i}>{translateMessage(locale, 'scorecard', fault)}</li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <ErrorSummary errors={summaryOf(field, ['validFrom'])} />
          <p>{t('publish.text')}</p>
          <form method="post" id={mainFormId} noValidate>
            <HiddenFields values={{ intent: 'publish' }} />
            <DateField {...field('validFrom')} label={t('publish.from')} />
            <ButtonRow>
              <Button>{t('publish.submit')}</Button>
              <a href={paths.scorecardCriteria({ draft: 'yes' })}>{t('action.cancel')}</a>
            </ButtonRow>
          </form>
        </>
      )}
    </Panel>
  )
}
