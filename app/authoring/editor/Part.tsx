import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/react'
import { listNamed } from '../form/parts'
import { partsAt, textAt, type Tree } from '../form/form-tree'
import { useEditor } from './editor-context'
import { TextPair } from './TextPair'

/** A part as the editor of its list hands it out. */
export type PartProps = { name: string; path: string; at: number; part: Tree }

type PartsProps = {
  /** Of the list in the form: `options`, `gaps.0.answers`. */
  name: string
  /** The list's path, in which parts stand by their ids. */
  path: string
  /** Parts can be doubled. */
  copies?: boolean
  /** False: parts come in some other way than by a button. */
  adds?: boolean
  /** What stands before the button that adds a part. */
  before?: ReactNode
  children: (part: PartProps) => ReactNode
}

/** A list of parts of an item, with buttons that move, take out and add; they save nothing and keep everything typed. */
export function Parts({ name, path, copies, adds = true, before, children }: PartsProps) {
  const t = useT('studio')
  const { tree, lists } = useEditor()
  const parts = partsAt(tree, name)
  const list = listNamed(lists, name)
  const kind = (name.split('.').at(-1) ?? '') as 'options'
  if (!list) return null
  const label = (i: number) => t(`part.${kind}`, { number: i + 1 })
  return (
    <div id={name} tabIndex={-1}>
      {parts.map((part, i) => {
        const id = textAt(part, 'id')
        return (
          <fieldset key={id || i} className="part-edit" id={`${name}.${i}`} tabIndex={-1}>
            <legend className="minor">{label(i)}</legend>
            {id ? <input type="hidden" name={`${name}.${i}.id`} value={id} /> : null}
            {children({ name: `${name}.${i}`, path: `${path}.${id || i + 1}`, at: i, part })}
            <div className="row small">
              <Move intent={`up.${name}.${i}`} off={i === 0} label={t('part.up')} what={label(i)} />
              <Move
                intent={`down.${name}.${i}`}
                off={i === parts.length - 1}
                label={t('part.down')}
                what={label(i)}
              />
              <Move
                intent={`copy.${name}.${i}`}
                off={!copies || parts.length >= list.most}
                label={t('part.copy')}
                what={label(i)}
              />
              <Move
                intent={`remove.${name}.${i}`}
                off={parts.length <= list.least}
                label={t('part.remove')}
                what={label(i)}
              />
            </div>
          </fieldset>
        )
      })}
      {adds && parts.length < list.most ? (
        <>
          {before}
          <p>
            <button className="btn quiet" name="intent" value={`add.${name}`} formNoValidate>
              {t(`add.${kind}`)}
            </button>
          </p>
        </>
      ) : null}
    </div>
  )
}

type MoveProps = { intent: string; off: boolean; label: string; what: string }

function Move({ intent, off, label, what }: MoveProps) {
  if (off) return null
  return (
    <button className="link" name="intent" value={intent} formNoValidate>
      {label}
      <span className="vh"> {what}</span>
    </button>
  )
}

/** Why a part is right or wrong, folded away until somebody writes it. */
export function Feedback({ name, path }: { name: string; path: string }) {
  const t = useT('studio')
  const { tree } = useEditor()
  const written = textAt(tree, `${name}.feedback.vi`) || textAt(tree, `${name}.feedback.en`)
  return (
    <details open={written !== ''}>
      <summary>{t('field.feedback')}</summary>
      <TextPair name={`${name}.feedback`} path={`${path}.feedback`} label={t('field.feedback')} />
    </details>
  )
}
