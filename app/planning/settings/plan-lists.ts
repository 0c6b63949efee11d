import type { Bilingual } from '~/platform/i18n/locale'
import type { Basis } from '../basis'
import type { PlannableModule } from '../effects'
import type { Trainer, Venue } from '../resources/resource'

type Named = { code: string; name: Bilingual }

/** Everything that the settings of a plan may name, with the names. */
export type PlanLists = {
  basis: Basis
  modules: PlannableModule[]
  trainers: Trainer[]
  venues: Venue[]
  communes: { code: string; name: string; people: number }[]
  departments: Named[]
  domains: (Named & { competencies: Named[] })[]
}

/** The same for a page, without the figures. */
export type ShownLists = Omit<PlanLists, 'basis'>
