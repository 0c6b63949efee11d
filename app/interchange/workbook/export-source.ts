import type { SurveyForm, WorkSystem } from '~/assessment/form'
import type { Released } from '~/gaps/figures'
import type { MeasureInfo } from '~/gaps/measure'
import type { ReportClaims } from '~/gaps/report-claims'
import type { Bilingual, Locale } from '~/platform/i18n/locale'

type GroupName = { value: string; name: Bilingual }
type Rate = { code: string; name: string; asked: number; submitted: number }

/** What the sheets of a closed campaign's figures are made from. */
export type ExportSource = {
  locale: Locale
  campaign: { sample: boolean; systems: WorkSystem[] }
  released: Released
  claims: ReportClaims
  form: SurveyForm
  measures: MeasureInfo[]
  rates: readonly Rate[]
  /** The province, then its communes by name; `key` is the place of its figures, `code` what people know. */
  places: { key: string; code: string; name: string }[]
  departments: GroupName[]
  positions: GroupName[]
}
