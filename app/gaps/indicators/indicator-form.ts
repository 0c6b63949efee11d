import type { Bilingual } from '~/platform/i18n/locale'
import { directions, units, type Direction, type Unit } from './indicator'

/** An indicator as typed or as a file brings it, without the code that it is known by. */
export type IndicatorText = { name: Bilingual; unit: Unit; unitText: Bilingual; better: Direction }

export const indicatorFields = ['nameVi', 'nameEn', 'unit', 'unitVi', 'unitEn', 'better'] as const

type Typed = Readonly<Record<string, string | undefined>>

const longest = { name: 160, unit: 40 }

/**
 * Reads the fields of an indicator, each named with `suffix` behind it. What is left empty in English is said as in
 * Vietnamese. Errors are keys of the texts of indicators.
 */
export function readIndicator(
  typed: Typed,
  suffix = '',
): { value: IndicatorText; errors?: never } | { value?: never; errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const text = (name: string) => (typed[name + suffix] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()
  const fault = (name: string, key: string) => (errors[name + suffix] ??= `form.fault.${key}`)
  const [nameVi, nameEn, unitVi, unitEn] = [text('nameVi'), text('nameEn'), text('unitVi'), text('unitEn')]
  const unit = units.find((each) => each === text('unit'))
  const better = directions.find((each) => each === text('better'))
  if (nameVi === '') fault('nameVi', 'name')
  for (const [name, value] of [
    ['nameVi', nameVi],
    ['nameEn', nameEn],
  ] as const)
    if (value.length > longest.name) fault(name, 'nameLong')
  if (!unit) fault('unit', 'unit')
  if (unit !== undefined && unit !== 'percent' && unitVi === '') fault('unitVi', 'unitText')
  for (const [name, value] of [
    ['unitVi', unitVi],
    ['unitEn', unitEn],
  ] as const)
    if (value.length > longest.unit) fault(name, 'unitLong')
  if (!better) fault('better', 'better')
  if (!unit || !better || Object.keys(errors).length > 0) return { errors }
  return {
    value: {
      name: { vi: nameVi, en: nameEn || nameVi },
      unit,
      unitText: unit === 'percent' ? { vi: '', en: '' } : { vi: unitVi, en: unitEn || unitVi },
      better,
    },
  }
}

/** The fields as they stand for an indicator there is; what English says the same stays empty. */
export function indicatorTyped({ name, unit, unitText, better }: IndicatorText): Record<string, string> {
  const english = (pair: Bilingual) => (pair.en === pair.vi ? '' : pair.en)
  return {
    nameVi: name.vi,
    nameEn: english(name),
    unit,
    unitVi: unitText.vi,
    unitEn: english(unitText),
    better,
  }
}
