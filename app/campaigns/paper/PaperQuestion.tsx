import type { ReactNode } from 'react'
import type { StepView } from '~/assessment/present'
import { useT } from '~/platform/i18n/react'
import { letterOf } from './answer-shape'
import type { PrintedQuestion } from './view-paper-form.server'

/** One question on paper, never parted by the end of a page. */
export function PaperQuestion({ question: { number, view, marks } }: { question: PrintedQuestion }) {
  const t = useT('paper')
  const hint = view.hint ?? hintOf(view, t)
  return (
    <section className="paper-question">
      <h3>
        {number}. {view.text}
      </h3>
      {hint ? <p className="muted">{hint}</p> : null}
      <Answer view={view} marks={marks} />
      {view.canBeUnknown ? (
        <p>
          <Box /> ? {t('print.unknown')}
        </p>
      ) : null}
    </section>
  )
}

function Box() {
  return <span className="paper-box" aria-hidden="true" />
}

function Answer({ view, marks }: { view: StepView; marks: string[] }): ReactNode {
  const t = useT('paper')
  switch (view.kind) {
    case 'choice':
      return (
        <ul>
          {view.options.map(({ value, label, hint }, i) => (
            <li key={value}>
              <Box /> {marks[i]}. {label}
              {hint ? <span className="muted"> ({hint})</span> : null}
            </li>
          ))}
        </ul>
      )
    case 'matching':
      return (
        <div className="paper-match">
          <Rows rows={view.rows} />
          <ul>
            {view.rights.map(({ value, label }, i) => (
              <li key={value}>
                {letterOf(i)}. {label}
              </li>
            ))}
          </ul>
        </div>
      )
    case 'ordering':
      return <Rows rows={view.rows} />
    case 'number':
      return (
        <p>
          {t('print.number')} …………………… {view.unit}
        </p>
      )
    case 'text':
      return (
        <div className="paper-lines" aria-hidden="true">
          <p />
          <p />
          <p />
        </div>
      )
  }
}

/** Each with a box for a letter or a number. */
function Rows({ rows }: { rows: readonly { name: string; label: string }[] }) {
  return (
    <ul>
      {rows.map(({ name, label }) => (
        <li key={name}>
          <span className="paper-box wide" aria-hidden="true" /> {label}
        </li>
      ))}
    </ul>
  )
}

function hintOf(view: StepView, t: ReturnType<typeof useT<'paper'>>): string | null {
  if (view.kind === 'choice' && view.multiple) return t('print.hint.several')
  if (view.kind === 'matching') return t('print.hint.matching')
  if (view.kind === 'ordering') return t('print.hint.ordering', { count: view.rows.length })
  return null
}
