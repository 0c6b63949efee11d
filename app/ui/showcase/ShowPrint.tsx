import { useT } from '~/platform/i18n/react'
import { SlipSheet } from '../SlipSheet'

const people = [
  'NGUYỄN THỊ ẴNG',
  'Đặng Mỹ Huyễn',
  'Hoàng Văn Sấn',
  'Lý Thị Mỷ',
  'Nông Văn Ễn',
  'Bế Ngọc Ẩn',
  'Triệu Mùi Khé',
  'Sầm Văn Vỹ',
  'Lò Thị Ỏn',
]

/** Slips to cut apart. */
export function ShowPrint() {
  const t = useT('ui')
  return (
    <SlipSheet
      sample
      slips={people.map((title, i) => ({
        key: title,
        title,
        lines: [
          { label: t('show.field.commune'), value: 'Bảo Lạc' },
          { label: t('show.slip.user'), value: `01321-00${42 + i}` },
          { label: t('show.slip.code'), value: 'K7M4-2QXD', code: true },
        ],
        foot: t('show.slip.foot'),
      }))}
    />
  )
}
