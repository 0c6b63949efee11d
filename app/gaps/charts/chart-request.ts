import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { parseGapQuery, type GapView } from '../gap-query'

/**
 * `most`: rows of communes at most; `measure`: of which domain or competency, where a chart is of one; `height` of the field
 * of the scatter and `row` of a row of domains, where a page has less room than a file.
 */
export type ChartOptions = { width: number; most?: number; height?: number; row?: number; measure?: string }

export type ChartFor = { actor: Actor; campaignId: string; locale: Locale } & ChartOptions

/** How the report of a province asks for communes, those that lack most first. */
export const whole: GapView = parseGapQuery(new URLSearchParams({ sort: 'most' }))
export const everyRow = 1000
