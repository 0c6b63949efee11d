import { chosenItems, chosenStep } from '~/assessment/adaptive/chosen.server'
import { settingsOf } from '~/assessment/adaptive/settings'
import type { AdaptiveSettings, StopReason } from '~/assessment/adaptive/types'
import { formVersion } from '~/assessment/content.server'
import { measuringOf, type MeasuringVersions } from '~/assessment/measuring.server'
import type { AdaptiveMark, Step } from '~/assessment/plan'
import { reader } from '~/platform/db/db.server'
import type { OwnSurvey } from './sitting.server'

export type Begun = OwnSurvey & { sittingId: string }

/** An adaptive quiz as its person meets it. */
export type OwnQuiz = {
  section: string
  most: number
  /** The items so far; the last is the present one, unless the quiz has ended. */
  chosen: Step[]
  stopped: StopReason | null
  /** The page that opens the quiz, and that tells how it ended. */
  door: string
  /** The page of the present item, else the door. */
  present: string
}

export function ownQuiz(
  survey: Begun,
  { section, step: door }: AdaptiveMark,
  sql: Pick<typeof reader.sql, 'get' | 'all'> = reader.sql,
): OwnQuiz {
  const chosen = chosenItems(sql, survey.sittingId).map((item) => chosenStep(item, section))
  const stopped =
    sql.get<{ stopped: StopReason | null }>(
      'SELECT stopped FROM SittingAbility WHERE sittingId = ?',
      survey.sittingId,
    )?.stopped ?? null
  const present = stopped ? door : (chosen.at(-1)?.step ?? door)
  return { section, most: quizSettings(survey).most, chosen, stopped, door, present }
}

/** How the adaptive quiz of a survey goes; `most` counts the items on trial too. */
export function quizSettings(survey: MeasuringVersions & { formVersionId: string }): AdaptiveSettings {
  return settingsOf(measuringOf(survey).standard, formVersion(survey.formVersionId))
}
