import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { Claim } from './compare'
import type { ConditionFigure } from './conditions'
import { isShown, type Figure } from './figures'
import type { MeasureInfo } from './measure'
import { inSentence, listText } from './share-text'

type Gap = { measure: MeasureInfo; figure: Figure; claim: Claim }
type Report = { commune: { submitted: number }; gaps: Gap[]; conditions: ConditionFigure[] }

const mostNames = 3

/** The conclusion about a commune: where it clearly lacks more than the others, and what training will not mend. */
export function communeLead(report: Report, locale: Locale): string | undefined {
  const t = getT(locale, 'gaps')
  if (report.commune.submitted === 0) return undefined
  const higher = named(report.gaps, 'higher', locale)
  const lower = named(report.gaps, 'lower', locale)
  const words = weakest(report.gaps, locale)
  const sentences = [
    higher.length > 0 ? t('commune.higher', { list: listText(locale, higher), words }) : null,
    lower.length > 0 && higher.length === 0
      ? t('commune.lower', { list: listText(locale, lower), words })
      : null,
    higher.length + lower.length === 0 ? t('commune.same') : null,
  ]
  const lacks = report.conditions
    .filter((each) => !each.hidden && each.state === 'lacking')
    .map(({ name }) => inSentence(locale, name[locale]))
  if (lacks.length > 0)
    sentences.push(t('commune.lacks', { list: listText(locale, lacks.slice(0, mostNames)) }))
  return sentences.filter((each) => each !== null).join(' ')
}

/** The competencies of a standing, or its domains where there is no competency; those with most people below target first. */
function named(gaps: Gap[], standing: Claim['standing'], locale: Locale): string[] {
  const made = gaps.filter(({ claim }) => claim.standing === standing)
  const competencies = made.filter(({ measure }) => !measure.isDomain)
  const share = ({ figure }: Gap) => (isShown(figure) ? figure.share : 0)
  return (competencies.length > 0 ? competencies : made)
    .toSorted((a, b) => (standing === 'higher' ? share(b) - share(a) : share(a) - share(b)))
    .slice(0, mostNames)
    .map(({ measure }) => inSentence(locale, measure.name[locale]))
}

/** One word of certainty for all that is claimed in the sentence: that of the least certain claim. */
function weakest(gaps: Gap[], locale: Locale): string {
  const made = gaps.flatMap(({ claim }) => (claim.certainty ? [claim.certainty] : []))
  const order = ['notSure', 'probably', 'almostCertain'] as const
  return getT(locale, 'ui')(`certainty.${order.find((each) => made.includes(each)) ?? 'notSure'}`)
}
