import type { DraftItem } from '~/assessment/item'
import type { Message } from '~/formats/message'

export type Of<K extends DraftItem['kind']> = Extract<DraftItem, { kind: K }>

/** A text in the language of the file, cleaned of what XML cannot hold. */
export type Say = (text: { vi: string; en: string }) => string

/** A picture as the package holds it. */
export type PackedPicture = { href: string; alt: string; type: string; width: number; height: number }

/** What a kind of item puts into an assessmentItem, beyond what all have. Losses are told as they come up. */
export type Body = {
  responses: string[]
  /** The interaction, within blocks. */
  content: string
  /** The template that scores as ours does, or rules that do. */
  score: 'match_correct' | 'map_response' | 'none' | string[]
  /** Rules that say which feedback is shown. */
  rules?: string[]
  /** `always`: shown whatever was answered. */
  feedback?: { id: string; text: string; title?: string; always?: boolean }[]
  losses?: Message[]
}

/** Whether a part has feedback in the language of the file. */
export function told<P extends { feedback?: { vi: string; en: string } | undefined }>(parts: P[], say: Say) {
  return parts.flatMap((part) => {
    const text = part.feedback ? say(part.feedback) : ''
    return text === '' ? [] : [{ part, text }]
  })
}
