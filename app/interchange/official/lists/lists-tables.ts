import type { SheetColumn, SheetRow, SheetTable } from '~/formats/administrative/sheet'
import { compareVi } from '~/formats/fold'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import type { Bilingual } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { DocumentLanguage } from '../kinds'
import { daysOf, positionSeats, type ClassLine } from '../plan/class-lines'
import { inListOrder, openSeats, type Named } from './named'

type Source = {
  classes: ClassLine[]
  people: Named[]
  communes: Record<string, string>
  positions: Record<string, Bilingual>
}

/** Seats without a name in words: `Xã A: 2; xã B: 1`; null where there are none. */
function openRow(
  line: ClassLine,
  people: readonly Named[],
  communes: Source['communes'],
  language: DocumentLanguage,
): SheetRow[] {
  const open = openSeats(line.seats, people, communes)
  if (open.length === 0) return []
  const list = open
    .map(({ commune, open: count }) => `${commune}: ${formatNumber(language, count)}`)
    .join('; ')
  const count = open.reduce((sum, each) => sum + each.open, 0)
  return [
    {
      remark: getT(language, 'official')('participants.open', {
        count,
        open: formatNumber(language, count),
        list,
      }),
    },
  ]
}

/** Everybody who was named, numbered through, under their classes; of one class under their communes. */
export function participantTable(
  source: Source,
  isOneClass: boolean,
  language: DocumentLanguage,
): SheetTable {
  const t = getT(language, 'official')
  const { classes, people, communes } = source
  let number = 0
  const person = ({ fullName, position, commune }: Named, more: string[]): SheetRow => ({
    cells: [String((number += 1)), fullName, position[language], commune, ...more],
  })
  const ofClass = (line: ClassLine) => inListOrder(people.filter(({ classId }) => classId === line.id))
  const rows = isOneClass
    ? classes.flatMap((line) => {
        const named = ofClass(line)
        const places = [...new Set(named.map(({ commune }) => commune))]
        return [
          ...places.flatMap((place) => [
            { group: place },
            ...named.filter(({ commune }) => commune === place).map((each) => person(each, [])),
          ]),
          ...openRow(line, named, communes, language),
        ]
      })
    : classes.flatMap((line, i) => {
        const named = ofClass(line)
        const title = t('participants.class', {
          number: i + 1,
          title: line.title[language],
          when: daysOf(line),
        })
        return [
          { group: title },
          ...named.map((each) => person(each, [String(i + 1)])),
          ...openRow(line, named, communes, language),
        ]
      })
  const columns: SheetColumn[] = [
    { label: t('column.number'), width: 8, align: 'center' },
    { label: t('participants.name'), width: 34 },
    { label: t('column.position'), width: 38 },
    { label: t('participants.unit'), width: 30 },
    ...(isOneClass ? [] : [{ label: t('participants.ofClass'), width: 9, align: 'center' as const }]),
  ]
  return { caption: '', columns, rows, notes: [] }
}

/** Seats of each commune by position: of one class a line each, else under the communes by the numbers of the classes. */
export function quotaTable(source: Source, isOneClass: boolean, language: DocumentLanguage): SheetTable {
  const t = getT(language, 'official')
  const { classes, communes, positions } = source
  const codes = [...new Set(classes.flatMap(({ seats }) => seats.map(({ communeCode }) => communeCode)))]
    .map((code) => ({ code, name: communes[code] ?? code }))
    .sort((a, b) => compareVi(a.name, b.name))
  const seatsIn = (line: ClassLine, code: string) =>
    line.seats.filter(({ communeCode }) => communeCode === code)
  const count = (seats: ClassLine['seats']) => seats.reduce((sum, each) => sum + each.seats, 0)
  const rows = isOneClass
    ? codes.map(({ code, name }, i): SheetRow => {
        const seats = classes.flatMap((line) => seatsIn(line, code))
        return {
          cells: [
            String(i + 1),
            name,
            positionSeats(seats, positions, language),
            formatNumber(language, count(seats)),
          ],
        }
      })
    : codes.flatMap(({ code, name }): SheetRow[] => [
        { group: name },
        ...classes.flatMap((line, at): SheetRow[] => {
          const seats = seatsIn(line, code)
          if (seats.length === 0) return []
          return [
            {
              cells: [
                String(at + 1),
                positionSeats(seats, positions, language),
                formatNumber(language, count(seats)),
                line.nameBy === null ? '' : formatDate(line.nameBy),
              ],
            },
          ]
        }),
      ])
  return {
    caption: '',
    columns: isOneClass
      ? [
          { label: t('column.number'), width: 9, align: 'center' },
          { label: t('column.commune'), width: 40 },
          { label: t('summons.positions'), width: 58 },
          { label: t('plan.seats'), width: 9, align: 'end' },
        ]
      : [
          { label: t('summons.classNumber'), width: 14, align: 'center' },
          { label: t('summons.positions'), width: 84 },
          { label: t('plan.seats'), width: 10, align: 'end' },
          { label: t('plan.nameBy'), width: 20, align: 'center' },
        ],
    rows,
    notes: [],
  }
}
