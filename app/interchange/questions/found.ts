import type { Message } from '~/formats/message'
import type { DraftItem } from '~/assessment/item'

/** A question as it was found in a file of another system: what of it became an item, and what did not. */
export type FoundQuestion = {
  /** 1 for the first of the file, whatever became of it. */
  number: number
  /** The line of a text file or the row of a sheet on which it begins, from 1; null where there are none. */
  line: number | null
  /** The title that it has there. */
  name: string | null
  /** The folders that it lies in there, outermost first. */
  category: string[]
  /** Null where nothing of it can be taken. A file of one language fills that language; the other stays empty. */
  item: DraftItem | null
  /** What could not be taken over, and why: keys of the namespace `interchange`. */
  losses: Message[]
  /** Pictures that the item shows, by the `src` of its picture. */
  pictures: { src: string; bytes: Uint8Array }[]
}

/** What a reader makes of a file: never an exception, whatever the file. `problem` is why nothing of it can be read. */
export type FoundFile = { questions: FoundQuestion[]; problem: Message | null }

/** A file that was written, with what each item lost on the way, told before the file is sent. */
export type WrittenFile<T extends string | Uint8Array = string> = {
  content: T
  losses: { code: string; losses: Message[] }[]
}

/** The most that a file may hold; more is refused before it is worked on. */
export const questionLimits = { bytes: 20_000_000, questions: 10_000, unpackedBytes: 60_000_000, depth: 64 }
