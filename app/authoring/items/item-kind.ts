import { draftItemSchema, itemFaults, itemFileSchema, type DraftItem, type Item } from '~/assessment/item'
import type { DraftFault, DraftKind } from '../drafts/draft-kind'
import { itemFrom, treeOf } from './item-form'
import { itemLists, settleGaps } from './item-parts'
import { textsOfItem } from './item-texts'

/** Items in the studio. */
export const itemDrafts: DraftKind<DraftItem> = {
  schema: draftItemSchema,
  summaryOf: ({ code, stem, competency, level }) => ({
    code,
    title: stem.vi.trim() || stem.en.trim(),
    competency,
    level: level ?? null,
  }),
  textsOf: textsOfItem,
  faultsOf: (data) => {
    const whole = wholeItem(data)
    if ('faults' in whole) return whole.faults
    return itemFaults(whole.item).map((key) => ({ key }))
  },
  treeOf,
  read: itemFrom,
  lists: itemLists,
  settle: settleGaps,
}

/** A draft as an item that can be published, or what it lacks. Parsing leaves out what only a draft knows. */
export function wholeItem(data: DraftItem): { item: Item } | { faults: DraftFault[] } {
  const faults: DraftFault[] = []
  if (!data.competency) faults.push({ key: 'fault.competency', path: 'competency' })
  if (!data.level) faults.push({ key: 'fault.level', path: 'level' })
  for (const { path, text } of textsOfItem(data)) {
    if (path.startsWith('answers.')) continue
    if (text.vi.trim() === '' && text.en.trim() === '') faults.push({ key: 'fault.empty', path })
    else if (text.vi.trim() === '') faults.push({ key: 'fault.emptyVi', path })
    else if (text.en.trim() === '') faults.push({ key: 'fault.emptyEn', path })
  }
  if (faults.length > 0) return { faults }
  const read = itemFileSchema.safeParse({ competency: data.competency, items: [data] })
  const item = read.data?.items[0]
  if (item) return { item: { ...item, competency: read.data!.competency } }
  const places = (read.error?.issues ?? []).map(({ path }) => path.slice(2).map(String).join('.'))
  return { faults: [...new Set(places)].map((path) => ({ key: shapeFault(path), path })) }
}

function shapeFault(path: string): string {
  if (path === 'code') return 'fault.code'
  return /^(options|statements|pairs|steps|answers|gaps|areas|rubric)$/.test(path)
    ? 'fault.tooFew'
    : 'fault.shape'
}
