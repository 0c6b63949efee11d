import type { RequestGroup } from '~/campaigns/requests/request'
import type { ConditionFigure } from '~/gaps/conditions'
import type { Change } from '~/gaps/change-figures'
import type { Figure } from '~/gaps/figures'
import type { MeasureInfo } from '~/gaps/measure'
import type { Overall, OverallChange } from '~/gaps/overall'
import type { Place } from '~/gaps/place-communes'
import type { Who } from '~/gaps/recommendations'
import type { Bilingual } from '~/platform/i18n/locale'

export type MeasureRow = { measure: MeasureInfo; figure: Figure; change: Change | null }

/** What a report on a survey is made from: figures as released, never one that is hidden. */
export type ReportSource = {
  /** As it stands in a sentence. */ province: Bilingual
  title: Bilingual
  opensOn: string
  closesOn: string
  closedAt: string | null
  response: { asked: number; submitted: number; communes: number; low: number }
  domains: MeasureInfo[]
  /** The province by domain. */
  whole: MeasureRow[]
  overall: Overall | null
  overallChange: OverallChange | null
  earlier: { title: Bilingual; closedAt: string | null } | null
  /** Domains that may be the largest, and communes clearly above the others in the first. */
  worst: MeasureRow[]
  above: number
  communes: { code: string; name: string; asked: number; submitted: number; cells: Figure[] }[]
  quadrants: Place['quadrant'][]
  positions: { name: Bilingual; asked: number; cells: Figure[] }[]
  conditions: { condition: ConditionFigure; communes: number }[]
  proposals: { who: Who; key: string; system: Bilingual | null; communes: string[] }[]
  /** What the communes ask for in their own forms, of which `forms` came in. */
  requests: { forms: number; asking: number; groups: RequestGroup[] }
  method: { version: string; standard: number; framework: Bilingual; hash: string | null }
}
