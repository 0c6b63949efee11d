import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Columns } from '~/ui/Columns'
import { EmptyState } from '~/ui/EmptyState'
import { Field } from '~/ui/Field'
import { Filters } from '~/ui/Filters'
import { Main } from '~/ui/Main'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import type { Typed } from '../editor/edit-draft.server'
import { useEditor } from '../editor/editor-context'
import { Choosing } from '../editor/ItemFields'
import { textAt, type Tree } from '../form/form-tree'
import { Act } from './LessonRows'
import { ModuleForm } from './ModuleForm'
import { ModuleHead } from './ModuleHead'
import { shownBy } from './module-tree'
import type { QuizEditorView } from './view-editor.server'

type EditQuizPageProps = { view: QuizEditorView; tree: Tree; reply: Typed | null }

/** The closing quiz: its pass mark, how many questions are drawn, and the teaching items that it draws from. */
export function EditQuizPage({ view, tree, reply }: EditQuizPageProps) {
  const t = useT('modules')
  const { draft, others, chosen } = view
  return (
    <Main wide>
      <ModuleHead {...{ draft, others, reply }} current="quiz" title={t('tab.quiz')} />
      <Columns kind="two">
        <ModuleForm {...{ draft, reply }} tree={shownBy({ only: 'quiz' }, tree)} only="quiz">
          <Settings />
          <h2>{t('quiz.items', { count: chosen.length })}</h2>
          {chosen.length === 0 ? (
            <EmptyState level={3} title={t('quiz.none')} text={t('quiz.noneText')} />
          ) : (
            <ChosenItems chosen={chosen} />
          )}
        </ModuleForm>
        <FoundItems view={view} />
      </Columns>
    </Main>
  )
}

const numbers = [
  ['pass', 'pass'],
  ['draw', 'draw'],
  ['minutes', 'timeLimit'],
  ['attempts', 'attempts'],
] as const

function Settings() {
  const t = useT('modules')
  const studio = useT('studio')
  const { tree, errors } = useEditor()
  return (
    <>
      {numbers.map(([name, words]) => {
        const id = `quiz.${name}`
        return (
          <Field
            key={name}
            id={id}
            name={id}
            label={t(`field.${words}`)}
            hint={t(`hint.${words}`)}
            defaultValue={textAt(tree, id)}
            error={errors[id] ? studio(errors[id] as 'error.field') : undefined}
            inputMode="numeric"
            width="short"
            optional={name !== 'pass'}
          />
        )
      })}
      <Choosing
        name="quiz.feedback"
        label={t('field.feedback')}
        options={[
          ['', t('feedback.once')],
          ['end', t('feedback.end')],
        ]}
      />
      <Choosing
        name="quiz.shuffle"
        label={t('field.shuffle')}
        options={[
          ['', t('shuffle.yes')],
          ['no', t('shuffle.no')],
        ]}
      />
    </>
  )
}

function ChosenItems({ chosen }: Pick<QuizEditorView, 'chosen'>) {
  const t = useT('modules')
  const locale = useLocale()
  return (
    <ol className="bare-list">
      {chosen.map(({ code, stem }, i) => (
        <li key={code} className="part-edit">
          <input type="hidden" name={`quiz.items.${i}.id`} value={code} />
          <a href={paths.item(code)}>{code}</a> {stem ? pick(stem, locale) : t('quiz.gone')}
          <div className="row small">
            <Act act={`sooner.${code}`} label={t('act.up')} what={code} off={i === 0} />
            <Act act={`later.${code}`} label={t('act.down')} what={code} off={i === chosen.length - 1} />
            <Act act={`drop.${code}`} label={t('act.drop')} what={code} />
          </div>
        </li>
      ))}
    </ol>
  )
}

function FoundItems({ view: { draft, found, count, q, competency, domains } }: { view: QuizEditorView }) {
  const t = useT('modules')
  const locale = useLocale()
  return (
    <Panel title={t('quiz.find')}>
      <Filters clearHref={q || competency ? paths.studioQuiz(draft.id) : undefined}>
        <Field id="q" name="q" label={t('quiz.search')} defaultValue={q} maxLength={100} />
        <Select
          id="competency"
          name="competency"
          label={t('field.competency')}
          placeholder={t('quiz.anyCompetency')}
          defaultValue={competency}
          options={domains.map((domain) => ({
            label: `${domain.code} ${pick(domain.name, locale)}`,
            options: domain.competencies.map(({ code, short }) => ({
              ...{ value: code, label: `${code} ${pick(short, locale)}` },
            })),
          }))}
        />
      </Filters>
      <p className="small muted">{t('quiz.found', { count, shown: found.length })}</p>
      <ul className="bare-list">
        {found.map(({ code, stem, competency: of, level }) => (
          <li key={code}>
            <Act act={`pick.${code}`} label={t('act.pick')} what={code} form={mainFormId} />{' '}
            <a href={paths.item(code)}>{code}</a>{' '}
            <span className="muted small">{t('quiz.of', { competency: of, level })}</span>
            <br />
            {pick(stem, locale)}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
