import { paths } from '~/paths'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Choice } from '~/ui/Choice'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { TextArea } from '~/ui/TextArea'
import type { Card } from '../card'
import { settingsFields, settingsValues } from './settings-form'

type Props = { view: { revision: number; card: Card }; reply?: FormReply | null }

/** What a set of criteria says of itself: its name, what it rests on, its points in all, its groups. */
export function SettingsPage({ view, reply }: Props) {
  const t = useT('scorecard')
  const field = fieldProps(t, reply, settingsValues(view.card))
  const own = reply ? reply.typed.own !== undefined : !view.card.example
  return (
    <Main wide>
      <ErrorSummary errors={summaryOf(field, ['form', ...settingsFields])} />
      <Crumbs
        items={[
          { to: paths.scorecardCriteria({ draft: 'yes' }), label: t('tab.criteria') },
          { label: t('settings.title') },
        ]}
      />
      <PageTitle>{t('settings.title')}</PageTitle>
      <form method="post" id={mainFormId} noValidate>
        <HiddenFields values={{ revision: reply?.typed.revision ?? view.revision }} />
        <Panel id="form">
          <Field {...field('titleVi')} label={t('field.nameVi')} maxLength={300} lang="vi" />
          <Field {...field('titleEn')} label={t('field.nameEn')} maxLength={300} lang="en" optional />
          <TextArea
            {...field('basisVi')}
            label={t('settings.basisVi')}
            hint={t('settings.basis.hint')}
            rows={3}
            lang="vi"
          />
          <TextArea {...field('basisEn')} label={t('settings.basisEn')} rows={2} lang="en" optional />
          <Choice
            type="checkbox"
            name="own"
            value="yes"
            label={t('settings.own')}
            hint={t('settings.own.hint')}
            checked={own}
          />
          <Field
            {...field('total')}
            label={t('settings.total')}
            hint={t('settings.total.hint')}
            inputMode="decimal"
            width="short"
            maxLength={6}
          />
          <TextArea
            {...field('groups')}
            label={t('settings.groups')}
            hint={t('settings.groups.hint')}
            rows={7}
          />
        </Panel>
        <ButtonRow>
          <Button>{t('criterion.save')}</Button>
          <a href={paths.scorecardCriteria({ draft: 'yes' })}>{t('action.cancel')}</a>
        </ButtonRow>
      </form>
    </Main>
  )
}
