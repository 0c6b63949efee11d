import { writeWorkbook, type ColumnOut } from '~/formats/write-workbook.server'
import { communesIn } from '~/people/places/places.server'
import { now } from '~/platform/clock/now.server'
import { vietnamDay } from '~/platform/i18n/format'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import { indicatorProvince, namedIndicators } from './indicator-province.server'
import { quarterEndBefore } from './quarter-end'

const guideLines = [
  'template.guide.1',
  'template.guide.2',
  'template.guide.3',
  'template.guide.4',
  'template.guide.5',
  'template.guide.6',
] as const

/**
 * The workbook to fill in: a line a commune with a column an indicator, or with `long` a line for each commune and indicator. The
 * day is that of the last full quarter. Headings are Vietnamese whatever the reader's language.
 */
export async function indicatorsTemplate(actor: Actor, long: boolean): Promise<Buffer> {
  const provinceCode = indicatorProvince(actor)
  const t = getT('vi', 'indicators')
  const indicators = namedIndicators(provinceCode)
  const communes = communesIn(provinceCode)
  const date = new Date(`${quarterEndBefore(vietnamDay(now()))}T00:00:00Z`)
  const place: ColumnOut[] = [
    { header: t('column.code'), width: 10 },
    { header: t('column.name'), width: 28 },
  ]
  const when: ColumnOut[] = [
    { header: t('column.date'), kind: 'date', width: 14 },
    { header: t('column.source'), width: 34 },
  ]
  const unitOf = ({ unit, unitText }: (typeof indicators)[number]) => (unit === 'percent' ? '%' : unitText.vi)
  const guide = {
    name: t('template.guide'),
    columns: [{ header: t('template.guide.title'), width: 110 }],
    rows: guideLines.map((line) => [t(line)]),
  }
  if (long)
    return writeWorkbook([
      {
        name: t('template.sheet'),
        columns: [
          ...place,
          { header: t('column.indicator'), width: 40 },
          { header: t('column.value'), width: 12 },
          { header: t('column.unit'), width: 14 },
          { header: t('column.dossiers'), kind: 'integer', width: 12 },
          ...when,
        ],
        rows: communes.flatMap(({ code, name }) =>
          indicators.map((each) => [code, name, each.name.vi, null, unitOf(each), null, date, null]),
        ),
      },
      guide,
    ])
  return writeWorkbook([
    {
      name: t('template.sheet'),
      columns: [
        ...place,
        ...when,
        ...indicators.flatMap((each): ColumnOut[] => [
          { header: `${each.name.vi} (${unitOf(each)})`, width: 20 },
          ...(each.unit === 'percent'
            ? [{ header: `${t('column.dossiers')}: ${each.name.vi}`, kind: 'integer' as const, width: 16 }]
            : []),
        ]),
      ],
      rows: communes.map(({ code, name }) => [code, name, date, null]),
    },
    guide,
  ])
}
