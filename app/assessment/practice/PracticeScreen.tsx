import type { ReactNode } from 'react'
import { mainFormId } from '~/platform/http/handle'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { HiddenFields } from '~/ui/HiddenFields'
import { Note } from '~/ui/Note'
import type { MoveFault } from './engine'
import { PracticeDocument } from './PracticeDocument'
import { PracticeField } from './PracticeField'
import { typedView, type ScreenView } from './present'
import type { Move } from './scenario'
import { fieldName } from './sent-move'

export type PracticeReply = { typed: Move['fields']; faults: MoveFault[]; stale: boolean; ask: boolean }

/** Where a page of the task opens after a move: at what the move brought about. */
export const afterMove = '#now'
const atEnd = '#end'

type PracticeScreenProps = {
  /** The address of the page, without a fragment: the browser would open there and pass over what is wrong. */
  action: string
  system: string
  view: ScreenView
  hidden: Record<string, string>
  reply?: PracticeReply
  /** What the button says that ends the task on its last screen. */
  endLabel: string
  /** Under the simulated screen: hints, ways out. */
  children?: ReactNode
}

/** One screen of a simulated system, marked as such. Every button of it sends the form. */
export function PracticeScreen(props: PracticeScreenProps) {
  const { action, system, view: stored, hidden, reply, endLabel, children } = props
  const t = useT('practice')
  const locale = useLocale()
  const view = reply && !reply.stale ? typedView(stored, reply.typed, locale) : stored
  const errors = (reply?.faults ?? []).flatMap((fault) =>
    fault.kind === 'notOffered'
      ? []
      : [{ field: fault.field, text: t(`fault.${fault.kind}`, { field: labelOf(view, fault.field) }) }],
  )
  const stale = reply?.stale || reply?.faults.some(({ kind }) => kind === 'notOffered')
  return (
    <div id="now">
      {stale ? (
        <Note kind="care" role="alert" title={t('stale.title')}>
          {t('stale.text')}
        </Note>
      ) : null}
      <ErrorSummary
        errors={errors.map(({ field, text }) => ({ fieldId: fieldName(field), text }))}
        title={t('fault.title')}
      />
      {view.said ? (
        <Note kind={view.said.tone ?? 'info'} role="status">
          {view.said.text}
        </Note>
      ) : null}
      <form method="post" action={action} id={mainFormId} noValidate>
        <HiddenFields values={hidden} />
        <section className={`sim ${view.look}`} aria-labelledby="screen">
          <p className="sim-bar">
            <b>{system}</b> <span>{t('mark')}</span>
          </p>
          <div className="sim-body">
            <h2 id="screen">{view.title}</h2>
            {view.text.map((each) => (
              <p key={each}>{each}</p>
            ))}
            {view.documents.map((document) => (
              <PracticeDocument key={document.id} document={document} />
            ))}
            {view.fields.map((field) => (
              <PracticeField
                key={field.id}
                field={field}
                error={errors.find((each) => each.field === field.id)?.text}
              />
            ))}
            {view.ended ? null : (
              <div className="sim-actions">
                {view.actions.map(({ id, label }) => (
                  <Button key={id} quiet={view.actions.length > 1} name="action" value={id}>
                    {label}
                  </Button>
                ))}
              </div>
            )}
          </div>
        </section>
        {children}
        <End action={action} label={view.ended ? endLabel : null} ask={reply?.ask ?? false} />
      </form>
    </div>
  )
}

/** A try ends at its last screen, or earlier if the learner says so twice. */
function End({ action, label, ask }: { action: string; label: string | null; ask: boolean }) {
  const t = useT('practice')
  if (label !== null)
    return (
      <ButtonRow>
        <Button name="end" value="sure">
          {label}
        </Button>
      </ButtonRow>
    )
  if (ask)
    return (
      <Note kind="care" role="alert" id="end" title={t('end.ask')}>
        <p>{t('end.ask.text')}</p>
        <Button name="end" value="sure">
          {t('end.sure')}
        </Button>
      </Note>
    )
  return (
    <p>
      <Button quiet name="end" value="ask" formAction={`${action}${atEnd}`}>
        {t('end.early')}
      </Button>
    </p>
  )
}

function labelOf(view: ScreenView, id: string): string {
  return view.fields.find((field) => field.id === id)?.label ?? id
}
