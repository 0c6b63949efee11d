import type { ReactNode } from 'react'
import { columnLetters, rowNumbers } from '~/assessment/picture-areas'
import { gapsIn, type PictureView, type StepView } from '~/assessment/present'
import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { MarkedPicture, PictureMarks } from '~/ui/Picture'
import { letterOf } from './answer-shape'
import type { PrintedQuestion } from './view-paper-form.server'

/** One question on paper, never parted by the end of a page. */
export function PaperQuestion({ question: { number, view, marks, only } }: { question: PrintedQuestion }) {
  const t = useT('paper')
  const hint = view.hint ?? hintOf(view, t)
  return (
    <section className="paper-question">
      <h3>
        {number}. {view.text}
      </h3>
      {only ? (
        <p>
          <b>{only}</b>
        </p>
      ) : null}
      {hint ? <p className="muted">{hint}</p> : null}
      {view.picture ? <PaperPicture picture={view.picture} grid={view.kind === 'point'} /> : null}
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
          <Lettered options={view.rights} />
        </div>
      )
    case 'rows':
      return (
        <div className="paper-match">
          <Rows rows={view.rows} />
          <Lettered options={view.options} />
        </div>
      )
    case 'gaps':
      return <PaperGaps view={view} />
    case 'point':
      return <p>{t('print.square')} ………</p>
    case 'ordering':
      return <Rows rows={view.rows} />
    case 'number':
      return (
        <p>
          {t('print.number')} …………………… {view.unit}
        </p>
      )
    case 'text':
      if (view.line) return <p>{t('print.number')} …………………………………………………………</p>
      return (
        <div className="paper-lines" aria-hidden="true">
          <p />
          <p />
          <p />
        </div>
      )
  }
}

function Lettered({ options }: { options: readonly { value: string; label: string }[] }) {
  return (
    <ul>
      {options.map(({ value, label }, i) => (
        <li key={value}>
          {letterOf(i)}. {label}
        </li>
      ))}
    </ul>
  )
}

/** The text with a line in place of each gap, then what may be put there. */
function PaperGaps({ view }: { view: Extract<StepView, { kind: 'gaps' }> }) {
  const t = useT('survey')
  return (
    <>
      <p>
        {view.pieces
          .map((piece) => (typeof piece === 'string' ? piece : `(${piece.number}) ……………………`))
          .join('')}
      </p>
      {gapsIn(view).map(({ name, number, options }) =>
        options ? (
          <div key={name}>
            <p>{t('gap', { number })}:</p>
            <Lettered options={options} />
          </div>
        ) : null,
      )}
    </>
  )
}

type PaperPictureProps = { picture: PictureView; grid: boolean }

function PaperPicture({ picture: { hash, ...size }, grid }: PaperPictureProps) {
  const squares = { columns: columnLetters, rows: rowNumbers }
  return (
    <MarkedPicture
      gridded={grid}
      picture={{ src: hash === null ? null : paths.figure(hash), ...size }}
      marks={<PictureMarks width={size.width} height={size.height} grid={grid ? squares : null} />}
    />
  )
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
  if (view.kind === 'matching' || view.kind === 'rows') return t('print.hint.matching')
  if (view.kind === 'gaps') return t('print.hint.gaps')
  if (view.kind === 'point') return t('print.hint.point')
  if (view.kind === 'ordering') return t('print.hint.ordering', { count: view.rows.length })
  return null
}
