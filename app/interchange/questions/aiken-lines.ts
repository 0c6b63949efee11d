import { fold } from '~/formats/fold'

export type AikenOption = { letter: string; text: string; marked: boolean }

/** The lines that belong to one question. */
export type AikenBlock = {
  line: number
  numbered: boolean
  stem: string[]
  options: AikenOption[]
  /** Letters in lower case, or numbers, that the answer names; null where there is no such line. */
  answer: string[] | null
  explanation: string[]
}

const bullet = /^[-–—•▪●○◦·\uf0b7\uf0a7]\s+/
const numbered =
  /^(?:(?:cau|cau hoi|question|q|bai)\s*\d{1,4}\s*(?:[.):/–-]|(?=\s|$))|\d{1,4}\s*(?:[.)]|\s[-–])(?=\s|$))/
const explained = /^(?:giai thich|explanation|feedback|nhan xet)\s*:/
const answerWords =
  /^[([]?\s*(?:answers?|correct answers?|the correct answer|dap an|tra loi|phuong an dung|chon)(?:\s+dung)?(?:\s+(?:la|is))?\s*[:.=-]?\s*/

/** Whether a line on its own would be taken for something other than the text of a question. */
export function looksStructural(line: string): boolean {
  const folded = fold(line)
  return (
    numbered.test(folded) ||
    explained.test(folded) ||
    answerIn(line) !== null ||
    optionIn(line, 0) !== null ||
    bullet.test(line)
  )
}

/**
 * The letters or numbers that an answer line names, in lower case: "ANSWER: C", "Đáp án đúng là C", "Đáp án: A, C",
 * "Đáp án: AC", "(Đáp án: B)", "Đáp án: C. Chính phủ". Null for any other line.
 */
export function answerIn(line: string): string[] | null {
  const folded = fold(line.slice(0, 500))
  const words = answerWords.exec(folded)
  if (!words) return null
  const rest = folded.slice(words[0].length).replace(/[\s.)\]]+$/, '')
  if (!/[:=]\s*$/.test(words[0]) && !/\s$/.test(words[0])) return null
  if (/^[a-z]$/.test(rest)) return [rest]
  if (/^[a-z]{2,8}$/.test(rest) && isRising(rest) && line.includes(rest.toUpperCase())) return [...rest]
  const listed = rest.split(/\s*(?:[,;&+/]|\bva\b|\band\b)\s*/)
  if (listed.length > 1 && listed.every((each) => /^(?:[a-z]|[1-9]\d?)$/.test(each))) return listed
  if (/^[1-9]\d?$/.test(rest)) return [rest]
  return /^[a-z]\s*[.)]\s*\S/.test(rest) && /[:=]/.test(words[0]) ? [rest[0]!] : null
}

const isRising = (letters: string) => [...letters].every((letter, i) => i === 0 || letters[i - 1]! < letter)

/** The option that a line begins, where its letter may follow `count` options before it. */
function optionIn(line: string, count: number): AikenOption | null {
  const found = /^([*✓✔]?)\s*\(?\s*([A-Za-z])\s*[.):\]/](?:\s+|(?=[^\s.:/])|$)(.*)$/su.exec(line.trim())
  if (!found) return null
  const letter = found[2]!.toLowerCase()
  const place = letter.charCodeAt(0) - 97
  const fits = count === 0 ? place === 0 : place >= count - 1 && place <= count + 2
  return fits ? { letter, text: found[3]!, marked: found[1] !== '' } : null
}

/** The options of a line, which may hold several with wide gaps between: "A. Đúng    B. Sai". */
function optionsIn(line: string, count: number): AikenOption[] {
  const first = optionIn(line, count)
  if (!first) return []
  const [text, ...parts] = first.text.split(/\t+|[ \u00a0]{2,}/)
  const options = [{ ...first, text: text! }]
  for (const part of parts) {
    const next = optionIn(part, count + options.length)
    if (next) options.push(next)
    else options.at(-1)!.text += ` ${part}`
  }
  return options
}

/** The lines of a text, with the number that an editor gives them; a break inside a line of Word's is one as well. */
function linesOf(text: string): { line: number; text: string }[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .flatMap((whole, i) =>
      whole.split(/[\v\u2028\u2029\u0085]/).map((part) => ({ line: i + 1, text: part.normalize('NFC') })),
    )
}

/** The questions of a text, one block each, a text without options included. */
export function blocksOf(text: string): AikenBlock[] {
  const blocks: AikenBlock[] = []
  let block: AikenBlock | null = null
  let blank = false
  let telling = false
  for (const { line, text: raw } of linesOf(text)) {
    const trimmed = raw.trim()
    if (trimmed === '') {
      blank = true
      telling = false
      continue
    }
    const start = fold(trimmed.slice(0, 60))
    const last: AikenBlock | undefined = block ?? blocks.at(-1)
    const answer = last && last.answer === null ? answerIn(trimmed) : null
    if (last && last.options.length > 0 && explained.test(start)) {
      last.explanation.push(trimmed.slice(trimmed.indexOf(':') + 1))
      telling = true
    } else if (telling && block === null && !numbered.test(start)) last!.explanation.push(trimmed)
    else if (last && answer) {
      last.answer = answer
      block = null
    } else {
      telling = false
      const options = block ? optionsIn(raw, block.options.length) : []
      if (options.length > 0) block!.options.push(...options)
      else if (block && !beginsAnother(block, start, blank)) {
        const open: AikenOption | undefined = block.options.at(-1)
        if (open) open.text += `\n${trimmed}`
        else block.stem.push(trimmed)
      } else blocks.push((block = begun(line, trimmed)))
    }
    blank = false
  }
  return blocks.map(withBullets)
}

/** Whether a line that is no option begins the next question. */
function beginsAnother(block: AikenBlock, start: string, blank: boolean): boolean {
  const number = numbered.test(start)
  if (block.options.length > 0) return blank || number
  return number && (blank || /^[a-z]/.test(start))
}

function begun(line: number, text: string): AikenBlock {
  const number = numberedLength(text)
  const rest = text.slice(number).trim()
  return {
    line,
    numbered: number > 0,
    stem: rest === '' ? [] : [rest],
    options: [],
    answer: null,
    explanation: [],
  }
}

/** How many characters of a line its question's number takes. */
function numberedLength(text: string): number {
  const found = numbered.exec(fold(text.slice(0, 60)))
  if (!found) return 0
  // Folding joins spaces and drops marks: the number ends after its digits and the sign behind them.
  const digits = /\d+/.exec(text)!
  const behind = /^\s*[.):/–-]?/.exec(text.slice(digits.index + digits[0].length))![0]
  return digits.index + digits[0].length + behind.length
}

/** A question without letters, whose options are the last lines with bullets: these lines become its options. */
function withBullets(block: AikenBlock): AikenBlock {
  if (block.options.length > 0) return block
  const from = block.stem.findLastIndex((line) => !bullet.test(line)) + 1
  const listed = block.stem.slice(from)
  if (from === 0 || listed.length < 2 || listed.length > 26) return block
  const options = listed.map((line, i) => ({
    letter: String.fromCharCode(97 + i),
    text: line.replace(bullet, ''),
    marked: false,
  }))
  return { ...block, stem: block.stem.slice(0, from), options }
}
