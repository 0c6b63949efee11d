import { writeWorkbook } from '~/formats/write-workbook.server'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { communesIn } from '../places/places.server'
import { workProvince } from '../places/work-province.server'
import { personKinds } from '../persons/person-words'
import { activePositions } from '../positions/positions.server'
import { exampleMark } from './parse-roster'

/** The columns of the template, in its order; its headings are Vietnamese whatever the reader's language. */
const columns = [
  ['staffCode', 16],
  ['fullName', 28],
  ['birthDate', 14],
  ['sex', 10],
  ['commune', 26],
  ['positions', 44],
  ['kind', 36],
  ['email', 30],
] as const

/** An empty roster with one example row, which is never read, and a second sheet of the words that may be used. */
export async function templateWorkbook(actor: Actor): Promise<Buffer> {
  const provinceCode = workProvince(actor, 'roster.import')
  authorise(actor, 'roster.import', { provinceCode })
  const t = getT('vi', 'roster')
  const people = getT('vi', 'people')
  const communes = communesIn(provinceCode)
  const positions = activePositions()
  const [first, second] = positions
  const example = [
    exampleMark,
    'Nông Thị Ví Dụ',
    '05/03/1988',
    'Nữ',
    communes[0]?.name ?? '',
    [first?.name.vi, second?.name.vi].join('; '),
    people('kind.civil_servant'),
    'vidu@caobang.gov.vn',
  ]
  const most = Math.max(communes.length, positions.length)
  return writeWorkbook([
    {
      name: t('template.sheet'),
      columns: columns.map(([column, width]) => ({ header: t(`column.${column}`), width })),
      rows: [example],
    },
    {
      name: t('template.lists'),
      columns: [
        { header: t('template.communeCode'), width: 10 },
        { header: t('template.communeName'), width: 26 },
        { header: t('template.positionName'), width: 48 },
        { header: t('template.departmentName'), width: 48 },
        { header: t('template.kindName'), width: 48 },
      ],
      rows: Array.from({ length: most }, (_, i) => {
        const kind = personKinds[i]
        const position = positions[i]
        const kindName = kind ? people(`kind.${kind}`) : null
        return [
          communes[i]?.code ?? null,
          communes[i]?.name ?? null,
          position?.name.vi ?? null,
          position?.department.name.vi ?? null,
          kindName,
        ]
      }),
    },
  ])
}
