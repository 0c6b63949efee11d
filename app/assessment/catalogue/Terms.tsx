import { useT } from '~/platform/i18n/react'
import { DefinitionList } from '~/ui/DefinitionList'

export type Term =
  | 'ability'
  | 'threshold'
  | 'mapping'
  | 'facility'
  | 'difficulty'
  | 'discrimination'
  | 'index'
  | 'efficiency'
  | 'weight'
  | 'distractor'
  | 'alpha'
  | 'standardError'
  | 'infit'
  | 'calibration'
  | 'shrinkage'
  | 'drift'
  | 'dif'

/** The words of a page of figures, each in one plain sentence. */
export function Terms({ terms }: { terms: readonly Term[] }) {
  const t = useT('analysis')
  return (
    <details>
      <summary>{t('terms')}</summary>
      <DefinitionList
        items={terms.map((term) => ({ term: t(`term.${term}`), description: t(`means.${term}`) }))}
      />
    </details>
  )
}
