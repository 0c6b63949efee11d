import { fold } from '~/formats/fold'
import type { RosterColumn } from './types'

/** How rosters head their columns, folded; the better the earlier, within each column. */
const synonyms: [RosterColumn, string[]][] = [
  [
    'staffCode',
    [
      'ma can bo',
      'ma cb',
      'ma cbcc',
      'ma cbccvc',
      'ma nv',
      'ma nhan vien',
      'ma cong chuc',
      'ma vien chuc',
      'ma so',
      'ma so can bo',
      'ma so cbcc',
      'ma so cbccvc',
      'ma',
      'so hieu cong chuc',
      'so hieu can bo',
      'staff code',
    ],
  ],
  [
    'fullName',
    [
      'ho va ten',
      'ho ten',
      'ho, ten',
      'ho va ten khai sinh',
      'ten can bo',
      'ho ten can bo',
      'full name',
      'name',
    ],
  ],
  ['familyName', ['ho dem', 'ho va dem', 'ho va ten dem', 'ho ten dem', 'ho lot', 'ho va chu dem', 'ho']],
  ['givenName', ['ten', 'ten goi']],
  [
    'birthDate',
    [
      'ngay sinh',
      'ngay thang nam sinh',
      'ngay, thang, nam sinh',
      'nam sinh',
      'sinh ngay',
      'ntns',
      'ngay/thang/nam sinh',
      'date of birth',
    ],
  ],
  ['sex', ['gioi tinh', 'gt', 'phai', 'nam/nu', 'nam, nu', 'sex']],
  [
    'commune',
    [
      'xa/phuong',
      'xa, phuong',
      'xa/phuong/dac khu',
      'xa, phuong, dac khu',
      'xa phuong',
      'ten xa',
      'ten xa/phuong',
      'ten xa, phuong',
      'cap xa',
      'ma xa',
      'xa',
      'phuong',
      'noi cong tac',
      'don vi cong tac',
      'co quan, don vi',
      'co quan/don vi',
      'ten don vi',
      'don vi',
      'dia ban',
      'noi lam viec',
      'commune',
    ],
  ],
  [
    'positions',
    [
      'vi tri viec lam',
      'vi tri',
      'vtvl',
      'chuc vu',
      'chuc danh',
      'chuc vu, chuc danh',
      'chuc vu/chuc danh',
      'chuc danh, chuc vu',
      'nhiem vu',
      'nhiem vu duoc giao',
      'cong viec',
      'linh vuc phu trach',
      'position',
    ],
  ],
  [
    'kind',
    [
      'loai',
      'doi tuong',
      'loai can bo',
      'loai doi tuong',
      'doi tuong khao sat',
      'nhom doi tuong',
      'loai hinh',
      'kind',
    ],
  ],
  [
    'email',
    [
      'email',
      'e-mail',
      'thu dien tu',
      'dia chi thu dien tu',
      'hop thu',
      'hop thu dien tu',
      'hop thu cong vu',
      'dia chi email',
      'email cong vu',
    ],
  ],
]

const citizenId = /\b(?:cccd|can cuoc|cmnd|cmt|cmtnd|chung minh|dinh danh|ho chieu)\b/
/** Columns of other things that begin like ours: codes of tax and insurance, mother's names, hometowns. */
const others =
  /\b(?:thue|bhxh|bao hiem|ma ngach|ma ho so|que quan|noi sinh|thuong tru|tam tru|dan toc|ngay cap|noi cap|tuyen dung|bo nhiem|nguoi than|dien thoai)\b/
/** Above `Nam | Nữ` these mean birth dates; anything else above them, or nothing, means ticks. */
const birth = /\b(?:ngay sinh|nam sinh)\b/

const plain = (heading: string) =>
  fold(heading)
    .replace(/\([^)]*\)|[*:.]|^\d+\s*[).-]\s*/g, ' ')
    .replace(/\s*([,/])\s*/g, (_, sign: string) => (sign === ',' ? ', ' : sign))
    .replace(/\s+/g, ' ')
    .trim()

export type HeadingMatch = { column: RosterColumn; rank: number }

/**
 * What a column is about, by its heading and the one above it where the table has two rows of headings.
 * A lower rank is a better match. Null for a column that a roster does not need.
 */
export function matchHeading(heading: string, above = ''): HeadingMatch | null {
  const own = plain(heading)
  const group = plain(above)
  if (own === 'nam' || own === 'nu') {
    const male = own === 'nam'
    if (birth.test(group)) return { column: male ? 'birthMale' : 'birthFemale', rank: 0 }
    return { column: male ? 'sexMale' : 'sexFemale', rank: 0 }
  }
  return matchOne(own) ?? (group ? matchOne(group) : null)
}

function matchOne(heading: string): HeadingMatch | null {
  if (!heading) return null
  if (citizenId.test(heading)) return { column: 'citizenId', rank: 0 }
  let best: HeadingMatch | null = null
  for (const [column, words] of synonyms) {
    words.forEach((word, i) => {
      const rank = rankOf(heading, word, i)
      if (rank !== null && (best === null || rank < best.rank)) best = { column, rank }
    })
  }
  return best
}

function rankOf(heading: string, word: string, place: number): number | null {
  if (heading === word) return place
  if (others.test(heading) || word.length < 5) return null
  if (heading.startsWith(`${word} `) || heading.startsWith(`${word},`) || heading.startsWith(`${word}/`))
    return 100 + place
  return heading.includes(` ${word}`) && heading.length < 60 ? 200 + place : null
}
