import type { Bilingual } from '~/platform/i18n/locale'
import type { AnalysedItem } from './campaign-analysis.server'
import { fewestForFigures, type Flag } from './item-flags'

/** Figures of one item as the table shows them; all null below `fewestForFigures` people. */
export type ItemFigures = {
  id: string
  code: string
  version: number
  competency: string
  level: number
  stem: Bilingual
  people: number
  pilots: number
  facility: number | null
  index: number | null
  efficiency: number | null
  weight: number | null
  difficulty: number
  discrimination: number
  expected: number | null
  infit: number | null
  flags: Flag[]
}

export function figuresOf(each: AnalysedItem): ItemFigures {
  const { item, classical, analysis, difficulty, discrimination } = each
  const { people, pilots, residuals } = analysis
  const shown = people >= fewestForFigures
  const ofForms = shown && classical && classical.attempts >= fewestForFigures ? classical : null
  const share = residuals.observed ?? null
  return {
    id: item.id,
    code: item.code,
    version: item.version,
    competency: item.competency,
    level: item.level,
    stem: item.stem,
    people,
    pilots,
    facility: ofForms ? ofForms.facility : shown && share !== null ? 100 * share : null,
    index: ofForms?.discriminationIndex ?? null,
    efficiency: ofForms?.discriminativeEfficiency ?? null,
    weight: ofForms?.effectiveWeight ?? null,
    difficulty,
    discrimination,
    expected: shown && residuals.expected !== null ? 100 * residuals.expected : null,
    infit: shown ? residuals.infit : null,
    flags: each.flags,
  }
}
