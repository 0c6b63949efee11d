import { paths } from '~/paths'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { formatDate } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import type { NewPlanView } from './make-plan.server'

type Props = { view: NewPlanView; chosen: string | null; reply?: FormReply | null }

/** What a plan begins with: a name, the campaign whose gaps it is to close, and the money. */
export function NewPlanPage({ view, chosen, reply }: Props) {
  const t = useT('planning')
  const locale = useLocale()
  const { campaigns } = view
  const [last] = campaigns.filter(({ isReleased }) => isReleased)
  const field = fieldProps(t, reply, { campaign: chosen ?? last?.id ?? '' })
  return (
    <Main wide>
      <ErrorSummary errors={summaryOf(field, ['title', 'titleEn', 'campaign', 'budget'])} />
      <Crumbs items={[{ to: paths.plans(), label: t('plans.title') }, { label: t('new.title') }]} />
      <PageTitle lead={t('new.lead')}>{t('new.title')}</PageTitle>
      {campaigns.length === 0 ? (
        <EmptyState
          title={t('new.none')}
          text={t('new.none.text')}
          action={<ButtonLink to={paths.campaigns()}>{t('new.toCampaigns')}</ButtonLink>}
        />
      ) : (
        <form method="post" id={mainFormId} noValidate>
          <Panel>
            <Field
              {...field('title')}
              label={t('new.name')}
              hint={t('new.name.hint')}
              maxLength={150}
              lang="vi"
            />
            <Field {...field('titleEn')} label={t('new.nameEn')} optional maxLength={150} lang="en" />
            <Select
              {...field('campaign')}
              label={t('new.campaign')}
              hint={t('new.campaign.hint')}
              placeholder
              options={campaigns.map(({ id, title, closedAt, isReleased }) => ({
                value: id,
                label:
                  isReleased && closedAt
                    ? t('new.closed', { title: title[locale], date: formatDate(closedAt) })
                    : t('new.notReleased', { title: title[locale] }),
              }))}
            />
            <Field
              {...field('budget')}
              label={t('field.budget.label')}
              hint={t('field.budget.hint')}
              inputMode="numeric"
              width="short"
              maxLength={24}
            />
          </Panel>
          <ButtonRow>
            <Button>{t('new.submit')}</Button>
            <a href={paths.plans()}>{t('action.cancel')}</a>
          </ButtonRow>
        </form>
      )}
    </Main>
  )
}
