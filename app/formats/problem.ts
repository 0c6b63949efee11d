import type { Message } from './message'

/** What is wrong with a file of content/, where, and (in the text of its key) how to mend it. */
export type Problem = Message & { file: string; line: number }

/** Problems in the order in which a person walks through the files. */
export function inFileOrder(problems: Problem[]): Problem[] {
  return [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
}
