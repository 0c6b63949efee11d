import { facets } from '~/gaps/condition-facets'
import { paths } from '~/paths'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { useLocale, useT } from '~/platform/i18n/react'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Select, type SelectGroup } from '~/ui/Select'
import { TextArea } from '~/ui/TextArea'
import type { ProductMeasure } from '../card'
import { measureText, pointsText } from '../score-words'
import type { CriterionView } from '../views/view-criteria.server'
import { criterionFields, criterionValues, productValue } from './criterion-form'

type Props = { view: CriterionView; reply?: FormReply | null }

/** The form of one criterion: what it is called, how many points it has, where its value is from, how points come of it. */
export function CriterionPage({ view, reply }: Props) {
  const t = useT('scorecard')
  const locale = useLocale()
  const { criterion, groups, points, total } = view
  const field = fieldProps(t, reply, criterion ? criterionValues(criterion) : { rule: 'linear' })
  const title = criterion ? `${criterion.code} ${criterion.name[locale]}` : t('criterion.add')
  const revision = reply?.typed.revision ?? String(view.revision)
  return (
    <Main wide>
      <ErrorSummary errors={summaryOf(field, ['form', ...criterionFields])} />
      <Crumbs
        items={[
          { to: paths.scorecardCriteria({ draft: 'yes' }), label: t('tab.criteria') },
          { label: title },
        ]}
      />
      <PageTitle
        lead={t('criterion.lead', { points: pointsText(locale, points), total: pointsText(locale, total) })}
      >
        {title}
      </PageTitle>
      <form method="post" id={mainFormId} noValidate>
        <HiddenFields values={{ revision }} />
        <Panel title={t('criterion.what')} id="form">
          {criterion ? null : (
            <Field
              {...field('code')}
              label={t('field.code')}
              hint={t('field.code.hint')}
              width="short"
              maxLength={20}
            />
          )}
          <Field {...field('nameVi')} label={t('field.nameVi')} maxLength={300} lang="vi" />
          <Field {...field('nameEn')} label={t('field.nameEn')} maxLength={300} lang="en" optional />
          <Select
            {...field('group')}
            label={t('groups.name')}
            width="medium"
            options={groups.map(({ code, name }) => ({ value: code, label: name[locale] }))}
          />
          <Field
            {...field('max')}
            label={t('criteria.max')}
            hint={t('field.max.hint')}
            inputMode="decimal"
            width="short"
            maxLength={6}
          />
        </Panel>
        <Panel title={t('criterion.source')}>
          <Select
            {...field('source')}
            label={t('criteria.source')}
            hint={t('field.source.hint')}
            placeholder
            options={sourceOptions(view, locale)}
          />
          <TextArea
            {...field('levels')}
            label={t('field.levels')}
            hint={t('field.levels.hint')}
            rows={4}
            optional
          />
          <div className="grid-fields">
            <Field {...field('unitVi')} label={t('field.unitVi')} maxLength={60} lang="vi" optional />
            <Field {...field('unitEn')} label={t('field.unitEn')} maxLength={60} lang="en" optional />
            <Field
              {...field('least')}
              label={t('field.least')}
              inputMode="decimal"
              width="short"
              maxLength={15}
              optional
            />
            <Field
              {...field('most')}
              label={t('field.most')}
              inputMode="decimal"
              width="short"
              maxLength={15}
              optional
            />
          </div>
          <Field
            {...field('helpVi')}
            label={t('field.helpVi')}
            hint={t('field.help.hint')}
            maxLength={300}
            lang="vi"
            optional
          />
          <Field {...field('helpEn')} label={t('field.helpEn')} maxLength={300} lang="en" optional />
        </Panel>
        <Panel title={t('criterion.rule')}>
          <p className="muted">{t('criterion.rule.text')}</p>
          <Select
            {...field('rule')}
            label={t('criteria.rule')}
            width="medium"
            options={(['linear', 'higher', 'lower'] as const).map((value) => ({
              value,
              label: t(`rule.choice.${value}`),
            }))}
          />
          <div className="grid-fields">
            <Field
              {...field('floor')}
              label={t('field.floor')}
              hint={t('field.floor.hint')}
              inputMode="decimal"
              width="short"
              maxLength={15}
            />
            <Field
              {...field('goal')}
              label={t('field.goal')}
              hint={t('field.goal.hint')}
              inputMode="decimal"
              width="short"
              maxLength={15}
            />
          </div>
          <TextArea
            {...field('steps')}
            label={t('field.steps')}
            hint={t('field.steps.hint')}
            rows={4}
            optional
          />
        </Panel>
        <ButtonRow>
          <Button>{t('criterion.save')}</Button>
          <a href={paths.scorecardCriteria({ draft: 'yes' })}>{t('action.cancel')}</a>
        </ButtonRow>
      </form>
      {criterion && !criterion.retired ? (
        <Panel title={t('criterion.retire.title')}>
          <p>{t('criterion.retire.text')}</p>
          <form method="post" action={paths.scorecardCriteria({ draft: 'yes' })}>
            <HiddenFields values={{ intent: 'retire', code: criterion.code }} />
            <Button quiet>{t('criterion.retire')}</Button>
          </form>
        </Panel>
      ) : null}
    </Main>
  )
}

/** Every source that a criterion may have, in groups: entries, indicators, measures of the product. */
function sourceOptions({ catalogue, criterion }: CriterionView, locale: Locale): SelectGroup[] {
  const t = getT(locale, 'scorecard')
  const { domains, competencies, modules, indicators } = catalogue
  const named = (of: CriterionView['catalogue']['domains']) =>
    Object.fromEntries(of.map(({ code, name }) => [code, name]))
  const names = { measures: named([...domains, ...competencies]), modules: named(modules) }
  const option = (measure: ProductMeasure, parameter?: string) => ({
    value: productValue(measure, parameter),
    label: measureText(locale, measure, parameter, names),
  })
  const gone =
    criterion?.source.kind === 'indicator' &&
    !indicators.some(
      ({ code }) => criterion.source.kind === 'indicator' && code === criterion.source.indicator,
    )
      ? [
          {
            value: `indicator/${criterion.source.indicator}`,
            label: t('source.indicatorGone', { code: criterion.source.indicator }),
          },
        ]
      : []
  return [
    {
      label: t('source.group.entry'),
      options: (['yesno', 'level', 'number'] as const).map((value) => ({
        value,
        label: t(`source.${value}`),
      })),
    },
    {
      label: t('source.group.indicator'),
      options: [
        ...gone,
        ...indicators.map(({ code, name }) => ({ value: `indicator/${code}`, label: name[locale] })),
      ],
    },
    {
      label: t('source.group.survey'),
      options: [
        option('at-target'),
        ...domains.map(({ code }) => option('at-target', code)),
        option('response'),
        option('conditions'),
        ...facets.filter((facet) => facet !== 'other').map((facet) => option('conditions', facet)),
        option('commune-form'),
      ],
    },
    {
      label: t('source.group.competency'),
      options: competencies.map(({ code }) => option('at-target', code)),
    },
    {
      label: t('source.group.records'),
      options: [
        ...modules.map(({ code }) => option('module-finished', code)),
        ...(['seats-named', 'attendance', 'accounts', 'teams', 'team-members'] as const).map((measure) =>
          option(measure),
        ),
      ],
    },
  ].filter(({ options }) => options.length > 0)
}
