import type { CommuneFinding } from '~/people/roster/commune-lookup'
import type { CarriedCell } from './carried-table'
import type { KnownIndicator } from './file-columns'

/** What is wrong in a file, where, as a key of the texts of indicators. */
export type FileFault = { at: string; key: string; values: Record<string, string> }

/** Notes a fault at a cell or a line; keys without `fault.` in front. */
export type TellFault = (at: string, key: string, values?: Record<string, string>) => void

/** What the words of a file are looked up in; `today` is YYYY-MM-DD. */
export type FileReference = {
  lookup: (text: string) => CommuneFinding
  indicators: readonly KnownIndicator[]
  today: string
}

/** A cell as it is shown in a message. */
export function cellText(cell: CarriedCell | undefined): string {
  return typeof cell === 'object' || cell === undefined ? '' : String(cell).slice(0, 60)
}
