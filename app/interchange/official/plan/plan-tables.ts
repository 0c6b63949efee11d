import type { SheetColumn, SheetTable } from '~/formats/administrative/sheet'
import { compareVi } from '~/formats/fold'
import { dongText } from '~/planning/money'
import type { Norms } from '~/planning/problem'
import type { CostLines } from '~/planning/solution'
import { shareWithRange } from '~/planning/results/plan-words'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { getT } from '~/platform/i18n/translate'
import type { DocumentLanguage } from '../kinds'
import { daysOf, seatsOf, type ClassLine } from './class-lines'
import type { PlanSource } from './plan-source'

const deliveries = ['class', 'visit', 'online'] as const
/** What each line of the costs is paid by: its amount is the norm times how many. */
const lines: [keyof CostLines, keyof Norms][] = [
  ['trainers', 'trainerDay'],
  ['rooms', 'roomDay'],
  ['seats', 'seatDay'],
  ['travel', 'travelHour'],
  ['online', 'onlineSeat'],
  ['journeys', 'visitJourney'],
]

/** The gaps that the plan closes, as expected, with their intervals. */
export function expectedTable(
  { expected, domains }: PlanSource,
  language: DocumentLanguage,
): SheetTable | null {
  const t = getT(language, 'official')
  if (!expected) return null
  const points = (before: number, after: number) =>
    t('plan.points', { points: formatNumber(language, Math.max(0, before - after) * 100, 1) })
  return {
    caption: t('plan.expected.caption'),
    columns: [
      { label: t('column.number'), width: 8, align: 'center' },
      { label: t('report.domain'), width: 40 },
      { label: t('plan.before'), width: 20, align: 'center' },
      { label: t('plan.after'), width: 20, align: 'center' },
      { label: t('plan.fall'), width: 14, align: 'end' },
    ],
    rows: [
      ...expected.domains.map(({ domain, before, after }, i) => ({
        cells: [
          String(i + 1),
          domains[domain]?.[language] ?? domain,
          shareWithRange(language, before),
          shareWithRange(language, after),
          points(before.share, after.share),
        ],
      })),
      {
        total: [
          '',
          t('plan.whole'),
          shareWithRange(language, expected.whole.before),
          shareWithRange(language, expected.whole.after),
          points(expected.whole.before.share, expected.whole.after.share),
        ],
      },
    ],
    notes: [t('plan.expected.how')],
  }
}

/** The money by line, each as norm times how many. */
export function budgetTable({ cost, norms, total }: PlanSource, language: DocumentLanguage): SheetTable {
  const t = getT(language, 'official')
  return {
    caption: t('plan.budget.caption'),
    columns: [
      { label: t('column.number'), width: 8, align: 'center' },
      { label: t('plan.cost'), width: 40 },
      { label: t('plan.amount'), width: 18, align: 'end' },
      { label: t('plan.norm'), width: 18, align: 'end' },
      { label: t('plan.money'), width: 20, align: 'end' },
    ],
    rows: [
      ...lines
        .filter(([line]) => cost[line] > 0)
        .map(([line, norm], i) => ({
          cells: [
            String(i + 1),
            t(`plan.cost.${line}`),
            norms[norm] > 0
              ? formatNumber(language, cost[line] / norms[norm], decimals(cost[line] / norms[norm]))
              : '',
            dongText(language, norms[norm]),
            dongText(language, cost[line]),
          ],
        })),
      { total: ['', t('plan.total'), '', '', dongText(language, total)] },
    ],
    notes: [],
  }
}

const decimals = (value: number) => (Math.abs(value - Math.round(value)) < 1e-6 ? 0 : 1)

/** The classes with when, where and who teaches; `nameBy` adds the last day on which communes name people. */
export function classTable(
  classes: readonly ClassLine[],
  language: DocumentLanguage,
  { nameBy = false, deliveryToo = true } = {},
): SheetTable {
  const t = getT(language, 'official')
  const columns: [SheetColumn, (line: ClassLine) => string][] = [
    [{ label: t('column.class'), width: 36 }, ({ title }) => title[language]],
    ...(deliveryToo
      ? ([[{ label: t('plan.delivery'), width: 14 }, ({ delivery }) => t(`delivery.${delivery}`)]] as [
          SheetColumn,
          (line: ClassLine) => string,
        ][])
      : []),
    [{ label: t('plan.when'), width: 20 }, (line) => whenText(line, language)],
    [{ label: t('plan.where'), width: 30 }, ({ place }) => place],
    [{ label: t('plan.trainer'), width: 20 }, ({ trainer }) => trainer],
    [{ label: t('plan.seats'), width: 8, align: 'end' }, (line) => formatNumber(language, seatsOf(line))],
    ...(nameBy
      ? ([
          [
            { label: t('plan.nameBy'), width: 15, align: 'center' },
            ({ nameBy: day }) => (day === null ? '' : formatDate(day)),
          ],
        ] as [SheetColumn, (line: ClassLine) => string][])
      : []),
  ]
  return {
    caption: '',
    columns: [{ label: t('column.number'), width: 8, align: 'center' }, ...columns.map(([column]) => column)],
    rows: classes.map((line, i) => ({ cells: [String(i + 1), ...columns.map(([, text]) => text(line))] })),
    notes: [],
  }
}

/** When a class is held: its days and times, or until when it is learned online. */
export function whenText(line: ClassLine, language: DocumentLanguage): string {
  const days = daysOf(line)
  if (line.delivery === 'online') return getT(language, 'official')('plan.until', { date: days })
  return [days, line.times].filter(Boolean).join('; ')
}

/** Seats of each commune by how they are taught. */
export function seatsTable({ classes, communes }: PlanSource, language: DocumentLanguage): SheetTable {
  const t = getT(language, 'official')
  const sums = new Map<string, Record<ClassLine['delivery'], number>>()
  for (const { delivery, seats } of classes) {
    for (const { communeCode, seats: count } of seats) {
      const sum = sums.get(communeCode) ?? { class: 0, visit: 0, online: 0 }
      sum[delivery] += count
      sums.set(communeCode, sum)
    }
  }
  const used = deliveries.filter((delivery) => [...sums.values()].some((sum) => sum[delivery] > 0))
  const number = (value: number) => formatNumber(language, value)
  const total = (delivery: ClassLine['delivery']) =>
    [...sums.values()].reduce((all, sum) => all + sum[delivery], 0)
  const all = (sum: Record<ClassLine['delivery'], number>) => sum.class + sum.visit + sum.online
  return {
    caption: '',
    columns: [
      { label: t('column.number'), width: 8, align: 'center' },
      { label: t('column.commune'), width: 46 },
      ...used.map((delivery) => ({ label: t(`delivery.${delivery}`), width: 20, align: 'end' as const })),
      { label: t('plan.allSeats'), width: 16, align: 'end' },
    ],
    rows: [
      ...[...sums]
        .map(([code, sum]) => ({ name: communes[code] ?? code, sum }))
        .sort((a, b) => compareVi(a.name, b.name))
        .map(({ name, sum }, i) => ({
          cells: [String(i + 1), name, ...used.map((delivery) => number(sum[delivery])), number(all(sum))],
        })),
      ...(sums.size > 0
        ? [
            {
              total: [
                '',
                t('plan.total'),
                ...used.map((delivery) => number(total(delivery))),
                number(deliveries.reduce((sum, delivery) => sum + total(delivery), 0)),
              ],
            },
          ]
        : []),
    ],
    notes: [],
  }
}
