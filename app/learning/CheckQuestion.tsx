import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ChoiceGroup } from '~/ui/ChoiceGroup'
import { HiddenFields } from '~/ui/HiddenFields'
import { Note } from '~/ui/Note'
import { Panel } from '~/ui/Panel'
import { sentName, type CheckView } from './lesson-check'
import { FeedbackParts, verdictNotes } from './quiz/FeedbackPanel'

type CheckQuestionProps = {
  check: CheckView
  /** Answers of the lesson's other checks, which the address keeps. */
  others: Record<string, string>
  action: string
  /** The page with this question open again. */
  again: string
}

/** A question inside a lesson. Its answer goes into the address and nowhere else. */
export function CheckQuestion({ check, others, action, again }: CheckQuestionProps) {
  const t = useT('learning')
  const { code, text, multiple, options, empty, feedback } = check
  const place = `#${code}`
  if (feedback) {
    return (
      <Panel title={t('check.title')} id={code}>
        <p>
          <b>{text}</b>
        </p>
        <Note
          kind={verdictNotes[feedback.verdict]}
          role="status"
          title={t(`quiz.verdict.${feedback.verdict}`)}
        >
          {feedback.explanation}
        </Note>
        <FeedbackParts feedback={feedback} parts={feedback.parts} />
        <p className="no-print">
          <a href={again + place}>{t('check.again')}</a>
        </p>
      </Panel>
    )
  }
  return (
    <Panel title={t('check.title')} id={code}>
      <form method="get" action={action + place}>
        <HiddenFields values={others} />
        <ChoiceGroup
          id={`${code}-answer`}
          name={code}
          type={multiple ? 'checkbox' : 'radio'}
          legend={text}
          hint={multiple ? t('check.multiple') : undefined}
          error={empty ? t('check.empty') : undefined}
          options={options}
        />
        <div className="row no-print">
          <Button quiet name={sentName} value={code}>
            {t('check.send')}
          </Button>
          <span className="small muted">{t('check.private')}</span>
        </div>
      </form>
    </Panel>
  )
}
