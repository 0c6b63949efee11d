/** A gap of a Cloze text: `{1:SHORTANSWER:=Berlin#Yes~%50%Bonn}`. */
export type ClozeGap = {
  /** How many points it has beside the other gaps. */
  points: number
  kind: 'typed' | 'exact' | 'number' | 'chosen' | 'several'
  /** Percent of its points. */
  answers: { text: string; fraction: number; feedback: string }[]
}

/** The names of docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type, "Format", without a final S for "shuffled". */
const kinds: Record<string, ClozeGap['kind']> = {
  SHORTANSWER: 'typed',
  SA: 'typed',
  MW: 'typed',
  SHORTANSWER_C: 'exact',
  SAC: 'exact',
  MWC: 'exact',
  NUMERICAL: 'number',
  NM: 'number',
  MULTICHOICE: 'chosen',
  MC: 'chosen',
  MULTICHOICE_V: 'chosen',
  MCV: 'chosen',
  MULTICHOICE_H: 'chosen',
  MCH: 'chosen',
  MULTIRESPONSE: 'several',
  MR: 'several',
  MULTIRESPONSE_H: 'several',
  MRH: 'several',
}
const begin = /\{(\d{0,4}):([A-Z]{2,13}(?:_[A-Z]{1,2})?):/g
const escapable = new Set('}#~/"\\')

/**
 * The gaps of a Cloze text and the text between them, in order; what begins like a gap but never ends is text. In
 * answers and feedback a backslash takes the meaning from `}`, `#`, `~`, `/`, `"` and itself.
 */
export function readCloze(text: string): (string | ClozeGap)[] {
  const found: (string | ClozeGap)[] = []
  let from = 0
  begin.lastIndex = 0
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    const name = match[2]!
    const kind = kinds[name] ?? (name.endsWith('S') ? kinds[name.replace(/_?S$/, '')] : undefined)
    if (!kind) continue
    const parts = alternatives(text, begin.lastIndex)
    if (!parts) break
    found.push(text.slice(from, match.index), {
      points: match[1] === '' ? 1 : Number(match[1]),
      kind,
      answers: parts.answers.map(readAlternative),
    })
    from = begin.lastIndex = parts.end
  }
  found.push(text.slice(from))
  return found
}

type Alternative = { text: string[]; feedback: string[] | null }

/** What stands between the type of a gap and its end. */
function alternatives(text: string, from: number): { answers: Alternative[]; end: number } | null {
  let now: Alternative = { text: [], feedback: null }
  const answers = [now]
  for (let i = from; i < text.length; i += 1) {
    const sign = text[i]!
    if (sign === '\\' && escapable.has(text[i + 1] ?? '')) {
      i += 1
      // A sign that was escaped begins nothing any more.
      ;(now.feedback ?? now.text).push(text[i]!)
    } else if (sign === '}') return { answers, end: i + 1 }
    else if (sign === '~') answers.push((now = { text: [], feedback: null }))
    else if (sign === '#' && now.feedback === null && text[i - 1] !== '&') now.feedback = []
    else (now.feedback ?? now.text).push(sign)
  }
  return null
}

function readAlternative({ text, feedback }: Alternative): ClozeGap['answers'][number] {
  const whole = text.join('').trim()
  const weight = /^%(-?\d{1,3}(?:[.,]\d{0,7})?)%/.exec(whole)
  return {
    text: (weight ? whole.slice(weight[0].length) : whole.replace(/^=/, '')).trim(),
    fraction: weight ? Number(weight[1]!.replace(',', '.')) : whole.startsWith('=') ? 100 : 0,
    feedback: (feedback ?? []).join('').trim(),
  }
}

/** A text as it stands in a gap. */
export function escapeCloze(text: string): string {
  return text.replace(/[}#~/"\\]/g, '\\$&')
}
