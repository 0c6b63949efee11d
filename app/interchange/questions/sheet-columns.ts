import { fold } from '~/formats/fold'
import type { Locale } from '~/platform/i18n/locale'

/** Fields of a question that have a column for themselves; those of `spoken` have one a language. */
export const plainFields = [
  'code',
  'kind',
  'purpose',
  'competency',
  'level',
  'answer',
  'tolerance',
  'scoring',
  'exact',
  'cognitive',
  'difficulty',
  'family',
  'pilot',
  'name',
  'category',
  'source',
] as const
export const spokenFields = ['stem', 'text', 'unit', 'explanation', 'options'] as const
/** Fields that every option has, by its letter. */
export const optionFields = ['option', 'match', 'feedback', 'weight'] as const

type PlainField = (typeof plainFields)[number]
type SpokenField = (typeof spokenFields)[number]
export type OptionField = (typeof optionFields)[number]

/** What a column holds. `letter` counts from 0; `language` is null where the heading names none. */
export type SheetColumn =
  | { field: PlainField; letter?: never; language?: never }
  | { field: SpokenField; letter?: never; language: Locale | null }
  | { field: OptionField; letter: number; language: Locale | null }
  /** A running number and the like, which nobody misses. */
  | { field: 'number'; letter?: never; language?: never }

/** As many options as there are letters. */
export const mostOptions = 26

const words: Record<PlainField | SpokenField | 'number', RegExp> = {
  number: /^(?:stt|tt|so tt|so thu tu|no|number|#|cau|cau so|cau hoi so|question number)$/,
  code: /^(?:ma|ma cau|ma cau hoi|code|question code|id)$/,
  kind: /^(?:loai|loai cau|loai cau hoi|dang|dang cau|dang cau hoi|hinh thuc|kind|type|question type|kind of question)$/,
  purpose: /^(?:muc dich|muc dich su dung|purpose)$/,
  competency: /^(?:nang luc|ma nang luc|nang luc thanh phan|competency|competency code)$/,
  level: /^(?:muc|muc do|cap do|muc nang luc|trinh do|level)$/,
  answer:
    /^(?:dap an|dap an dung|dap an chinh xac|cac dap an dung|cau tra loi dung|tra loi dung|phuong an dung|lua chon dung|key|answer|answers|answer key|right answer|right answers|correct|correct answer|correct answers|correct option)$/,
  tolerance: /^(?:sai so|sai so cho phep|dung sai|tolerance)$/,
  scoring: /^(?:cach cham|cach tinh diem|scoring)$/,
  exact: /^(?:dung tung chu|phan biet hoa thuong|khop tung chu|exact|case sensitive)$/,
  cognitive: /^(?:thao tac tu duy|muc nhan thuc|muc do nhan thuc|cognitive type|cognitive)$/,
  difficulty: /^(?:do kho|do kho uoc luong|difficulty)$/,
  family: /^(?:ho cau hoi|nhom cau tuong tu|family|clone family)$/,
  pilot: /^(?:thu nghiem|cau thu nghiem|pilot)$/,
  name: /^(?:ten|ten cau|ten cau hoi|tieu de|name|title|question name)$/,
  category: /^(?:thu muc|nhom|chu de|chuong|phan|danh muc|category|topic|folder)$/,
  source: /^(?:nguon|can cu|tai lieu|nguon tham khao|source|reference)$/,
  stem: /^(?:cau hoi|noi dung|noi dung cau hoi|de bai|de|loi dan|question|question text|stem|text of question)$/,
  text: /^(?:doan van|doan van co cho trong|van ban co cho trong|passage|text with gaps|passage with gaps)$/,
  unit: /^(?:don vi|don vi tinh|unit)$/,
  explanation:
    /^(?:giai thich|giai thich dap an|loi giai|loi giai thich|huong dan giai|vi sao|explanation|rationale|general feedback)$/,
  options:
    /^(?:cac phuong an|phuong an|phuong an tra loi|cac lua chon|lua chon|cac cau tra loi|options|choices|answer options)$/,
}

const optionWords: Record<OptionField, RegExp> = {
  option:
    /^(?:phuong an|phuong an tra loi|lua chon|dap an|cau tra loi|tra loi|y|phat bieu|menh de|ve trai|buoc|option|answer|answer option|choice|statement|left|step)?(?: so)? ?([a-z]|\d{1,2})$/,
  match: /^(?:ghep voi|ghep|ve phai|match|matches|right side|right) ?([a-z]|\d{1,2})$/,
  feedback: /^(?:nhan xet|phan hoi|loi nhan xet|giai thich|feedback) ?([a-z]|\d{1,2})$/,
  weight: /^(?:diem|ty le diem|trong so|phan tram|weight|points|grade) ?([a-z]|\d{1,2})$/,
}

const tongue =
  /\((?:tieng )?(viet|anh)\)|\b(tieng viet|tieng anh|vietnamese|english)\b|\((vi|en)\)|[_-](vi|en)$/

/** Longer texts are no headings; what looks for words in a heading is not to search a whole page. */
const longestHeading = 300

/** What a heading says: without marks, bracketed remarks, limits of length and the language that it names. */
function plainHeading(heading: string): { core: string; language: Locale | null } {
  if (heading.length > longestHeading) return { core: '', language: null }
  // `Câu hỏi EN`; in small letters `vi` after a space would be that of `đơn vị`.
  const marked = heading
    .normalize('NFC')
    .trim()
    .replace(/\s(VI|EN)$/, ' ($1)')
  const folded = fold(marked)
  const named = tongue.exec(folded)
  const said = named?.slice(1).find(Boolean)
  const core = folded
    .replace(named?.[0] ?? '', ' ')
    .replace(/\s[-–—]\s.*$/, ' ')
    .replace(/\(s\)/g, 's')
    .replace(/\(([a-z]|\d{1,2})\)/g, ' $1 ')
    .replace(/\([^)]*\)|[*:.%_–-]|^\d+\s*[).]\s*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return { core, language: said ? (/vi/.test(said) ? 'vi' : 'en') : null }
}

/** The place of an option that a heading or an answer names: `b`, `B.` and `2` are 1. */
export function letterIndex(name: string): number {
  const text = fold(name)
  return /^\d+$/.test(text) ? Number(text) - 1 : text.charCodeAt(0) - 97
}

/** `letterOf(1)` is `B`. */
export const letterOf = (index: number) => String.fromCharCode(65 + index)

/**
 * What a column of a question sheet holds, by its heading in Vietnamese or English; null for one that is not known.
 * @example matchColumn('Phương án A (tiếng Anh)') // { field: 'option', letter: 0, language: 'en' }
 */
export function matchColumn(heading: string): SheetColumn | null {
  const { core, language } = plainHeading(heading)
  if (!core) return null
  for (const field of optionFields) {
    const found = optionWords[field].exec(core)
    const letter = found ? letterIndex(found[1]!) : -1
    if (letter >= 0 && letter < mostOptions) return { field, letter, language }
  }
  for (const field of spokenFields) if (words[field].test(core)) return { field, language }
  for (const field of [...plainFields, 'number' as const]) if (words[field].test(core)) return { field }
  return null
}
