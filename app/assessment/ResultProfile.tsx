import { findCompetency, measurableLevels, type Framework } from '~/competency/framework'
import type { Locale } from '~/platform/i18n/locale'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { getT } from '~/platform/i18n/translate'
import { LevelScale } from '~/ui/LevelScale'
import type { RangedResult } from './result-range'
import { domainParts, verdictOf, type DomainPart } from './result-words'
import type { DomainResult } from './results'
import type { SelfDifference } from './self-rating'

/** The person whose result it is, or somebody whom the person lets see it. */
type Reader = 'self' | 'other'

type Props = {
  framework: Framework
  results: RangedResult[]
  domains: DomainResult[]
  /** Scored answers, and those left out as too quick. */ answers: number
  rapid: number
  self: SelfDifference | null
  reader?: Reader
}

/** Where a person stands against what the post needs, domain by domain, and how sure that is. */
export function ResultProfile({ framework, results, domains, answers, rapid, self, reader = 'self' }: Props) {
  const t = useT('results')
  const locale = useLocale()
  return (
    <>
      <p className="small muted">
        {t('legend')} {t(reader === 'self' ? 'basis' : 'other.basis', { count: answers })}
        {rapid > 0 ? ` ${t('rapid', { count: rapid })}` : ''}
      </p>
      {self ? <p>{selfText(locale, self, reader)}</p> : null}
      {domainParts(domains, results).map((part) => (
        <DomainSection key={part.domain} framework={framework} part={part} reader={reader} />
      ))}
    </>
  )
}

/** How the person's own picture compares with what was measured, with the interval where one is claimed. */
function selfText(locale: Locale, { words, difference, low, high }: SelfDifference, reader: Reader): string {
  const t = getT(locale, 'results')
  const levels = (value: number) => formatNumber(locale, Math.abs(value), 1)
  const [least, most] = words === 'under' ? [high, low] : [low, high]
  const values = { difference: levels(difference), low: levels(least), high: levels(most) }
  return t(reader === 'self' ? `compare.${words}` : `other.compare.${words}`, values)
}

type PartProps = { framework: Framework; part: DomainPart; reader: Reader }

function DomainSection({ framework, part, reader }: PartProps) {
  const t = useT('results')
  const locale = useLocale()
  const domain = framework.domains.find(({ code }) => code === part.domain)
  const untold = part.untold.map((code) => findCompetency(framework, code)?.name[locale] ?? code)
  return (
    <section className="domain">
      <h2>{domain?.name[locale]}</h2>
      {part.told.length === part.competencies.length && part.told.length === 1 ? null : (
        <p>
          {part.informed ? t('domain.all', { verdict: verdictText(locale, part.below) }) : t('domain.untold')}
        </p>
      )}
      {part.told.map((result) => (
        <CompetencyScale key={result.competency} framework={framework} result={result} reader={reader} />
      ))}
      {untold.length > 0 ? (
        <p className="small">{t(part.informed ? 'untold' : 'untold.domain', { names: untold.join('; ') })}</p>
      ) : null}
    </section>
  )
}

type ScaleProps = { framework: Framework; result: RangedResult; reader: Reader }

function CompetencyScale({ framework, result, reader }: ScaleProps) {
  const t = useT('results')
  const locale = useLocale()
  const name = findCompetency(framework, result.competency)?.name[locale] ?? result.competency
  const verdict = verdictText(locale, result.below)
  const words = levelText(locale, framework, result, reader)
  const self =
    result.selfLevel === null
      ? ''
      : result.selfLevel === 0
        ? t('self0')
        : t('self', { level: levelName(locale, framework, result.selfLevel) })
  const levels = [0, ...measurableLevels(framework).map(({ level }) => level)]
  return (
    <LevelScale
      title={name}
      titleLevel={3}
      levels={levels.map((level) => (level === 0 ? t('level0') : levelName(locale, framework, level)))}
      value={result.place}
      low={result.placeLow}
      high={result.placeHigh}
      target={Math.min(result.target, levels.length - 1)}
      label={words}
    >
      <b>{verdict.charAt(0).toLocaleUpperCase(locale) + verdict.slice(1)}.</b> {words}{' '}
      {self ? <span className="muted">{self}</span> : null}
    </LevelScale>
  )
}

function levelName(locale: Locale, framework: Framework, level: number): string {
  const name = framework.levels.find((each) => each.level === level)?.name[locale]
  return name ?? getT(locale, 'results')('level0.inSentence')
}

/** "gần như chắc chắn chưa đạt", "chưa thật chắc đã đạt hay chưa". */
function verdictText(locale: Locale, below: number): string {
  const verdict = verdictOf(below)
  const words = getT(locale, 'ui')(`certainty.${verdict.certainty}`)
  return getT(locale, 'results')(`verdict.${verdict.kind}`, { words })
}

/** The level reached, the levels that it may be instead, and the one needed: "Trung cấp; có thể là Cơ bản". */
function levelText(
  locale: Locale,
  framework: Framework,
  { level, levelLow, levelHigh, target }: RangedResult,
  reader: Reader,
): string {
  const t = getT(locale, 'results')
  const name = (each: number) => levelName(locale, framework, each)
  const at = level ?? levelLow
  const others = [...new Set([levelLow, levelHigh])].filter((each) => each !== at)
  const [low, high] = [name(levelLow), name(levelHigh)]
  const range =
    others.length === 0
      ? ''
      : others.length === 1 && Math.abs(others[0]! - at) === 1
        ? t('range.one', { level: name(others[0]!) })
        : t('range.two', { low, high })
  const key = at === 0 ? 'at0' : 'at'
  const values = {
    level: at === 0 && reader === 'other' ? t('level0') : name(at),
    range,
    target: name(target),
  }
  const where = t(reader === 'self' ? key : `other.${key}`, values)
  const top = measurableLevels(framework).at(-1)?.level ?? 0
  return target > top ? `${where} ${t('beyond', { level: name(top) })}` : where
}
