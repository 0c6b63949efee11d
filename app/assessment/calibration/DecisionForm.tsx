import { paths } from '~/paths'
import type { FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { translated } from '~/platform/i18n/translated'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { TextArea } from '~/ui/TextArea'
import type { CalibrationView } from './view-calibrations.server'

/** The questions before a decision. */
export type Asking = 'adopt' | 'reject'
type DecisionFormProps = {
  view: CalibrationView
  asking: Asking
  reply: FormReply
  /** Somebody else decided since the page was read. */
  meanwhile: boolean
}

/** Asks before a calibration is adopted, or rejected with a reason. */
export function DecisionForm({ view, asking, reply, meanwhile }: DecisionFormProps) {
  const t = useT('analysis')
  const { entry, inForce, decisions } = view
  const number = entry.id
  const error = translated(t, reply.errors.reason)
  return (
    <Main>
      <PageTitle
        lead={t(
          asking === 'adopt' ? 'decide.adoptWhat' : inForce ? 'decide.withdrawWhat' : 'decide.rejectWhat',
        )}
      >
        {t(
          asking === 'adopt' ? 'decide.adoptTitle' : inForce ? 'decide.withdrawTitle' : 'decide.rejectTitle',
          { number },
        )}
      </PageTitle>
      {meanwhile ? (
        <Note kind="stop" role="alert">
          {t('decide.meanwhile')}
        </Note>
      ) : null}
      <ErrorSummary errors={error ? [{ fieldId: 'reason', text: error }] : []} />
      <form method="post" id={mainFormId}>
        <HiddenFields values={{ intent: asking, seen: decisions.length }} />
        <TextArea
          id="reason"
          name="reason"
          label={t('decide.reason')}
          hint={t('decide.reasonHint')}
          rows={3}
          maxLength={1000}
          defaultValue={reply.typed.reason}
          error={error}
          optional={asking === 'adopt'}
          markRequired={asking === 'reject'}
        />
        <ButtonRow>
          <Button>
            {t(asking === 'adopt' ? 'decide.adopt' : inForce ? 'decide.withdraw' : 'decide.reject')}
          </Button>
          <a href={paths.calibration(number)}>{t('edit.cancel')}</a>
        </ButtonRow>
      </form>
    </Main>
  )
}
