import type { Item } from '../item'
import type { Flag } from '../item-analysis/item-flags'
import type { OpenState } from './bank-filter'

/** Of one version: from the newest campaign that asked it, or of a teaching item from the quizzes of modules. */
export type BankFigures = {
  people: number
  /** Percent. */
  facility: number | null
  index: number | null
  flags: Flag[]
  campaignId: string | null
}

export type BankRow = Pick<Item, 'code' | 'version' | 'competency' | 'level' | 'kind' | 'purpose'> & {
  id: string
  retired: boolean
  /** Who wrote the version that was published last from the studio; null where none was. */
  author: { id: string; name: string | null } | null
  /** The next version, while it is written. */
  draft: { id: string; state: OpenState } | null
  figures: BankFigures | null
}
