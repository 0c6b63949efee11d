import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { useEditor } from '../editor/editor-context'
import { Choosing, Line } from '../editor/ItemFields'
import { Parts, type PartProps } from '../editor/Part'
import { TextPair } from '../editor/TextPair'
import { partsAt, textAt } from '../form/form-tree'
import { questionKinds, sectionKinds } from './draft-form'
import { QuestionFields } from './QuestionFields'
import { QuizFields } from './QuizFields'
import { Ticks } from './Ticks'
import type { FormBank, FormEditorView } from './view-form-editor.server'

type SectionFieldsProps = PartProps & {
  view: FormEditorView
  bank: FormBank
  /** Names of fields and parts that something is wrong with: they are shown unfolded. */
  faulty: string[]
}

/** A section of a survey form: its head, and what its kind asks. */
export function SectionFields({ name, path, part, view, bank, faulty }: SectionFieldsProps) {
  const f = useT('forms')
  const kind = sectionKinds.find((each) => each === textAt(part, 'kind')) ?? 'questions'
  return (
    <>
      <input type="hidden" name={`${name}.kind`} value={kind} />
      <p>
        <b>{f(`section.${kind}`)}</b> <span className="muted">{f(`section.${kind}.text`)}</span>
      </p>
      <TextPair name={`${name}.title`} path={`${path}.title`} label={f('field.sectionTitle')} rows={1} />
      <TextPair name={`${name}.intro`} path={`${path}.intro`} label={f('field.sectionIntro')} />
      {kind === 'questions' ? (
        <Parts
          name={`${name}.questions`}
          path={`${path}.questions`}
          copies
          before={
            <Choosing
              name={`${name}.newQuestion`}
              label={f('field.newQuestion')}
              options={questionKinds.map((each) => [each, f(`kind.${each}`)])}
            />
          }
        >
          {(question) => <QuestionFields {...question} faulty={faulty} />}
        </Parts>
      ) : kind === 'quiz' ? (
        <QuizFields
          name={name}
          part={part}
          view={view}
          found={bank.found[textAt(part, 'id')]}
          items={bank.items}
        />
      ) : kind === 'self-assessment' ? (
        <Line name={`${name}.most`} label={f('field.mostSelf')} hint={f('hint.mostSelf')} decimal />
      ) : (
        <Tasks name={name} tasks={view.tasks} />
      )}
    </>
  )
}

function Tasks({ name, tasks }: { name: string; tasks: FormEditorView['tasks'] }) {
  const f = useT('forms')
  const locale = useLocale()
  const { tree } = useEditor()
  const chosen = new Set(
    partsAt(tree, `${name}.tasks`).flatMap((each) =>
      textAt(each, 'on') === 'yes' ? [textAt(each, 'id')] : [],
    ),
  )
  const known = new Set(tasks.map(({ code }) => code))
  // A task that was taken out of use stays ticked until somebody takes the tick away.
  const gone = [...chosen].filter((code) => !known.has(code)).map((code) => ({ code, title: null }))
  return (
    <>
      <p className="hint">{f('hint.tasks')}</p>
      <Ticks
        name={`${name}.tasks`}
        options={[...tasks, ...gone].map(({ code, title }) => ({
          id: code,
          label: title ? pick(title, locale) : f('gone', { code }),
          checked: chosen.has(code),
        }))}
      />
    </>
  )
}
