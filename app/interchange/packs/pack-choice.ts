/** What a person asks to pack: codes of published content, ids of drafts, and which items of the bank. */
export type PackChoice = {
  modules: string[]
  forms: string[]
  practice: string[]
  /** Items of the bank. Those that modules use come with their modules in any case. */
  items: 'none' | 'all' | 'measure' | 'teach'
  drafts: string[]
}

/** What an address asks to pack; what it cannot mean is left out. */
export function packChoice(query: URLSearchParams): PackChoice {
  const some = (name: string) => [...new Set(query.getAll(name))].slice(0, 1000)
  const items = query.get('items')
  return {
    modules: some('module'),
    forms: some('form'),
    practice: some('practice'),
    items: items === 'all' || items === 'measure' || items === 'teach' ? items : 'none',
    drafts: some('draft'),
  }
}

/** Whether nothing was chosen. */
export function isEmptyChoice({ modules, forms, practice, items, drafts }: PackChoice): boolean {
  return items === 'none' && [modules, forms, practice, drafts].every((list) => list.length === 0)
}
