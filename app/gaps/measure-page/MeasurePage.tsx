import { mmlModels } from '~/assessment/calibration/mml'
import { ContentTabs } from '~/assessment/catalogue/ContentTabs'
import type { CellProblem } from '~/formats/number-table'
import { paths } from '~/paths'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ChoiceGroup } from '~/ui/ChoiceGroup'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { FileField } from '~/ui/FileField'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import { Tabs } from '~/ui/Tabs'
import { firstChoices, measureKinds, type MeasureKind } from './measure-choices'
import { MeasureProblems } from './MeasureProblems'
import { MeasureRuns } from './MeasureRuns'
import type { ownMeasures } from './own-measures.server'

type MeasurePageProps = {
  kind: MeasureKind
  runs: ReturnType<typeof ownMeasures>
  keptDays: number
  reply?: FormReply
  problems?: CellProblem[]
  /** The run that must end before another table is taken. */ busy?: string
}

/** A table of one's own: what it is, how it is to be worked on, and what was sent before. */
export function MeasurePage({ kind, runs, keptDays, reply, problems = [], busy }: MeasurePageProps) {
  const t = useT('measure')
  const field = fieldProps(t, reply, firstChoices)
  return (
    <Main wide>
      <ContentTabs current="measure" />
      <PageTitle lead={t('page.lead')} actions={<a href={paths.measurement()}>{t('page.method')}</a>}>
        {t('page.title')}
      </PageTitle>
      <ErrorSummary errors={summaryOf(field, ['file', 'model', 'prior', 'group', 'factors'])} />
      {busy ? (
        <Note>
          <a href={paths.measureResult(busy)}>{t('form.busyLink')}</a>
        </Note>
      ) : null}
      <MeasureProblems problems={problems} />
      <Tabs
        label={t('kind.label')}
        items={measureKinds.map((each) => ({
          to: paths.measure({ kind: each }),
          label: t(`kind.${each}`),
          current: each === kind,
        }))}
      />
      <Panel>
        <form method="post" id={mainFormId} encType="multipart/form-data" noValidate>
          <HiddenFields values={{ kind }} />
          <FileField
            {...field('file')}
            label={t('form.file')}
            hint={t(`form.fileHint.${kind}`)}
            accept=".csv,.tsv,.txt,.xlsx"
            required
          />
          {kind === 'responses' ? <ResponseFields field={field} /> : null}
          {kind === 'areas' ? (
            <Field {...field('factors')} label={t('form.factors')} hint={t('form.factorsHint')} optional />
          ) : null}
          <p className="muted">{t('form.kept', { days: keptDays })}</p>
          <ButtonRow>
            <Button>{t('form.submit')}</Button>
          </ButtonRow>
        </form>
      </Panel>
      <MeasureRuns runs={runs} keptDays={keptDays} />
    </Main>
  )
}

function ResponseFields({ field }: { field: ReturnType<typeof fieldProps<'measure'>> }) {
  const t = useT('measure')
  const prior = field('prior')
  return (
    <>
      <Select
        {...field('model')}
        label={t('form.modelLabel')}
        options={mmlModels.map((model) => ({ value: model, label: t(`model.${model}`) }))}
      />
      <ChoiceGroup
        id="prior"
        name="prior"
        type="radio"
        legend={t('form.priorLabel')}
        error={prior.error}
        options={(['weak', 'none'] as const).map((value) => ({
          value,
          label: t(`prior.${value}`),
          hint: t(`prior.${value}Hint`),
          checked: prior.defaultValue === value,
        }))}
      />
      <Field {...field('group')} label={t('form.group')} hint={t('form.groupHint')} optional />
    </>
  )
}
