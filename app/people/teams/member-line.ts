import { fold } from '~/formats/fold'

const between = /[\t,;()|]|(?<!\d) - | - (?!\d)/
const numbering = /^(?:(?:\d{1,3} ?[.):-](?!\d)|[-•*+·]) ?)+|^\d{1,3} (?=\p{L})/u
const titles = /^(?:(?:ông|bà|anh|chị|đồng chí|đ\/ ?c|đc)(?:[.:] ?| |\/ ?))+/iu

// What columns hold beside name and birth, and says nothing that is kept: the sex, a cross, a part in the team.
const unused = new Set(['nam', 'nu', 'male', 'female', 'x', 'to truong', 'to pho', 'thanh vien'])

const headings = new Set(
  'stt,tt,so tt,so thu tu,ten,name,nam sinh,ngay sinh,ngay thang nam sinh,gioi tinh,born,year of birth'.split(
    ',',
  ),
)
const headingStarts = ['stt ', 'tt ho', 'danh sach ', 'to cong nghe so ', 'list of ']
// With their marks: “Hồ Tên” may be somebody.
const nameHeading = /(?:^|[^\p{L}])(?:họ (?:và |& ?)?tên|ho va ten|ho ten|full name)(?!\p{L})/iu

/** Whether a line is the title of a list or names its columns. */
export function isHeading(told: string): boolean {
  if (/\d/.test(told)) return false
  const [first = ''] = told.split(between)
  const folded = fold(told)
  return (
    nameHeading.test(told) ||
    headings.has(fold(first).replace(/[.:]$/, '')) ||
    headingStarts.some((start) => folded.startsWith(start))
  )
}

/** Whether something on the line has as many figures as a telephone or an identity number. */
export function isPrivate(told: string, isDate: (cell: string) => boolean): boolean {
  if (!/(?:\d[ .-]?){9,}/.test(told)) return false
  return told.split(between).some((cell) => /(?:\d[ .-]?){9,}/.test(cell) && !isDate(cell.trim()))
}

export type LineParts = { words: string[]; dates: string[]; empty: boolean }

/** What stands on a line, in whatever columns: words (one of them the name), and figures that may be a birth date. */
export function lineParts(told: string): LineParts {
  const cells = told
    .replace(numbering, '')
    .split(between)
    .map((cell) => cell.trim())
    .filter((cell) => /[\p{L}\d]/u.test(cell))
  const rows = isNumber(cells[0]) ? cells.slice(1) : cells
  const words: string[] = []
  const dates: string[] = []
  for (const { word, date, rest } of rows.map(cellParts)) {
    for (const said of [word, rest]) {
      const kept = bareName(said)
      if (kept && !unused.has(fold(kept))) words.push(kept)
    }
    if (date) dates.push(date)
  }
  return { words, dates, empty: rows.length === 0 }
}

const isNumber = (cell: string | undefined) => cell !== undefined && /^\d{1,3}$/.test(cell)

/** `Nông Thị Ví sinh ngày 05/03/1990 Nữ` → the words before, the date, the words after. */
function cellParts(cell: string): { word: string; date: string; rest: string } {
  const at = cell.search(/\d/)
  if (at < 0) return { word: cell.replace(/(?:^| )sinh(?: năm| ngày)?[ :.]*$/u, ''), date: '', rest: '' }
  const figures = cell.slice(at).replace(/ ?(?:tháng|năm) ?/giu, '/')
  const [date] = /^[\d/.: -]+/.exec(figures) as unknown as [string]
  return {
    word: withoutBirthWords(cell.slice(0, at)),
    date: date.replace(/[/.: -]+$/, ''),
    rest: figures.slice(date.length),
  }
}

// “Sinh” and “Năm” are given names too: a single word counts only where it is written small or stands alone.
function withoutBirthWords(before: string): string {
  return before
    .replace(/^(?:năm|ngày|sinh|sn|born|born in|born on)[ :.]*$/iu, '')
    .replace(/(?:^| )(?:sinh (?:ngày|năm)|(?:ngày tháng năm|ngày|năm) sinh|sn|born(?: in| on)?)[ :.]*$/iu, '')
    .replace(/(?:^| )sinh[ :.]*$/u, '')
}

function bareName(word: string): string {
  return word
    .trim()
    .replace(/^[ .:-]+/, '')
    .replace(titles, '')
    .replace(/[ .:-]+$/, '')
}
