import { useT } from '~/platform/i18n/react'
import { Field } from '~/ui/Field'
import { TextArea } from '~/ui/TextArea'
import { textAt } from '../form/form-tree'
import { useEditor } from '../editor/editor-context'

type RuleProps = { name: string; label: string; hint?: string; rows?: number }

/** A condition, an effect or moves as their author writes them; several lines with `rows`. */
export function Rule({ name, label, hint, rows }: RuleProps) {
  const t = useT('studio')
  const { tree, errors } = useEditor()
  const shared = {
    ...{ id: name, name, label, hint, spellCheck: false },
    defaultValue: textAt(tree, name),
    error: errors[name] ? t(errors[name] as 'error.field') : undefined,
  }
  return rows ? (
    <TextArea {...shared} rows={rows} />
  ) : (
    <Field {...shared} autoComplete="off" maxLength={500} />
  )
}

/** A condition, folded away until somebody writes one. */
export function When({ name, hint }: { name: string; hint?: string }) {
  const t = useT('tasks')
  const { tree, errors } = useEditor()
  const path = `${name}.when`
  return (
    <details open={textAt(tree, path) !== '' || errors[path] !== undefined}>
      <summary>{t('when')}</summary>
      <Rule name={path} label={t('when')} hint={hint ?? t('when.hint')} />
    </details>
  )
}
