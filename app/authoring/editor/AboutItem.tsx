import { cognitiveTypes } from '~/assessment/item'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Select } from '~/ui/Select'
import { textAt } from '../form/form-tree'
import { useEditor } from './editor-context'
import { Choosing, Line } from './ItemFields'
import type { EditorView } from './view-editor.server'

/** What an item is written for. The code of a published measuring item says competency and level: they stay. */
export function AboutItem({ view: { draft, domains, levels } }: { view: EditorView }) {
  const t = useT('studio')
  const locale = useLocale()
  const { tree } = useEditor()
  const fixed = draft.baseId !== null && draft.data.purpose === 'measure'
  const competency = textAt(tree, 'competency')
  const level = textAt(tree, 'level')
  return (
    <>
      <input type="hidden" name="code" value={draft.data.code} />
      {fixed ? (
        <>
          <input type="hidden" name="competency" value={competency} />
          <input type="hidden" name="level" value={level} />
          <p className="muted">{t('about.fixed', { competency, level })}</p>
        </>
      ) : (
        <div className="row">
          <Select
            id="competency"
            name="competency"
            label={t('field.competency')}
            placeholder
            defaultValue={competency}
            options={domains.map((domain) => ({
              label: `${domain.code} ${pick(domain.name, locale)}`,
              options: domain.competencies.map(({ code, short }) => ({
                value: code,
                label: `${code} ${pick(short, locale)}`,
              })),
            }))}
          />
          <Select
            id="level"
            name="level"
            label={t('field.level')}
            placeholder
            defaultValue={level}
            options={levels.map((each) => ({
              value: String(each.level),
              label: `${each.level} ${pick(each.name, locale)}`,
            }))}
          />
        </div>
      )}
      <details>
        <summary>{t('about.more')}</summary>
        <Choosing
          name="cognitive"
          label={t('field.cognitive')}
          options={[
            ['', t('cognitive.none')],
            ...cognitiveTypes.map((each): [string, string] => [each, t(`cognitive.${each}`)]),
          ]}
        />
        <Line name="difficulty" label={t('field.difficulty')} hint={t('hint.difficulty')} decimal />
        <Line name="family" label={t('field.family')} hint={t('hint.family')} />
        <Line name="source" label={t('field.source')} />
        <Choosing
          name="pilot"
          label={t('field.pilot')}
          options={[
            ['', t('pilot.no')],
            ['yes', t('pilot.yes')],
          ]}
        />
      </details>
    </>
  )
}
