import { activeCriteria } from './card'
import { totalOf, type Total } from './score'
import { snapshotsOf, takenScores, type TakenScores } from './snapshots/snapshots.server'
import { inForceOn, versionsOf } from './versions.server'
import { shownScores } from './views/view-province.server'
import { standings, type RankRange } from './standing'
import type { Bilingual } from '~/platform/i18n/locale'

/** Totals of every commune on a day (YYYY-MM-DD), by a version of the criteria. */
export type CommuneScores = {
  version: number
  title: Bilingual
  day: string
  criteria: number
  communes: { code: string; name: string; total: Total; rank: RankRange | null }[]
}

export type ProvinceScores = {
  /** The newest snapshot, as it was taken. */
  snapshot: (CommuneScores & { id: string; name: string; sample: boolean }) | null
  /** As everything stands today; null before criteria are in force. */
  now: CommuneScores | null
}

/** The totals of a province's scorecard, light enough for a list; the caller has authorised `scorecard.view` there. */
export function scoresOf(provinceCode: string): ProvinceScores {
  const versions = versionsOf(provinceCode)
  const [newest] = snapshotsOf(provinceCode)
  const taken =
    newest &&
    inForceOn(
      versions.filter(({ number }) => number === newest.version),
      '9999-12-31',
    )
  const shown = shownScores(provinceCode, null)
  return {
    snapshot:
      newest && taken
        ? {
            ...{ id: newest.id, name: newest.title, sample: newest.sample },
            ...summed(taken, newest.day, takenScores(newest.id)),
          }
        : null,
    now: shown && summed(shown.version, shown.day, shown.rows),
  }
}

function summed(
  { number, card }: Parameters<typeof inForceOn>[0][number],
  day: string,
  rows: readonly TakenScores[],
): CommuneScores {
  const ranks = standings(rows.map(({ scores }) => scores))
  return {
    version: number,
    title: card.title,
    day,
    criteria: activeCriteria(card).length,
    communes: rows.map(({ code, name, scores }, i) => ({
      code,
      name,
      total: totalOf(scores),
      rank: ranks[i]!,
    })),
  }
}
