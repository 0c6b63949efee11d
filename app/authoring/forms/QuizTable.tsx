import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Table } from '~/ui/Table'
import { VisuallyHidden } from '~/ui/VisuallyHidden'
import { useEditor } from '../editor/editor-context'
import { partsAt, textAt } from '../form/form-tree'
import type { FormEditorView } from './view-form-editor.server'

/** So many items of each competency and level, beside how many the bank has. */
export function QuizTable({
  name,
  view: { domains, levels, cells },
}: {
  name: string
  view: FormEditorView
}) {
  const f = useT('forms')
  const t = useT('studio')
  const locale = useLocale()
  const { tree, errors } = useEditor()
  const typed = new Map(
    partsAt(tree, `${name}.cells`).map((each) => [textAt(each, 'id'), textAt(each, 'count')]),
  )
  const rows = domains.flatMap(({ competencies }) => competencies)
  return (
    <Table
      caption={f('table.title')}
      rows={rows.map((row, at) => ({ ...row, at }))}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'competency',
          label: t('field.competency'),
          rowHeader: true,
          cell: ({ code, short }) => `${code} ${pick(short, locale)}`,
        },
        ...levels.map(({ level, name: words }, i) => ({
          key: String(level),
          label: `${level} ${pick(words, locale)}`,
          cell: ({ code, at }: { code: string; at: number }) => {
            const id = `${code}/${level}`
            const field = `${name}.cells.${at * levels.length + i}`
            const have = cells[id] ?? 0
            const wanted = Number(typed.get(id) ?? 0)
            if (have === 0 && !wanted) return <span className="muted">–</span>
            return (
              <>
                <input type="hidden" name={`${field}.id`} value={id} />
                <label>
                  <VisuallyHidden>{f('table.cell', { competency: code, level })}</VisuallyHidden>
                  <input
                    className="field short"
                    id={`${field}.count`}
                    name={`${field}.count`}
                    inputMode="numeric"
                    autoComplete="off"
                    defaultValue={typed.get(id) ?? ''}
                    aria-invalid={errors[`${field}.count`] || wanted > have ? true : undefined}
                  />
                </label>
                <span className={wanted > have ? 'error small' : 'small muted'}>
                  {' '}
                  {f(wanted > have ? 'table.few' : 'table.have', { have })}
                </span>
              </>
            )
          },
        })),
      ]}
    />
  )
}
