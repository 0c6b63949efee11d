import { paths } from '~/paths'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ChoiceGroup } from '~/ui/ChoiceGroup'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import type { DocumentChoices } from './document-choices.server'
import { documentKinds, type DocumentKind } from './kinds'

type Props = { choices: DocumentChoices; asked: Record<string, string>; reply?: FormReply | null }

/** What a new document is, of what, and in which language. */
export function NewDocumentPage({ choices, asked, reply }: Props) {
  const t = useT('official')
  const { makesAll, campaigns, plans, approved, communes } = choices
  const field = fieldProps(t, reply, asked)
  const has: Record<DocumentKind, boolean> = {
    report: campaigns.length > 0 && communes.length === 0,
    plan: makesAll && plans.length > 0 && communes.length === 0,
    participants: approved.length > 0,
    summons: makesAll && approved.length > 0 && communes.length === 0,
  }
  const kinds = documentKinds.filter((kind) => has[kind])
  const [onlyKind] = kinds
  const kind = kinds.length === 1 ? onlyKind : kinds.find((each) => each === field('kind').defaultValue)
  const option = ({ id, title }: { id: string; title: string }) => ({ value: id, label: title })
  return (
    <Main wide>
      <ErrorSummary errors={summaryOf(field, ['kind', 'campaign', 'plan', 'class'])} />
      <Crumbs items={[{ to: paths.documents(), label: t('crumb') }, { label: t('new.title') }]} />
      <PageTitle lead={kinds.length > 0 ? t('new.lead') : undefined}>{t('new.title')}</PageTitle>
      {kinds.length === 0 ? (
        <EmptyState
          title={t('new.nothing')}
          text={makesAll ? t('new.nothingText') : t('new.nothingLeader')}
          action={makesAll ? <ButtonLink to={paths.plans()}>{t('new.plans')}</ButtonLink> : undefined}
        />
      ) : (
        <Panel>
          <form method="post" id={mainFormId} noValidate>
            <ChoiceGroup
              id="kind"
              name="kind"
              type="radio"
              legend={t('new.kind')}
              error={field('kind').error}
              options={kinds.map((each) => ({
                value: each,
                label: t(`kind.${each}`),
                hint: t(`new.kind.${each}`),
                checked: each === kind,
              }))}
            />
            {has.report ? (
              <Select
                {...field('campaign')}
                label={t('new.campaign')}
                placeholder
                options={campaigns.map(option)}
              />
            ) : null}
            {has.plan ? (
              <Select {...field('plan')} label={t('new.plan')} placeholder options={plans.map(option)} />
            ) : null}
            {has.participants ? (
              <Select
                {...field('class')}
                label={makesAll ? t('new.class') : t('new.ofClass')}
                placeholder
                options={approved.map(({ id, title, classes }) => ({
                  label: title,
                  options: [
                    { value: id, label: t('new.wholePlan', { title }) },
                    ...classes.map((each) => ({ value: `${id}/${each.id}`, label: each.title })),
                  ],
                }))}
              />
            ) : null}
            {communes.length > 0 ? (
              <Select {...field('commune')} label={t('new.commune')} options={communes.map(option)} />
            ) : null}
            <ChoiceGroup
              id="language"
              name="language"
              type="radio"
              tight
              legend={t('new.language')}
              options={(['vi', 'en'] as const).map((each) => ({
                value: each,
                label: t(`new.${each}`),
                checked: (field('language').defaultValue ?? 'vi') === each,
              }))}
            />
            <ButtonRow>
              <Button>{t('new.do')}</Button>
              <a href={paths.documents()}>{t('new.cancel')}</a>
            </ButtonRow>
          </form>
        </Panel>
      )}
    </Main>
  )
}
