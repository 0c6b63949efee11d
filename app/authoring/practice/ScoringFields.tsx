import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Choosing, Line } from '../editor/ItemFields'
import { Parts } from '../editor/Part'
import { TextPair } from '../editor/TextPair'
import { textAt } from '../form/form-tree'
import { Rule } from './Rule'
import type { TaskEditorView } from './view-task-editor.server'

/** What is scored, how the task is done in full, and the mistakes that people make. */
export function ScoringFields({ view: { draft } }: { view: TaskEditorView }) {
  const t = useT('tasks')
  const competencies = [...new Set(draft.data.evidence.map(({ competency }) => competency))].filter(Boolean)
  return (
    <>
      <p className="small muted">{t('scoring.text')}</p>
      <Parts name="scoring" path="scoring">
        {({ name, path, part }) => (
          <>
            <p className="small">{t('scoring.id', { id: textAt(part, 'id') })}</p>
            <TextPair name={`${name}.text`} path={`${path}.text`} label={t('scoring.step')} rows={1} />
            <Choosing
              name={`${name}.competency`}
              label={t('evidence.competency')}
              hint={t('scoring.competency.hint')}
              options={[['', t('choose')], ...competencies.map((code): [string, string] => [code, code])]}
            />
            <Line name={`${name}.points`} label={t('scoring.points')} decimal />
            <Rule name={`${name}.when`} label={t('scoring.when')} hint={t('when.hint')} />
            <Rule name={`${name}.half`} label={t('scoring.half')} hint={t('scoring.half.hint')} />
            <TextPair name={`${name}.met`} path={`${path}.met`} label={t('scoring.met')} />
            <TextPair name={`${name}.missed`} path={`${path}.missed`} label={t('scoring.missed')} />
          </>
        )}
      </Parts>
      <h2>{t('model.title')}</h2>
      <p className="small muted">
        {t('model.text')} <a href={paths.studioTaskTry(draft.id)}>{t('try.link')}</a>
      </p>
      <Rule name="model" label={t('model.moves')} hint={t('model.hint')} rows={6} />
      <h2>{t('mistakes.title')}</h2>
      <p className="small muted">{t('mistakes.text')}</p>
      <Parts name="mistakes" path="mistakes">
        {({ name, path }) => (
          <>
            <TextPair name={`${name}.name`} path={`${path}.name`} label={t('mistakes.name')} rows={1} />
            <Line
              name={`${name}.begin`}
              label={t('mistakes.begin')}
              hint={t('mistakes.begin.hint')}
              decimal
            />
            <Rule name={`${name}.moves`} label={t('model.moves')} hint={t('model.hint')} rows={3} />
            <Line
              name={`${name}.finish`}
              label={t('mistakes.finish')}
              hint={t('mistakes.finish.hint')}
              decimal
            />
            <Rule name={`${name}.scores`} label={t('mistakes.scores')} hint={t('mistakes.scores.hint')} />
          </>
        )}
      </Parts>
    </>
  )
}
