import { cognitiveTypes, type DraftItem } from '~/assessment/item'
import { fold } from '~/formats/fold'

type Kind = DraftItem['kind']

const kinds: Record<Kind, RegExp> = {
  single:
    /^(?:mot lua chon|mot dap an|chon mot|trac nghiem|trac nghiem mot dap an|chon mot dap an|single|single choice|multiple choice|one answer|mcq|quiz)$/,
  multiple:
    /^(?:nhieu lua chon|nhieu dap an|chon nhieu|trac nghiem nhieu dap an|chon nhieu dap an|multiple|multiple response|several answers|multiple answers|multiple select|checkboxes)$/,
  truefalse: /^(?:bang dung sai|dung sai|dung hay sai|true false|true or false|true false table)$/,
  matching: /^(?:ghep|ghep doi|ghep cap|noi|noi cot|noi cap|matching|match|pairs)$/,
  ordering: /^(?:sap xep|xep thu tu|sap xep thu tu|ordering|order|put in order|sequence)$/,
  numeric: /^(?:so|dien so|tra loi bang so|numeric|number|numerical)$/,
  short: /^(?:tra loi ngan|dien dap an|go dap an|short|short answer|short text|fill in)$/,
  gaps: /^(?:dien cho trong|dien vao cho trong|dien khuyet|cho trong|gaps|gap fill|fill in the blanks?|cloze)$/,
  point: /^(?:chi tren hinh|chon tren hinh|point|hotspot)$/,
  essay: /^(?:tu luan|tra loi dai|essay|long answer)$/,
}

const plain = (text: string) =>
  fold(text)
    .replace(/[^a-z]+/g, ' ')
    .trim()

/** The kind of question that a cell names, in Vietnamese or English; null for none that is known. */
export function kindNamed(text: string): Kind | null {
  const folded = plain(text)
  return (Object.keys(kinds) as Kind[]).find((kind) => kind === folded || kinds[kind].test(folded)) ?? null
}

export function purposeNamed(text: string): DraftItem['purpose'] | null {
  const folded = plain(text)
  if (/^(?:do luong|do|khao sat|measure|measuring)$/.test(folded)) return 'measure'
  return /^(?:hoc|hoc tap|luyen tap|day|day hoc|teach|teaching|learning)$/.test(folded) ? 'teach' : null
}

const levels = [
  /^(?:co ban|foundation|basic)$/,
  /^(?:trung cap|intermediate)$/,
  /^(?:nang cao|advanced)$/,
  /^(?:chuyen sau|specialised|specialized|highly specialised)$/,
]

/** A proficiency level by its number or its name; null for what is neither. */
export function levelNamed(text: string): number | null {
  const number = /^(?:muc|level)?\s*([1-8])(?:\b|$)/.exec(fold(text))
  if (number) return Number(number[1])
  const at = levels.findIndex((level) => level.test(plain(text)))
  return at < 0 ? null : at + 1
}

const cognitive: Record<(typeof cognitiveTypes)[number], RegExp> = {
  remember: /^(?:nhan biet|nho|ghi nho|biet|remember)$/,
  understand: /^(?:thong hieu|hieu|understand)$/,
  apply: /^(?:van dung|ap dung|van dung thap|apply)$/,
  analyse: /^(?:phan tich|van dung cao|analyse|analyze)$/,
  evaluate: /^(?:danh gia|evaluate)$/,
}

export function cognitiveNamed(text: string): DraftItem['cognitive'] | null {
  return cognitiveTypes.find((type) => cognitive[type].test(plain(text))) ?? null
}

/** A tick: `x`, `có`, `yes`, `1`. */
export function isTicked(text: string): boolean {
  return /^(?:x|co|dung|yes|y|true|1|✓|v)$/.test(fold(text))
}

export function scoringNamed(text: string): 'all' | 'part' | null {
  const folded = plain(text)
  if (/^(?:all|dung het|phai dung het|tat ca|all or nothing)$/.test(folded)) return 'all'
  return /^(?:part|tung phan|tinh tung phan|partial|in part)$/.test(folded) ? 'part' : null
}
