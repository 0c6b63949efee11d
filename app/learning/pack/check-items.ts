import { z } from 'zod'
import { itemFaults, teachingItemSchema, type Item } from '~/assessment/item'
import type { Problem } from '~/formats/problem'
import { readYaml } from '~/formats/yaml-source'
import type { Known } from './pack-file'

const fileSchema = z.strictObject({ items: z.array(teachingItemSchema).min(1) })

export type TeachingItem = Item & { line: number }

/** The teaching items of a module, each with what is wrong with it by itself. */
export function readItems(
  folder: string,
  text: string,
  known: Known,
): { items: TeachingItem[] | null; problems: Problem[] } {
  const file = `modules/${folder}/items.yaml`
  const source = readYaml(file, text, fileSchema)
  if (!source.value) return { items: null, problems: source.problems }
  const problems: Problem[] = []
  const codes = new Set<string>()
  const items = source.value.items.map((each, at): TeachingItem => {
    const item: Item = { ...each, purpose: 'teach' }
    const fault = (key: string, path: (string | number)[], values: Problem['values'] = {}) =>
      problems.push({
        file,
        line: source.lineOf(['items', at, ...path]),
        key,
        values: { item: item.code, ...values },
      })
    if (!item.code.startsWith(`${folder}-`)) fault('item.code', ['code'], { folder })
    if (codes.has(item.code)) fault('item.twice', ['code'])
    codes.add(item.code)
    if (!known.competencies.has(item.competency))
      fault('item.competency', ['competency'], { competency: item.competency })
    if (!known.levels.has(item.level)) fault('item.level', ['level'], { level: item.level })
    for (const key of itemFaults(item)) fault(key, [])
    if ('options' in item) {
      item.options.forEach(({ id, feedback }, i) => {
        if (!feedback) fault('item.feedback', ['options', i], { part: id })
      })
    }
    if ('pairs' in item) {
      item.pairs.forEach(({ id, feedback }, i) => {
        if (!feedback) fault('item.feedback', ['pairs', i], { part: id })
      })
    }
    if ('statements' in item) {
      item.statements.forEach(({ id, feedback }, i) => {
        if (!feedback) fault('item.feedback', ['statements', i], { part: id })
      })
    }
    return { ...item, line: source.lineOf(['items', at]) }
  })
  return { items, problems }
}
