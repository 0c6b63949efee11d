import { paths } from '~/paths'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { indicatorFields, indicatorTyped } from './indicator-form'
import { IndicatorCrumbs } from './IndicatorCrumbs'
import { IndicatorFields } from './IndicatorFields'
import type { IndicatorFormView } from './indicators-page.server'

type Props = { view: IndicatorFormView; reply?: FormReply | null }

/** The form of one indicator, new where none is edited. */
export function IndicatorFormPage({ view, reply }: Props) {
  const t = useT('indicators')
  const locale = useLocale()
  const { edited, hasValues } = view
  const title = edited ? edited.name[locale] : t('form.new')
  const field = fieldProps(t, reply, edited ? indicatorTyped(edited) : { unit: 'percent', better: 'higher' })
  return (
    <Main wide>
      <ErrorSummary errors={summaryOf(field, [...indicatorFields])} />
      <IndicatorCrumbs here={title} />
      <PageTitle under={edited ? t('form.edit') : view.province}>{title}</PageTitle>
      <Panel>
        <form method="post" id={mainFormId} noValidate>
          <HiddenFields values={{ id: edited?.id }} />
          <IndicatorFields field={field} hasValues={hasValues} />
          <ButtonRow>
            <Button>{t('action.save')}</Button>
            <a href={paths.indicators()}>{t('action.cancel')}</a>
          </ButtonRow>
        </form>
      </Panel>
    </Main>
  )
}
