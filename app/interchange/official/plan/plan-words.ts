import { moneyText, shareWithRange } from '~/planning/results/plan-words'
import { dongText } from '~/planning/money'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { getT } from '~/platform/i18n/translate'
import type { DocumentLanguage } from '../kinds'
import { seatsOf } from './class-lines'
import type { PlanSource } from './plan-source'

type Words = (source: PlanSource, language: DocumentLanguage) => string
const joined = (lines: (string | null)[]) => lines.filter(Boolean).join('\n')

export const basisWords: Words = ({ campaign, normsSource }, language) => {
  const t = getT(language, 'official')
  return joined([
    campaign[language] ? t('plan.basis.survey', { title: campaign[language] }) : null,
    normsSource ? t('plan.basis.norms', { source: normsSource.replace(/[.;]$/, '') }) : null,
  ])
}

export const aimWords: Words = ({ expected, province }, language) => {
  const t = getT(language, 'official')
  return joined([
    t('plan.aim', { province: province[language] }),
    expected
      ? t('plan.aim.expected', {
          before: shareWithRange(language, expected.whole.before),
          after: shareWithRange(language, expected.whole.after),
        })
      : null,
    t('plan.demands'),
  ])
}

/** How many classes there are, of which kind, and for how many seats. */
export const classWords: Words = ({ classes, from, until }, language) => {
  const t = getT(language, 'official')
  const number = (value: number) => formatNumber(language, value)
  const count = (delivery: string) => classes.filter((each) => each.delivery === delivery).length
  const communes = new Set(classes.flatMap(({ seats }) => seats.map(({ communeCode }) => communeCode)))
  if (classes.length === 0) return t('plan.noClasses')
  const kinds = (['class', 'visit', 'online'] as const)
    .filter((delivery) => count(delivery) > 0)
    .map((delivery) =>
      t('plan.ofKind', { classes: number(count(delivery)), kind: t(`delivery.${delivery}.in`) }),
    )
  return joined([
    t('plan.classes', {
      count: classes.length,
      classes: number(classes.length),
      kinds: kinds.join('; '),
      from: formatDate(from),
      until: formatDate(until),
    }),
    t('plan.seatsInAll', {
      seats: number(classes.reduce((sum, each) => sum + seatsOf(each), 0)),
      communes: number(communes.size),
      count: communes.size,
    }),
  ])
}

export const budgetWords: Words = ({ total, budget, normsSource }, language) => {
  const t = getT(language, 'official')
  return joined([
    t('plan.budget', {
      total: dongText(language, total),
      words: moneyText(language, total),
      budget: dongText(language, budget),
    }),
    normsSource ? t('plan.budget.norms', { source: normsSource.replace(/[.;]$/, '') }) : null,
  ])
}

/** How many classes begin in which month. */
export const scheduleWords: Words = ({ classes, from, until, isApproved }, language) => {
  const t = getT(language, 'official')
  const months = new Map<string, number>()
  for (const { days, delivery } of classes) {
    const month = days[0]?.slice(0, 7)
    if (month && delivery !== 'online') months.set(month, (months.get(month) ?? 0) + 1)
  }
  return joined([
    isApproved ? t('plan.schedule.names') : t('plan.schedule.approve'),
    ...[...months].sort().map(([month, count]) => {
      const [year = '', of = ''] = month.split('-')
      return t('plan.schedule.month', {
        month: Number(of) <= 2 ? of : String(Number(of)),
        year,
        count,
        classes: formatNumber(language, count),
      })
    }),
    classes.some(({ delivery }) => delivery === 'online')
      ? t('plan.schedule.online', { from: formatDate(from), until: formatDate(until) })
      : null,
    t('plan.schedule.after'),
  ])
}
