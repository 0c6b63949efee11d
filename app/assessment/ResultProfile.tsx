import { findCompetency, type Framework } from '~/competency/framework'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { LevelScale } from '~/ui/LevelScale'
import { belowTarget, type CompetencyResult } from './results'

/** `reader` is the person whose result it is, or somebody whom the person lets see it. */
type Props = { framework: Framework; results: CompetencyResult[]; reader?: 'self' | 'other' }

/** Where a person stands in each competency against what the post needs, in words and on the scale of levels. */
export function ResultProfile({ framework, results, reader = 'self' }: Props) {
  const t = useT('results')
  return (
    <>
      <p className="small muted">{t('legend')}</p>
      {sorted(results).map((result) => (
        <CompetencyScale key={result.competency} framework={framework} result={result} reader={reader} />
      ))}
    </>
  )
}

/** Gaps first, the largest at the top; then what is reached, then what was not measured. */
function sorted(results: CompetencyResult[]): CompetencyResult[] {
  const rank = (result: CompetencyResult) => (result.level === null ? 100 : result.level - result.target)
  return [...results].sort((a, b) => rank(a) - rank(b))
}

type ScaleProps = { framework: Framework; result: CompetencyResult; reader: 'self' | 'other' }

function CompetencyScale({ framework, result, reader }: ScaleProps) {
  const t = useT('results')
  const locale = useLocale()
  const name = findCompetency(framework, result.competency)?.name[locale] ?? result.competency
  const levelName = (level: number) =>
    framework.levels.find((each) => each.level === level)?.name[locale] ?? ''
  const below = belowTarget(result)
  const target = levelName(result.target)
  const verdict = t(below === null ? 'unmeasured' : below ? 'below' : 'reached')
  const own = reader === 'self'
  const words =
    result.level === null
      ? t(own ? 'notAnswered' : 'other.notAnswered', { target })
      : result.level === 0
        ? t(own ? 'at0' : 'other.at0', { target })
        : t(own ? 'at' : 'other.at', { level: levelName(result.level), target })
  const self =
    result.selfLevel === null
      ? ''
      : result.selfLevel === 0
        ? t('self0')
        : t('self', { level: levelName(result.selfLevel) })
  const score =
    result.answered > 0
      ? t('score', {
          points: formatNumber(locale, result.points, Number.isInteger(result.points) ? 0 : 1),
          answered: result.answered,
        })
      : ''
  return (
    <LevelScale
      title={name}
      titleLevel={2}
      levels={framework.levels.map((level) => level.name[locale])}
      value={
        result.level === null
          ? undefined
          : Math.max(0.02, result.level - 0.5 + (result.level === 0 ? 0.5 : 0))
      }
      target={result.target}
      label={`${verdict} ${words}`}
    >
      <b>{verdict}</b> {words} <span className="muted">{[score, self].filter(Boolean).join(' ')}</span>
    </LevelScale>
  )
}
