import type { DraftQuestion, DraftSection } from './draft-form'

/** Minutes that a question of a kind takes; each row of a scale counts by itself. */
const minutesOf: Record<DraftQuestion['kind'], number> = {
  ...{ single: 0.3, multiple: 0.4, number: 0.3, text: 1, likert: 0.2, ranking: 0.6, systems: 0.5 },
}
const selfMinutes = 0.3
const itemMinutes = 0.75
const practiceMinutes = 5
/** The competencies that a usual position needs. */
const usualProfile = 9

/** How long a survey form takes, in whole minutes from 1: a rough guess from the kinds of its questions and the length of its quiz. */
export function estimateMinutes(sections: readonly DraftSection[]): number {
  const minutes = sections.reduce((sum, section) => sum + sectionMinutes(section), 0)
  return Math.max(1, Math.ceil(minutes))
}

function sectionMinutes(section: DraftSection): number {
  switch (section.kind) {
    case 'questions':
      return (section.questions ?? []).reduce(
        (sum, { kind, rows }) => sum + minutesOf[kind] * (kind === 'likert' ? (rows?.length ?? 1) : 1),
        0,
      )
    case 'self-assessment':
      return Math.min(section.most ?? usualProfile, usualProfile) * selfMinutes
    case 'practice':
      return practiceMinutes
    case 'quiz':
      return Math.min(itemsIn(section) * itemMinutes, section.minutes ?? Infinity)
  }
}

/** How many items a quiz asks, of somebody with a usual profile. */
export function itemsIn({
  by,
  items,
  blueprint,
  perCompetency,
  mostCompetencies,
  most,
}: DraftSection): number {
  if (by === 'items') return items?.length ?? 0
  const drawn =
    by === 'blueprint'
      ? (blueprint ?? []).reduce((sum, { count }) => sum + count, 0)
      : (perCompetency ?? 0) * Math.min(mostCompetencies ?? usualProfile, usualProfile)
  return Math.min(drawn, most ?? Infinity)
}
